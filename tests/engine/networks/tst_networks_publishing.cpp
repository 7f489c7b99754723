#include "tests/engine/networks/support/hosttest.h"

#include "engine/isolation/network/links.h"
#include "engine/isolation/network/netns.h"
#include "engine/isolation/network/sysctl.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <chrono>
#include <thread>

using namespace quayside;
using namespace quayside::networks;
using namespace quayside::test;

namespace
{

using Publishing = HostTest;

constexpr auto anyAddress = "";

TEST_F(Publishing, connectsAContainer)
{
    const Server web({.name = "web"});
    const auto endpoint = run(web, "web");
    EXPECT_EQ(ask("tcp", endpoint.ipv4Address, 80), "web " + endpoint.ipv4Gateway);
    EXPECT_EQ(ask("tcp", endpoint.ipv6Address, 80), "web " + endpoint.ipv6Gateway);
    EXPECT_EQ(ask("tcp", "127.0.0.1", 80, &web.netns()), "web 127.0.0.1"); // lo is up
    // Out through the host, with its address.
    const Server far({.name = "far", .isolated = false, .netns = &outside(), .ports = {9000}});
    EXPECT_EQ(ask("tcp", outsideAddress, 9000, &web.netns()), std::string("far ") + hostAddress);
    EXPECT_EQ(ask("udp", outsideAddress, 9000, &web.netns()), std::string("far ") + hostAddress);
    EXPECT_EQ(ask("tcp", outsideAddress6, 9000, &web.netns()), std::string("far ") + hostAddress6);
}

TEST_F(Publishing, containersReachEachOther)
{
    const Server a({.name = "a"}), b({.name = "b"});
    const auto endA = run(a, "a"), endB = run(b, "b");
    EXPECT_NE(endA.ipv4Address, endB.ipv4Address);
    EXPECT_EQ(ask("tcp", endB.ipv4Address, 80, &a.netns()), "b " + endA.ipv4Address);
    EXPECT_EQ(ask("tcp", endB.ipv6Address, 80, &a.netns()), "b " + endA.ipv6Address);
}

TEST_F(Publishing, publishesEverywhere)
{
    const Server web({.name = "web"}), other({.name = "other"});
    const auto endpoint = run(web, "web", {{"tcp", 80, anyAddress, 4000}, {"udp", 80, anyAddress, 4000}});
    run(other, "other");
    EXPECT_EQ(endpoint.ports.size(), 4U); // two protocols, two families
    for (const auto *protocol : {"tcp", "udp"}) {
        SCOPED_TRACE(protocol);
        EXPECT_EQ(ask(protocol, "127.0.0.1", 4000), "web " + endpoint.ipv4Gateway);
        EXPECT_EQ(ask(protocol, "127.9.9.9", 4000), "web " + endpoint.ipv4Gateway);
        EXPECT_EQ(ask(protocol, hostAddress, 4000), std::string("web ") + hostAddress);
        EXPECT_EQ(ask(protocol, hostAddress, 4000, &outside()), std::string("web ") + outsideAddress);
        EXPECT_EQ(ask(protocol, hostAddress, 4000, &other.netns()), "web " + endpoint.ipv4Gateway);
        EXPECT_EQ(ask(protocol, hostAddress, 4000, &web.netns()), "web " + endpoint.ipv4Gateway); // to itself
        EXPECT_EQ(ask(protocol, endpoint.ipv4Gateway, 4000, &other.netns()), "web " + endpoint.ipv4Gateway);
        EXPECT_EQ(ask(protocol, hostAddress6, 4000), std::string("web ") + hostAddress6);
        EXPECT_EQ(ask(protocol, hostAddress6, 4000, &outside()), std::string("web ") + outsideAddress6);
        EXPECT_EQ(ask(protocol, hostAddress6, 4000, &other.netns()), "web " + endpoint.ipv6Gateway);
    }
    EXPECT_EQ(ask("tcp", "::1", 4000), "refused"); // at once: clients go on to 127.0.0.1
}

TEST_F(Publishing, bindsToOneAddress)
{
    const Server web({.name = "web"}), other({.name = "other"});
    const auto endpoint = run(web, "web", {{"tcp", 80, "127.0.0.1", 4000}, {"tcp", 80, hostAddress, 4001}});
    run(other, "other");
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4000), "web " + endpoint.ipv4Gateway);
    EXPECT_EQ(ask("tcp", hostAddress, 4000), "refused");
    EXPECT_EQ(ask("tcp", hostAddress, 4000, &outside()), "refused");
    EXPECT_EQ(ask("tcp", endpoint.ipv4Gateway, 4000, &other.netns()), "refused");
    EXPECT_EQ(ask("tcp", hostAddress, 4001, &outside()), std::string("web ") + outsideAddress);
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4001), "refused");
}

