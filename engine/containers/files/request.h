// What a files child is to do, as words on its command line.
#pragma once

#include "engine/base/result.h"
#include "engine/containers/files/extract.h"

#include <cstdint>
#include <format>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quayside::containers::files
{

enum class Act : std::uint8_t {
    Stat,    // of one path
    Pack,    // stat, then a tar of it
    Extract, // a tar into the folder
    Export,  // a tar of the root alone
    List,    // a folder
    Read,    // the bytes of a regular file
    Put,     // bytes as a regular file
    Edit,    // one of EditAct
};

enum class Compression : std::uint8_t { None, Gzip, Zstd };
enum class EditAct : std::uint8_t { MakeFolder, Rename, Remove, ChangeMode, ChangeOwner };

struct ListWish {
    std::string after;       // only names behind this one, in the order of their bytes
    std::string text;        // only names with this in them, without regard to case (ASCII)
    std::uint32_t limit = 0; // entries
};

struct EditWish {
    EditAct act = EditAct::MakeFolder;
    std::string to; // Rename: absolute
    std::uint32_t mode = 0;
    std::optional<std::uint32_t> uid, gid; // ChangeOwner; none: as it is
    bool recursive = false;
};

// Which state a file must still have for a Put: "" any, "none": it is not there.
// "seconds.nanoseconds-size": what a change of the content changes.
using FileVersion = std::string;
inline FileVersion versionOf(std::int64_t seconds, std::int64_t nanoseconds, std::int64_t size)
{
    return std::format("{}.{:09}-{}", seconds, nanoseconds, size);
}

struct FilesRequest {
    Act act = Act::Stat;
    bool running = true, ownUser = true, volume = false; // of ViewOptions
    std::string path = "/";                              // absolute (absolutePath())
    ExtractOptions extract;
    Compression compression = Compression::None; // of what is packed
    ListWish list;
    EditWish edit;
    FileVersion version; // Put
};

std::vector<std::string> wordsOf(const FilesRequest &request); // behind childArgument
Result<FilesRequest> parseWords(std::span<char *const> words); // InvalidArgument

} // namespace quayside::containers::files
