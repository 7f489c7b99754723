// A step's source as it is written: cleaned, its wildcards and links followed.
#pragma once

#include "engine/build/context/source.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::build
{

struct SourcePattern {
    std::vector<std::string> parts; // of the path; may have wildcards; with --parents "**" as well
    bool parents = false;
    std::size_t pivot = 0; // --parents: how many parts stand before "/./", which are not made
    bool above = false;    // it has a ".." above the root, which counts for nothing
};

// InvalidArgument: a zero byte, or too many parts.
Result<SourcePattern> parseSourcePath(std::string_view text, bool parents);

struct FoundPath {
    std::string path;      // as named; "" the root
    std::size_t pivot = 0; // where in it the part begins that --parents makes
};
// What it means, sorted; without wildcards the path itself, there or not.
Result<std::vector<FoundPath>> findMatches(SourceReader &reader, const SourcePattern &pattern,
                                           const dockerfile::IgnorePatterns &ignore);

struct Followed {
    std::string path; // no link in it
    SourceEntry entry;
};
// Where `path` ends when every link is followed within the source. NotFound.
Result<Followed> followLinks(SourceReader &reader, const std::string &path);

std::string below(const std::string &folder, const std::string &name); // folder: "" the root
std::string lastPart(const std::string &path);
std::string folderPart(const std::string &path);

} // namespace quayside::build
