// Somebody who watches a build.
#pragma once

#include "engine/api/types/build.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

namespace quayside::build
{

struct BuildEntry; // entry.h

// Looks at what is recorded and tells how that differs from what it told before, so that nothing is queued
// for a slow reader, and nothing lost. For one thread.
class Follower
{
public:
    explicit Follower(std::shared_ptr<BuildEntry> entry) : m_entry(std::move(entry)) {}

    // What has changed since the last call, the first time all there is; where nothing has, it waits so long.
    // The last of all is the build at its end.
    std::vector<api::BuildChange> next(std::chrono::milliseconds wait);
    [[nodiscard]] bool atEnd() const { return m_atEnd; }

private:
    struct Piece {
        int step = 0;
        std::int64_t begin = 0, end = 0; // of the log
        bool last = false;               // nothing comes after it
    };
    std::vector<Piece> collect(std::vector<api::BuildChange> &changes);
    void readLog(const Piece &piece, std::vector<api::BuildChange> &changes);

    std::shared_ptr<BuildEntry> m_entry;
    std::uint64_t m_seen = 0;
    std::vector<std::int64_t> m_told; // bytes of each step's log
    bool m_more = false;              // a log has more than one call reads
    bool m_atEnd = false;
};

} // namespace quayside::build
