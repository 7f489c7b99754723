// The network over time: restarts, other programs' hands in it, what is left behind.
#include "engine/isolation/network/links.h"
#include "engine/isolation/network/nftables.h"
#include "engine/isolation/network/sysctl.h"
#include "engine/networks/names.h"
#include "tests/engine/networks/support/hosttest.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <thread>

using namespace quayside;
using namespace quayside::networks;
using namespace quayside::test;
using namespace std::chrono_literals;
using isolation::network::Links;
using isolation::network::Nft;
using Clock = std::chrono::steady_clock;

namespace
{

class Lifecycle : public HostTest
{
protected:
    [[nodiscard]] std::string bridge() const { return namesFor(options.root).bridge; }
    [[nodiscard]] std::string table() const { return namesFor(options.root).table; }
    [[nodiscard]] std::size_t portsOfBridge() const
    {
        auto links = *Links::open();
        const auto link = links.find(bridge());
        return link ? links.list(link->index)->size() : 0;
    }
    static bool eventually(std::chrono::milliseconds limit, const std::function<bool()> &condition)
    {
        for (const auto end = Clock::now() + limit; Clock::now() < end; std::this_thread::sleep_for(5ms))
            if (condition())
                return true;
        return condition();
    }
    static void nft(const std::string &json)
    {
        Nft connection;
        const auto done = connection.run(json);
        ASSERT_TRUE(done) << done.error().message;
    }
    static std::string ruleset()
    {
        Nft connection;
        return connection.query(R"({"nftables":[{"list":{"ruleset":{}}}]})").value_or("");
    }
    static std::size_t openDescriptors()
    {
        return std::ranges::distance(std::filesystem::directory_iterator("/proc/self/fd"));
    }
};

TEST_F(Lifecycle, listsWhatDockerLists)
{
    const auto list = networks->list({});
    ASSERT_EQ(list.size(), 3U);
    EXPECT_EQ(list[0].name + list[0].driver, "bridgebridge");
    EXPECT_EQ(list[1].name + list[1].driver, "hosthost");
    EXPECT_EQ(list[2].name + list[2].driver, "nonenull");
    EXPECT_EQ(list[0].id.size(), 64U);
    const Server web({.name = "web"});
    const auto endpoint = run(web, "web");
    const auto inspected = networks->inspect({}, list[0].id.substr(0, 12));
    ASSERT_TRUE(inspected);
    EXPECT_EQ(inspected->containers.at("web").ipv4Address, endpoint.ipv4Address + "/16");
    EXPECT_EQ(inspected->ipam.config.at(0).gateway, endpoint.ipv4Gateway);
    EXPECT_EQ(networks->inspect({}, "nonesuch").error().kind, ErrorKind::NotFound);
    networks->release("web");
    EXPECT_TRUE(networks->inspect({}, "bridge")->containers.empty());
    const std::lock_guard guard(mutex);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].action + events[1].action, "connectdisconnect");
    EXPECT_EQ(events[0].actor.attributes.at("container"), "web");
}

TEST_F(Lifecycle, noneHasOnlyLoopback)
{
    const Server alone({.name = "alone"});
    ASSERT_EQ(runOn(alone, "alone", {{.network = "none"}}).size(), 1U);
    EXPECT_EQ(ask("tcp", "127.0.0.1", 80, &alone.netns()), "alone 127.0.0.1");
    EXPECT_EQ(ask("tcp", hostAddress, 80, &alone.netns()), "unreachable");
    EXPECT_EQ(portsOfBridge(), 0U);
}

TEST_F(Lifecycle, leavesNothingBehind)
{
    {
        const Server warm({.name = "warm"}); // whatever is made once
        run(warm, "warm", {{"tcp", 80, "", 0}});
        networks->release("warm");
    }
    const auto rules = ruleset();
    const auto descriptors = openDescriptors();
    for (int i = 0; i < 200; ++i) {
        const Server web({.name = "web"});
        const auto id = std::format("web{}", i);
        ASSERT_FALSE(run(web, id, {{"tcp", 80, "", 4000}, {"udp", 80, "", 0}}).endpointId.empty());
        networks->release(id);
    }
    EXPECT_TRUE(eventually(3s, [&] { return portsOfBridge() == 0; })) << portsOfBridge();
    EXPECT_EQ(ruleset(), rules);
    EXPECT_TRUE(eventually(4s, [&] { return openDescriptors() <= descriptors; })) << openDescriptors();
}

TEST_F(Lifecycle, takesTheInterfaceOfANamespaceThatLivesOn)
{
    const Server web({.name = "web"});
    run(web, "web");
    EXPECT_EQ(portsOfBridge(), 1U);
    networks->release("web");
    EXPECT_TRUE(eventually(2s, [&] { return portsOfBridge() == 0; }));
}

