// What each layer of an image adds, changes, removes and wastes. Pure, over indices; docs/images.md has the
// definitions.
#pragma once

#include "engine/images/contents/layerindex.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace quayside::images
{

struct LayerFigures {
    std::uint64_t added = 0, changed = 0, removed = 0; // files: all but folders
    std::uint64_t wasted = 0;                          // bytes of lower layers that this layer hides
};

struct Waste {
    std::string path; // with a leading '/'; a folder's where a layer hides the whole of it
    std::uint64_t bytes = 0;
    std::vector<std::uint32_t> layers; // that have or hide it, ascending
};

struct Survey {
    std::uint64_t files = 0;  // that are seen in the end
    std::uint64_t wasted = 0; // of all layers together
    std::vector<LayerFigures> layers;
    std::vector<Waste> waste; // the largest, at most maxWaste
};

inline constexpr std::size_t maxWaste = 100;
Survey survey(std::span<const LayerIndex *const> layers); // bottom first

} // namespace quayside::images
