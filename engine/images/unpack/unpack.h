// Unpacks an archive that nobody has to trust, in a sandboxed child (child.h).
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/base/result.h"
#include "engine/images/unpack/limits.h"

#include <cstdint>
#include <functional>
#include <string>

namespace quayside::images
{

enum class UnpackMode {
    Layer,   // a layer's tar, with ownership, xattrs and whiteouts in overlayfs's form (userxattr)
    Spool,   // an archive of plain files (docker-archive, OCI layout): everything 0600 of root; no name twice
    Tree,    // files as they are: whiteouts mean nothing. NotSupported: no tar, and nothing was written
    Context, // the same of a build context: everything is root's, without extended attributes
};

struct UnpackOptions {
    std::string program = "/proc/self/exe"; // has runUnpackChild() behind unpackArgument
    UnpackMode mode = UnpackMode::Layer;
    UnpackLimits limits;
    std::function<void(std::uint64_t bytes)> progress; // bytes of the archive taken so far; may be empty
    api::ByteSink *copy = nullptr;                     // gets every byte of the archive as it came
};

struct Unpacked {
    std::string digest, diffId;           // of the bytes as they came, and uncompressed
    std::uint64_t archiveBytes = 0;       // as they came
    std::uint64_t bytes = 0, entries = 0; // of the content of regular files; entries in the archive
    bool endMarker = false;               // false: the tar ended without its closing zero blocks
};

// plain, gzip, bzip2, zstd or xz. Fills `folder` (an O_DIRECTORY descriptor), which is in no defined state
// after an error. InvalidArgument: damaged, or an entry that is refused (the message names it); TooLarge:
// over a limit; NoSpace; errors of `archive` and `copy` as they are. No process is left when this returns.
Result<Unpacked> unpack(api::ByteSource &archive, int folder, const UnpackOptions &options);

} // namespace quayside::images
