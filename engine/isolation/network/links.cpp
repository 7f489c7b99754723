#include "engine/isolation/network/links.h"

#include <linux/if_addr.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>
#include <netlink/msg.h>
#include <sys/socket.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <thread>
#include <utility>

namespace quayside::isolation::network
{

Result<MacAddress> parseMac(std::string_view text)
{
    MacAddress address{};
    for (std::size_t i = 0; i < address.size(); ++i) {
        const char *start = text.data() + 3 * i;
        const bool whole = text.size() == 17 && (i == 5 || start[2] == ':' || start[2] == '-');
        if (!whole || std::from_chars(start, start + 2, address[i], 16).ptr != start + 2)
            return fail(ErrorKind::InvalidArgument, "\"{}\" is not a MAC address", text);
    }
    return address;
}

std::string macText(const MacAddress &a)
{
    // By hand: every interface of a long list has one.
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : a) {
        if (!text.empty())
            text += ':';
        text += digits[byte >> 4];
        text += digits[byte & 0xf];
    }
    return text;
}

static int familyOf(const IpAddress &address)
{
    return address.family == Family::V4 ? AF_INET : AF_INET6;
}

static std::span<const std::uint8_t> bytesOf(const IpAddress &address)
{
    return std::span(address.bytes).first(address.size());
}

Result<Links> Links::open()
{
    TRY(auto socket, NetlinkSocket::open(NETLINK_ROUTE));
    return Links(std::move(socket));
}

Result<> Links::request(Message message, std::string_view doing)
{
    if (m_collecting) {
        m_collected.push_back(std::move(message));
        m_doing.emplace_back(doing);
        return {};
    }
    if (auto done = m_socket.request(message); !done)
        return wrap(std::move(done).error(), "{}", doing);
    return {};
}

Result<> Links::commit()
{
    m_collecting = false;
    const auto messages = std::exchange(m_collected, {});
    const auto doing = std::exchange(m_doing, {});
    if (messages.empty())
        return {};
    if (auto done = m_socket.requests(messages); !done)
        return wrap(std::move(done).error().error, "{}", doing.at(done.error().place));
    return {};
}

Result<int> Links::addBridge(const BridgeSpec &spec)
{
    Message message(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL);
    message.header(ifinfomsg{.ifi_family = AF_UNSPEC, .ifi_flags = IFF_UP, .ifi_change = IFF_UP})
        .put(IFLA_IFNAME, spec.name)
        .put(IFLA_ADDRESS, std::span(spec.address))
        .put(IFLA_MTU, spec.mtu)
        .nest(IFLA_LINKINFO, [](Message &info) { info.put(IFLA_INFO_KIND, "bridge"); });
    CHECK(request(std::move(message), std::format("making the bridge {}", spec.name)));
    TRY(const auto link, find(spec.name));
    return link.index;
}

static Message upMessage(int index) // 0: of the name that is put behind it
{
    Message message(RTM_SETLINK, 0);
    message.header(
        ifinfomsg{.ifi_family = AF_UNSPEC, .ifi_index = index, .ifi_flags = IFF_UP, .ifi_change = IFF_UP});
    return message;
}

Result<> Links::addVeth(const VethSpec &spec)
{
    const auto peer = [&](Message &data) {
        data.nest(VETH_INFO_PEER, [&](Message &m) {
            m.header(ifinfomsg{.ifi_family = AF_UNSPEC})
                .put(IFLA_IFNAME, spec.peerName)
                .put(IFLA_ADDRESS, std::span(spec.peerAddress))
                .put(IFLA_MTU, spec.mtu)
                .put(IFLA_NET_NS_FD, static_cast<std::uint32_t>(spec.peerNamespace));
        });
    };
    Message message(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL);
    message.header(ifinfomsg{.ifi_family = AF_UNSPEC})
        .put(IFLA_IFNAME, spec.name)
        .put(IFLA_MTU, spec.mtu)
        .nest(IFLA_LINKINFO,
              [&](Message &info) { info.put(IFLA_INFO_KIND, "veth").nest(IFLA_INFO_DATA, peer); });
    if (spec.bridge != 0)
        message.put(IFLA_MASTER, static_cast<std::uint32_t>(spec.bridge));
    const std::array one{std::move(message)};
    auto made = m_socket.requests(one);
    if (made)
        return finishVeth(spec);
    if (made.error().error.errnum == EXFULL)
        return std::unexpected(
            Error{ErrorKind::Conflict, EXFULL,
                  "the network has no place for another container: a bridge takes 1,023 of them. "
                  "Stop some, or use another network"});
    return wrap(std::move(made).error().error, "making the interface {}", spec.name);
}

