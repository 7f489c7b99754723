// Networks that users make: on a real host of the test's own.
#include "engine/isolation/network/links.h"
#include "engine/isolation/network/netns.h"
#include "engine/isolation/network/nftables.h"
#include "engine/networks/names.h"
#include "tests/engine/networks/support/hosttest.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <chrono>
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

const access::Peer root, alice{.uid = 1000}, bob{.uid = 1001};

class UserDefined : public HostTest
{
protected:
    std::string make(api::NetworkCreateRequest wanted, const access::Peer &peer = root)
    {
        const auto made = networks->create(peer, wanted);
        EXPECT_TRUE(made) << made.error().message;
        return made ? made->id : std::string();
    }
    static std::string bridgeOf(const std::string &id) { return "qs-" + id.substr(0, 12); }
    static bool hasLink(const std::string &name) { return Links::open()->find(name).has_value(); }
    static std::string ruleset()
    {
        Nft connection;
        return connection.query(R"({"nftables":[{"list":{"ruleset":{}}}]})").value_or("");
    }
    static bool eventually(std::chrono::milliseconds limit, const std::function<bool()> &condition)
    {
        for (const auto end = Clock::now() + limit; Clock::now() < end; std::this_thread::sleep_for(5ms))
            if (condition())
                return true;
        return condition();
    }
    // "10.5.0.2 10.5.0.3", "none" (there is nothing of that type), "no such name", "failed", "timeout".
    static std::string resolve(const Server &from, const std::string &name, bool tcp = false)
    {
        std::string said = "?";
        const auto done = isolation::network::inNamespace(from.netns(), [&]() -> Result<> {
            said = query(name, tcp);
            return {};
        });
        return done ? said : done.error().message;
    }

private:
    static std::string query(const std::string &name, bool tcp)
    {
        const Fd socket(::socket(AF_INET, (tcp ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC, 0));
        sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(53)};
        ::inet_pton(AF_INET, dnsServerAddress, &address.sin_addr);
        if (::connect(socket.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            return "refused";
        std::string message("\x11\x22\1\0\0\1\0\0\0\0\0\0", 12);
        for (std::size_t start = 0; start < name.size();) {
            const auto end = std::min(name.find('.', start), name.size());
            message += char(end - start) + name.substr(start, end - start);
            start = end + 1;
        }
        message += std::string("\0\0\1\0\1", 5);
        if (tcp)
            message = std::string{char(0), char(message.size())} + message;
        ::send(socket.get(), message.data(), message.size(), MSG_NOSIGNAL);
        pollfd waiting{socket.get(), POLLIN, 0};
        char buffer[4096];
        if (::poll(&waiting, 1, 6000) != 1)
            return "timeout";
        const auto size = ::recv(socket.get(), buffer, sizeof buffer, 0);
        if (size < 0)
            return "refused";
        return tell(std::string(buffer, std::size_t(size)).substr(tcp ? 2 : 0),
                    message.size() - (tcp ? 2 : 0));
    }
    static std::string tell(const std::string &reply, std::size_t at)
    {
        if (reply.size() < 12)
            return "garbage";
        const int rcode = reply[3] & 15, count = reply[7];
        if (rcode != 0)
            return rcode == 3 ? "no such name" : "failed";
        std::string text;
        for (int i = 0; i < count && at + 16 <= reply.size(); ++i, at += 16) {
            char address[INET_ADDRSTRLEN];
            ::inet_ntop(AF_INET, reply.data() + at + 12, address, sizeof address);
            text += (text.empty() ? "" : " ") + std::string(address);
        }
        return text.empty() ? "none" : text;
    }
};

TEST_F(UserDefined, isMadeAndRemoved)
{
    const auto before = ruleset();
    const auto id = make({.name = "app", .labels = {{"a", "b"}}});
    EXPECT_TRUE(hasLink(bridgeOf(id)));
    const auto shown = inspect("app");
    ASSERT_TRUE(shown) << shown.error().message;
    EXPECT_EQ(shown->id, id);
    EXPECT_EQ(shown->driver, "bridge");
    EXPECT_EQ(shown->ipam.config.at(0).subnet, "172.30.0.0/16"); // .31 is the default network's
    EXPECT_EQ(shown->labels.at("a"), "b");
    EXPECT_EQ(inspect(id.substr(0, 8))->name, "app");
    EXPECT_EQ(networks->create(root, {.name = "app"}).error().kind, ErrorKind::Conflict);
    const Server web({.name = "web"});
    const auto endpoints = runOn(web, "web", {{.network = "app"}});
    EXPECT_EQ(inspect("app")->containers.at("web").ipv4Address, endpoints.at(0).ipv4Address + "/16");
    EXPECT_EQ(ask("tcp", endpoints.at(0).ipv4Address, 80), "web 172.30.0.1");
    const auto busy = networks->remove(root, "app");
    ASSERT_FALSE(busy);
    EXPECT_EQ(busy.error().kind, ErrorKind::Forbidden);
    EXPECT_TRUE(busy.error().message.contains("has active endpoints (name:\"web\"")) << busy.error().message;
    networks->release("web");
    ASSERT_TRUE(networks->remove(root, "app"));
    EXPECT_FALSE(hasLink(bridgeOf(id)));
    EXPECT_EQ(ruleset().size(), before.size());
    EXPECT_EQ(inspect("app").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(networks->remove(root, "bridge").error().kind, ErrorKind::Forbidden);
    const std::lock_guard guard(mutex);
    std::string actions;
    for (const auto &event : events)
        actions += event.action + " ";
    EXPECT_EQ(actions, "create connect disconnect destroy ");
}

TEST_F(UserDefined, belongsToWhoMadeIt)
{
    const auto hers = make({.name = "app"}, alice), his = make({.name = "app"}, bob);
    EXPECT_NE(hers, his);
    EXPECT_EQ(networks->inspect(alice, "app")->id, hers);
    EXPECT_EQ(networks->inspect(bob, "app")->id, his);
    for (const auto &ref : {hers, hers.substr(0, 12)}) {
        EXPECT_EQ(networks->inspect(bob, ref).error().kind, ErrorKind::NotFound);
        EXPECT_EQ(networks->remove(bob, ref).error().kind, ErrorKind::NotFound);
    }
    EXPECT_EQ(networks->list(bob).size(), 4U);
    EXPECT_EQ(networks->list(root).size(), 5U);
    EXPECT_EQ(networks->inspect(root, "app").error().kind, ErrorKind::InvalidArgument); // which?
    EXPECT_EQ(networks->inspect(root, hers)->id, hers);
    auto wanted = request("web", {{.network = hers}});
    // What the default network tells of others' containers.
    const Server web({.name = "web"});
    auto ofAlice = request("hers", {{}});
    ofAlice.owner = alice;
    ASSERT_TRUE(networks->reserve(ofAlice));
    ASSERT_TRUE(networks->connect("hers", web.netns()));
    EXPECT_EQ(networks->inspect(alice, "bridge")->containers.size(), 1U);
    EXPECT_TRUE(networks->inspect(bob, "bridge")->containers.empty());
    networks->release("hers");
    ASSERT_TRUE(networks->remove(alice, "app"));
    ASSERT_TRUE(networks->remove(bob, "app"));
}

TEST_F(UserDefined, keepsNetworksApart)
{
    make({.name = "one"});
    make({.name = "two"});
    const Server a({.name = "a"}), b({.name = "b"}), c({.name = "c"}), d({.name = "d"});
    const auto endA = runOn(a, "a", {{.network = "one"}}), endB = runOn(b, "b", {{.network = "one"}}),
               endC = runOn(c, "c", {{.network = "two"}}, {{"tcp", 80, "", 4000}});
    const auto endD = run(d, "d");
    EXPECT_EQ(ask("tcp", endB[0].ipv4Address, 80, &a.netns()), "b " + endA[0].ipv4Address);
    EXPECT_EQ(ask("tcp", endC[0].ipv4Address, 80, &a.netns()), "timeout");
    EXPECT_EQ(ask("tcp", endD.ipv4Address, 80, &a.netns()), "timeout");
    EXPECT_EQ(ask("tcp", endA[0].ipv4Address, 80, &d.netns()), "timeout");
    EXPECT_TRUE(
        ask("tcp", hostAddress, 4000, &a.netns()).starts_with("c ")); // what is published, all the same
    EXPECT_TRUE(ask("tcp", hostAddress, 4000, &outside()).starts_with("c "));
    const Server far({.name = "far", .isolated = false, .netns = &outside(), .ports = {9000}});
    EXPECT_EQ(ask("tcp", outsideAddress, 9000, &a.netns()), std::string("far ") + hostAddress);
}

TEST_F(UserDefined, internalOnesLeadNowhere)
{
    make({.name = "vault", .internal = true});
    const Server a({.name = "a"}), b({.name = "b"}), open({.name = "open"});
    const auto endA = runOn(a, "a", {{.network = "vault"}}, {{"tcp", 80, "", 4001}}),
               endB = runOn(b, "b", {{.network = "vault"}});
    const auto published = run(open, "open", {{"tcp", 80, "", 4000}});
    EXPECT_EQ(ask("tcp", endB[0].ipv4Address, 80, &a.netns()), "b " + endA[0].ipv4Address);
    EXPECT_TRUE(endA[0].ipv4Gateway.empty());
    EXPECT_TRUE(endA[0].ports.empty());
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4001), "refused");
    const Server far({.name = "far", .isolated = false, .netns = &outside(), .ports = {9000}});
    EXPECT_EQ(ask("tcp", outsideAddress, 9000, &a.netns()), "unreachable");
    // Not with a route of its own either, nor by what others publish.
    const auto gateway = inspect("vault")->ipam.config.at(0).gateway;
    ASSERT_TRUE(isolation::network::inNamespace(a.netns(), [&]() -> Result<> {
        TRY(auto links, Links::open());
        TRY(const auto link, links.find("eth0"));
        TRY(const auto router, isolation::network::IpAddress::parse(gateway));
        return links.addDefaultRoute(link.index, router);
    }));
    EXPECT_EQ(ask("tcp", outsideAddress, 9000, &a.netns()), "timeout");
    EXPECT_EQ(ask("tcp", gateway, 4000, &a.netns()), "timeout");
    EXPECT_EQ(ask("tcp", published.ipv4Address, 80, &a.netns()), "timeout");
    EXPECT_EQ(resolve(a, "b"), endB[0].ipv4Address);
    EXPECT_EQ(resolve(a, "secret.example.org"), "no such name");
}

TEST_F(UserDefined, honoursItsOptions)
{
    api::NetworkCreateRequest wanted{.name = "app"};
    wanted.enableIPv6 = true;
    wanted.ipam.emplace();
    wanted.ipam->config = {{.subnet = "10.9.0.0/16",
                            .ipRange = "10.9.4.0/29",
                            .gateway = "10.9.0.9",
                            .auxiliaryAddresses = {{"printer", "10.9.4.2"}}},
                           {.subnet = "fd09::/64"}};
    wanted.options = {{"com.docker.network.bridge.name", "br-test"},
                      {"com.docker.network.bridge.enable_icc", "false"},
                      {"com.docker.network.bridge.host_binding_ipv4", "127.0.0.1"},
                      {"com.docker.network.driver.mtu", "1400"}};
    make(wanted);
    auto links = *Links::open();
    const auto bridge = links.find("br-test");
    ASSERT_TRUE(bridge);
    EXPECT_EQ(bridge->mtu, 1400U);
    const Server a({.name = "a"}), b({.name = "b"}), c({.name = "c"});
    const auto endA = runOn(a, "a", {{.network = "app"}}, {{"tcp", 80, "", 4000}});
    const auto endB = runOn(b, "b", {{.network = "app"}});
    EXPECT_EQ(endA[0].ipv4Address + " " + endB[0].ipv4Address, "10.9.4.0 10.9.4.1");
    EXPECT_EQ(endA[0].ipv4Gateway, "10.9.0.9");
    const auto endC = runOn(c, "c",
                            {{.network = "app",
                              .macAddress = "02:00:00:00:00:77",
                              .ipv4Address = "10.9.77.7",
                              .ipv6Address = "fd09::77"}});
    EXPECT_EQ(endC[0].ipv4Address + endC[0].ipv6Address + endC[0].macAddress,
              "10.9.77.7fd09::7702:00:00:00:00:77");
    EXPECT_EQ(ask("tcp", "10.9.77.7", 80), "c 10.9.0.9");
    EXPECT_EQ(ask("tcp", "fd09::77", 80), "c fd09::1");
    EXPECT_EQ(ask("tcp", endB[0].ipv4Address, 80, &a.netns()), "timeout"); // no icc: not even ARP
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4000), "a 10.9.0.9");
    EXPECT_EQ(ask("tcp", hostAddress, 4000), "refused");
    const auto refused = [&](EndpointRequest one) {
        const auto reserved = networks->reserve(request("x", {std::move(one)}));
        return reserved ? std::string() : reserved.error().message;
    };
    EXPECT_TRUE(refused({.network = "app", .ipv4Address = "10.9.77.7"}).contains("Address already in use"));
    EXPECT_TRUE(refused({.network = "app", .ipv4Address = "10.9.4.2"}).contains("Address already in use"));
    EXPECT_TRUE(refused({.network = "app", .ipv4Address = "10.8.0.1"}).contains("not an address"));
    EXPECT_TRUE(
        refused({.network = "app", .macAddress = "02:00:00:00:00:77"}).contains("has the MAC address"));
    EXPECT_TRUE(
        refused({.network = "bridge", .ipv4Address = "172.31.0.9"}).contains("user defined networks only"));
    make({.name = "plain"});
    EXPECT_TRUE(
        refused({.network = "plain", .ipv4Address = "172.30.0.9"}).contains("user configured subnets"));
    EXPECT_EQ(
        networks->create(root, {.name = "br", .options = {{"com.docker.network.bridge.name", "br-test"}}})
            .error()
            .kind,
        ErrorKind::Conflict);
    EXPECT_EQ(inspect("br").error().kind, ErrorKind::NotFound); // nothing of it is left
}

