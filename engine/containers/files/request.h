// What a files child is to do, as words on its command line.
#pragma once

#include "engine/base/result.h"
#include "engine/containers/files/extract.h"

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
};

enum class Compression : std::uint8_t { None, Gzip, Zstd };

struct FilesRequest {
    Act act = Act::Stat;
    bool running = true, ownUser = true, volume = false; // of ViewOptions
    std::string path = "/";                              // absolute (absolutePath())
    ExtractOptions extract;
    Compression compression = Compression::None; // of what is packed
};

std::vector<std::string> wordsOf(const FilesRequest &request); // behind childArgument
Result<FilesRequest> parseWords(std::span<char *const> words); // InvalidArgument

} // namespace quayside::containers::files
