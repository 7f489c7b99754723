// A volume's files as an archive, by the same child that reads and writes those of containers.
#pragma once

#include "engine/access/access.h"
#include "engine/api/stream/bytestream.h"
#include "engine/base/result.h"
#include "engine/containers/files/request.h"

#include <functional>
#include <string>

namespace quayside::containers
{

// Thread-safe; calls block as long as the bytes flow. Errors about the volume are those of volumes.h.
class VolumeFiles
{
public:
    virtual ~VolumeFiles() = default;
    using Peer = access::Peer;
    // Before the first byte; how many running containers have the volume, and so may change it meanwhile.
    using Found = std::function<void(std::size_t runningUsers)>;
    // Its tar: "./" with the folder's own owner and mode, "./a", "./a/b".
    virtual Result<> read(const Peer &, const std::string &name, files::Compression compression,
                          const Found &found, api::SocketSink &archive) = 0;
    struct WriteOptions {
        bool create = false;  // the volume is a new one: Conflict where it is there
        bool replace = false; // what was in it goes; else what has other names than the archive's stays
    };
    // Unpacked aside first: after an error, and when the client goes, the volume is as it was (none, with
    // `create`). Returns how many running containers have it.
    virtual Result<std::size_t> write(const Peer &, const std::string &name, const WriteOptions &options,
                                      api::SocketSource &archive) = 0;
};

} // namespace quayside::containers
