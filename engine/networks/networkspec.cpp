#include "engine/networks/networkspec.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace quayside::networks
{

namespace
{

constexpr const char *mtuOption = "com.docker.network.driver.mtu";
constexpr std::uint32_t leastMtu = 68, leastMtu6 = 1280, mostMtu = 65535; // RFC 791, RFC 8200

std::unexpected<Error> invalid(const std::string &name, const std::string &value, const char *wanted)
{
    return fail(ErrorKind::InvalidArgument, "invalid value \"{}\" for the network option {}: {}", value, name,
                wanted);
}

Result<bool> flagOf(const std::string &name, const std::string &value)
{
    if (value == "true" || value == "1" || value == "True" || value == "TRUE" || value == "t")
        return true;
    if (value == "false" || value == "0" || value == "False" || value == "FALSE" || value == "f")
        return false;
    return invalid(name, value, "true or false is expected");
}

Result<std::uint32_t> mtuOf(const std::string &value)
{
    std::uint32_t mtu = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), mtu);
    if (error != std::errc() || end != value.data() + value.size() || mtu < leastMtu || mtu > mostMtu)
        return invalid(mtuOption, value, "a number from 68 to 65535 is expected");
    return mtu;
}

// What the kernel takes (dev_valid_name()), and no more than what is safe to print and to match.
bool isInterfaceName(const std::string &name, std::size_t longest)
{
    constexpr auto allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    return !name.empty() && name.size() <= longest && name != "." && name != ".." && name != "all" &&
           name != "default" && name.find_first_not_of(allowed) == std::string::npos;
}

Result<> readBridgeOption(BridgeOptions &options, const std::string &name, const std::string &value)
{
    if (name == "com.docker.network.bridge.name") {
        if (!isInterfaceName(value, 15))
            return invalid(name, value, "an interface's name has 1 to 15 letters, digits, '_', '.' or '-'");
        options.interface = value;
    } else if (name == mtuOption) {
        TRY(options.mtu, mtuOf(value));
    } else if (name == "com.docker.network.bridge.enable_icc") {
        TRY(options.icc, flagOf(name, value));
    } else if (name == "com.docker.network.bridge.enable_ip_masquerade") {
        TRY(options.masquerade, flagOf(name, value));
    } else if (name == "com.docker.network.bridge.host_binding_ipv4") {
        const auto address = IpAddress::parse(value);
        if (!address || address->family != Family::V4)
            return invalid(name, value, "an IPv4 address is expected");
        options.hostBinding = address->unspecified() ? "" : address->text();
    } else if (name == "com.docker.network.container_iface_prefix") {
        if (!isInterfaceName(value, 11) || value == "lo")
            return invalid(name, value, "a name of at most 11 characters is expected, other than lo");
        options.interfacePrefix = value;
    } else if (name == "com.docker.network.bridge.gateway_mode_ipv4" ||
               name == "com.docker.network.bridge.gateway_mode_ipv6") {
        if (value != "nat")
            return fail(ErrorKind::NotSupported, "the gateway mode \"{}\" is not supported: only nat is",
                        value);
    } else {
        return fail(ErrorKind::NotSupported,
                    "the network option {} is not supported by this engine: leave it out", name);
    }
    return {};
}

Result<IpAddress> addressIn(const IpPrefix &subnet, const std::string &text, const char *what)
{
    const auto address = IpAddress::parse(text);
    if (!address)
        return fail(ErrorKind::InvalidArgument, "invalid {} \"{}\": it is not an IP address", what, text);
    if (!subnet.contains(*address))
        return fail(ErrorKind::InvalidArgument,
                    "invalid network config:\ninvalid {} {}: address is not within the "
                    "subnet {}",
                    what, text, subnet.text());
    return address;
}

// A bridge, a gateway and one container need four addresses of IPv4.
Result<> checkSize(const IpPrefix &subnet)
{
    const bool v4 = subnet.address.family == Family::V4;
    if (v4 ? subnet.length < 8 || subnet.length > 30 : subnet.length < 8 || subnet.length > 126)
        return fail(ErrorKind::InvalidArgument,
                    "invalid subnet {}: a network takes /8 to /30 of IPv4, or /8 to /126 of IPv6",
                    subnet.text());
    const auto &b = subnet.address.bytes;
    const bool multicast = v4 ? b[0] >= 224 : b[0] == 0xff;
    const bool linkLocal = v4 ? b[0] == 169 && b[1] == 254 : b[0] == 0xfe && (b[1] & 0xc0) == 0x80;
    if (subnet.address.loopback() || (v4 && (b[0] == 127 || b[0] == 0)) || multicast || linkLocal ||
        subnet.address.unspecified())
        return fail(ErrorKind::InvalidArgument,
                    "invalid subnet {}: loopback, link-local, multicast and reserved ranges lead nowhere",
                    subnet.text());
    return {};
}

