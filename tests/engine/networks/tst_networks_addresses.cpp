#include "engine/networks/addresspool.h"
#include "engine/networks/names.h"
#include "engine/networks/networkrecord.h"
#include "engine/networks/resolvers.h"
#include "engine/networks/subnet.h"
#include "engine/records/records.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <random>

using namespace quayside;
using namespace quayside::networks;

namespace
{

IpPrefix prefix(const char *text)
{
    return *IpPrefix::parse(text);
}
IpAddress address(const char *text)
{
    return *IpAddress::parse(text);
}
using Lines = std::vector<std::string>;

TEST(AddressPool, givesAddressesInOrderAndRestsThem)
{
    AddressPool pool(prefix("172.31.0.0/16"));
    EXPECT_EQ(pool.gateway().text(), "172.31.0.1");
    EXPECT_EQ(pool.take()->text(), "172.31.0.2");
    EXPECT_EQ(pool.take()->text(), "172.31.0.3");
    pool.giveBack(address("172.31.0.2"));
    EXPECT_EQ(pool.take()->text(), "172.31.0.4"); // not the one that was just given back
}

TEST(AddressPool, comesRoundAndFillsUp)
{
    AddressPool pool(prefix("10.0.0.8/29")); // .9 the gateway, .10 to .14, .15 broadcast
    for (const auto *expected : {"10.0.0.10", "10.0.0.11", "10.0.0.12", "10.0.0.13", "10.0.0.14"})
        EXPECT_EQ(pool.take()->text(), expected);
    EXPECT_EQ(pool.take().error().kind, ErrorKind::Conflict);
    pool.giveBack(address("10.0.0.12"));
    pool.giveBack(address("10.0.0.12"));
    pool.giveBack(address("10.9.0.12")); // somebody else's
    EXPECT_EQ(pool.take()->text(), "10.0.0.12");
    EXPECT_FALSE(pool.take());
}

TEST(AddressPool, takesWhatIsAskedForOrSaysWhyNot)
{
    AddressPool pool(prefix("172.31.0.0/16"));
    EXPECT_TRUE(pool.take(address("172.31.0.2")));
    EXPECT_EQ(pool.take(address("172.31.0.2")).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(pool.take(address("172.31.0.1")).error().kind, ErrorKind::Conflict); // the gateway's
    for (const auto *outside : {"172.30.0.2", "172.31.0.0", "172.31.255.255", "fd00::2"})
        EXPECT_EQ(pool.take(address(outside)).error().kind, ErrorKind::InvalidArgument) << outside;
    EXPECT_EQ(pool.take()->text(), "172.31.0.3");
}

TEST(AddressPool, choosesFromTheRangeAndLeavesOutWhatIsReserved)
{
    AddressPool pool(PoolSpec{.subnet = prefix("10.1.0.0/16"),
                              .range = prefix("10.1.5.0/29"),
                              .gateway = address("10.1.5.1"),
                              .reserved = {address("10.1.5.2"), address("10.1.9.9")}});
    for (const auto *expected : {"10.1.5.0", "10.1.5.3", "10.1.5.4", "10.1.5.5", "10.1.5.6", "10.1.5.7"})
        EXPECT_EQ(pool.take()->text(), expected);
    EXPECT_FALSE(pool.take());
    EXPECT_TRUE(pool.take(address("10.1.200.200"))); // asked for, outside of the range
    for (const auto *kept : {"10.1.5.1", "10.1.5.2", "10.1.9.9"}) {
        EXPECT_EQ(pool.take(address(kept)).error().kind, ErrorKind::Conflict) << kept;
        pool.giveBack(address(kept));
        EXPECT_FALSE(pool.take(address(kept))) << kept;
    }
}

TEST(AddressPool, knowsAddressesThatDifferOnlyAbove64Bits)
{
    AddressPool pool(prefix("fd12:3456:789a::/48"));
    EXPECT_EQ(pool.take(address("fd12:3456:789a:1::2")).error().kind, ErrorKind::InvalidArgument);
    EXPECT_TRUE(pool.take(address("fd12:3456:789a::2")));
}

TEST(AddressPool, worksForIpv6)
{
    AddressPool pool(prefix("fd12:3456:789a::/64"));
    EXPECT_EQ(pool.gateway().text(), "fd12:3456:789a::1");
    EXPECT_EQ(pool.take()->text(), "fd12:3456:789a::2");
    EXPECT_TRUE(pool.take(address("fd12:3456:789a::1:0:0:9")));
    EXPECT_FALSE(pool.take(address("fd12:3456:789a::1:0:0:9")));
}

// Whatever is taken and given back in whatever order, no address is given twice.
TEST(AddressPool, neverGivesAnAddressTwice)
{
    AddressPool pool(prefix("10.0.0.0/26"));
    std::mt19937 random(7);
    std::vector<IpAddress> held;
    for (int step = 0; step < 20000; ++step) {
        if (random() % 2 && !held.empty()) {
            const auto index = random() % held.size();
            pool.giveBack(held[index]);
            held.erase(held.begin() + static_cast<std::ptrdiff_t>(index));
        } else if (const auto taken = pool.take()) {
            ASSERT_EQ(std::ranges::find(held, *taken), held.end()) << taken->text();
            held.push_back(*taken);
        } else {
            ASSERT_EQ(held.size(), 61U);
        }
    }
}

TEST(AddressPool, macFollowsTheAddress)
{
    EXPECT_EQ(isolation::network::macText(macFor(address("172.31.1.254"))), "02:42:ac:1f:01:fe");
}

TEST(Subnet, avoidsWhatTheHostUses)
{
    EXPECT_EQ(chooseSubnet({})->text(), "172.31.0.0/16");
    EXPECT_EQ(chooseSubnet({prefix("172.31.16.0/20")})->text(), "172.30.0.0/16"); // a cloud's usual network
    EXPECT_EQ(chooseSubnet({prefix("172.16.0.0/12")})->text(), "10.223.0.0/16");
    EXPECT_EQ(chooseSubnet({prefix("172.16.0.0/12"), prefix("10.0.0.0/8")})->text(), "192.168.240.0/20");
    EXPECT_EQ(chooseSubnet({prefix("172.31.0.1/32"), prefix("fd00::/8")})->text(), "172.30.0.0/16");
    const auto none = chooseSubnet({prefix("172.16.0.0/12"), prefix("10.0.0.0/8"), prefix("192.168.0.0/16")});
    EXPECT_EQ(none.error().kind, ErrorKind::Conflict);
}

TEST(Subnet, seesRangesInsideOfOthersAndBesideThem)
{
    // One in another, one that ends where the next begins, and one of the other family.
    EXPECT_EQ(chooseSubnet({prefix("172.30.0.0/15"), prefix("172.31.4.0/24"), prefix("fd00::/8"),
                            prefix("172.28.0.0/16"), prefix("172.29.255.255/32")})
                  ->text(),
              "172.27.0.0/16");
    EXPECT_FALSE(chooseSubnet({prefix("0.0.0.0/0")}));
    EXPECT_EQ(chooseSubnet({prefix("172.32.0.0/16"), prefix("172.30.255.255/32")})->text(), "172.31.0.0/16");
}

TEST(Subnet, leavesDockersAndPodmansAlone)
{
    for (const auto *theirs : {"172.17.0.0/16", "172.18.0.0/16", "10.88.0.0/16"})
        for (const auto *taken : {"172.31.0.0/16", "172.16.0.0/12"})
            EXPECT_FALSE(chooseSubnet({prefix(taken)})->overlaps(prefix(theirs)));
}

TEST(Subnet, makesRandomLocalPrefixes)
{
    const auto one = *randomUlaSubnet(), other = *randomUlaSubnet();
    EXPECT_TRUE(prefix("fd00::/8").contains(one.address)) << one.text();
    EXPECT_EQ(one.length, 64);
    EXPECT_NE(one, other);
    EXPECT_EQ(one, one.network());
}

TEST(Names, followTheRoot)
{
    EXPECT_EQ(namesFor("/var/lib/quayside").bridge, "quayside0");
    EXPECT_EQ(namesFor("/var/lib/quayside/").table, "quayside");
    const auto other = namesFor("/var/tmp/other");
    EXPECT_EQ(other.bridge.size(), 11U); // an interface's name has at most 15
    EXPECT_EQ(other.bridge, namesFor("/var/tmp/../tmp//other").bridge);
    EXPECT_NE(other.bridge, namesFor("/var/tmp/other2").bridge);
    EXPECT_EQ(other.table, "quayside-" + other.bridge.substr(3));
}

TEST(Resolvers, keepsWhatContainersCanReach)
{
    const auto found =
        usableResolvers("# made by hand\nnameserver 192.0.2.53\n  nameserver\t2001:db8::53 # second\n"
                        "nameserver fe80::1%eth0\nnameserver nonsense\nsearch example.org\r\noptions edns0\n"
                        "sortlist 10.0.0.0",
                        "nameserver 198.51.100.1", true);
    EXPECT_EQ(found.lines, (Lines{"nameserver 192.0.2.53", "nameserver 2001:db8::53", "search example.org",
                                  "options edns0"}));
    EXPECT_EQ(found.warning, "");
}

TEST(Resolvers, leavesIpv6OutWhereThereIsNone)
{
    EXPECT_EQ(usableResolvers("nameserver 2001:db8::53\nnameserver 192.0.2.53", "", false).lines,
              Lines{"nameserver 192.0.2.53"});
}

TEST(Resolvers, asksResolvedsUpstreams)
{
    const auto found = usableResolvers("nameserver 127.0.0.53\noptions edns0 trust-ad\nsearch lan\n",
                                       "nameserver 192.0.2.1\nnameserver 192.0.2.2\nsearch upstream\n", true);
    EXPECT_EQ(found.lines, (Lines{"nameserver 192.0.2.1", "nameserver 192.0.2.2", "options edns0 trust-ad",
                                  "search lan"}));
}

TEST(Resolvers, saysWhatContainersLack)
{
    const auto dnsmasq = usableResolvers("nameserver 127.0.0.1\nnameserver ::1", "", true);
    EXPECT_TRUE(dnsmasq.lines.empty());
    EXPECT_TRUE(dnsmasq.warning.contains("loopback")) << dnsmasq.warning;
    EXPECT_TRUE(usableResolvers("", "", true).warning.contains("no name server"));
}

class NetworkRecords : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string pattern = "/var/tmp/quayside-networks-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(folder); }
    std::filesystem::path folder;
};

TEST_F(NetworkRecords, areMadeOnceAndKept)
{
    std::vector<NetworkRecord> first;
    {
        auto records = *Records::open(folder / "db");
        first = *loadNetworks(*records);
        ASSERT_EQ(first.size(), 3U);
        first[0].ipam4 =
            Ipam{.subnet = prefix("172.30.0.0/16"), .range = prefix("172.30.4.0/24"), .given = true};
        first[0].ipam4->auxiliary["router"] = address("172.30.0.9");
        first[0].ipam6 = Ipam{.subnet = prefix("fd12::/64"), .gateway = address("fd12::99")};
        first[0].owner = 1000;
        first[0].internal = true;
        first[0].options["com.docker.network.driver.mtu"] = "1400";
        first[0].labels["who"] = "me";
        ASSERT_TRUE(save(*records, first[0]));
    }
    auto records = *Records::open(folder / "db");
    const auto second = *loadNetworks(*records);
    ASSERT_EQ(second.size(), 3U);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(second[i].id + encode(second[i]), first[i].id + encode(first[i]));
    EXPECT_EQ(second[0].ipam4, first[0].ipam4);
    EXPECT_EQ(second[0].ipam6, first[0].ipam6);
    EXPECT_EQ(second[0].owner, 1000U);
    EXPECT_TRUE(second[0].internal);
    EXPECT_EQ(second[0].options, first[0].options);
    EXPECT_EQ(second[0].labels, first[0].labels);
}

TEST(NetworkRecord, damagedOnesAreNamed)
{
    for (const auto *text : {"", "[]", "{}", R"({"name":1,"driver":"bridge","created":""})",
                             R"({"name":"n","driver":"bridge","created":"","subnet4":"172.31.0.0/99"})",
                             R"({"name":"n","driver":"bridge","created":"","subnet4":7})"}) {
        const auto decoded = decodeNetworkRecord("abc123", text);
        ASSERT_FALSE(decoded) << text;
        EXPECT_TRUE(decoded.error().message.contains("abc123")) << decoded.error().message;
    }
}

} // namespace
