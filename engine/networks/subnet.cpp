#include "engine/networks/subnet.h"

#include <sys/random.h>

#include <algorithm>
#include <cstdint>

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

namespace
{

// IPv4 addresses, first and last.
struct Range {
    std::uint32_t first = 0, last = 0;
};

Range rangeOf(const IpPrefix &prefix)
{
    const auto first = prefix.network().address.asV4();
    return {first, first | (prefix.length == 0 ? ~0U : ~(~0U << (32 - prefix.length)))};
}

// Hundreds of ranges to choose from and hundreds that are taken: sorted and apart from each other, they need
// not all be compared with all.
std::vector<Range> apart(const std::vector<IpPrefix> &prefixes)
{
    std::vector<Range> all, merged;
    for (const auto &prefix : prefixes)
        if (prefix.address.family == Family::V4)
            all.push_back(rangeOf(prefix));
    std::ranges::sort(all, {}, &Range::first);
    for (const auto &range : all)
        if (!merged.empty() && range.first <= merged.back().last)
            merged.back().last = std::max(merged.back().last, range.last);
        else
            merged.push_back(range);
    return merged;
}

bool isFree(const std::vector<Range> &taken, const Range &wanted)
{
    const auto first = std::ranges::lower_bound(taken, wanted.first, {}, &Range::last);
    return first == taken.end() || first->first > wanted.last;
}

} // namespace

Result<IpPrefix> chooseSubnet(const std::vector<IpPrefix> &taken, SubnetUse use)
{
    const auto ranges = apart(taken);
    for (const auto &candidate : candidates(use))
        if (isFree(ranges, rangeOf(candidate)))
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
