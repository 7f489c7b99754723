// DNS messages (RFC 1035; EDNS: RFC 6891), as far as a name server for containers needs them. Pure functions
// on untrusted bytes.
#pragma once

#include "engine/isolation/network/address.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quayside::networks::dns
{

using isolation::network::Family;
using isolation::network::IpAddress;
using Bytes = std::vector<std::uint8_t>;
using View = std::span<const std::uint8_t>;

inline constexpr std::size_t headerSize = 12, mostUdp = 512; // without EDNS: RFC 1035, 4.2.1
inline constexpr std::uint16_t typeA = 1, typePtr = 12, typeAaaa = 28, typeOpt = 41, typeAny = 255,
                               classIn = 1;

enum class Rcode : std::uint8_t {
    NoError = 0,
    FormErr = 1,
    ServFail = 2,
    NxDomain = 3,
    NotImp = 4,
    Refused = 5
};

struct Query {
    std::uint16_t id = 0;
    std::uint16_t flags = 0; // as received
    // Lower case, without the last dot. "": the root, or a name with bytes that no container's name has.
    std::string name;
    std::uint16_t type = 0, klass = 0;
    std::size_t questionEnd = headerSize; // where the question section ends
    std::optional<std::uint16_t> udpSize; // with EDNS: how much the asker takes
};

// What to do with bytes that came in.
struct Parsed {
    std::optional<Query> query;        // a question that can be answered or passed on
    std::optional<Rcode> refusal = {}; // none of that, but an answer is due: with `query` for its id
    // Neither: no answer, so that no two servers can answer one another for ever (RFC 1035, 7.3).
};
Parsed parse(View message);

struct Record {
    std::uint16_t type = 0;
    Bytes data;
};
Record addressRecord(const IpAddress &address);
// `name` is made of labels of 1 to 63 bytes; nothing where it is not.
std::optional<Record> pointerRecord(const std::string &name);

// The answer, of at most `most` bytes: with TC and no records where they do not fit.
Bytes answer(const Query &query, View question, Rcode rcode, const std::vector<Record> &records,
             std::size_t most);
// How much the asker takes over UDP.
std::size_t udpLimit(const Query &query);

// "4.3.2.1.in-addr.arpa" → 1.2.3.4; ip6.arpa the same (RFC 3596, 2.5).
std::optional<IpAddress> reverseAddress(const std::string &name);

// Whether `reply` answers what was asked by `sent`: same id, and the same question in whatever case.
bool answers(View reply, View sent, std::size_t questionEnd);

std::uint16_t idOf(View message); // of at least two bytes
void setId(Bytes &message, std::uint16_t id);

} // namespace quayside::networks::dns
