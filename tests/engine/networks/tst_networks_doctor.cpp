// The way to a published port, with each thing broken for real.
#include "engine/isolation/network/links.h"
#include "engine/isolation/network/netns.h"
#include "engine/isolation/network/nftables.h"
#include "tests/engine/networks/support/hosttest.h"

#include <algorithm>

using namespace quayside;
using namespace quayside::networks;
using namespace quayside::test;

namespace
{

class Doctor : public HostTest
{
protected:
    api::PortCheck check(const Server &server, const std::string &id, std::uint16_t port = 80,
                         const std::string &protocol = "tcp")
    {
        const auto found =
            networks->checkPort({.containerId = id, .protocol = protocol, .port = port}, server.netns());
        EXPECT_TRUE(found) << found.error().message;
        return found.value_or(api::PortCheck());
    }
    static api::PortHop hop(const api::PortCheck &check, const std::string &id)
    {
        const auto found = std::ranges::find(check.hops, id, &api::PortHop::id);
        return found == check.hops.end() ? api::PortHop() : *found;
    }
    static std::string firstBroken(const api::PortCheck &check)
    {
        const auto found = std::ranges::find(check.hops, std::string("broken"), &api::PortHop::state);
        return found == check.hops.end() ? "" : found->id;
    }
    static void nft(const std::string &json)
    {
        isolation::network::Nft nft;
        const auto done = nft.run(json);
        ASSERT_TRUE(done) << done.error().message;
    }
};

TEST_F(Doctor, allIsWell)
{
    const Server web({.name = "web"});
    run(web, "web", {{"tcp", 80, "", 4000}, {"udp", 80, "", 4000}});
    const auto tcp = check(web, "web");
    EXPECT_TRUE(tcp.works);
    EXPECT_EQ(firstBroken(tcp), "") << hop(tcp, firstBroken(tcp)).message;
    EXPECT_EQ(tcp.hops.size(), 8U);
    for (const auto &one : tcp.hops)
        EXPECT_EQ(one.state, "ok") << one.id << ": " << one.message;
    EXPECT_TRUE(hop(tcp, "program").message.contains("port 80")) << hop(tcp, "program").message;
    EXPECT_TRUE(hop(tcp, "program").message.contains("(process ")) << hop(tcp, "program").message;
    const auto udp = check(web, "web", 80, "udp");
    EXPECT_TRUE(udp.works);
    EXPECT_EQ(hop(udp, "outside").state, "unknown");
    EXPECT_EQ(
        networks->checkPort({.containerId = "web", .protocol = "tcp", .port = 81}, web.netns()).error().kind,
        ErrorKind::NotFound);
}

TEST_F(Doctor, onlyOnItsOwnLoopback)
{
    const Server web({.name = "web", .ports = {}});
    run(web, "web", {{"tcp", 80, "", 4000}});
    const Server hidden(
        {.name = "hidden", .isolated = false, .netns = &web.netns(), .address = "127.0.0.1"});
    const auto found = check(web, "web");
    EXPECT_FALSE(found.works);
    EXPECT_EQ(firstBroken(found), "program");
    EXPECT_TRUE(hop(found, "program").message.contains("127.0.0.1 only")) << hop(found, "program").message;
    EXPECT_TRUE(hop(found, "program").fix.contains("0.0.0.0"));
    EXPECT_EQ(hop(found, "inside").state, "broken");
    EXPECT_EQ(hop(found, "outside").state, "broken");
}

TEST_F(Doctor, onAnotherPort)
{
    const Server web({.name = "web", .ports = {8080}});
    run(web, "web", {{"tcp", 80, "", 4000}});
    const auto found = check(web, "web");
    EXPECT_EQ(firstBroken(found), "program");
    EXPECT_TRUE(hop(found, "program").message.contains("listens on 8080")) << hop(found, "program").message;
    EXPECT_EQ(hop(found, "program").action, "edit");
    EXPECT_EQ(hop(found, "program").port, 8080);
}

TEST_F(Doctor, nothingListens)
{
    const Server web({.name = "web", .ports = {}});
    run(web, "web", {{"tcp", 80, "", 4000}});
    const auto found = check(web, "web");
    EXPECT_EQ(firstBroken(found), "program");
    EXPECT_EQ(hop(found, "program").action, "log");
    EXPECT_EQ(hop(found, "host").state, "ok");
    EXPECT_EQ(hop(found, "rule").state, "ok");
}

// Ours alone notices it and puts the table back: the chain is emptied until the doctor was quicker.
TEST_F(Doctor, aRuleThatIsGone)
{
    const Server web({.name = "web"});
    const auto endpoint = run(web, "web", {{"tcp", 80, "", 4000}});
    const std::string listing = [] {
        isolation::network::Nft nft;
        return nft.query(R"({"nftables":[{"list":{"tables":{}}}]})").value_or("");
    }();
    const auto at = listing.find("quayside");
    ASSERT_NE(at, std::string::npos);
    const std::string table = listing.substr(at, listing.find('"', at) - at);
    bool seen = false;
    for (int i = 0; i < 50 && !seen; ++i) {
        nft(R"({"nftables":[{"flush":{"map":{"family":"inet","table":")" + table +
            R"(","name":"ports4"}}}]})");
        const auto found = check(web, "web");
        seen = firstBroken(found) == "rule";
        if (seen) {
            EXPECT_TRUE(hop(found, "rule").message.contains("removed")) << hop(found, "rule").message;
            EXPECT_EQ(hop(found, "rule").action, "rules");
        }
    }
    EXPECT_TRUE(seen);
    ASSERT_TRUE(networks->repair());
    EXPECT_TRUE(check(web, "web").works);
}