// A message that creates a link cannot say how it makes addresses, and one that is up has made them.
Result<> Links::finishVeth(const VethSpec &spec)
{
    std::vector<Message> messages;
    if (spec.bridge != 0) {
        messages.emplace_back(RTM_SETLINK, 0);
        messages.back()
            .header(ifinfomsg{.ifi_family = AF_UNSPEC})
            .put(IFLA_IFNAME, spec.name)
            .nest(IFLA_AF_SPEC, [](Message &families) {
                families.nest(AF_INET6, [](Message &inet6) {
                    inet6.put8(IFLA_INET6_ADDR_GEN_MODE, IN6_ADDR_GEN_MODE_NONE);
                });
            });
    }
    const std::size_t last = messages.size();
    messages.push_back(upMessage(0));
    messages.back().put(IFLA_IFNAME, spec.name);
    auto done = m_socket.requests(messages);
    if (!done && done.error().place != last) // a kernel without IPv6, which has switched it on nevertheless
        done = m_socket.requests(std::span(messages).subspan(last));
    if (done)
        return {};
    Message removal(RTM_DELLINK, 0);
    removal.header(ifinfomsg{.ifi_family = AF_UNSPEC}).put(IFLA_IFNAME, spec.name);
    (void)m_socket.request(removal);
    return wrap(std::move(done).error().error, "switching the interface {} on", spec.name);
}

Result<> Links::addMacvlan(const MacvlanSpec &spec)
{
    Message message(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL);
    message.header(ifinfomsg{.ifi_family = AF_UNSPEC})
        .put(IFLA_IFNAME, spec.name)
        .put(IFLA_ADDRESS, std::span(spec.address))
        .put(IFLA_LINK, static_cast<std::uint32_t>(spec.parent))
        .put(IFLA_NET_NS_FD, static_cast<std::uint32_t>(spec.targetNamespace))
        .nest(IFLA_LINKINFO, [](Message &info) {
            info.put(IFLA_INFO_KIND, "macvlan").nest(IFLA_INFO_DATA, [](Message &data) {
                data.put(IFLA_MACVLAN_MODE, static_cast<std::uint32_t>(MACVLAN_MODE_BRIDGE));
            });
        });
    if (spec.mtu)
        message.put(IFLA_MTU, *spec.mtu);
    return request(std::move(message), std::format("making the macvlan interface {}", spec.name));
}

Result<> Links::setAlias(int index, std::string_view alias)
{
    Message message(RTM_NEWLINK, 0);
    message.header(ifinfomsg{.ifi_family = AF_UNSPEC, .ifi_index = index}).put(IFLA_IFALIAS, alias);
    return request(std::move(message), "naming an interface's owner");
}

Result<> Links::setUp(int index)
{
    return request(upMessage(index), "switching an interface on");
}

Result<> Links::setUp(std::string_view name)
{
    Message message = upMessage(0);
    message.put(IFLA_IFNAME, name);
    return request(std::move(message), std::format("switching the interface {} on", name));
}

Result<> Links::setMaster(int index, int bridge)
{
    Message message(RTM_NEWLINK, 0);
    message.header(ifinfomsg{.ifi_family = AF_UNSPEC, .ifi_index = index})
        .put(IFLA_MASTER, static_cast<std::uint32_t>(bridge));
    return request(std::move(message), "putting an interface on the bridge");
}

Result<> Links::setHairpin(int index)
{
    Message message(RTM_SETLINK, 0);
    message.header(ifinfomsg{.ifi_family = AF_BRIDGE, .ifi_index = index})
        .nest(IFLA_PROTINFO | NLA_F_NESTED, [](Message &port) { port.put8(IFLA_BRPORT_MODE, 1); });
    return request(std::move(message), "setting a bridge port's mode");
}

