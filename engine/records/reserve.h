// Disk space put by for the moment when the disk is full.
#pragma once

#include "engine/base/fd.h"

#include <string>

namespace quayside::records
{

// A file of allocated blocks. A database needs room even to forget something: spent on a full disk, the
// reserve lets removals through, and it is filled again when there is room.
class Reserve
{
public:
    // The reserve may turn out empty where there is no room now: that is no error.
    explicit Reserve(const std::string &path);

    void fill();
    // false: there was none to spend.
    bool spend();

private:
    Fd m_file;
    bool m_full = false;
};

} // namespace quayside::records
