#include "engine/networks/subnet.h"

#include <sys/random.h>

#include <algorithm>

namespace quayside::networks
{

using isolation::network::Family;
using isolation::network::IpAddress;

static std::vector<IpPrefix> candidates(SubnetUse use)
{
    std::vector<IpPrefix> all;
    // From the top, where Docker comes last.
    for (std::uint32_t second = 31; second >= 20; --second)
        all.push_back({IpAddress::v4(172U << 24 | second << 16), 16});
    const bool small = use == SubnetUse::UserDefined;
    for (std::uint32_t second = 223; second >= 192; --second)
        for (std::uint32_t third = 0; third < (small ? 256U : 1U); third += 16)
            all.push_back({IpAddress::v4(10U << 24 | second << 16 | third << 8), small ? 20 : 16});
    for (std::uint32_t third = 240; third >= 64; third -= 16)
        all.push_back({IpAddress::v4(192U << 24 | 168U << 16 | third << 8), 20});
    return all;
}

Result<IpPrefix> chooseSubnet(const std::vector<IpPrefix> &taken, SubnetUse use)
{
    for (const auto &candidate : candidates(use))
        if (std::ranges::none_of(taken, [&](const IpPrefix &other) { return other.overlaps(candidate); }))
            return candidate;
    if (use == SubnetUse::UserDefined)
        return fail(
            ErrorKind::Conflict,
            "all predefined address pools have been fully subnetted: remove networks that nobody uses "
            "(docker network prune), or choose a --subnet");
    return fail(ErrorKind::Conflict,
                "every private address range that the default network could use overlaps with a "
                "route or an address of this machine");
}

Result<IpPrefix> randomUlaSubnet()
{
    IpPrefix subnet{{.family = Family::V6}, 64};
    subnet.address.bytes[0] = 0xfd;
    if (::getrandom(subnet.address.bytes.data() + 1, 5, 0) != 5)
        return failErrno(errno, "choosing an IPv6 prefix");
    return subnet;
}

} // namespace quayside::networks