// Also where nobody may choose one.
TEST_F(UserDefined, aFormerAddressIsHadAgainWhereItIsFree)
{
    const auto again = [&](const char *id, const char *former) {
        const auto reserved =
            networks->reserve(request(id, {{.network = "bridge", .formerIpv4Address = former}}));
        return reserved ? reserved->front().ipv4Address : reserved.error().message;
    };
    EXPECT_EQ(again("first", "172.31.0.77"), "172.31.0.77");
    const auto taken = again("second", "172.31.0.77");
    EXPECT_TRUE(taken.starts_with("172.31.0.") && taken != "172.31.0.77") << taken;
    const auto elsewhere = again("third", "10.1.2.3"); // its network had another subnet then
    EXPECT_TRUE(elsewhere.starts_with("172.31.0.")) << elsewhere;
    EXPECT_TRUE(again("fourth", "none").starts_with("172.31.0."));
}

TEST_F(UserDefined, refusesRangesThatTheHostUses)
{
    const auto create = [&](const access::Peer &peer, const char *subnet) -> std::string {
        api::NetworkCreateRequest wanted{.name = "x"};
        wanted.ipam.emplace();
        wanted.ipam->config = {{.subnet = subnet}};
        const auto made = networks->create(peer, wanted);
        if (made) {
            EXPECT_TRUE(networks->remove(peer, "x"));
        }
        return made ? "made" : made.error().message;
    };
    EXPECT_TRUE(create(root, "172.31.7.0/24").contains("Pool overlaps with other one"));
    EXPECT_TRUE(create(root, "198.18.0.0/16").contains("an interface of this machine"));
    EXPECT_TRUE(create(alice, "8.8.8.0/24").contains("not private"));
    EXPECT_EQ(create(alice, "10.77.0.0/24"), "made");
    EXPECT_EQ(create(root, "8.8.8.0/24"), "made");
}