Result<Ipam> ipamFrom(const api::IPAMConfig &config)
{
    const auto subnet = IpPrefix::parse(config.subnet);
    if (!subnet)
        return fail(ErrorKind::InvalidArgument,
                    "invalid network config:\ninvalid subnet {}: it is not a prefix "
                    "such as 172.28.0.0/16",
                    config.subnet);
    if (*subnet != subnet->network())
        return fail(ErrorKind::InvalidArgument, "invalid network config:\ninvalid subnet {}: it should be {}",
                    config.subnet, subnet->network().text());
    CHECK(checkSize(*subnet));
    Ipam ipam{.subnet = *subnet, .given = true};
    if (!config.ipRange.empty()) {
        const auto range = IpPrefix::parse(config.ipRange);
        if (!range || !subnet->contains(range->address) || range->length < subnet->length)
            return fail(ErrorKind::InvalidArgument,
                        "invalid network config:\ninvalid ip-range {}: it should be a part of the subnet {}",
                        config.ipRange, config.subnet);
        ipam.range = range->network();
    }
    if (!config.gateway.empty()) {
        TRY(ipam.gateway, addressIn(*subnet, config.gateway, "gateway"));
        if (*ipam.gateway == subnet->address)
            return fail(ErrorKind::InvalidArgument, "invalid gateway {}: it is the subnet's own address",
                        config.gateway);
    }
    for (const auto &[name, text] : config.auxiliaryAddresses) {
        TRY(ipam.auxiliary[name], addressIn(*subnet, text, "auxiliary address"));
        if (ipam.auxiliary[name] == ipam.gateway)
            return fail(ErrorKind::InvalidArgument, "the auxiliary address {} is the gateway's", text);
    }
    return ipam;
}

Result<> readIpam(NetworkSpec &spec, const api::IPAM &ipam)
{
    if (!ipam.driver.empty() && ipam.driver != "default")
        return fail(ErrorKind::NotFound, "the IPAM driver \"{}\" is not there: only \"default\" is",
                    ipam.driver);
    if (!ipam.options.empty())
        return fail(ErrorKind::NotSupported, "options of the IPAM driver ({}) are not supported",
                    ipam.options.begin()->first);
    for (const auto &config : ipam.config) {
        if (config.subnet.empty() && config.ipRange.empty() && config.gateway.empty() &&
            config.auxiliaryAddresses.empty())
            continue;
        if (config.subnet.empty())
            return fail(
                ErrorKind::InvalidArgument,
                "invalid network config:\na gateway, an ip-range or an auxiliary address needs the subnet "
                "that it is in");
        TRY(auto one, ipamFrom(config));
        auto &target = one.subnet.address.family == Family::V4 ? spec.record.ipam4 : spec.record.ipam6;
        if (target)
            return fail(
                ErrorKind::NotSupported,
                "the {} driver doesn't support multiple subnets: {} and {} were asked for (one of IPv4 and "
                "one of IPv6 are possible)",
                spec.record.driver, target->subnet.text(), one.subnet.text());
        target = std::move(one);
    }
    return {};
}

Result<> checkKinds(const api::NetworkCreateRequest &request)
{
    if (request.configOnly || (request.configFrom && !request.configFrom->network.empty()))
        return fail(ErrorKind::NotSupported, "configuration-only networks are not part of Quayside: give the "
                                             "network its options itself");
    if (request.ingress)
        return fail(ErrorKind::NotSupported,
                    "ingress networks belong to swarm mode, which is not part of Quayside");
    if (request.attachable)
        return fail(ErrorKind::NotSupported, "attachable is for networks of swarm mode, which is not part of "
                                             "Quayside: every container can join a network of this engine");
    if (!request.scope.empty() && request.scope != "local")
        return fail(ErrorKind::NotSupported,
                    "the scope \"{}\" belongs to swarm mode: networks of this engine are "
                    "local",
                    request.scope);
    if (request.enableIPv4 && !*request.enableIPv4)
        return fail(ErrorKind::NotSupported,
                    "a network without IPv4 is not supported: leave --ipv4=false out");
    return {};
}

Result<> checkName(const std::string &name)
{
    constexpr auto allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    if (name.empty())
        return fail(ErrorKind::InvalidArgument,
                    "network name is required: a network cannot be created without one");
    if (isPredefinedName(name))
        return fail(ErrorKind::Forbidden, "operation is not permitted on predefined {} network", name);
    if (name == "default" || name == "container" || name.size() > 255 ||
        name.find_first_not_of(allowed) != std::string::npos ||
        !std::isalnum(static_cast<unsigned char>(name.front())))
        return fail(ErrorKind::InvalidArgument,
                    "invalid network name ({}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed", name);
    return {};
}