Result<> Links::setIsolated(int index)
{
    Message message(RTM_SETLINK, 0);
    message.header(ifinfomsg{.ifi_family = AF_BRIDGE, .ifi_index = index})
        .nest(IFLA_PROTINFO | NLA_F_NESTED, [](Message &port) { port.put8(IFLA_BRPORT_ISOLATED, 1); });
    return request(std::move(message), "keeping a bridge port apart from the others");
}

static Message addressMessage(int type, int flags, int index, const IpPrefix &address)
{
    Message message(type, flags);
    message.header(ifaddrmsg{.ifa_family = static_cast<std::uint8_t>(familyOf(address.address)),
                             .ifa_prefixlen = static_cast<std::uint8_t>(address.length),
                             .ifa_flags = IFA_F_NODAD,
                             .ifa_index = static_cast<std::uint32_t>(index)});
    message.put(IFA_LOCAL, bytesOf(address.address)).put(IFA_ADDRESS, bytesOf(address.address));
    return message;
}

Result<> Links::addAddress(int index, const IpPrefix &address)
{
    auto message = addressMessage(RTM_NEWADDR, NLM_F_CREATE | NLM_F_REPLACE, index, address);
    if (address.address.family == Family::V4) {
        const auto last =
            IpPrefix{address}.network().address.asV4() | (address.length ? ~0U >> address.length : ~0U);
        message.put(IFA_BROADCAST, bytesOf(IpAddress::v4(last)));
    }
    return request(std::move(message), std::format("setting the address {}", address.text()));
}

Result<> Links::removeAddress(int index, const IpPrefix &address)
{
    return request(addressMessage(RTM_DELADDR, 0, index, address),
                   std::format("removing the address {}", address.text()));
}

Result<> Links::addDefaultRoute(int index, const IpAddress &gateway)
{
    return addRoute(index, {{.family = gateway.family}, 0}, gateway);
}

Result<> Links::addRoute(int index, const IpPrefix &destination, const IpAddress &gateway)
{
    Message message(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_REPLACE);
    message.header(rtmsg{.rtm_family = static_cast<std::uint8_t>(familyOf(gateway)),
                         .rtm_dst_len = static_cast<std::uint8_t>(destination.length),
                         .rtm_table = RT_TABLE_MAIN,
                         .rtm_protocol = RTPROT_STATIC,
                         .rtm_scope = RT_SCOPE_UNIVERSE,
                         .rtm_type = RTN_UNICAST});
    message.put(RTA_GATEWAY, bytesOf(gateway)).put(RTA_OIF, static_cast<std::uint32_t>(index));
    if (destination.length != 0)
        message.put(RTA_DST, bytesOf(destination.address));
    return request(std::move(message),
                   std::format("setting the route to {} by {}", destination.text(), gateway.text()));
}

Result<> Links::removeDefaultRoutes(Family family)
{
    constexpr int most = 64; // more default routes than anybody sets by hand
    for (int i = 0; i < most; ++i) {
        Message message(RTM_DELROUTE, 0);
        message.header(
            rtmsg{.rtm_family = static_cast<std::uint8_t>(family == Family::V4 ? AF_INET : AF_INET6),
                  .rtm_table = RT_TABLE_MAIN,
                  .rtm_scope = RT_SCOPE_NOWHERE});
        auto removed = request(std::move(message), "removing the default route");
        // No such route; no table for one yet; no IPv6 at all.
        const int errnum = removed ? 0 : removed.error().errnum;
        if (errnum == ESRCH || errnum == ENOENT || errnum == EAFNOSUPPORT || errnum == EOPNOTSUPP)
            return {};
        CHECK(removed);
    }
    return {};
}

Result<> Links::remove(int index)
{
    Message message(RTM_DELLINK, 0);
    message.header(ifinfomsg{.ifi_family = AF_UNSPEC, .ifi_index = index});
    auto removed = request(std::move(message), "removing an interface");
    if (!removed && removed.error().errnum == ENODEV)
        return {};
    return removed;
}