TEST_F(UserDefined, containersAreOnSeveralAtOnce)
{
    make({.name = "one"});
    make({.name = "two"});
    make({.name = "vault", .internal = true});
    const Server web({.name = "web"}), a({.name = "a"}), b({.name = "b"}), v({.name = "v"});
    const auto ends =
        runOn(web, "web", {{.network = "two", .aliases = {"www"}}, {.network = "one"}, {.network = "vault"}},
              {{"tcp", 80, "", 4000}});
    ASSERT_EQ(ends.size(), 3U);
    EXPECT_EQ(ends[0].interface + ends[1].interface + ends[2].interface, "eth0eth1eth2");
    EXPECT_TRUE(ends[1].leadsOut4 && !ends[0].leadsOut4 && !ends[2].leadsOut4); // the first by name
    EXPECT_EQ(ends[1].ports.size(), 1U);
    const auto endA = runOn(a, "a", {{.network = "one"}}), endB = runOn(b, "b", {{.network = "two"}});
    const auto endV = runOn(v, "v", {{.network = "vault"}});
    EXPECT_EQ(ask("tcp", ends[1].ipv4Address, 80, &a.netns()), "web " + endA[0].ipv4Address);
    EXPECT_EQ(ask("tcp", ends[0].ipv4Address, 80, &b.netns()), "web " + endB[0].ipv4Address);
    EXPECT_EQ(ask("tcp", ends[2].ipv4Address, 80, &v.netns()), "web " + endV[0].ipv4Address);
    EXPECT_EQ(ask("tcp", hostAddress, 4000, &outside()), std::string("web ") + outsideAddress);
    EXPECT_EQ(resolve(a, "web"), ends[1].ipv4Address);
    EXPECT_EQ(resolve(b, "www"), ends[0].ipv4Address);
    EXPECT_EQ(resolve(web, "a") + " " + resolve(web, "b"), endA[0].ipv4Address + " " + endB[0].ipv4Address);
    EXPECT_EQ(networks->reserve(request("x", {{.network = "one"}, {.network = "one"}})).error().kind,
              ErrorKind::Forbidden);
    // Which one leads out can be chosen.
    const Server other({.name = "other"});
    const auto chosen = runOn(other, "other", {{.network = "one"}, {.network = "two", .gatewayPriority = 1}});
    EXPECT_TRUE(chosen[1].leadsOut4);
}

