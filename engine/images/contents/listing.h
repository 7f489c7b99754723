// Folders and searches as the API answers them.
#pragma once

#include "engine/api/types/imagecontents.h"
#include "engine/base/result.h"
#include "engine/images/contents/comparison.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace quayside::images
{

struct Listing {
    Sides root;
    // What is listed: all that the second tree has, or only what differs from the first.
    enum class Shown : std::uint8_t { All, Differences } shown = Shown::All;
    // A comparison of two images: `Size` is the first one's, `OtherSize` the second's.
    bool bothSizes = false;
};

// Path as the API names it: of paths that are no plain text (UTF-8 without control characters) also the coded
// form.
std::string codedPath(std::string_view path); // "": it is plain text
// InvalidArgument: no such form.
Result<std::string> decodedPath(std::string_view coded);

inline constexpr std::size_t maxListed = 10'000; // entries of a folder in one answer
// The folder `path`. `text`: only what has it in its name or in a name below, without regard to case (ASCII).
Result<api::ImageFolder> listFolder(const Listing &listing, std::string_view path, std::string_view text);

// Everything with `text` in its name, or, where `text` has a '/', in its path: the first `limit` in the order
// of paths. InvalidArgument: nothing to look for.
Result<api::FoundEntries> findEntries(const Listing &listing, std::string_view text, std::size_t limit);

} // namespace quayside::images
