#include "tests/engine/networks/support/hosttest.h"

#include <iostream>

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

} // namespace

int main(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    if (!enterTestNamespaces()) {
        std::cout << "skipped: needs root (network and mount namespaces of its own)\n";
        return 77;
    }
    return RUN_ALL_TESTS();
}
