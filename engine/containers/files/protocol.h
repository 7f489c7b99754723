// What the files child (child.h) and the engine say to each other over a SOCK_SEQPACKET pair. The child is
// not trusted: it reads what a container made.
#pragma once

#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"

#include <array>
#include <cstdint>

namespace quayside::containers::files
{

// argv[1] of the engine's program in this mode; then: what to do, the view, the path, the options.
inline constexpr char childArgument[] = "--files-child";

// The slots of every files child; those of the plan follow.
enum FilesSlot : isolation::Slot {
    dataSlot,    // the client's socket, for the tar one way or the other; /dev/null where there is none
    controlSlot, // packets
    targetSlot,  // running: a pidfd of the container's process 1; stopped: its user namespace
};

enum class PacketKind : std::uint8_t {
    Found,    // the path is there: the stat fields; text: name, a zero byte, the link's target
    Progress, // at most once a second, while there is work
    Entries, // of a folder that is listed: one EntryHead after the other, each with its name and link target;
             // without text, at the end: there are more
    Names,   // "u1000:www\0g33:www-data\0" of the ids that were met, by the passwd and group in sight
    Done,
    Failed, // error, errnum; text: the message
};

// One entry in the text of PacketKind::Entries; `nameLength` and `targetLength` bytes follow.
struct EntryHead {
    std::uint32_t mode = 0, uid = 0, gid = 0;
    std::uint32_t flags = 0; // EntryFlag
    std::int64_t size = 0, seconds = 0, nanoseconds = 0;
    std::uint16_t nameLength = 0, targetLength = 0;
};
enum EntryFlag : std::uint32_t {
    mountedFlag = 1,  // something is mounted there
    toFolderFlag = 2, // a link that leads to a folder
    nowhereFlag = 4,  // a link that leads nowhere
};
// Packet::size of what Found says of a folder that is listed.
enum FolderFlag : std::int64_t {
    ownFolderFlag = 1, // part of the container's root: no volume, no bind
    readOnlyFlag = 2,
};

struct Packet {
    PacketKind kind = PacketKind::Failed;
    ErrorKind error = ErrorKind::Internal;
    std::int32_t errnum = 0;
    std::uint32_t mode = 0; // st_mode
    std::int64_t size = 0, seconds = 0, nanoseconds = 0;
    std::uint32_t length = 0;         // of text
    std::array<char, 12 * 1024> text; // sent as far as `length`
};

// The engine's one packet, after Found: the socket is the child's until it says Done or Failed.
struct Go {
    bool chunked = false;
    std::uint64_t length = 0; // of what comes, where it is not chunked
    // What has been read of it already follows.
};
inline constexpr std::size_t maxAhead = std::size_t{192} * 1024;

} // namespace quayside::containers::files
