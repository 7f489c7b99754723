#include "engine/isolation/network/address.h"
#include "engine/isolation/network/links.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::isolation::network;

namespace
{

TEST(IpAddress, parsesAndPrints)
{
    for (const auto *text : {"0.0.0.0", "172.31.0.2", "255.255.255.255", "::", "::1", "fd12:3456::2"})
        EXPECT_EQ(IpAddress::parse(text)->text(), text);
    EXPECT_EQ(IpAddress::parse("FD12:0:0::0002")->text(), "fd12::2");
    EXPECT_EQ(IpAddress::v4(0xac1f0002).text(), "172.31.0.2");
    EXPECT_EQ(IpAddress::parse("172.31.0.2")->asV4(), 0xac1f0002U);
}

TEST(IpAddress, refusesEverythingElse)
{
    using namespace std::string_view_literals;
    for (const auto text :
         {""sv, " 1.2.3.4"sv, "1.2.3"sv, "1.2.3.4.5"sv, "1.2.3.256"sv, "01.2.3.4x"sv, "0x7f.1"sv,
          "fe80::1%eth0"sv, "[::1]"sv, ":::"sv, "1.2.3.4\0"sv, "localhost"sv, "1:2:3:4:5:6:7:8:9"sv}) {
        const auto parsed = IpAddress::parse(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().kind, ErrorKind::InvalidArgument);
    }
}

TEST(IpAddress, knowsLoopbackAndUnspecified)
{
    EXPECT_TRUE(IpAddress::parse("127.0.0.53")->loopback());
    EXPECT_TRUE(IpAddress::parse("::1")->loopback());
    EXPECT_FALSE(IpAddress::parse("128.0.0.1")->loopback());
    EXPECT_FALSE(IpAddress::parse("1::1")->loopback());
    EXPECT_TRUE(IpAddress::parse("::")->unspecified());
    EXPECT_TRUE(IpAddress::parse("0.0.0.0")->unspecified());
    EXPECT_FALSE(IpAddress::parse("0.0.0.1")->unspecified());
}

TEST(IpPrefix, parsesAndMasks)
{
    EXPECT_EQ(IpPrefix::parse("172.31.4.7/16")->network().text(), "172.31.0.0/16");
    EXPECT_EQ(IpPrefix::parse("172.31.4.7/23")->network().text(), "172.31.4.0/23");
    EXPECT_EQ(IpPrefix::parse("1.2.3.4")->length, 32);
    EXPECT_EQ(IpPrefix::parse("1.2.3.4/0")->network().text(), "0.0.0.0/0");
    EXPECT_EQ(IpPrefix::parse("fd12::ff/121")->network().text(), "fd12::80/121");
    for (const auto *text : {"1.2.3.4/", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/8x", "::/129", "/8"})
        EXPECT_FALSE(IpPrefix::parse(text)) << text;
}

TEST(IpPrefix, comparesRanges)
{
    const auto prefix = [](const char *text) { return *IpPrefix::parse(text); };
    EXPECT_TRUE(prefix("172.31.0.0/16").contains(*IpAddress::parse("172.31.255.255")));
    EXPECT_FALSE(prefix("172.31.0.0/16").contains(*IpAddress::parse("172.32.0.0")));
    EXPECT_TRUE(prefix("172.16.0.0/12").overlaps(prefix("172.31.9.0/24")));
    EXPECT_TRUE(prefix("172.31.9.0/24").overlaps(prefix("172.16.0.0/12")));
    EXPECT_FALSE(prefix("172.31.0.0/17").overlaps(prefix("172.31.128.0/17")));
    EXPECT_FALSE(prefix("0.0.0.0/0").overlaps(prefix("::/0")));
}

TEST(MacAddress, parsesAndPrints)
{
    EXPECT_EQ(macText(*parseMac("02:42:ac:1f:00:02")), "02:42:ac:1f:00:02");
    EXPECT_EQ(macText(*parseMac("02-42-AC-1F-00-02")), "02:42:ac:1f:00:02");
    for (const auto *text : {"", "02:42:ac:1f:00", "02:42:ac:1f:00:0", "02:42:ac:1f:00:02:03",
                             "0g:42:ac:1f:00:02", "02 42 ac 1f 00 02"})
        EXPECT_FALSE(parseMac(text)) << text;
}

} // namespace
