// What may be an archive, by its first bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace quayside::build
{

inline constexpr std::size_t tarBlockSize = 512;

// gzip, bzip2, xz, zstd, or a tar's first header; `start`: the first tarBlockSize bytes, or all.
bool maybeArchive(std::string_view start);

} // namespace quayside::build