TEST_F(UserDefined, namesAreResolved)
{
    make({.name = "app"});
    const Server web({.name = "web"}), db({.name = "db"}), apart({.name = "apart"});
    const auto endWeb = runOn(web, "web", {{.network = "app", .aliases = {"www", "shop"}}});
    const auto endDb = runOn(db, "db", {{.network = "app"}});
    run(apart, "apart");
    for (const bool tcp : {false, true}) {
        EXPECT_EQ(resolve(db, "web", tcp), endWeb[0].ipv4Address);
        EXPECT_EQ(resolve(db, "WWW.app", tcp), endWeb[0].ipv4Address);
        EXPECT_EQ(resolve(web, "db", tcp), endDb[0].ipv4Address);
        EXPECT_EQ(resolve(web, "web", tcp), endWeb[0].ipv4Address);
    }
    EXPECT_EQ(resolve(apart, "web"), "refused"); // the default network has none
    networks->rename("web", "front");
    EXPECT_EQ(resolve(db, "front"), endWeb[0].ipv4Address);
    EXPECT_EQ(resolve(db, "www"), endWeb[0].ipv4Address);
    networks->release("db");
    EXPECT_NE(resolve(web, "db"), endDb[0].ipv4Address);
    // A container can have port 53 for itself.
    ASSERT_TRUE(isolation::network::inNamespace(web.netns(), []() -> Result<> {
        for (const int type : {SOCK_DGRAM, SOCK_STREAM}) {
            const Fd socket(::socket(AF_INET, type | SOCK_CLOEXEC, 0));
            const sockaddr_in any{.sin_family = AF_INET, .sin_port = htons(53)};
            if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&any), sizeof any) != 0)
                return failErrno(errno, "binding port 53");
        }
        return {};
    }));
}

