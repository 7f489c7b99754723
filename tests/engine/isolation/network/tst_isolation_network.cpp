#include "engine/isolation/network/links.h"
#include "engine/isolation/network/netns.h"
#include "engine/isolation/network/nftables.h"
#include "engine/isolation/network/sysctl.h"
#include "engine/isolation/network/watcher.h"
#include "tests/engine/networks/support/testhost.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>

using namespace quayside;
using namespace quayside::isolation::network;
using namespace std::chrono_literals;

namespace
{

ino_t namespaceOf(const char *path)
{
    struct stat status{};
    ::stat(path, &status);
    return status.st_ino;
}

bool eventually(const std::function<bool()> &condition)
{
    for (int i = 0; i < 200; ++i, std::this_thread::sleep_for(5ms))
        if (condition())
            return true;
    return false;
}

TEST(InNamespace, leavesTheCallersThreadWhereItIs)
{
    const test::Server other({.name = "other"});
    const auto before = namespaceOf("/proc/thread-self/ns/net");
    ino_t inside = 0;
    ASSERT_TRUE(inNamespace(other.netns(), [&]() -> Result<> {
        inside = namespaceOf("/proc/thread-self/ns/net");
        return {};
    }));
    EXPECT_NE(inside, before);
    EXPECT_EQ(namespaceOf("/proc/thread-self/ns/net"), before);
    const auto failed =
        inNamespace(other.netns(), [] { return Result<>(fail(ErrorKind::NotFound, "as wanted")); });
    EXPECT_EQ(failed.error().message, "as wanted");
    const Fd notANamespace(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    EXPECT_FALSE(inNamespace(notANamespace, []() -> Result<> { return {}; }));
}

TEST(Sysctl, isTheNamespacesOwn)
{
    const test::Server other({.name = "other"});
    ASSERT_TRUE(writeSysctl("ipv4/ip_forward", "0"));
    ASSERT_TRUE(inNamespace(other.netns(), [] { return writeSysctl("ipv4/ip_forward", "1"); }));
    EXPECT_EQ(readSysctl("ipv4/ip_forward"), "0");
    EXPECT_EQ(readSysctl("ipv4/nonesuch").error().kind, ErrorKind::NotFound);
}

TEST(Links, makesWhatWasAskedFor)
{
    const test::Server container({.name = "container"});
    auto links = *Links::open();
    const auto bridge = links.addBridge({"br-test", {2, 0, 0, 0, 0, 1}, 1400});
    ASSERT_TRUE(bridge) << bridge.error().message;
    const auto twice = links.addBridge({"br-test", {2, 0, 0, 0, 0, 1}, 1400});
    EXPECT_EQ(twice.error().errnum, EEXIST);
    EXPECT_TRUE(twice.error().message.contains("br-test")) << twice.error().message;
    ASSERT_TRUE(links.addVeth({.name = "veth-test",
                               .bridge = *bridge,
                               .peerAddress = {2, 0, 0, 0, 0, 2},
                               .peerNamespace = container.netns().get(),
                               .mtu = 1400}));
    const auto ports = *links.list(*bridge);
    ASSERT_EQ(ports.size(), 1U);
    EXPECT_EQ(ports[0].name, "veth-test");
    EXPECT_EQ(ports[0].kind, "veth");
    EXPECT_EQ(ports[0].mtu, 1400U);
    EXPECT_TRUE(ports[0].up);
    const auto inside = inNamespace(container.netns(), []() -> Result<> {
        TRY(auto own, Links::open());
        TRY(const auto eth0, own.find("eth0"));
        CHECK(own.setUp(eth0.index));
        CHECK(own.addAddress(eth0.index, *IpPrefix::parse("10.9.0.2/24")));
        CHECK(own.addAddress(eth0.index, *IpPrefix::parse("10.9.0.2/24"))); // once more is no error
        CHECK(own.addDefaultRoute(eth0.index, *IpAddress::parse("10.9.0.1")));
        TRY(const auto addresses, own.addresses());
        TRY(const auto routes, own.routes());
        const bool address = std::ranges::any_of(addresses, [&](const auto &a) {
            return a.index == eth0.index && a.address.text() == "10.9.0.2/24";
        });
        const bool route = std::ranges::any_of(
            routes, [&](const auto &r) { return r.index == eth0.index && r.destination.length == 0; });
        return address && route ? Result<>()
                                : fail(ErrorKind::Internal, "address {} route {}", address, route);
    });
    EXPECT_TRUE(inside) << inside.error().message;
    EXPECT_TRUE(links.awaitRunning(ports[0].index));
    EXPECT_TRUE(links.find(ports[0].index)->running);
    ASSERT_TRUE(links.remove(ports[0].index));
    EXPECT_TRUE(links.remove(ports[0].index)); // gone already
    ASSERT_TRUE(links.remove(*bridge));
    EXPECT_EQ(links.find("br-test").error().kind, ErrorKind::NotFound);
}

TEST(Links, passesTheKernelsExplanationOn)
{
    auto links = *Links::open();
    const auto failed = links.addRoute(1, *IpPrefix::parse("10.77.0.0/16"), *IpAddress::parse("10.66.0.1"));
    ASSERT_FALSE(failed);
    EXPECT_TRUE(failed.error().message.contains("(")) << failed.error().message; // NLMSGERR_ATTR_MSG
}

std::string tableJson(const char *verb, const std::string &name)
{
    return std::format(R"({{"nftables":[{{"{}":{{"table":{{"family":"inet","name":"{}"}}}}}}]}})", verb,
                       name);
}

TEST(NftTable, goesWithItsObjectUnlessKept)
{
    Nft nft;
    {
        const auto table = NftTable::make(nft, "inet", "own", tableJson("add", "own"));
        ASSERT_TRUE(table) << table.error().message;
        EXPECT_EQ(NftTable::exists(nft, "inet", "own"), true);
    }
    EXPECT_EQ(NftTable::exists(nft, "inet", "own"), false);
    {
        auto table = *NftTable::make(nft, "inet", "own", tableJson("add", "own"));
        auto moved = std::move(table);
        moved.keep();
    }
    nft.rest(); // and a new connection works as the old one did
    EXPECT_EQ(NftTable::exists(nft, "inet", "own"), true);
    EXPECT_TRUE(nft.run(tableJson("delete", "own")));
}

TEST(Nft, saysWhatWasWrong)
{
    Nft nft;
    EXPECT_EQ(nft.run(tableJson("delete", "nonesuch")).error().kind, ErrorKind::NotFound);
    EXPECT_FALSE(nft.run("nonsense"));
    EXPECT_FALSE(
        nft.run(R"({"nftables":[{"add":{"rule":{"family":"inet","table":"x","chain":"y","expr":[7]}}}]})"));
    EXPECT_TRUE(nft.query(R"({"nftables":[{"list":{"tables":{}}}]})")); // an error does not stick
}

TEST(Watcher, tellsWhatChanged)
{
    std::atomic<int> own = 0, others = 0, interfaces = 0;
    auto watcher = *Watcher::make("watched", [&](Watcher::Changes changes) {
        own += changes.ownTable;
        others += changes.otherTables;
        interfaces += changes.interfaces;
    });
    ASSERT_TRUE(watcher->start());
    Nft nft;
    ASSERT_TRUE(nft.run(tableJson("add", "watched"))); // nothing is lost by that
    std::this_thread::sleep_for(300ms);
    EXPECT_EQ(own + others + interfaces, 0);
    ASSERT_TRUE(nft.run(tableJson("delete", "watched")));
    EXPECT_TRUE(eventually([&] { return own == 1; }));
    EXPECT_EQ(others, 0);
    ASSERT_TRUE(nft.run(tableJson("add", "other")));
    ASSERT_TRUE(nft.run(tableJson("delete", "other")));
    EXPECT_TRUE(eventually([&] { return others == 1; }));
    auto links = *Links::open();
    const int bridge = *links.addBridge({"br-watch", {2, 0, 0, 0, 0, 3}});
    std::this_thread::sleep_for(300ms);
    EXPECT_EQ(interfaces, 0);
    ASSERT_TRUE(links.remove(bridge));
    EXPECT_TRUE(eventually([&] { return interfaces == 1; }));
    EXPECT_EQ(own, 1);
}

TEST(Watcher, ownChangesAreNoNews)
{
    Nft engine, somebody;
    std::atomic<int> own = 0, others = 0;
    auto watcher = *Watcher::make(
        "watched",
        [&](Watcher::Changes changes) {
            own += changes.ownTable;
            others += changes.otherTables;
        },
        [&](std::uint32_t generation) { return engine.made(generation); });
    ASSERT_TRUE(watcher->start());
    const auto chain = [](const char *verb) {
        return std::format(
            R"({{"nftables":[{{"{}":{{"chain":{{"family":"inet","table":"watched","name":"c"}}}}}}]}})",
            verb);
    };
    ASSERT_TRUE(engine.run(tableJson("add", "watched")));
    for (int i = 0; i < 20; ++i) {
        ASSERT_TRUE(engine.run(chain("add")));
        ASSERT_TRUE(engine.run(chain("delete")));
    }
    std::this_thread::sleep_for(700ms); // longer than any burst is waited for
    EXPECT_EQ(own + others, 0);
    // Between two of the engine's own, in one burst.
    ASSERT_TRUE(engine.run(chain("add")));
    ASSERT_TRUE(somebody.run(chain("delete")));
    ASSERT_TRUE(engine.run(chain("add")));
    EXPECT_TRUE(eventually([&] { return own == 1; }));
    EXPECT_EQ(others, 0);
    ASSERT_TRUE(engine.run(tableJson("delete", "watched")));
}

TEST(Watcher, runsTasksInTime)
{
    std::mutex mutex;
    std::string order;
    auto watcher = *Watcher::make("watched", [](Watcher::Changes) {});
    ASSERT_TRUE(watcher->start());
    const auto note = [&](char letter) {
        return [&, letter] {
            const std::lock_guard guard(mutex);
            order += letter;
        };
    };
    watcher->runIn(100ms, note('c'));
    watcher->runIn(0ms, note('a'));
    watcher->runIn(50ms, note('b'));
    watcher->runIn(1h, note('z'));
    EXPECT_TRUE(eventually([&] {
        const std::lock_guard guard(mutex);
        return order == "abc";
    })) << order;
    watcher.reset(); // at once, whatever is still due
}

} // namespace

int main(int argc, char **argv)
{
    return test::runInTestNamespaces(argc, argv);
}