TEST_F(Lifecycle, survivesARestartOfTheEngine)
{
    const Server kept({.name = "kept"}), lost({.name = "lost"});
    const auto endpoint = run(kept, "kept", {{"tcp", 80, "", 4000}});
    run(lost, "lost", {{"tcp", 80, "", 4001}});
    const auto before = networks->inspect({}, "bridge");
    closeEngine(); // as a killed one: nothing is released
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4000), "kept " + endpoint.ipv4Gateway);
    openEngine();
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4000), "kept " + endpoint.ipv4Gateway); // never interrupted
    EXPECT_EQ(networks->inspect({}, "bridge")->id, before->id);
    ASSERT_TRUE(networks->adopt(request("kept", {}), {endpoint}, kept.netns()));
    networks->sweep();
    EXPECT_EQ(portsOfBridge(), 1U);
    const auto rules = ruleset(); // with the kernel's handles: new ones would show that a table was made anew
    networks->sweep();
    EXPECT_EQ(ruleset(), rules);
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4000), "kept " + endpoint.ipv4Gateway);
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4001), "refused");
    // What the container holds, nobody else gets.
    EXPECT_FALSE(reserve("x", {{"tcp", 80, "", 4000}}));
    const Server next({.name = "next"});
    EXPECT_NE(run(next, "next", {{"tcp", 80, "", 4001}}).ipv4Address, endpoint.ipv4Address);
    EXPECT_TRUE(ask("tcp", "127.0.0.1", 4001).starts_with("next "));
    networks->release("kept");
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4000), "refused");
}

TEST_F(Lifecycle, putsFlushedRulesBackWithinASecond)
{
    const Server web({.name = "web"});
    const auto endpoint = run(web, "web", {{"tcp", 80, "", 4000}});
    const auto rules = ruleset();
    const auto expectRestored = [&](const std::string &what, const std::string &json) {
        SCOPED_TRACE(what);
        nft(json);
        EXPECT_NE(ruleset(), rules);
        const auto start = Clock::now();
        EXPECT_TRUE(
            eventually(1s, [&] { return ask("tcp", "127.0.0.1", 4000) == "web " + endpoint.ipv4Gateway; }));
        std::cout << what << ": back after "
                  << std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count()
                  << " ms\n";
    };
    expectRestored("everything flushed", R"({"nftables":[{"flush":{"ruleset":null}}]})");
    expectRestored(
        "one chain flushed",
        std::format(
            R"({{"nftables":[{{"flush":{{"chain":{{"family":"inet","table":"{}","name":"publish"}}}}}}]}})",
            table()));
    expectRestored(
        "one map flushed",
        std::format(
            R"({{"nftables":[{{"flush":{{"map":{{"family":"inet","table":"{}","name":"ports4"}}}}}}]}})",
            table()));
    // Ports go on and off as before.
    networks->release("web");
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4000), "refused");
}

TEST_F(Lifecycle, putsABridgeBackThatSomebodyRemoved)
{
    const Server web({.name = "web"});
    const auto endpoint = run(web, "web", {{"tcp", 80, "", 4000}});
    auto links = *Links::open();
    ASSERT_TRUE(links.remove(links.find(bridge())->index));
    EXPECT_TRUE(
        eventually(2s, [&] { return ask("tcp", "127.0.0.1", 4000) == "web " + endpoint.ipv4Gateway; }));
    EXPECT_EQ(portsOfBridge(), 1U);
}

TEST_F(Lifecycle, passesAFirewallThatDropsWhatIsForwarded)
{
    const Server web({.name = "web"});
    const Server far({.name = "far", .isolated = false, .netns = &outside(), .ports = {9000}});
    run(web, "web", {{"tcp", 80, "", 4000}});
    // As dockerd and ufw have it, through iptables-nft; it starts after us.
    for (const auto *family : {"ip", "ip6"})
        nft(std::format(R"({{"nftables":[{{"add":{{"table":{{"family":"{0}","name":"filter"}}}}}},
            {{"add":{{"chain":{{"family":"{0}","table":"filter","name":"FORWARD","type":"filter","hook":"forward",
            "prio":0,"policy":"drop"}}}}}}]}})",
                        family));
    const auto passes = [&] {
        return ask("tcp", hostAddress, 4000, &outside()) == std::string("web ") + outsideAddress &&
               ask("tcp", outsideAddress, 9000, &web.netns()) == std::string("far ") + hostAddress &&
               ask("tcp", outsideAddress6, 9000, &web.netns()) == std::string("far ") + hostAddress6;
    };
    EXPECT_TRUE(eventually(3s, passes));
    EXPECT_TRUE(ruleset().contains("quayside: " + bridge()));
    networks->sweep(); // finds them there
    const auto before = ruleset();
    closeEngine();
    openEngine();
    networks->sweep();
    std::size_t count = 0;
    for (std::size_t at = 0; (at = before.find("quayside: ", at)) != std::string::npos; ++at)
        ++count;
    EXPECT_EQ(count, 4U); // two each in ip and ip6, however often
    closeEngine();
    ASSERT_TRUE(Networks::removeAll(options));
    EXPECT_FALSE(ruleset().contains("quayside"));
    EXPECT_TRUE(ruleset().contains("FORWARD")); // theirs stays
    nft(R"({"nftables":[{"delete":{"table":{"family":"ip","name":"filter"}}},
        {"delete":{"table":{"family":"ip6","name":"filter"}}}]})");
    openEngine();
}

