// The child's input: bytes of the archive, uncompressed.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/base/result.h"

#include <memory>

namespace quayside::images
{

// Looks at the first bytes that come: gzip (every member, with its CRC), zstd, xz, bzip2, or plain. What it
// returns reads the archive's bytes uncompressed.
Result<std::unique_ptr<api::ByteSource>> decompress(std::unique_ptr<api::ByteSource> archive);
Result<std::unique_ptr<api::ByteSource>> decompress(int fd); // borrowed

} // namespace quayside::images
