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
constexpr std::uint32_t filterProtocol = 1U << 3, filterDestinationPort = 1U << 5;

struct Flow {
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

bool isUdpTo(nlattr *tuple, std::uint16_t port)
{
    nlattr *protocol = inside(tuple, CTA_TUPLE_PROTO);
    nlattr *number = inside(protocol, CTA_PROTO_NUM);
    nlattr *destination = inside(protocol, CTA_PROTO_DST_PORT);
    return number && destination && nla_get_u8(number) == IPPROTO_UDP &&
           nla_get_u16(destination) == htons(port);
}

std::optional<IpAddress> destinationOf(nlattr *tuple, int family)
{
    nlattr *ip = inside(tuple, CTA_TUPLE_IP);
    nlattr *destination = inside(ip, family == AF_INET ? CTA_IP_V4_DST : CTA_IP_V6_DST);
    IpAddress address{.family = family == AF_INET ? Family::V4 : Family::V6};
    if (!destination || nla_len(destination) != static_cast<int>(address.size()))
        return std::nullopt;
    std::memcpy(address.bytes.data(), nla_data(destination), address.size());
    return address;
}

Message dumpRequest(int family, std::uint16_t port)
{
    auto message = request(IPCTNL_MSG_CT_GET, NLM_F_DUMP, family);
    const std::uint16_t wirePort = htons(port);
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(&wirePort);
    message.nest(CTA_TUPLE_ORIG | NLA_F_NESTED, [&](Message &tuple) {
        tuple.nest(CTA_TUPLE_PROTO | NLA_F_NESTED, [&](Message &protocol) {
            protocol.put8(CTA_PROTO_NUM, IPPROTO_UDP)
                .put(CTA_PROTO_DST_PORT, std::span(bytes, sizeof wirePort));
        });
    });
    message.nest(CTA_FILTER | NLA_F_NESTED, [](Message &filter) {
        filter.put(CTA_FILTER_ORIG_FLAGS, filterProtocol | filterDestinationPort);
    });
    return message;
}

Result<> forgetFamily(NetlinkSocket &socket, int family, std::uint16_t port,
                      const std::function<bool(const IpAddress &)> &concerned)
{
    std::vector<Flow> flows;
    CHECK(socket.query(dumpRequest(family, port), [&](const nlmsghdr *header) {
        auto *mutableHeader = const_cast<nlmsghdr *>(header);
        nlattr *tuple = nlmsg_find_attr(mutableHeader, sizeof(nfgenmsg), CTA_TUPLE_ORIG);
        nlattr *id = nlmsg_find_attr(mutableHeader, sizeof(nfgenmsg), CTA_ID);
        if (!tuple || !id || !isUdpTo(tuple, port))
            return;
        if (const auto destination = destinationOf(tuple, family); destination && concerned(*destination))
            flows.push_back({contents(tuple), contents(id)});
    }));
    for (const auto &flow : flows) {
        auto message = request(IPCTNL_MSG_CT_DELETE, 0, family);
        message.put(CTA_TUPLE_ORIG | NLA_F_NESTED, std::span(flow.tuple)).put(CTA_ID, std::span(flow.id));
        if (auto gone = socket.request(message); !gone && gone.error().errnum != ENOENT)
            return gone;
    }
    return {};
}

} // namespace

Result<> forgetUdpFlows(std::uint16_t port, const std::function<bool(const IpAddress &)> &concerned)
{
    TRY(auto socket, NetlinkSocket::open(NETLINK_NETFILTER));
    for (const int family : {AF_INET, AF_INET6})
        if (auto forgotten = forgetFamily(socket, family, port, concerned); !forgotten)
            return wrap(std::move(forgotten).error(), "forgetting old flows to the UDP port {}", port);
    return {};
}

} // namespace quayside::isolation::network
