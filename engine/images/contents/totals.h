// Adds up what is below folders while a tree is walked: files, and bytes with each hard-linked file counted
// once for every folder that it lies below, as du(1) does for each of its arguments.
#pragma once

#include "engine/images/contents/view.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace quayside::images
{

struct Totals {
    std::uint64_t bytes = 0, files = 0; // files: all but folders
    bool operator==(const Totals &) const = default;
};

class FolderTotals
{
public:
    void enter();                     // a folder
    void add(const LayerPart &entry); // anything but a folder, in the folder entered last
    Totals leave();                   // what is below the folder entered last

private:
    struct Frame {
        Totals own;                // all of the folders below included, but for hard links
        std::uint64_t linked = 0;  // bytes of hard-linked files
        std::uint64_t entered = 0; // when
    };
    std::vector<Frame> m_frames;
    std::unordered_map<std::uint64_t, std::uint64_t> m_last; // hard-linked file → when it was met last
    std::uint64_t m_clock = 0;
};

// Of everything below a folder as it is seen; of anything else of itself.
Totals totalsOf(const Seen &seen);

} // namespace quayside::images
