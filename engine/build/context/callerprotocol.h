// What the engine and the child that reads a caller's folder say to each other over a SOCK_SEQPACKET pair.
#pragma once

#include <sys/stat.h>

#include <cstddef>
#include <cstdint>

namespace quayside::build::caller
{

inline constexpr std::size_t maxPacket = std::size_t{64} * 1024;
inline constexpr std::size_t maxFiles = 32; // of one answer; SCM_RIGHTS takes 253

enum class Act : std::uint8_t {
    Look, // a path → an Entry, its name and link
    List, // folders → packets of the Entries of each, ended by one without a name; the last packet is marked
    Open, // a folder and names → Files, and their descriptors
};

// engine → child. Behind it: the folder or path (List: ""), then names (List: folders), each ended by a zero
// byte.
struct Request {
    Act act = Act::Look;
    std::uint32_t names = 0;
};

// child → engine, before everything else in a packet.
struct Answer {
    std::int32_t errnum = 0;
    std::uint32_t count = 0; // of Entries or Files
    bool last = true;        // no more packets belong to it
};

// Behind it: the name and the link, without zero bytes.
struct Entry {
    struct stat status;
    std::uint32_t nameLength, linkLength;
};

struct File {
    std::int32_t errnum;
    bool stream; // the descriptor is a pipe: the content follows in it
    struct stat status;
};

} // namespace quayside::build::caller