static Link linkOf(const nlmsghdr *header)
{
    auto *mutableHeader = const_cast<nlmsghdr *>(header); // libnl's readers take no const
    const auto *info = static_cast<const ifinfomsg *>(nlmsg_data(mutableHeader));
    Link link{.index = info->ifi_index,
              .up = (info->ifi_flags & IFF_UP) != 0,
              .running = (info->ifi_flags & IFF_RUNNING) != 0};
    if (nlattr *name = nlmsg_find_attr(mutableHeader, sizeof *info, IFLA_IFNAME))
        link.name = nla_get_string(name);
    if (nlattr *alias = nlmsg_find_attr(mutableHeader, sizeof *info, IFLA_IFALIAS))
        link.alias.assign(static_cast<const char *>(nla_data(alias)),
                          ::strnlen(static_cast<const char *>(nla_data(alias)), nla_len(alias)));
    if (nlattr *mtu = nlmsg_find_attr(mutableHeader, sizeof *info, IFLA_MTU))
        link.mtu = nla_get_u32(mtu);
    if (nlattr *master = nlmsg_find_attr(mutableHeader, sizeof *info, IFLA_MASTER))
        link.master = static_cast<int>(nla_get_u32(master));
    if (nlattr *peer = nlmsg_find_attr(mutableHeader, sizeof *info, IFLA_LINK))
        link.peer = static_cast<int>(nla_get_u32(peer));
    if (nlattr *mac = nlmsg_find_attr(mutableHeader, sizeof *info, IFLA_ADDRESS); mac && nla_len(mac) == 6) {
        MacAddress address{};
        std::memcpy(address.data(), nla_data(mac), address.size());
        link.mac = macText(address);
    }
    if (nlattr *data = nlmsg_find_attr(mutableHeader, sizeof *info, IFLA_LINKINFO))
        if (nlattr *kind = nla_find(static_cast<nlattr *>(nla_data(data)), nla_len(data), IFLA_INFO_KIND))
            link.kind = nla_get_string(kind);
    return link;
}

Result<Link> Links::find(std::string_view name)
{
    Message message(RTM_GETLINK, 0);
    message.header(ifinfomsg{.ifi_family = AF_UNSPEC}).put(IFLA_IFNAME, name);
    auto found = find(std::move(message));
    if (!found)
        return wrap(std::move(found).error(), "looking for the interface {}", name);
    return found;
}

Result<Link> Links::find(int index)
{
    Message message(RTM_GETLINK, 0);
    message.header(ifinfomsg{.ifi_family = AF_UNSPEC, .ifi_index = index});
    auto found = find(std::move(message));
    if (!found)
        return wrap(std::move(found).error(), "looking for the interface {}", index);
    return found;
}

Result<Link> Links::find(Message message)
{
    message.put(IFLA_EXT_MASK, std::uint32_t{RTEXT_FILTER_SKIP_STATS});
    Link found;
    const std::array one{std::move(message)};
    auto asked = m_socket.requests(one, [&](const nlmsghdr *header) {
        if (header->nlmsg_type == RTM_NEWLINK)
            found = linkOf(header);
    });
    if (asked)
        return found;
    Error error = std::move(asked).error().error;
    if (error.errnum == ENODEV)
        error.kind = ErrorKind::NotFound;
    return std::unexpected(std::move(error));
}

// A link that just got its carrier drops packets until the kernel's link watch has run, which it does at
// leisure on a busy machine; a lost ARP request is repeated only after a second. Since Linux 6.8 the question
// alone makes it run.
Result<> Links::awaitRunning(int index)
{
    using namespace std::chrono_literals;
    const auto deadline = std::chrono::steady_clock::now() + 100ms;
    while (true) {
        TRY(const auto link, find(index));
        if (link.running || std::chrono::steady_clock::now() >= deadline)
            return {};
        std::this_thread::sleep_for(1ms);
    }
}

Result<bool> Links::isSolicited(const IpAddress &address)
{
    const auto &b = address.bytes;
    const std::array<std::uint8_t, 16> group{0xff, 2, 0, 0,    0,    0,     0,     0,
                                             0,    0, 0, 0x01, 0xff, b[13], b[14], b[15]};
    Message message(RTM_GETMULTICAST, NLM_F_DUMP);
    message.header(ifaddrmsg{.ifa_family = AF_INET6});
    bool joined = false;
    auto asked = m_socket.query(message, [&](const nlmsghdr *header) {
        nlattr *one = nlmsg_find_attr(const_cast<nlmsghdr *>(header), sizeof(ifaddrmsg), IFA_MULTICAST);
        joined = joined || (one && nla_len(one) == static_cast<int>(group.size()) &&
                            std::memcmp(nla_data(one), group.data(), group.size()) == 0);
    });
    if (!asked)
        return wrap(std::move(asked).error(), "listing multicast groups");
    return joined;
}