TEST_F(UserDefined, isJoinedAndLeftWhileRunning)
{
    make({.name = "app"});
    const Server web({.name = "web"}), a({.name = "a"});
    const auto first = run(web, "web", {{"tcp", 80, "", 4000}});
    const auto endA = runOn(a, "a", {{.network = "app"}});
    EXPECT_EQ(resolve(web, "a"), "refused");
    const auto both = networks->attach(request("web", {{.network = "app", .aliases = {"www"}}}), web.netns());
    ASSERT_TRUE(both) << both.error().message;
    ASSERT_EQ(both->size(), 2U);
    EXPECT_EQ(both->at(1).interface, "eth1");
    EXPECT_TRUE(both->at(1).leadsOut4); // "app" is before "bridge"
    EXPECT_EQ(both->at(1).ports.size(), 1U);
    EXPECT_EQ(resolve(web, "a"), endA[0].ipv4Address);
    EXPECT_EQ(resolve(a, "www"), both->at(1).ipv4Address);
    EXPECT_EQ(ask("tcp", both->at(1).ipv4Address, 80, &a.netns()), "web " + endA[0].ipv4Address);
    EXPECT_EQ(ask("tcp", hostAddress, 4000, &outside()), std::string("web ") + outsideAddress);
    EXPECT_EQ(networks->attach(request("web", {{.network = "app"}}), web.netns()).error().kind,
              ErrorKind::Forbidden);
    // Back to where it was, and then to nothing.
    auto rest = networks->detach("web", both->at(1).networkId, web.netns());
    ASSERT_TRUE(rest) << rest.error().message;
    ASSERT_EQ(rest->size(), 1U);
    EXPECT_EQ(rest->at(0).ports.size(), 2U); // IPv6 too, as before
    EXPECT_EQ(ask("tcp", hostAddress, 4000, &outside()), std::string("web ") + outsideAddress);
    EXPECT_EQ(resolve(a, "www"), "failed"); // nobody to ask here either
    rest = networks->detach("web", first.networkId, web.netns());
    ASSERT_TRUE(rest && rest->empty());
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4000), "refused");
    EXPECT_EQ(networks->detach("web", first.networkId, web.netns()).error().kind, ErrorKind::InvalidArgument);
    const auto again =
        networks->attach(request("web", {{.network = "app"}}, {{"tcp", 80, "", 4000}}), web.netns());
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_TRUE(ask("tcp", "127.0.0.1", 4000).starts_with("web "));
    networks->release("web");
    EXPECT_EQ(ask("tcp", "127.0.0.1", 4000), "refused");
}

