// Ids, names, times, exit records, records, id ranges, the index.
#include "engine/containers/state/exitrecord.h"
#include "engine/containers/state/idranges.h"
#include "engine/containers/state/ids.h"
#include "engine/containers/state/index.h"
#include "engine/containers/state/times.h"
#include "tests/fakes/memoryrecords.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

using namespace quayside;
using namespace quayside::containers;

namespace
{

constexpr std::int64_t second = 1000000000;

TEST(Ids, unlikeEachOther)
{
    std::set<std::string> ids;
    for (int i = 0; i < 100; ++i) {
        const auto id = newId();
        ASSERT_TRUE(id);
        EXPECT_EQ(id->size(), 64u);
        EXPECT_EQ(id->find_first_not_of("0123456789abcdef"), std::string::npos);
        EXPECT_NE(id->substr(0, 12).find_first_of("abcdef"), std::string::npos);
        ids.insert(*id);
    }
    EXPECT_EQ(ids.size(), 100u);
}

TEST(Ids, names)
{
    for (const char *good : {"ab", "a_b.c-D9", "0x"})
        EXPECT_TRUE(isValidName(good)) << good;
    for (const char *bad : {"", "a", "-a", ".a", "a/b", "a b", "a\n", "ä1"})
        EXPECT_FALSE(isValidName(bad)) << bad;
    int asked = 0;
    const auto name = newName([&](const std::string &) { return ++asked <= 20; });
    ASSERT_TRUE(name);
    EXPECT_TRUE(isValidName(*name));
    EXPECT_NE(name->find('_'), std::string::npos);
    EXPECT_EQ(asked, 21);
    EXPECT_TRUE(name->back() >= '0' && name->back() <= '9')
        << "after collisions a number is added: " << *name;
}

TEST(Times, human)
{
    const std::pair<std::int64_t, const char *> cases[] = {
        {0, "Less than a second"}, {1, "1 second"},          {59, "59 seconds"},    {60, "About a minute"},
        {119, "About a minute"},   {120, "2 minutes"},       {3599, "59 minutes"},  {3600, "About an hour"},
        {7200, "2 hours"},         {47 * 3600, "47 hours"},  {48 * 3600, "2 days"}, {14 * 86400, "2 weeks"},
        {60 * 86400, "2 months"},  {730 * 86400, "2 years"},
    };
    for (const auto &[seconds, text] : cases)
        EXPECT_EQ(humanDuration(seconds * second), text) << seconds;
}

TEST(Times, status)
{
    RunState state{.status = Status::Running, .startedNs = 100 * second};
    EXPECT_EQ(statusText(state, 103 * second), "Up 3 seconds");
    state.status = Status::Paused;
    EXPECT_EQ(statusText(state, 220 * second), "Up 2 minutes (Paused)");
    state = {.status = Status::Exited, .exitCode = 3, .finishedNs = 100 * second};
    EXPECT_EQ(statusText(state, 220 * second), "Exited (3) 2 minutes ago");
    state.status = Status::Restarting;
    EXPECT_EQ(statusText(state, 104 * second), "Restarting (3) 4 seconds ago");
    EXPECT_EQ(statusText({}, 0), "Created");
    EXPECT_EQ(rfc3339(0), "0001-01-01T00:00:00Z");
    EXPECT_EQ(rfc3339(1700000000 * second + 5), "2023-11-14T22:13:20.000000005Z");
}

TEST(ExitRecords, parse)
{
    const auto record = parseExitRecord("code 137\nsignal 9\noom 1\nstarted 1700000000.000000001\nfinished "
                                        "1700000001.500000000\nnew stuff\n");
    ASSERT_TRUE(record) << record.error().message;
    EXPECT_EQ(record->code, 137);
    EXPECT_TRUE(record->oom);
    EXPECT_EQ(record->startedNs, 1700000000 * second + 1);
    for (const char *bad :
         {"", "code 1\n", "code x\nfinished 1.000000000\n", "code 1\nfinished 1.5\n", "code 1",
          "finished 1.000000000\n", "code 1\nfinished 99999999999999999999.000000000\n"})
        EXPECT_FALSE(parseExitRecord(bad)) << bad;
}

Record sample(std::string id, std::string name, std::uint32_t owner)
{
    Record record{.id = std::move(id), .name = std::move(name)};
    record.owner.uid = owner;
    return record;
}

TEST(Records, roundTrip)
{
    Record record = sample(std::string(64, 'a'), "web", 1000);
    record.owner.groups = {4, 24};
    record.layers = {"l1", "l2"};
    record.config.cmd = {"sh", "-c", "caf\xc3\xa9"};
    record.config.labels = {{"a", "b"}};
    record.hostConfig.portBindings = {{"80/tcp", {{"", "8080"}}}};
    record.hostConfig.maskedPaths.emplace();
    record.mounts = {
        {.type = MountType::Volume, .name = "data", .target = "/data", .noCopy = true, .anonymous = true},
        {.source = "/srv", .target = "/srv", .propagation = "rslave"},
        {.type = MountType::Image,
         .name = "busybox",
         .source = "bin",
         .imageId = "sha256:1",
         .layers = {"l1"}}};
    record.delegates = {1001, 1002};
    const auto back = decodeRecord(encode(record));
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(encode(*back), encode(record));
    EXPECT_EQ(back->delegates, record.delegates);
    EXPECT_EQ(back->config.cmd, record.config.cmd);
    EXPECT_TRUE(back->hostConfig.maskedPaths && back->hostConfig.maskedPaths->empty());
    EXPECT_EQ(back->mounts.front().name, "data");
    EXPECT_EQ(back->mounts.at(1).propagation, "rslave");
    EXPECT_EQ(back->mounts.at(2).type, MountType::Image);
    EXPECT_EQ(back->mounts.at(2).imageId + back->mounts.at(2).layers.at(0), "sha256:1l1");
    RunState state{.status = Status::Paused, .launched = true, .pid = 7, .exitCode = 3, .firstId = 99};
    state.endpoints = {{.networkName = "bridge", .ipv4Address = "1.2.3.4"}, {.networkName = "app"}};
    state.endpoints[0].ports = {{"tcp", 80, "0.0.0.0", 8080}};
    state.endpoints[1].interface = "eth1";
    state.endpoints[1].names = {"web", "www"};
    state.endpoints[1].leadsOut4 = state.endpoints[1].resolver = true;
    state.warnings = {"ulimit nofile is 10 and not 20"};
    const auto stateBack = decodeState(encode(state));
    ASSERT_TRUE(stateBack) << stateBack.error().message;
    EXPECT_EQ(encode(*stateBack), encode(state));
    EXPECT_EQ(stateBack->endpoints.at(0).ports.front().hostPort, 8080);
    EXPECT_EQ(stateBack->warnings, state.warnings);
    EXPECT_EQ(stateBack->endpoints.at(1).names, state.endpoints[1].names);
    EXPECT_EQ(stateBack->endpoints.at(1).interface, "eth1");
    EXPECT_TRUE(stateBack->endpoints.at(1).leadsOut4 && stateBack->endpoints.at(1).resolver);
    for (const char *bad : {"", "{}", "[]", "{\"id\":5}"}) {
        EXPECT_FALSE(decodeRecord(bad)) << bad;
        EXPECT_FALSE(decodeState(bad)) << bad;
    }
}

TEST(Index, findsByIdNameAndPrefix)
{
    Index index;
    const std::string first = "abc1" + std::string(60, '0'), second2 = "abc2" + std::string(60, '0');
    index.add(std::make_shared<Container>(sample(first, "web", 1000)));
    index.add(std::make_shared<Container>(sample(second2, "abc1", 1001)));
    const access::Peer root, alice{.uid = 1000};
    EXPECT_EQ(index.find(root, first).value()->id, first);
    EXPECT_EQ(index.find(root, "/web").value()->id, first);
    EXPECT_EQ(index.find(root, "abc1").value()->id, second2) << "a name wins over a prefix";
    EXPECT_EQ(index.find(root, "abc").error().message, "multiple IDs found with provided prefix: abc");
    EXPECT_EQ(index.find(root, "abc").error().kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(index.find(root, "nope").error().message, "No such container: nope");
    EXPECT_FALSE(index.find(root, ""));
    // What alice may not see does not exist for her, and makes nothing ambiguous.
    EXPECT_EQ(index.find(alice, "abc").value()->id, first);
    EXPECT_EQ(index.find(alice, second2).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(index.reserveName(1000, "web", "x").error().message,
              "Conflict. The container name \"/web\" is already in use by container \"" + first +
                  "\". You have to remove (or rename) that container to be able to reuse that name.");
    index.remove(first);
    EXPECT_TRUE(index.reserveName(1000, "web", "x"));
}

TEST(Index, namesBelongToUsers)
{
    Index index;
    const auto id = [](char first) { return std::string(64, first); };
    const access::Peer root, alice{.uid = 1000}, bob{.uid = 1001}, carol{.uid = 1002};
    index.add(std::make_shared<Container>(sample(id('a'), "web", alice.uid)));
    EXPECT_EQ(index.find(root, "web").value()->id, id('a')) << "the only one";
    EXPECT_TRUE(index.reserveName(bob.uid, "web", id('b'))) << "not taken: it is another user's";
    EXPECT_EQ(index.find(bob, "web").error().kind, ErrorKind::NotFound) << "it is being made";
    index.add(std::make_shared<Container>(sample(id('b'), "web", bob.uid)));
    EXPECT_EQ(index.find(alice, "web").value()->id, id('a'));
    EXPECT_EQ(index.find(bob, "/web").value()->id, id('b'));
    EXPECT_EQ(index.find(carol, "web").error().message, "No such container: web");
    EXPECT_FALSE(index.hasName(carol.uid, "web"));
    const auto both = index.find(root, "web");
    ASSERT_FALSE(both);
    EXPECT_EQ(both.error().kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(both.error().message,
              "several users have a container web: give the id of the one that is meant (" + id('a') +
                  " of user 1000, " + id('b') + " of user 1001)");
    index.add(std::make_shared<Container>(sample(id('c'), "web", root.uid)));
    EXPECT_EQ(index.find(root, "web").value()->id, id('c')) << "root's own comes first";
    index.releaseName(bob.uid, "web");
    EXPECT_EQ(index.find(alice, "web").value()->id, id('a')) << "nobody else's name went with it";
    EXPECT_EQ(index.find(bob, "web").error().kind, ErrorKind::NotFound);
}

TEST(Index, whoeverItWasHandedOverToMayUseItOnly)
{
    Index index;
    const auto id = [](char first) { return std::string(64, first); };
    const access::Peer root, alice{.uid = 1000}, bob{.uid = 1001}, carol{.uid = 1002};
    Record record = sample(id('a'), "web", alice.uid);
    record.delegates = {bob.uid};
    const auto container = std::make_shared<Container>(std::move(record));
    index.add(container);
    for (const std::string &ref : {id('a'), std::string("web"), std::string("aaaa")}) {
        EXPECT_TRUE(index.find(bob, ref, Right::Use)) << ref;
        EXPECT_EQ(index.find(bob, ref).error().kind, ErrorKind::Forbidden) << ref;
        EXPECT_EQ(index.find(carol, ref, Right::Use).error().kind, ErrorKind::NotFound) << ref;
        EXPECT_EQ(index.find(carol, ref).error().kind, ErrorKind::NotFound) << ref;
        EXPECT_TRUE(index.find(alice, ref)) << ref;
        EXPECT_TRUE(index.find(root, ref)) << ref;
    }
    EXPECT_TRUE(index.reserveName(bob.uid, "web", id('b'))) << "a delegate's names are free";
    index.add(std::make_shared<Container>(sample(id('b'), "web", bob.uid)));
    EXPECT_EQ(index.find(bob, "web", Right::Use).value()->id, id('b')) << "the own one comes first";
    container->delegates.set({carol.uid});
    EXPECT_EQ(index.find(bob, id('a'), Right::Use).error().kind, ErrorKind::NotFound);
    EXPECT_TRUE(index.find(carol, id('a'), Right::Use));
}

class IdRangesTest : public testing::Test
{
protected:
    IdRangesTest()
    {
        char name[] = "/tmp/quayside-ids-XXXXXX";
        folder = ::mkdtemp(name);
        write("subuid", "");
        write("subgid", "");
        write("passwd", "root:x:0:0::/:/bin/sh\n");
        write("group", "root:x:0:\n");
    }
    ~IdRangesTest() override
    {
        for (const char *name : {"subuid", "subgid", "passwd", "group"})
            ::unlink((folder + "/" + name).c_str());
        ::rmdir(folder.c_str());
    }
    void write(const char *name, const std::string &text) const
    {
        std::ofstream(folder + "/" + name) << text;
    }
    std::uint32_t first(std::uint32_t uid)
    {
        auto ranges = IdRanges::open(
            records, {folder + "/subuid", folder + "/subgid", folder + "/passwd", folder + "/group"});
        EXPECT_TRUE(ranges);
        const auto id = (*ranges)->firstIdOf(uid);
        EXPECT_TRUE(id) << (id ? "" : id.error().message);
        return id.value_or(0);
    }
    std::string folder;
    test::MemoryRecords records;
};

TEST_F(IdRangesTest, takesTheUsersOwn)
{
    write("subuid", "junk\n54321:200000:65536\n");
    write("subgid", "54321:200000:65536\n");
    EXPECT_EQ(first(54321), 200000u);
}

TEST_F(IdRangesTest, reservesWhereTheUsersOwnDoesNotDo)
{
    const char *const bad[] = {"54321:200000:65535\n",     // too few
                               "54321:0:65536\n",          // the host's own users
                               "54321:4294967000:65536\n", // wraps
                               "54322:200000:65536\n"};    // somebody else's
    for (const char *line : bad) {
        write("subuid", line);
        write("subgid", line);
        EXPECT_GE(first(54321), 0x70000000u) << line;
    }
    write("subuid", "54321:200000:65536\n");
    write("subgid", "54321:300000:65536\n");
    EXPECT_GE(first(54321), 0x70000000u) << "groups start elsewhere";
    write("subgid", "54321:200000:65536\n");
    write("passwd", "ldap:x:200005:1::/:/bin/sh\n");
    EXPECT_GE(first(54321), 0x70000000u) << "a real user is in it";
}

TEST_F(IdRangesTest, reservedRangesStayAndDoNotCollide)
{
    write("subuid", "other:1879048192:65536\n");
    const auto mine = first(54321);
    EXPECT_EQ(mine, 0x70010000u) << "somebody's subordinate ids are passed over";
    EXPECT_EQ(first(54321), mine);
    EXPECT_EQ(first(0), 0x70020000u);
    EXPECT_EQ(first(54322), 0x70030000u);
}

} // namespace
