#include "engine/networks/addresspool.h"

#include <algorithm>

namespace quayside::networks
{

// More than a bridge has ports, few enough to search through.
constexpr std::uint64_t mostAddresses = 65536;

AddressPool::AddressPool(const IpPrefix &subnet) : m_subnet(subnet.network())
{
    const int hostBits = std::min(m_subnet.address.bits() - m_subnet.length, 63);
    const std::uint64_t size = std::uint64_t(1) << hostBits;
    // An IPv4 network ends with its broadcast address.
    m_highest = m_subnet.address.family == Family::V4 && size > 2 ? size - 2 : size - 1;
    m_last = std::min(m_highest, mostAddresses);
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
    for (std::uint64_t step = 0; step < m_last; ++step) {
        m_cursor = m_cursor < m_last ? m_cursor + 1 : 2; // 1 is the gateway's
        if (m_cursor <= m_last && m_taken.insert(m_cursor).second)
            return at(m_cursor);
    }
    return fail(ErrorKind::Conflict, "no address is free in {}: stop a container, or use another network",
                m_subnet.text());
}

Result<> AddressPool::take(const IpAddress &address)
{
    if (!m_subnet.contains(address) || offsetOf(address) == 0 || offsetOf(address) > m_highest)
        return fail(ErrorKind::InvalidArgument, "{} is not an address for a container in {}", address.text(),
                    m_subnet.text());
    if (address == gateway() || !m_taken.insert(offsetOf(address)).second)
        return fail(ErrorKind::Conflict, "the address {} is in use already", address.text());
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
