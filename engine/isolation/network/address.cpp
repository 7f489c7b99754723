#include "engine/isolation/network/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace quayside::isolation::network
{

static int familyOf(Family family)
{
    return family == Family::V4 ? AF_INET : AF_INET6;
}

Result<IpAddress> IpAddress::parse(std::string_view text)
{
    IpAddress address;
    address.family = text.contains(':') ? Family::V6 : Family::V4;
    // inet_pton wants a C string: a NUL inside would hide what follows it.
    if (text.contains('\0') ||
        ::inet_pton(familyOf(address.family), std::string(text).c_str(), address.bytes.data()) != 1)
        return fail(ErrorKind::InvalidArgument, "\"{}\" is not an IP address", text);
    return address;
}

IpAddress IpAddress::v4(std::uint32_t hostOrder)
{
    IpAddress address;
    for (int i = 0; i < 4; ++i)
        address.bytes[i] = static_cast<std::uint8_t>(hostOrder >> (24 - 8 * i));
    return address;
}

std::uint32_t IpAddress::asV4() const
{
    return std::uint32_t(bytes[0]) << 24 | std::uint32_t(bytes[1]) << 16 | std::uint32_t(bytes[2]) << 8 |
           bytes[3];
}

bool IpAddress::unspecified() const
{
    return std::ranges::all_of(bytes, [](auto byte) { return byte == 0; });
}

bool IpAddress::loopback() const
{
    if (family == Family::V4)
        return bytes[0] == 127;
    return bytes[15] == 1 && std::all_of(bytes.begin(), bytes.end() - 1, [](auto byte) { return byte == 0; });
}

std::string IpAddress::text() const
{
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    ::inet_ntop(familyOf(family), bytes.data(), buffer.data(), buffer.size());
    return buffer.data();
}

Result<IpPrefix> IpPrefix::parse(std::string_view text)
{
    const auto slash = text.find('/');
    TRY(const auto address, IpAddress::parse(text.substr(0, slash)));
    IpPrefix prefix{address, address.bits()};
    if (slash == std::string_view::npos)
        return prefix;
    const auto digits = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix.length);
    if (error != std::errc{} || end != digits.data() + digits.size() || prefix.length < 0 ||
        prefix.length > address.bits())
        return fail(ErrorKind::InvalidArgument, "\"{}\" is not an address with a prefix length", text);
    return prefix;
}

IpPrefix IpPrefix::network() const
{
    IpPrefix result = *this;
    for (int bit = length; bit < address.bits(); ++bit)
        result.address.bytes[bit / 8] &= static_cast<std::uint8_t>(~(0x80U >> (bit % 8)));
    return result;
}

bool IpPrefix::contains(const IpAddress &other) const
{
    return other.family == address.family && IpPrefix{other, length}.network() == network();
}

bool IpPrefix::overlaps(const IpPrefix &other) const
{
    return length <= other.length ? contains(other.address) : other.contains(address);
}

std::string IpPrefix::text() const
{
    return std::format("{}/{}", address.text(), length);
}

} // namespace quayside::isolation::network