TEST_F(Publishing, choosesFromARangeAndFromTheKernels)
{
    const Server a({.name = "a"}), b({.name = "b"});
    const auto endA = run(a, "a", {{"tcp", 80, "", 4000, 4001}, {"udp", 80, "", 0}});
    const auto endB = run(b, "b", {{"tcp", 80, "", 4000, 4001}});
    ASSERT_EQ(endA.ports.size(), 4U);
    EXPECT_EQ(endA.ports[0].hostPort, 4000);
    EXPECT_EQ(endB.ports[0].hostPort, 4001);
    EXPECT_EQ(endA.ports[2].hostPort, endA.ports[3].hostPort); // the same for both families
    EXPECT_GE(endA.ports[2].hostPort, 32768);                  // ip_local_port_range
    EXPECT_EQ(ask("udp", "127.0.0.1", endA.ports[2].hostPort), "a " + endA.ipv4Gateway);
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4001), "b " + endB.ipv4Gateway);
    const auto full = reserve("c", {{"tcp", 80, "", 4000, 4001}});
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().kind, ErrorKind::Conflict);
    EXPECT_TRUE(full.error().message.contains("no port of 4000-4001 is free")) << full.error().message;
}

TEST_F(Publishing, namesWhoHasAPort)
{
    const Server web({.name = "web"});
    run(web, "web", {{"tcp", 80, "", 4000}});
    const auto ours = reserve("second", {{"tcp", 80, "", 4000}});
    ASSERT_FALSE(ours);
    EXPECT_EQ(ours.error().kind, ErrorKind::Conflict);
    EXPECT_TRUE(ours.error().message.starts_with(
        "driver failed programming external connectivity on endpoint second ("));
    EXPECT_TRUE(ours.error().message.contains("Bind for 0.0.0.0:4000 failed: port is already allocated"))
        << ours.error().message;

    const Server local({.name = "local", .isolated = false, .address = "0.0.0.0", .ports = {4100}});
    const auto theirs = reserve("third", {{"tcp", 80, "", 4100}});
    ASSERT_FALSE(theirs);
    EXPECT_TRUE(theirs.error().message.contains(
        "failed to bind host port for 0.0.0.0:4100: address already in use by tst_networks_pu (process "))
        << theirs.error().message;
    // Nothing is left of what failed.
    const Server next({.name = "next"});
    EXPECT_EQ(networks->inspect({}, "bridge")->containers.size(), 1U);
    run(next, "third", {{"udp", 80, "", 4000}});
}

TEST_F(Publishing, keepsPortsFromOthers)
{
    const Server web({.name = "web"});
    run(web, "web", {{"tcp", 80, "", 4000}});
    const auto tryToBind = [] {
        const Fd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const int on = 1;
        ::setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        const sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(4000)};
        return ::bind(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 ? 0
                                                                                                   : errno;
    };
    EXPECT_EQ(tryToBind(), EADDRINUSE);
    networks->release("web");
    EXPECT_EQ(tryToBind(), 0);
}

TEST_F(Publishing, releasesPortsAtOnce)
{
    const Server a({.name = "a"}), b({.name = "b"});
    run(a, "a", {{"tcp", 80, "", 4000}, {"udp", 80, "", 4000}});
    EXPECT_TRUE(ask("udp", "127.0.0.1", 4000).starts_with("a "));
    networks->release("a");
    networks->release("a"); // idempotent
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4000), "refused");
    run(b, "b", {{"tcp", 80, "", 4000}, {"udp", 80, "", 4000}});
    EXPECT_TRUE(ask("tcp", "127.0.0.1", 4000).starts_with("b "));
    EXPECT_TRUE(ask("udp", "127.0.0.1", 4000).starts_with("b "));
}

