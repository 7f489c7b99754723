// Options of the driver "local" (docker volume create -o): what lies behind a volume.
#pragma once

#include "engine/base/result.h"

#include <map>
#include <string>

namespace quayside::volumes
{

struct Backing {
    enum class Kind : std::uint8_t {
        Folder, // no options: a folder of the engine's
        Tmpfs,  // type=tmpfs device=tmpfs [o=size=64m,uid=1000,mode=0700,noexec,…]
        Bind,   // type=none device=/path o=bind|rbind[,ro]: the owner's own folder, opened as the owner
    };
    Kind kind = Kind::Folder;
    std::string device;      // Bind: absolute
    std::string options;     // Tmpfs: the file system's own, as mount(2) takes them
    unsigned long flags = 0; // MS_RDONLY, MS_NOEXEC, …
    bool recursive = false;  // Bind: with what is mounted below
};

// InvalidArgument for what makes no sense, in Docker's words; NotSupported, with a sentence, for what would
// need a mount of a network file system or a device.
Result<Backing> backingOf(const std::map<std::string, std::string> &options);

} // namespace quayside::volumes