TEST_F(UserDefined, holdsNothingAfterARefusedAttach)
{
    make({.name = "plain"});
    const Server alone({.name = "alone"}); // ran with --network none
    const auto refused = networks->attach(
        request("alone", {{.network = "plain", .ipv4Address = "172.30.0.9"}}), alone.netns());
    ASSERT_FALSE(refused);
    const auto next = networks->reserve(request("alone", {{.network = "plain"}}));
    EXPECT_TRUE(next) << next.error().message;
    networks->release("alone");
}

TEST_F(UserDefined, comesBackWithTheEngine)
{
    const auto id = make({.name = "app"}), gone = make({.name = "gone"});
    const Server web({.name = "web"}), db({.name = "db"});
    const auto ends = runOn(web, "web", {{.network = "app"}, {}}, {{"tcp", 80, "", 4000}});
    const auto endDb = runOn(db, "db", {{.network = "app"}});
    const auto before = *inspect("app");
    closeEngine(); // as a killed one
    // What a removal that was cut short leaves: the record is gone, the bridge is not.
    {
        auto cut = *Records::open(options.root + "/quayside.db");
        ASSERT_TRUE(cut->remove("network", gone));
    }
    EXPECT_TRUE(ask("tcp", "127.0.0.1", 4000).starts_with("web "));
    openEngine();
    ASSERT_TRUE(networks->adopt(request("web", {}), ends, web.netns()));
    ASSERT_TRUE(networks->adopt(request("db", {}), endDb, db.netns()));
    networks->sweep();
    EXPECT_EQ(inspect("app")->id, id);
    EXPECT_EQ(inspect("app")->ipam.config.at(0).subnet, before.ipam.config.at(0).subnet);
    EXPECT_EQ(inspect("app")->containers.size(), 2U);
    EXPECT_FALSE(hasLink(bridgeOf(gone)));
    EXPECT_TRUE(hasLink(bridgeOf(id)));
    EXPECT_TRUE(ask("tcp", "127.0.0.1", 4000).starts_with("web "));
    EXPECT_TRUE(eventually(2s, [&] { return resolve(db, "web") == ends[0].ipv4Address; }));
    EXPECT_EQ(resolve(web, "db", true), endDb[0].ipv4Address);
}

