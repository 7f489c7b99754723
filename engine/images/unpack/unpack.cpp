#include "engine/images/unpack/unpack.h"

#include "engine/images/content/digest.h"
#include "engine/images/unpack/process.h"

#include <cstring>
#include <vector>

namespace quayside::images
{

Result<Unpacked> unpack(api::ByteSource &archive, int folder, const UnpackOptions &options)
{
    TRY(UnpackProcess process, UnpackProcess::start(folder, options));
    Unpacked unpacked;
    Sha256 sum;
    std::vector<char> buffer(256 * 1024);
    while (true) {
        TRY(const std::size_t got, archive.read(buffer));
        if (got == 0)
            break;
        const std::string_view bytes(buffer.data(), got);
        TRY(const bool taken, process.feed(bytes));
        if (!taken)
            break; // it has failed; finish() says why
        sum.add(bytes);
        if (options.copy != nullptr)
            CHECK(options.copy->write(bytes));
        unpacked.archiveBytes += got;
        if (options.progress)
            options.progress(unpacked.archiveBytes);
    }
    TRY(const protocol::Packet result, process.finish());
    unpacked.digest = sum.digest();
    unpacked.diffId =
        std::string(result.digest.data(), ::strnlen(result.digest.data(), result.digest.size()));
    CHECK(checkDigest(unpacked.diffId));
    unpacked.bytes = result.bytes;
    unpacked.entries = result.entries;
    unpacked.endMarker = result.endMarker;
    return unpacked;
}

} // namespace quayside::images