Result<> checkDriver(const access::Peer &peer, NetworkSpec &spec)
{
    const auto &record = spec.record;
    if (record.driver == "bridge") {
        TRY(const auto options, bridgeOptions(record.options));
        if (!options.interface.empty() && !peer.isRoot())
            return fail(ErrorKind::Forbidden, "only root may choose the name of a bridge "
                                              "(com.docker.network.bridge.name): leave the option out");
        if (options.mtu && spec.ipv6 && *options.mtu < leastMtu6)
            return invalid(mtuOption, std::to_string(*options.mtu), "IPv6 needs 1280 or more");
        return {};
    }
    if (record.driver == "macvlan") {
        if (!peer.isRoot())
            return fail(ErrorKind::Forbidden,
                        "a macvlan network puts containers onto the host's own network, so "
                        "only root may make one");
        TRY(const auto options, macvlanOptions(record.options));
        if (!record.ipam4)
            return fail(ErrorKind::InvalidArgument,
                        "a macvlan network needs the subnet of the network that {} is on: give --subnet and "
                        "--gateway",
                        options.parent);
        return {};
    }
    if (record.driver == "host" || record.driver == "null")
        return fail(ErrorKind::Forbidden, "only one instance of \"{}\" network is allowed", record.driver);
    if (record.driver == "ipvlan" || record.driver == "overlay")
        return fail(ErrorKind::NotSupported,
                    "the network driver {} is not part of Quayside: use bridge or macvlan", record.driver);
    return fail(ErrorKind::NotFound,
                "could not find plugin {} in v1 plugin registry: plugin not found (the drivers "
                "are bridge and macvlan)",
                record.driver);
}

bool isPrivate(const IpPrefix &subnet)
{
    static const std::array<IpPrefix, 5> ranges = {
        *IpPrefix::parse("10.0.0.0/8"), *IpPrefix::parse("172.16.0.0/12"), *IpPrefix::parse("192.168.0.0/16"),
        *IpPrefix::parse("100.64.0.0/10"), // RFC 6598
        *IpPrefix::parse("fc00::/7")};
    return std::ranges::any_of(ranges, [&](const IpPrefix &range) {
        return range.contains(subnet.address) && subnet.length >= range.length;
    });
}

} // namespace

Result<BridgeOptions> bridgeOptions(const std::map<std::string, std::string> &options)
{
    BridgeOptions result;
    for (const auto &[name, value] : options)
        CHECK(readBridgeOption(result, name, value));
    return result;
}

Result<MacvlanOptions> macvlanOptions(const std::map<std::string, std::string> &options)
{
    MacvlanOptions result;
    for (const auto &[name, value] : options) {
        if (name == "parent") {
            if (!isInterfaceName(value, 15))
                return invalid(name, value, "the name of an interface of the host is expected");
            result.parent = value;
        } else if (name == mtuOption) {
            TRY(result.mtu, mtuOf(value));
        } else if (name == "macvlan_mode" || name == "mode") {
            if (value != "bridge")
                return fail(ErrorKind::NotSupported,
                            "the macvlan mode \"{}\" is not supported: only bridge is", value);
        } else {
            return fail(ErrorKind::NotSupported,
                        "the network option {} is not supported by the macvlan driver", name);
        }
    }
    if (result.parent.empty())
        return fail(ErrorKind::InvalidArgument,
                    "a macvlan network needs an interface of the host: give -o parent=NAME");
    return result;
}

Result<NetworkSpec> networkSpec(const access::Peer &peer, const api::NetworkCreateRequest &request)
{
    CHECK(checkName(request.name));
    CHECK(checkKinds(request));
    NetworkSpec spec;
    spec.ipv6 = request.enableIPv6.value_or(false);
    spec.record.name = request.name;
    spec.record.driver = request.driver.empty() || request.driver == "default" ? "bridge" : request.driver;
    spec.record.owner = peer.uid;
    spec.record.internal = request.internal;
    spec.record.options = request.options;
    spec.record.labels = request.labels;
    if (request.ipam)
        CHECK(readIpam(spec, *request.ipam));
    if (spec.record.ipam6 && !spec.ipv6)
        return fail(ErrorKind::InvalidArgument,
                    "the subnet {} needs IPv6 to be enabled on the network (--ipv6)",
                    spec.record.ipam6->subnet.text());
    CHECK(checkDriver(peer, spec));
    return spec;
}

Result<> checkSubnet(const access::Peer &peer, const IpPrefix &subnet, const HostRanges &ranges)
{
    const auto overlapping = [&](const std::vector<IpPrefix> &list) {
        return std::ranges::find_if(list, [&](const IpPrefix &one) { return one.overlaps(subnet); });
    };
    if (const auto found = overlapping(ranges.others); found != ranges.others.end())
        return fail(ErrorKind::Forbidden,
                    "invalid pool request: Pool overlaps with other one on this address space ({} with {})",
                    subnet.text(), found->text());
    if (const auto found = overlapping(ranges.onLink); found != ranges.onLink.end())
        return fail(
            ErrorKind::Forbidden,
            "the subnet {} overlaps with {}, which an interface of this machine is on: choose another one",
            subnet.text(), found->network().text());
    if (peer.isRoot())
        return {};
    if (const auto found = overlapping(ranges.routed); found != ranges.routed.end())
        return fail(
            ErrorKind::Forbidden,
            "the subnet {} overlaps with {}, which this machine has a route to or a name server in: choose "
            "another one",
            subnet.text(), found->text());
    if (!isPrivate(subnet))
        return fail(
            ErrorKind::Forbidden,
            "the subnet {} is not private, and this machine would no longer reach those addresses: choose "
            "one of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10 or fc00::/7",
            subnet.text());
    return {};
}

} // namespace quayside::networks