Result<std::vector<Link>> Links::list(std::optional<int> master)
{
    Message message(RTM_GETLINK, NLM_F_DUMP);
    message.header(ifinfomsg{.ifi_family = AF_UNSPEC})
        .put(IFLA_EXT_MASK, std::uint32_t{RTEXT_FILTER_SKIP_STATS});
    if (master)
        message.put(IFLA_MASTER, static_cast<std::uint32_t>(*master));
    std::vector<Link> links;
    auto asked = m_socket.query(message, [&](const nlmsghdr *header) {
        if (header->nlmsg_type == RTM_NEWLINK)
            links.push_back(linkOf(header));
    });
    if (!asked)
        return wrap(std::move(asked).error(), "listing the interfaces");
    if (master) // older kernels ignore the filter
        std::erase_if(links, [&](const Link &link) { return link.master != *master; });
    return links;
}

static IpAddress addressOf(int family, nlattr *attribute)
{
    IpAddress address{.family = family == AF_INET ? Family::V4 : Family::V6};
    if (nla_len(attribute) >= static_cast<int>(address.size()))
        std::memcpy(address.bytes.data(), nla_data(attribute), address.size());
    return address;
}

Result<std::vector<InterfaceAddress>> Links::addresses()
{
    Message message(RTM_GETADDR, NLM_F_DUMP);
    message.header(ifaddrmsg{.ifa_family = AF_UNSPEC});
    std::vector<InterfaceAddress> found;
    auto asked = m_socket.query(message, [&](const nlmsghdr *header) {
        auto *mutableHeader = const_cast<nlmsghdr *>(header);
        const auto *info = static_cast<const ifaddrmsg *>(nlmsg_data(mutableHeader));
        if (header->nlmsg_type != RTM_NEWADDR ||
            (info->ifa_family != AF_INET && info->ifa_family != AF_INET6))
            return;
        nlattr *local = nlmsg_find_attr(mutableHeader, sizeof *info, IFA_LOCAL);
        if (!local)
            local = nlmsg_find_attr(mutableHeader, sizeof *info, IFA_ADDRESS);
        if (local)
            found.push_back({static_cast<int>(info->ifa_index),
                             {addressOf(info->ifa_family, local), info->ifa_prefixlen}});
    });
    if (!asked)
        return wrap(std::move(asked).error(), "listing the host's addresses");
    return found;
}

static std::optional<Route> routeOf(const nlmsghdr *header)
{
    auto *mutableHeader = const_cast<nlmsghdr *>(header);
    const auto *info = static_cast<const rtmsg *>(nlmsg_data(mutableHeader));
    if (header->nlmsg_type != RTM_NEWROUTE || (info->rtm_family != AF_INET && info->rtm_family != AF_INET6) ||
        info->rtm_table != RT_TABLE_MAIN || (info->rtm_flags & RTM_F_CLONED))
        return std::nullopt;
    Route route;
    route.destination = {{.family = info->rtm_family == AF_INET ? Family::V4 : Family::V6},
                         info->rtm_dst_len};
    if (nlattr *destination = nlmsg_find_attr(mutableHeader, sizeof *info, RTA_DST))
        route.destination.address = addressOf(info->rtm_family, destination);
    if (nlattr *interface = nlmsg_find_attr(mutableHeader, sizeof *info, RTA_OIF))
        route.index = static_cast<int>(nla_get_u32(interface));
    if (nlattr *metric = nlmsg_find_attr(mutableHeader, sizeof *info, RTA_PRIORITY))
        route.metric = nla_get_u32(metric);
    if (nlattr *gateway = nlmsg_find_attr(mutableHeader, sizeof *info, RTA_GATEWAY))
        route.gateway = addressOf(info->rtm_family, gateway);
    return route;
}

Result<std::vector<Route>> Links::routes()
{
    Message message(RTM_GETROUTE, NLM_F_DUMP);
    message.header(rtmsg{.rtm_family = AF_UNSPEC});
    std::vector<Route> found;
    auto asked = m_socket.query(message, [&](const nlmsghdr *header) {
        if (auto route = routeOf(header))
            found.push_back(*route);
    });
    if (!asked)
        return wrap(std::move(asked).error(), "listing the host's routes");
    return found;
}

} // namespace quayside::isolation::network
