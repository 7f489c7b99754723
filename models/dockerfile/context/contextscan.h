// What a build will see of its folder: every file, whether .dockerignore leaves it out, by which pattern, and
// how large what stays is. Plain functions, for a thread of its own. The rules:
// engine/dockerfile/ignore/patterns.h and engine/build/context/selection.h (sockets are passed over, links
// are not followed).
#pragma once

#include "engine/dockerfile/ignore/patterns.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::models
{

struct ContextEntry {
    enum class Kind : std::uint8_t { File, Folder, Link, Socket, Other };
    enum class State : std::uint8_t { Included, Partly, Excluded }; // Partly: of folders only

    std::string name;                             // bytes
    std::uint32_t parent = 0;                     // index; of the root: itself
    std::uint32_t firstChild = 0, childCount = 0; // one after the other
    std::uint64_t size = 0;                       // bytes of the files in it, or of it, that are included
    std::uint64_t ownSize = 0;                    // of a file, also of one that is excluded
    std::int64_t changedNs = 0; // since 1970: of content, name or rights, as the file system has it
    std::uint32_t files = 0;    // that are included: in it, or it
    std::int32_t rule = -1;     // the pattern that decided; -1: none did
    std::int32_t problem = 0;   // errno: this folder could not be read
    Kind kind = Kind::File;
    State state = State::Included;
    bool listed = false; // of folders: what is in it is among the entries
    bool operator==(const ContextEntry &) const = default;
};

struct ContextContents {
    std::vector<ContextEntry> entries; // the first is the folder itself; folders stand before what is in them
    std::string ignoreName;            // of the file with the rules, below the folder; "": there is none
    dockerfile::IgnorePatterns patterns;
    std::string ruleProblem; // why those rules cannot be: builds fail until that is mended; then none hold
    int ruleProblemLine = 0;
    std::uint32_t excluded = 0; // entries that were left out, each folder as one
    bool truncated = false;     // there are more than mostContextEntries

    [[nodiscard]] std::string path(std::uint32_t entry) const; // below the folder; "" for itself
    [[nodiscard]] std::vector<std::uint32_t>
    largest(std::size_t count) const; // included files, the largest first
    // What is included and was changed after that time: the paths of at most `count`. Folders in which
    // something came or went too, but for the topmost one: every file that is saved there does that.
    [[nodiscard]] std::set<std::string> changedSince(std::int64_t nanoseconds, std::size_t count) const;
};

inline constexpr std::size_t mostContextEntries = 1'000'000;

// dockerfile: its path in the folder, for Dockerfile.dockerignore; may be "". opened: folders that are left
// out and are to be looked into all the same. Ends early, with what it has, once `cancelled` is set.
ContextContents scanContext(const std::string &folder, const std::string &dockerfile,
                            const std::set<std::string> &opened, const std::atomic_bool &cancelled);

// The text of a file of at most `limit` bytes; errno in `problem` (EFBIG: it is larger, EINVAL: no regular
// file).
std::string readWhole(const std::string &path, std::size_t limit, int *problem);

} // namespace quayside::models
