#include "engine/isolation/network/flows.h"

#include "engine/isolation/network/netlink.h"

#include <arpa/inet.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_conntrack.h>
#include <linux/netlink.h>
#include <netlink/msg.h>
#include <sys/socket.h>

#include <optional>
#include <vector>

namespace quayside::isolation::network
{

namespace
{

// Bits of CTA_FILTER_ORIG_FLAGS (net/netfilter/nf_internals.h; Linux 5.8). Older kernels send all flows.
constexpr std::uint32_t filterProtocol = 1U << 3;

// What the kernel wants to hear to forget one.
struct Reference {
    int family = 0;
    std::vector<std::uint8_t> tuple; // CTA_TUPLE_ORIG, as it came
    std::vector<std::uint8_t> id;
};

Message request(int command, int flags, int family)
{
    Message message((NFNL_SUBSYS_CTNETLINK << 8) | command, flags);
    message.header(nfgenmsg{static_cast<std::uint8_t>(family), NFNETLINK_V0, 0});
    return message;
}

std::vector<std::uint8_t> contents(nlattr *attribute)
{
    const auto *start = static_cast<const std::uint8_t *>(nla_data(attribute));
    return {start, start + nla_len(attribute)};
}

nlattr *inside(nlattr *attribute, int type)
{
    return attribute ? nla_find(static_cast<nlattr *>(nla_data(attribute)), nla_len(attribute), type)
                     : nullptr;
}

std::optional<IpAddress> addressIn(nlattr *tuple, int family, bool source)
{
    const int v4 = source ? CTA_IP_V4_SRC : CTA_IP_V4_DST, v6 = source ? CTA_IP_V6_SRC : CTA_IP_V6_DST;
    nlattr *found = inside(inside(tuple, CTA_TUPLE_IP), family == AF_INET ? v4 : v6);
    IpAddress address{.family = family == AF_INET ? Family::V4 : Family::V6};
    if (!found || nla_len(found) != static_cast<int>(address.size()))
        return std::nullopt;
    std::memcpy(address.bytes.data(), nla_data(found), address.size());
    return address;
}

std::optional<UdpFlow> flowOf(int family, nlattr *original, nlattr *reply)
{
    nlattr *protocol = inside(original, CTA_TUPLE_PROTO);
    nlattr *number = inside(protocol, CTA_PROTO_NUM);
    nlattr *port = inside(protocol, CTA_PROTO_DST_PORT);
    const auto destination = addressIn(original, family, false);
    const auto answeredBy = addressIn(reply, family, true);
    if (!number || !port || nla_get_u8(number) != IPPROTO_UDP || !destination || !answeredBy)
        return std::nullopt;
    return UdpFlow{*destination, ntohs(nla_get_u16(port)), *answeredBy};
}

Message dumpRequest(int family)
{
    auto message = request(IPCTNL_MSG_CT_GET, NLM_F_DUMP, family);
    message.nest(CTA_TUPLE_ORIG | NLA_F_NESTED, [](Message &tuple) {
        tuple.nest(CTA_TUPLE_PROTO | NLA_F_NESTED,
                   [](Message &protocol) { protocol.put8(CTA_PROTO_NUM, IPPROTO_UDP); });
    });
    message.nest(CTA_FILTER | NLA_F_NESTED,
                 [](Message &filter) { filter.put(CTA_FILTER_ORIG_FLAGS, filterProtocol); });
    return message;
}

Result<std::vector<Reference>> findFlows(NetlinkSocket &socket, int family,
                                         const std::function<bool(const UdpFlow &)> &stale)
{
    std::vector<Reference> found;
    CHECK(socket.query(dumpRequest(family), [&](const nlmsghdr *header) {
        auto *mutableHeader = const_cast<nlmsghdr *>(header);
        nlattr *original = nlmsg_find_attr(mutableHeader, sizeof(nfgenmsg), CTA_TUPLE_ORIG);
        nlattr *reply = nlmsg_find_attr(mutableHeader, sizeof(nfgenmsg), CTA_TUPLE_REPLY);
        nlattr *id = nlmsg_find_attr(mutableHeader, sizeof(nfgenmsg), CTA_ID);
        if (!original || !reply || !id)
            return;
        if (const auto flow = flowOf(family, original, reply); flow && stale(*flow))
            found.push_back({family, contents(original), contents(id)});
    }));
    return found;
}

Result<> forget(NetlinkSocket &socket, const Reference &flow)
{
    auto message = request(IPCTNL_MSG_CT_DELETE, 0, flow.family);
    message.put(CTA_TUPLE_ORIG | NLA_F_NESTED, std::span(flow.tuple)).put(CTA_ID, std::span(flow.id));
    auto gone = socket.request(message);
    if (!gone && gone.error().errnum == ENOENT) // it ended by itself
        return {};
    return gone;
}

} // namespace

Result<> forgetUdpFlows(const std::function<bool(const UdpFlow &)> &stale)
{
    TRY(auto socket, NetlinkSocket::open(NETLINK_NETFILTER));
    for (const int family : {AF_INET, AF_INET6}) { // the kernel filters for one family only
        auto found = findFlows(socket, family, stale);
        if (!found)
            return wrap(std::move(found).error(), "looking for old UDP flows");
        for (const auto &flow : *found)
            if (auto gone = forget(socket, flow); !gone)
                return wrap(std::move(gone).error(), "forgetting an old UDP flow");
    }
    return {};
}

} // namespace quayside::isolation::network
