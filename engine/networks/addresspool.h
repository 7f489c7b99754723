// Which addresses of a network are taken. In memory only: a new engine fills it from the containers that run.
#pragma once

#include "engine/isolation/network/address.h"
#include "engine/isolation/network/links.h"

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace quayside::networks
{

using isolation::network::Family;
using isolation::network::IpAddress;
using isolation::network::IpPrefix;
using isolation::network::MacAddress;

struct PoolSpec {
    IpPrefix subnet;
    std::optional<IpPrefix> range;    // where take() chooses from; none: the whole subnet
    std::optional<IpAddress> gateway; // none: the first address
    std::vector<IpAddress> reserved;  // never given (docker's --aux-address)
};

// Not thread-safe.
class AddressPool
{
public:
    explicit AddressPool(const PoolSpec &spec);
    explicit AddressPool(const IpPrefix &subnet) : AddressPool(PoolSpec{.subnet = subnet}) {}

    // The lowest address above the one taken last, from the start again at the end: an address rests as long
    // as possible, so that nobody talks to a new container for an old one. Conflict where all are taken.
    Result<IpAddress> take();
    // One that was asked for: InvalidArgument outside of the subnet, Conflict where it is taken.
    Result<> take(const IpAddress &address);
    void giveBack(const IpAddress &address);

    [[nodiscard]] const IpPrefix &subnet() const { return m_subnet; }
    [[nodiscard]] const IpAddress &gateway() const { return m_gateway; }

private:
    [[nodiscard]] IpAddress at(std::uint64_t offset) const;
    [[nodiscard]] std::uint64_t offsetOf(const IpAddress &address) const;

    IpPrefix m_subnet;
    IpAddress m_gateway;
    std::uint64_t m_first, m_last; // what take() gives
    std::uint64_t m_highest;       // highest offset that may be asked for
    std::uint64_t m_cursor;
    std::set<std::uint64_t> m_reserved, m_taken;
};

// 02:42 and the four bytes of the address, as Docker does: a reused address has the same MAC, so that no ARP
// entry of a neighbour is ever wrong.
MacAddress macFor(const IpAddress &address);

} // namespace quayside::networks