TEST_F(Doctor, anotherFirewall)
{
    const Server web({.name = "web"});
    const auto endpoint = run(web, "web", {{"tcp", 80, "", 4000}});
    const auto block = [](const std::string &policy, const std::string &rules) {
        nft(R"({"nftables":[{"add":{"table":{"family":"inet","name":"wall"}}},
                            {"delete":{"table":{"family":"inet","name":"wall"}}},
                            {"add":{"table":{"family":"inet","name":"wall"}}},
                            {"add":{"chain":{"family":"inet","table":"wall","name":"forward","type":"filter",
                             "hook":"forward","prio":0,"policy":")" +
            policy + R"("}}})" + rules + "]}");
    };
    const std::string drop = R"(,{"add":{"rule":{"family":"inet","table":"wall","chain":"forward","expr":[
        {"match":{"op":"==","left":{"payload":{"protocol":"tcp","field":"dport"}},"right":80}},{"drop":null}]}}})";
    const std::string dropSome = R"(,{"add":{"rule":{"family":"inet","table":"wall","chain":"forward","expr":[
        {"match":{"op":"==","left":{"payload":{"protocol":"ip","field":"saddr"}},"right":"198.18.0.2"}},
        {"drop":null}]}}})";
    const std::string accept = R"(,{"add":{"rule":{"family":"inet","table":"wall","chain":"forward","expr":[
        {"match":{"op":"==","left":{"meta":{"key":"oifname"}},"right":")" +
                               inspect()->options.at("com.docker.network.bridge.name") +
                               R"("}},{"accept":null}]}}})";
    block("accept", drop);
    const auto found = check(web, "web");
    EXPECT_FALSE(found.works);
    EXPECT_EQ(firstBroken(found), "firewall");
    EXPECT_TRUE(hop(found, "firewall").message.contains("forward of the table inet wall"))
        << hop(found, "firewall").message;
    EXPECT_EQ(hop(found, "outside").state, "ok") << "from this computer it works all the same";
    EXPECT_EQ(ask("tcp", hostAddress, 4000, &outside()), "timeout") << "the doctor is right";
    block("accept", accept + drop);
    EXPECT_EQ(hop(check(web, "web"), "firewall").state, "ok");
    block("accept", dropSome);
    EXPECT_EQ(hop(check(web, "web"), "firewall").state, "unknown");
    block("drop", "");
    EXPECT_EQ(firstBroken(check(web, "web")), "firewall");
    nft(R"({"nftables":[{"delete":{"table":{"family":"inet","name":"wall"}}}]})");
}

TEST_F(Doctor, anAddressThatIsGone)
{
    const Server web({.name = "web"});
    const auto endpoint = run(web, "web", {{"tcp", 80, "", 4000}});
    using namespace isolation::network;
    ASSERT_TRUE(inNamespace(web.netns(), [&]() -> Result<> {
        TRY(auto links, Links::open());
        TRY(const auto link, links.find(endpoint.interface));
        TRY(const auto prefix,
            IpPrefix::parse(std::format("{}/{}", endpoint.ipv4Address, endpoint.ipv4PrefixLength)));
        return links.removeAddress(link.index, prefix);
    }));
    const auto found = check(web, "web");
    EXPECT_EQ(firstBroken(found), "interface") << hop(found, firstBroken(found)).message;
    EXPECT_TRUE(hop(found, "interface").message.contains("lost its address"))
        << hop(found, "interface").message;
}

TEST_F(Doctor, somebodyTookThePort)
{
    const Server web({.name = "web"});
    const auto endpoints = runOn(web, "web", {{}}, {{"tcp", 80, "", 4000}});
    closeEngine();
    const Server thief({.name = "thief", .isolated = false, .ports = {4000}});
    openEngine();
    ASSERT_TRUE(networks->adopt(request("web", {}), endpoints, web.netns()));
    networks->sweep();
    const auto found = check(web, "web");
    EXPECT_EQ(firstBroken(found), "host") << hop(found, firstBroken(found)).message;
    EXPECT_TRUE(hop(found, "host").message.contains("(process ")) << hop(found, "host").message;
}

} // namespace

int main(int argc, char **argv)
{
    return runInTestNamespaces(argc, argv);
}
