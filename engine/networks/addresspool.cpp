#include "engine/networks/addresspool.h"

#include <algorithm>

namespace quayside::networks
{

// More than a bridge has ports, few enough to search through.
constexpr std::uint64_t mostAddresses = 65536;

static std::uint64_t sizeOf(const IpPrefix &prefix)
{
    return std::uint64_t(1) << std::min(prefix.address.bits() - prefix.length, 63);
}

AddressPool::AddressPool(const PoolSpec &spec) : m_subnet(spec.subnet.network())
{
    const std::uint64_t size = sizeOf(m_subnet);
    // An IPv4 network ends with its broadcast address.
    m_highest = m_subnet.address.family == Family::V4 && size > 2 ? size - 2 : size - 1;
    m_first = 1;
    m_last = m_highest;
    if (spec.range) {
        m_first = std::max<std::uint64_t>(offsetOf(spec.range->network().address), 1);
        m_last = std::min(offsetOf(spec.range->network().address) + sizeOf(*spec.range) - 1, m_highest);
    }
    m_last = std::min(m_last, m_first + mostAddresses);
    m_cursor = m_first - 1;
    m_gateway = spec.gateway.value_or(at(1));
    m_reserved.insert(offsetOf(m_gateway));
    for (const auto &address : spec.reserved)
        m_reserved.insert(offsetOf(address));
}

IpAddress AddressPool::at(std::uint64_t offset) const
{
    IpAddress address = m_subnet.address;
    const auto size = static_cast<int>(address.size());
    for (int i = size - 1; i >= std::max(0, size - 8); --i, offset >>= 8)
        address.bytes[i] |= static_cast<std::uint8_t>(offset & 0xff);
    return address;
}

std::uint64_t AddressPool::offsetOf(const IpAddress &address) const
{
    std::uint64_t offset = 0;
    const auto size = static_cast<int>(address.size());
    for (int i = std::max(0, size - 8); i < size; ++i)
        offset = offset << 8 | static_cast<std::uint8_t>(address.bytes[i] ^ m_subnet.address.bytes[i]);
    return offset;
}

Result<IpAddress> AddressPool::take()
{
    for (std::uint64_t step = m_first; step <= m_last; ++step) {
        m_cursor = m_cursor >= m_first && m_cursor < m_last ? m_cursor + 1 : m_first;
        if (!m_reserved.contains(m_cursor) && m_taken.insert(m_cursor).second)
            return at(m_cursor);
    }
    return fail(ErrorKind::Conflict, "no address is free in {}: stop a container, or use another network",
                m_subnet.text());
}

Result<> AddressPool::take(const IpAddress &address)
{
    const auto offset = offsetOf(address);
    if (!m_subnet.contains(address) || offset == 0 || offset > m_highest || at(offset) != address)
        return fail(ErrorKind::InvalidArgument, "{} is not an address for a container in {}", address.text(),
                    m_subnet.text());
    if (m_reserved.contains(offset) || !m_taken.insert(offset).second)
        return fail(ErrorKind::Conflict, "Address already in use: {} belongs to {}", address.text(),
                    address == m_gateway ? "the gateway" : "another container or is reserved");
    return {};
}

void AddressPool::giveBack(const IpAddress &address)
{
    if (m_subnet.contains(address))
        m_taken.erase(offsetOf(address));
}

MacAddress macFor(const IpAddress &address)
{
    const auto &b = address.bytes;
    return {0x02, 0x42, b[0], b[1], b[2], b[3]};
}

} // namespace quayside::networks