// An engine that is killed while a container joins or leaves: the records decide.
TEST_F(UserDefined, mendsAContainerThatWasBetweenTwoStates)
{
    make({.name = "app"});
    const Server web({.name = "web"});
    const auto one = run(web, "web");
    const auto two = networks->attach(request("web", {{.network = "app"}}), web.netns());
    ASSERT_TRUE(two);
    closeEngine();
    openEngine(); // it never came to write down the second network
    ASSERT_TRUE(networks->adopt(request("web", {}), {one}, web.netns()));
    networks->sweep();
    EXPECT_FALSE(hasLink(two->at(1).hostInterface));
    const Server far({.name = "far", .isolated = false, .netns = &outside(), .ports = {9000}});
    EXPECT_EQ(ask("tcp", outsideAddress, 9000, &web.netns()), std::string("far ") + hostAddress);
    // The other way round: it had left, and nobody wrote that down.
    const auto again = networks->attach(request("web", {{.network = "app"}}), web.netns());
    ASSERT_TRUE(again);
    ASSERT_TRUE(networks->detach("web", again->at(1).networkId, web.netns()));
    closeEngine();
    openEngine();
    ASSERT_TRUE(networks->adopt(request("web", {}), *again, web.netns()));
    networks->sweep();
    EXPECT_EQ(ask("tcp", again->at(1).ipv4Address, 80).substr(0, 4), "web ");
    EXPECT_EQ(ask("tcp", outsideAddress, 9000, &web.netns()), std::string("far ") + hostAddress);
}

TEST_F(UserDefined, rulesComeBackWithinASecond)
{
    make({.name = "app"});
    make({.name = "vault", .internal = true});
    const Server web({.name = "web"}), inside({.name = "inside"});
    runOn(web, "web", {{.network = "app"}}, {{"tcp", 80, "", 4000}});
    runOn(inside, "inside", {{.network = "vault"}});
    const auto before = ruleset().size();
    Nft connection;
    ASSERT_TRUE(connection.run(R"({"nftables":[{"flush":{"ruleset":null}}]})"));
    const auto start = Clock::now();
    EXPECT_TRUE(eventually(1s, [&] { return ask("tcp", "127.0.0.1", 4000).starts_with("web "); }));
    std::cout << "back after "
              << std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count()
              << " ms\n";
    EXPECT_EQ(ruleset().size(), before);
}

TEST_F(UserDefined, macvlanPutsContainersOntoTheHostsWire)
{
    api::NetworkCreateRequest wanted{.name = "lan", .driver = "macvlan", .options = {{"parent", "uplink0"}}};
    wanted.ipam.emplace();
    wanted.ipam->config = {
        {.subnet = "198.18.0.0/24", .ipRange = "198.18.0.64/26", .gateway = outsideAddress}};
    make(wanted);
    const Server web({.name = "web"}), other({.name = "other"});
    const auto ends = runOn(web, "web", {{.network = "lan"}}, {{"tcp", 80, "", 4000}});
    const auto others = runOn(other, "other", {{.network = "lan"}});
    EXPECT_EQ(ends[0].ipv4Address, "198.18.0.64");
    EXPECT_TRUE(ends[0].ports.empty()); // it is on the wire itself
    EXPECT_EQ(ask("tcp", ends[0].ipv4Address, 80, &outside()), std::string("web ") + outsideAddress);
    EXPECT_EQ(ask("tcp", ends[0].ipv4Address, 80, &other.netns()), "web " + others[0].ipv4Address);
    EXPECT_EQ(resolve(other, "web"), ends[0].ipv4Address);
    const auto rest = networks->detach("web", ends[0].networkId, web.netns());
    ASSERT_TRUE(rest && rest->empty());
    EXPECT_EQ(ask("tcp", outsideAddress, 9000, &web.netns()), "unreachable");
    networks->release("web");
    networks->release("other");
    wanted.name = "lost";
    wanted.options["parent"] = "nonesuch0";
    EXPECT_TRUE(networks->create(root, wanted).error().message.contains("no interface nonesuch0"));
    ASSERT_TRUE(networks->remove(root, "lan"));
}

} // namespace

int main(int argc, char **argv)
{
    return runInTestNamespaces(argc, argv);
}
