// What a copy takes: names, kinds and states, before any content is read.
#pragma once

#include "engine/build/context/context.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace quayside::build
{

struct Taken {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t parent = none; // its folder among the entries; none: the match itself
    std::uint32_t folder =
        0;            // its folder in the source: an index into Selection::folders; none: in Match::above
    std::string name; // in that folder
    std::string link; // a symbolic link's target
    struct stat status{};
};

// One thing that a part's path means: a file, or a folder's contents.
struct Match {
    std::uint32_t part = 0, source = 0; // indices: of the request's, of the selection's
    std::string path;                   // in the source, as found, for messages and digests
    std::string name; // what a file is called in a folder: the last part of the path as written
    std::size_t first = 0,
                count = 0;    // its entries; the first is the match itself, folders before their contents
    std::vector<Taken> above; // --parents: the folders to make around it, outermost first
    [[nodiscard]] bool heredoc() const { return count == 0; }
};

struct Selection {
    struct Source {
        const FileSource *source = nullptr;
        std::unique_ptr<FileSource> own; // of an unpacked archive
        std::unique_ptr<SourceReader> reader;
    };
    std::vector<Source> sources;
    std::vector<std::string> folders;
    std::vector<Taken> entries;
    std::vector<Match> matches;

    [[nodiscard]] std::string pathOf(const Taken &entry) const; // in its source
};

inline constexpr std::size_t maxSelected = 2'000'000; // entries

// NotFound, InvalidArgument, TooLarge: see checksum().
Result<std::unique_ptr<Selection>> select(const CopyRequest &request);

// Whether the file is the same, with the same content, as far as the file system tells.
bool sameState(const struct stat &one, const struct stat &other);

// ADD: unpacks the archives among what was selected, each into a folder of its own in `request.scratch`, and
// takes their contents in their place.
Result<> unpackArchives(Selection &selection, const CopyRequest &request);

// The entries below a folder that is the first of them, for a source that hides nothing.
Result<Match> selectTree(Selection &selection, std::uint32_t source, std::uint32_t part);

} // namespace quayside::build