// One client that keeps its socket, as a resolver or a VPN does.
TEST_F(Publishing, leadsAnOldUdpClientToTheNewContainer)
{
    const Fd client(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const timeval second{1, 0};
    ::setsockopt(client.get(), SOL_SOCKET, SO_RCVTIMEO, &second, sizeof second);
    sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(4000)};
    ::inet_pton(AF_INET, hostAddress, &address.sin_addr);
    // Old flows are forgotten a moment after a change.
    const auto exchange = [&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        std::array<char, 64> buffer{};
        (void)::sendto(client.get(), "?", 1, 0, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        const auto length = ::recv(client.get(), buffer.data(), buffer.size(), 0);
        return length < 0 ? std::string("nothing")
                          : std::string(buffer.data(), static_cast<std::size_t>(length));
    };
    EXPECT_EQ(exchange(), "nothing"); // before the port is published
    const Server a({.name = "a"}), b({.name = "b"});
    run(a, "a", {{"udp", 80, "", 4000}});
    EXPECT_TRUE(exchange().starts_with("a "));
    networks->release("a");
    run(b, "b", {{"udp", 80, "", 4000}});
    EXPECT_TRUE(exchange().starts_with("b "));
}

TEST_F(Publishing, refusesWhatMakesNoSense)
{
    const auto reserve = [&](PortRequest port) { return HostTest::reserve("x", {std::move(port)}); };
    EXPECT_EQ(reserve({"sctp", 80, "", 4000}).error().kind, ErrorKind::NotSupported);
    EXPECT_EQ(reserve({"tcp", 0, "", 4000}).error().kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(reserve({"tcp", 80, "", 4001, 4000}).error().kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(reserve({"tcp", 80, "no address", 4000}).error().kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(reserve({"tcp", 80, "::1", 4000}).error().kind, ErrorKind::NotSupported);
    const auto elsewhere = reserve({"tcp", 80, "203.0.113.1", 4000});
    EXPECT_EQ(elsewhere.error().kind, ErrorKind::InvalidArgument);
    EXPECT_TRUE(elsewhere.error().message.contains("no such address")) << elsewhere.error().message;
    EXPECT_EQ(networks->reserve(request("x", {{.network = "nonesuch"}})).error().kind, ErrorKind::NotFound);
}

// A neighbour on the same cable, and a container, that send to the host's 127.0.0.1 on purpose.
void leadLoopbackTo(const Fd &from, const std::string &router)
{
    const auto result = isolation::network::inNamespace(from, [&]() -> Result<> {
        // 127.0.0.0/8 leads to the router here, and not to the namespace's own loopback interface.
        TRY(auto links, isolation::network::Links::open());
        CHECK(isolation::network::writeSysctl("ipv4/conf/all/route_localnet", "1"));
        CHECK(links.removeAddress(1, *isolation::network::IpPrefix::parse("127.0.0.1/8")));
        TRY(const auto eth0, links.find("eth0"));
        return links.addRoute(eth0.index, *isolation::network::IpPrefix::parse("127.0.0.0/8"),
                              *isolation::network::IpAddress::parse(router));
    });
    ASSERT_TRUE(result) << result.error().message;
}

TEST_F(Publishing, nobodyElseReachesTheHostsLoopback)
{
    const Server local({.name = "local", .isolated = false, .address = "127.0.0.1", .ports = {5000}});
    const Server web({.name = "web"}), bad({.name = "bad"});
    run(web, "web", {{"tcp", 80, "127.0.0.1", 5001}, {"udp", 80, "127.0.0.1", 5001}});
    const auto endpoint = run(bad, "bad");
    ASSERT_TRUE(ask("tcp", "127.0.0.1", 5000).starts_with("local "));
    ASSERT_TRUE(ask("udp", "127.0.0.1", 5001).starts_with("web "));
    const Fd neighbour = makeNeighbour();
    leadLoopbackTo(bad.netns(), endpoint.ipv4Gateway);
    leadLoopbackTo(neighbour, "198.18.1.1");
    for (const auto *protocol : {"tcp", "udp"})
        for (const std::uint16_t port : {5000, 5001}) {
            EXPECT_EQ(ask(protocol, "127.0.0.1", port, &bad.netns()), "timeout") << protocol << port;
            EXPECT_EQ(ask(protocol, "127.0.0.1", port, &neighbour), "timeout") << protocol << port;
        }
}

TEST_F(Publishing, onlyWhatIsPublishedIsReachedFromOutside)
{
    const Server web({.name = "web", .ports = {80, 81}});
    const auto endpoint = run(web, "web", {{"tcp", 80, "", 4000}});
    // A neighbour that routes to the container's address through the host.
    const auto routed = isolation::network::inNamespace(outside(), [&]() -> Result<> {
        TRY(auto links, isolation::network::Links::open());
        TRY(const auto eth0, links.find("eth0"));
        return links.addRoute(eth0.index, *isolation::network::IpPrefix::parse(endpoint.ipv4Address + "/32"),
                              *isolation::network::IpAddress::parse(hostAddress));
    });
    ASSERT_TRUE(routed) << routed.error().message;
    EXPECT_EQ(ask("tcp", endpoint.ipv4Address, 80, &outside()), "timeout");
    EXPECT_EQ(ask("tcp", endpoint.ipv4Address, 81, &outside()), "timeout");
    EXPECT_EQ(ask("tcp", hostAddress, 4000, &outside()), std::string("web ") + outsideAddress);
}

} // namespace

int main(int argc, char **argv)
{
    return runInTestNamespaces(argc, argv);
}
