// What the unpacking child and the engine say to each other over a SOCK_SEQPACKET pair. The child is not
// trusted.
#pragma once

#include "engine/base/result.h"

#include <array>
#include <cstdint>

namespace quayside::images::protocol
{

inline constexpr int archiveFd = 0, folderFd = 3, controlFd = 4;
inline constexpr std::size_t maxMessage = 2048; // bytes of an error's text

enum class Kind : std::uint8_t {
    WantsIds, // child → engine: in its user namespace, please write uid_map and gid_map
    HasIds,   // engine → child
    Progress, // child → engine, at least once a second while there is work
    Result,   // child → engine: the last one
};

struct Packet {
    Kind kind = Kind::Progress;
    ErrorKind error = ErrorKind::Internal; // Result that failed
    bool ok = false;                       // Result
    bool endMarker = false;                // Result: the tar had its end-of-archive blocks
    std::int32_t errnum = 0;
    std::uint64_t bytes = 0, entries = 0; // of file content written; entries read
    std::array<char, 72> digest{};        // Result: of the uncompressed bytes, NUL-terminated
    std::uint32_t length = 0;             // of message
    std::array<char, maxMessage> message{};
};

} // namespace quayside::images::protocol