TEST_F(Lifecycle, warnsOfAFirewallThatItLeavesAlone)
{
    nft(R"({"nftables":[{"add":{"table":{"family":"inet","name":"mine"}}},
        {"add":{"chain":{"family":"inet","table":"mine","name":"forward","type":"filter","hook":"forward",
        "prio":0,"policy":"drop"}}}]})");
    EXPECT_TRUE(eventually(1s, [&] {
        return std::ranges::any_of(networks->warnings(),
                                   [](const auto &warning) { return warning.contains("table inet mine"); });
    }));
    nft(R"({"nftables":[{"delete":{"table":{"family":"inet","name":"mine"}}}]})");
}

TEST_F(Lifecycle, avoidsRangesInUseAndKeepsItsOwn)
{
    EXPECT_EQ(networks->inspect({}, "bridge")->ipam.config.at(0).subnet, "172.31.0.0/16");
    closeEngine();
    ASSERT_TRUE(Networks::removeAll(options));
    auto links = *Links::open();
    const int uplink = links.find("uplink0")->index;
    const auto office = *isolation::network::IpPrefix::parse("172.31.4.1/24");
    ASSERT_TRUE(links.addAddress(uplink, office));
    openEngine();
    EXPECT_EQ(networks->inspect({}, "bridge")->ipam.config.at(0).subnet, "172.30.0.0/16");
    ASSERT_TRUE(links.removeAddress(uplink, office));
    closeEngine();
    openEngine();
    EXPECT_EQ(networks->inspect({}, "bridge")->ipam.config.at(0).subnet, "172.30.0.0/16"); // remembered
}

TEST_F(Lifecycle, saysThatItSwitchedForwardingOn)
{
    closeEngine();
    ASSERT_TRUE(isolation::network::writeSysctl("ipv4/ip_forward", "0"));
    openEngine();
    EXPECT_EQ(isolation::network::readSysctl("ipv4/ip_forward"), "1");
    const auto said = [](const std::string &warning) { return warning.contains("net.ipv4.ip_forward"); };
    EXPECT_TRUE(std::ranges::any_of(networks->warnings(), said));
    closeEngine();
    openEngine();
    EXPECT_FALSE(std::ranges::any_of(networks->warnings(), said));
}

TEST_F(Lifecycle, removeAllLeavesNothing)
{
    const Server web({.name = "web"});
    run(web, "web", {{"tcp", 80, "", 4000}});
    closeEngine();
    ASSERT_TRUE(Networks::removeAll(options));
    ASSERT_TRUE(Networks::removeAll(options)); // nothing there is fine
    EXPECT_FALSE(ruleset().contains(table()));
    EXPECT_EQ(Links::open()->find(bridge()).error().kind, ErrorKind::NotFound);
    openEngine();
}

TEST_F(Lifecycle, saysWhenABridgeIsFull)
{
    auto links = *Links::open();
    const int index = links.find(bridge())->index;
    {
        const Server crowd({.name = "crowd"}); // takes all the ports, and they go with it
        for (int i = 0; i < 1023; ++i)
            ASSERT_TRUE(links.addVeth({.name = std::format("crowd{}", i),
                                       .bridge = index,
                                       .peerName = std::format("c{}", i),
                                       .peerAddress = {2, 1, 0, 0, std::uint8_t(i >> 8), std::uint8_t(i)},
                                       .peerNamespace = crowd.netns().get()}));
        const Server one({.name = "one"});
        const auto endpoint = reserve("one");
        ASSERT_TRUE(endpoint);
        const auto connected = networks->connect("one", one.netns());
        ASSERT_FALSE(connected);
        EXPECT_EQ(connected.error().kind, ErrorKind::Conflict);
        EXPECT_TRUE(connected.error().message.contains("1,023")) << connected.error().message;
        networks->release("one");
    }
    EXPECT_TRUE(eventually(20s, [&] { return portsOfBridge() == 0; }));
}

TEST_F(Lifecycle, refusesAnInterfaceThatIsNoBridge)
{
    closeEngine();
    ASSERT_TRUE(Networks::removeAll(options));
    auto links = *Links::open();
    ASSERT_TRUE(links.addVeth({.name = bridge(),
                               .peerName = "other",
                               .peerAddress = {2, 0, 0, 0, 0, 9},
                               .peerNamespace = outside().get()}));
    records = *Records::open(options.root + "/quayside.db");
    const auto opened = Networks::open(options, *records, {});
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Conflict);
    EXPECT_TRUE(opened.error().message.contains("not a bridge")) << opened.error().message;
    ASSERT_TRUE(links.remove(links.find(bridge())->index));
    records.reset();
    openEngine();
}

} // namespace

int main(int argc, char **argv)
{
    return runInTestNamespaces(argc, argv);
}
