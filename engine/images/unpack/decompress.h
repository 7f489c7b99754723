// The child's input: bytes of the archive, uncompressed, and their digest.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/base/result.h"
#include "engine/images/content/digest.h"

#include <memory>
#include <string_view>

namespace quayside::images
{

// Uncompressed bytes, piece by piece. The view holds until the next call; empty: the end.
class Decompressor
{
public:
    virtual ~Decompressor() = default;
    virtual Result<std::string_view> next() = 0;
};

// Looks at the first bytes that come: gzip (every member, with its CRC), zstd, xz, or plain.
Result<std::unique_ptr<Decompressor>> decompress(std::unique_ptr<api::ByteSource> archive);
Result<std::unique_ptr<Decompressor>> decompress(int fd); // borrowed

} // namespace quayside::images
