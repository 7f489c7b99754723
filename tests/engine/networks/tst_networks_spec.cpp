// What a network may be, and which one leads out.
#include "engine/networks/gateways.h"
#include "engine/networks/networkspec.h"
#include "engine/networks/subnet.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace quayside;
using namespace quayside::networks;

namespace
{

const access::Peer root, alice{.uid = 1000};

IpPrefix prefix(const char *text)
{
    return *IpPrefix::parse(text);
}

api::NetworkCreateRequest request(const char *name = "app")
{
    return {.name = name};
}

api::NetworkCreateRequest withIpam(std::vector<api::IPAMConfig> config)
{
    auto wanted = request();
    wanted.ipam.emplace();
    wanted.ipam->config = std::move(config);
    return wanted;
}

void expectRefused(const api::NetworkCreateRequest &wanted, ErrorKind kind, const std::string &words,
                   const access::Peer &peer = root)
{
    const auto spec = networkSpec(peer, wanted);
    ASSERT_FALSE(spec) << words;
    EXPECT_EQ(spec.error().kind, kind) << spec.error().message;
    EXPECT_TRUE(spec.error().message.contains(words)) << spec.error().message;
}

TEST(NetworkSpec, takesAPlainOne)
{
    const auto spec = networkSpec(alice, request());
    ASSERT_TRUE(spec) << spec.error().message;
    EXPECT_EQ(spec->record.driver, "bridge");
    EXPECT_EQ(spec->record.owner, 1000U);
    EXPECT_FALSE(spec->record.ipam4 || spec->record.ipam6 || spec->ipv6);
}

TEST(NetworkSpec, takesEverythingThatABridgeCan)
{
    auto wanted = withIpam({{.subnet = "10.9.0.0/16",
                             .ipRange = "10.9.4.0/24",
                             .gateway = "10.9.0.9",
                             .auxiliaryAddresses = {{"router", "10.9.4.1"}}},
                            {.subnet = "fd09::/64"}});
    wanted.enableIPv6 = true;
    wanted.internal = true;
    wanted.labels = {{"a", "b"}};
    const std::string bridge = "com.docker.network.bridge.";
    wanted.options = {{bridge + "name", "br-app"},
                      {bridge + "enable_icc", "false"},
                      {bridge + "enable_ip_masquerade", "false"},
                      {bridge + "host_binding_ipv4", "127.0.0.1"},
                      {"com.docker.network.driver.mtu", "1400"}};
    const auto spec = networkSpec(root, wanted);
    ASSERT_TRUE(spec) << spec.error().message;
    ASSERT_TRUE(spec->record.ipam4 && spec->record.ipam6);
    EXPECT_TRUE(spec->record.ipam4->given);
    EXPECT_EQ(spec->record.ipam4->range, prefix("10.9.4.0/24"));
    EXPECT_EQ(spec->record.ipam4->gateway->text(), "10.9.0.9");
    EXPECT_EQ(spec->record.ipam4->auxiliary.at("router").text(), "10.9.4.1");
    EXPECT_TRUE(spec->record.internal);
    const auto options = bridgeOptions(spec->record.options);
    ASSERT_TRUE(options);
    EXPECT_EQ(options->interface, "br-app");
    EXPECT_FALSE(options->icc || options->masquerade);
    EXPECT_EQ(options->hostBinding, "127.0.0.1");
    EXPECT_EQ(options->mtu, 1400U);
}

TEST(NetworkSpec, refusesNamesInASentence)
{
    expectRefused(request(""), ErrorKind::InvalidArgument, "network name is required");
    for (const auto *name : {"bridge", "host", "none"})
        expectRefused(request(name), ErrorKind::Forbidden, "operation is not permitted on predefined");
    for (const auto *name : {"default", "container", "-x", ".", "a/b", "a b", "caf\xc3\xa9"})
        expectRefused(request(name), ErrorKind::InvalidArgument, "invalid network name");
}

TEST(NetworkSpec, refusesWhatIsNotPartOfThisEngine)
{
    auto wanted = request();
    wanted.attachable = true;
    expectRefused(wanted, ErrorKind::NotSupported, "attachable");
    wanted = request();
    wanted.ingress = true;
    expectRefused(wanted, ErrorKind::NotSupported, "swarm");
    wanted = request();
    wanted.configOnly = true;
    expectRefused(wanted, ErrorKind::NotSupported, "configuration-only");
    wanted = request();
    wanted.configFrom.emplace("other");
    expectRefused(wanted, ErrorKind::NotSupported, "configuration-only");
    wanted = request();
    wanted.scope = "swarm";
    expectRefused(wanted, ErrorKind::NotSupported, "scope");
    wanted = request();
    wanted.enableIPv4 = false;
    expectRefused(wanted, ErrorKind::NotSupported, "without IPv4");
    wanted = request();
    wanted.driver = "ipvlan";
    expectRefused(wanted, ErrorKind::NotSupported, "ipvlan");
    wanted.driver = "nonesuch";
    expectRefused(wanted, ErrorKind::NotFound, "nonesuch");
    wanted.driver = "host";
    expectRefused(wanted, ErrorKind::Forbidden, "only one instance");
    wanted = request();
    wanted.options["com.docker.network.bridge.inhibit_ipv4"] = "true";
    expectRefused(wanted, ErrorKind::NotSupported, "inhibit_ipv4");
    wanted = withIpam({});
    wanted.ipam->driver = "dhcp";
    expectRefused(wanted, ErrorKind::NotFound, "dhcp");
}

TEST(NetworkSpec, refusesAddressesThatMakeNoSense)
{
    using Config = api::IPAMConfig;
    for (const auto &[config, words] : std::vector<std::pair<Config, const char *>>{
             {{.subnet = "nonsense"}, "not a prefix"},
             {{.subnet = "10.9.0.1/16"}, "it should be 10.9.0.0/16"},
             {{.subnet = "10.9.0.0/31"}, "/8 to /30"},
             {{.subnet = "0.0.0.0/8"}, "lead nowhere"},
             {{.subnet = "127.0.0.0/24"}, "lead nowhere"},
             {{.subnet = "169.254.0.0/16"}, "lead nowhere"},
             {{.subnet = "224.0.0.0/24"}, "lead nowhere"},
             {{.subnet = "10.9.0.0/16", .ipRange = "10.10.0.0/24"}, "ip-range"},
             {{.subnet = "10.9.0.0/16", .ipRange = "10.0.0.0/8"}, "ip-range"},
             {{.subnet = "10.9.0.0/16", .gateway = "10.10.0.1"}, "not within"},
             {{.subnet = "10.9.0.0/16", .gateway = "10.9.0.0"}, "own address"},
             {{.subnet = "10.9.0.0/16", .gateway = "x"}, "not an IP address"},
             {{.subnet = "10.9.0.0/16", .auxiliaryAddresses = {{"a", "10.10.0.1"}}}, "not within"},
             {{.gateway = "10.9.0.1"}, "needs the subnet"},
             {{.subnet = "fd09::/64"}, "needs IPv6"}})
        expectRefused(withIpam({config}), ErrorKind::InvalidArgument, words);
    expectRefused(withIpam({{.subnet = "10.9.0.0/16"}, {.subnet = "10.10.0.0/16"}}), ErrorKind::NotSupported,
                  "doesn't support multiple subnets");
    for (const auto &[name, value] :
         std::map<std::string, std::string>{{"com.docker.network.driver.mtu", "12x"},
                                            {"com.docker.network.driver.mtu", "65536"},
                                            {"com.docker.network.bridge.enable_icc", "maybe"},
                                            {"com.docker.network.bridge.name", "a/b"},
                                            {"com.docker.network.bridge.name", "sixteen-letters-"},
                                            {"com.docker.network.bridge.host_binding_ipv4", "::1"}}) {
        auto wanted = request();
        wanted.options[name] = value;
        expectRefused(wanted, ErrorKind::InvalidArgument, "invalid value \"" + value);
    }
}

TEST(NetworkSpec, keepsTheHostsOwnNetworkForRoot)
{
    auto wanted = request();
    wanted.options["com.docker.network.bridge.name"] = "br-lan";
    EXPECT_TRUE(networkSpec(root, wanted));
    expectRefused(wanted, ErrorKind::Forbidden, "only root", alice);
    wanted = withIpam({{.subnet = "192.168.7.0/24", .gateway = "192.168.7.1"}});
    wanted.driver = "macvlan";
    expectRefused(wanted, ErrorKind::InvalidArgument, "parent=NAME");
    wanted.options["parent"] = "eth0";
    EXPECT_TRUE(networkSpec(root, wanted));
    expectRefused(wanted, ErrorKind::Forbidden, "only root", alice);
    wanted.options["macvlan_mode"] = "vepa";
    expectRefused(wanted, ErrorKind::NotSupported, "vepa");
    wanted.options["macvlan_mode"] = "bridge";
    wanted.ipam.reset();
    expectRefused(wanted, ErrorKind::InvalidArgument, "needs the subnet");
}

TEST(CheckSubnet, keepsTheHostsTrafficOffBridges)
{
    const HostRanges ranges{
        .others = {prefix("172.31.0.0/16")},
        .onLink = {prefix("192.168.1.7/24")},
        .routed = {prefix("192.168.1.7/24"), prefix("10.8.0.0/16"), prefix("100.64.0.53/32")}};
    const auto kind = [&](const access::Peer &peer, const char *subnet) -> std::optional<ErrorKind> {
        const auto checked = checkSubnet(peer, prefix(subnet), ranges);
        return checked ? std::nullopt : std::optional(checked.error().kind);
    };
    for (const auto &peer : {root, alice}) {
        EXPECT_EQ(kind(peer, "172.31.9.0/24"), ErrorKind::Forbidden);
        EXPECT_EQ(kind(peer, "192.168.0.0/16"), ErrorKind::Forbidden);
        EXPECT_EQ(kind(peer, "10.9.0.0/16"), std::nullopt);
        EXPECT_EQ(kind(peer, "fd09::/64"), std::nullopt);
    }
    for (const auto *risky : {"10.8.4.0/24", "8.8.8.0/24", "100.64.0.0/24", "172.0.0.0/8", "2001:db8::/64"}) {
        EXPECT_EQ(kind(root, risky),
                  risky == std::string("172.0.0.0/8") ? std::optional(ErrorKind::Forbidden) : std::nullopt)
            << risky;
        EXPECT_EQ(kind(alice, risky), ErrorKind::Forbidden) << risky;
    }
}

TEST(Subnet, hasRoomForManyNetworks)
{
    std::vector<IpPrefix> taken;
    Result<IpPrefix> chosen;
    while ((chosen = chooseSubnet(taken, SubnetUse::UserDefined))) {
        ASSERT_TRUE(std::ranges::none_of(taken, [&](const auto &other) { return other.overlaps(*chosen); }));
        taken.push_back(*chosen);
    }
    EXPECT_GE(taken.size(), 500U);
    EXPECT_EQ(taken.front().text(), "172.31.0.0/16");
    EXPECT_TRUE(chosen.error().message.contains("all predefined address pools have been fully subnetted"));
}

Endpoint endpoint(const char *network, const char *gateway4, const char *gateway6 = "",
                  std::int64_t priority = 0)
{
    Endpoint made{.networkName = network};
    made.ipv4Gateway = gateway4;
    made.ipv6Gateway = gateway6;
    made.gatewayPriority = priority;
    made.hostInterface = std::string("veth") + network;
    return made;
}

std::string out(std::vector<Endpoint> endpoints)
{
    chooseGateways(endpoints);
    std::string text;
    for (const auto &one : endpoints)
        text += (one.leadsOut4 ? "4" : "-") + std::string(one.leadsOut6 ? "6" : "-") + " ";
    return text;
}

TEST(Gateways, followPriorityThenTheName)
{
    EXPECT_EQ(out({}), "");
    EXPECT_EQ(out({endpoint("b", "1"), endpoint("a", "2")}), "-- 4- ");
    EXPECT_EQ(out({endpoint("b", "1", "", 1), endpoint("a", "2")}), "4- -- ");
    EXPECT_EQ(out({endpoint("a", "1", "", -5), endpoint("b", "2")}), "-- 4- ");
    EXPECT_EQ(out({endpoint("a", ""), endpoint("b", "2")}), "-- 4- "); // an internal one leads nowhere
    EXPECT_EQ(out({endpoint("a", "1"), endpoint("b", "2", "6")}), "4- -6 ");
}

TEST(Gateways, takeThePortsAlong)
{
    std::vector<Endpoint> endpoints = {endpoint("a", "1"), endpoint("b", "2", "6")};
    chooseGateways(endpoints);
    const std::vector<PortBinding> ports = {{"tcp", 80, "0.0.0.0", 8080}, {"tcp", 80, "::", 8080}};
    spreadPorts(endpoints, ports);
    ASSERT_EQ(endpoints[0].ports.size(), 1U);
    EXPECT_EQ(endpoints[0].ports[0].hostAddress, "0.0.0.0");
    ASSERT_EQ(endpoints[1].ports.size(), 1U);
    EXPECT_EQ(endpoints[1].ports[0].hostAddress, "::");
    EXPECT_EQ(allPorts(endpoints).size(), 2U);
    endpoints[0].gatewayPriority = -1;
    chooseGateways(endpoints);
    spreadPorts(endpoints, allPorts(endpoints));
    EXPECT_EQ(endpoints[1].ports.size(), 2U);
    endpoints[1].hostInterface.clear(); // a macvlan
    spreadPorts(endpoints, ports);
    EXPECT_TRUE(allPorts(endpoints).empty());
}

TEST(Gateways, interfacesHaveTheLowestFreeNumber)
{
    std::vector<Endpoint> endpoints(2);
    endpoints[0].interface = "eth0";
    endpoints[1].interface = "eth2";
    EXPECT_EQ(freeInterface(endpoints, "eth"), "eth1");
    EXPECT_EQ(freeInterface(endpoints, "net"), "net0");
}

} // namespace
