#include "engine/containers/xray/parse.h"
#include "engine/containers/xray/sockets.h"

#include <gtest/gtest.h>

namespace quayside::containers
{

TEST(XrayParse, StatusHasPidsOfBothSidesAndMasks)
{
    const auto facts =
        parseStatus("Name:\tweb\nUid:\t7\t8\t9\t10\nNSpid:\t812\t1\nCapInh:\t0000000000000000\nCapPrm:"
                    "\t00000000a80425fb\n"
                    "CapEff:\t00000000a80425fb\nCapBnd:\t00000000a80425fb\nCapAmb:\t0000000000000001\n"
                    "NoNewPrivs:\t1\nSeccomp:\t2\nSeccomp_filters:\t3\n");
    EXPECT_EQ(facts.pids, (std::vector<std::int64_t>{812, 1}));
    EXPECT_EQ(facts.uids, (std::vector<std::int64_t>{7, 8, 9, 10}));
    EXPECT_EQ(facts.bounding, 0xa80425fbU);
    EXPECT_EQ(facts.ambient, 1U);
    EXPECT_EQ(facts.inheritable, 0U);
    EXPECT_TRUE(facts.noNewPrivileges);
    EXPECT_EQ(facts.seccompMode, 2);
    EXPECT_EQ(facts.seccompFilters, 3);
}

TEST(XrayParse, IdsAreFoundInEveryRange)
{
    const auto map = parseIdMap("         0     100000       1000\n      1000       1000          1\n");
    ASSERT_EQ(map.size(), 2U);
    EXPECT_EQ(insideId(map, 100000), 0);
    EXPECT_EQ(insideId(map, 100999), 999);
    EXPECT_EQ(insideId(map, 101000), -1);
    EXPECT_EQ(insideId(map, 1000), 1000);
    EXPECT_EQ(insideId(map, 0), -1);
}

TEST(XrayParse, MountsWithOptionalFieldsAndEscapes)
{
    const auto mounts = parseMounts("36 35 98:0 /mnt1 /mnt\\0402 rw,noatime,idmapped master:1 shared:7 - "
                                    "ext3 /dev/root\\134x rw,errors=continue\n"
                                    "37 36 0:5 / /proc ro - proc proc rw\n"
                                    "damaged\n",
                                    8);
    ASSERT_EQ(mounts.size(), 3U);
    EXPECT_EQ(mounts[0].id, 36);
    EXPECT_EQ(mounts[0].target, "/mnt 2");
    EXPECT_EQ(mounts[0].source, "/dev/root\\x");
    EXPECT_EQ(mounts[0].propagation, "slave,shared");
    EXPECT_TRUE(mounts[0].idmapped);
    EXPECT_FALSE(mounts[0].readOnly);
    EXPECT_EQ(mounts[1].propagation, "private");
    EXPECT_TRUE(mounts[1].readOnly);
    EXPECT_EQ(mounts[1].type, "proc");
    EXPECT_EQ(parseMounts("1 0 0:1 / / rw - a b c\n2 0 0:1 / / rw - a b c\n", 1).size(), 1U);
}

TEST(XrayParse, WhatAContainerNamesIsPrintable)
{
    const auto mounts = parseMounts("1 0 0:1 / /a\\012b\\033[2J rw - tmpfs x rw\n", 8);
    EXPECT_EQ(mounts.at(0).target, "/a?b?[2J");
    EXPECT_EQ(printable("a\nb\x7f"), "a?b?");
}

TEST(XrayParse, CgroupPathsMayHoldColons)
{
    const auto paths = parseCgroups("12:cpu,cpuacct:/quayside/a:b\n0::/quayside/a:b\n");
    ASSERT_EQ(paths.size(), 2U);
    EXPECT_EQ(paths[0].controllers, "cpu,cpuacct");
    EXPECT_EQ(paths[0].path, "/quayside/a:b");
    EXPECT_EQ(paths[1].controllers, "");
}

TEST(XrayParse, OnlyOffsetsOfTimeThatAreSome)
{
    EXPECT_TRUE(
        parseTimeOffsets("monotonic           0         0\nboottime            0         0\n").empty());
    EXPECT_EQ(parseTimeOffsets("monotonic  86400  5\n").at("monotonic"), "86400.000000005");
}

TEST(XrayParse, Pressure)
{
    const auto found = parsePressure("io", "some avg10=1.25 avg60=0.50 avg300=0.10 total=12345\n"
                                           "full avg10=0.00 avg60=0.00 avg300=0.00 total=7\n");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].resource, "io");
    EXPECT_EQ(found[0].kind, "some");
    EXPECT_DOUBLE_EQ(found[0].average10, 1.25);
    EXPECT_EQ(found[1].totalUs, 7);
    EXPECT_EQ(parsePressure("cpu", "some =\n").size(), 1U);
}

TEST(XrayParse, SocketsThatWait)
{
    const std::string_view tcp =
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
        "   0: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4242 1 0 "
        "100\n"
        "   1: 0100007F:1F90 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 4243 1 0 "
        "100\n";
    const auto sockets = parseSockets(tcp, false, false, 8);
    ASSERT_EQ(sockets.size(), 1U);
    EXPECT_EQ(sockets[0].address, "0.0.0.0");
    EXPECT_EQ(sockets[0].port, 80);
    EXPECT_EQ(sockets[0].inode, 4242U);
    const auto six = parseSockets("   0: 00000000000000000000000001000000:0035 "
                                  "00000000000000000000000000000000:0000 07 0:0 0:0 0 0 0 77 2\n",
                                  true, true, 8);
    ASSERT_EQ(six.size(), 1U);
    EXPECT_EQ(six[0].address, "::1");
}

TEST(XrayParse, NameServers)
{
    EXPECT_EQ(
        parseNameServers("# nameserver 1.1.1.1\nnameserver  127.0.0.11\nsearch x\nnameserver fe80::1%eth0\n"),
        (std::vector<std::string>{"127.0.0.11", "fe80::1%eth0"}));
}

TEST(XrayParse, PortMapsOfATable)
{
    const auto found = parsePortMaps(
        R"({"nftables":[{"metainfo":{}},{"map":{"name":"ports4","elem":[[{"concat":["tcp",8080]},)"
        R"({"concat":["172.31.0.2",80]}]]}},{"map":{"name":"ports6_at","elem":[[{"concat":["udp","::1",53]},)"
        R"({"concat":["fd00::2",53]}],["odd"]]}},{"map":{"name":"other","elem":[[{"concat":["tcp",1]},)"
        R"({"concat":["1.1.1.1",1]}]]}},{"set":{"name":"links"}}]})");
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 2U);
    EXPECT_EQ((*found)[0].target, "172.31.0.2");
    EXPECT_EQ((*found)[0].hostPort, 8080);
    EXPECT_EQ((*found)[1].hostAddress, "::1");
    EXPECT_TRUE((*found)[1].v6);
    EXPECT_FALSE(parsePortMaps("[]"));
    EXPECT_FALSE(parsePortMaps("nonsense"));
}

} // namespace quayside::containers
