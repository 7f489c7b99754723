// Package databases: what is read of good ones, and that bad ones end.
#include "engine/images/contents/packages/parsers.h"
#include "tests/engine/images/contents/packages/rpmheader.h"

#include <gtest/gtest.h>

#include <format>

using namespace quayside;
using namespace quayside::images;
using test::RpmHeader;
using test::rpmPackage;

namespace
{

std::string shown(const std::vector<api::ImagePackage> &packages)
{
    std::string text;
    for (const api::ImagePackage &one : packages)
        text += std::format("{}|{}|{}|{}|{}|{}|{}\n", one.name, one.version, one.architecture, one.size,
                            one.source, one.summary, one.database);
    return text;
}

} // namespace

TEST(Dpkg, ReadsWhatIsInstalled)
{
    EXPECT_EQ(shown(parseDpkg("Package: libc6\n"
                              "Status: install ok installed\n"
                              "Installed-Size: 13000\n"
                              "Architecture: amd64\n"
                              "Source: glibc (2.41-12)\n"
                              "Version: 2.41-12+deb13u1\n"
                              "Conffiles:\n"
                              " /etc/ld.so.conf.d/x.conf 593ad12389ab2b6f952e7ede67b8fbbf\n"
                              "Description: GNU C Library: Shared libraries\n"
                              " Package: not-this-one\n"
                              " .\n"
                              "\n"
                              "Package: removed\n"
                              "Status: deinstall ok config-files\n"
                              "Version: 1\n"
                              "\n"
                              "Package: held\r\n"
                              "Status: hold ok installed\r\n"
                              "Version: 2\r\n"
                              "\n\n\n"
                              "Package: half\n"
                              "Status: install ok half-installed\n")),
              "libc6|2.41-12+deb13u1|amd64|13312000|glibc|GNU C Library: Shared libraries|dpkg\n"
              "held|2||0|held||dpkg\n");
}

TEST(Dpkg, ReadsAStanzaWithoutAStatus)
{
    EXPECT_EQ(shown(parseDpkg("Package: base-files\nVersion: 12.4\nArchitecture: arm64\nInstalled-Size: 2")),
              "base-files|12.4|arm64|2048|base-files||dpkg\n");
}

TEST(Apk, ReadsWhatIsInstalled)
{
    EXPECT_EQ(
        shown(parseApk("C:Q1abc=\nP:musl\nV:1.2.5-r9\nA:x86_64\nS:400000\nI:662552\nT:the musl c library\n"
                       "U:https://musl.libc.org/\nL:MIT\no:musl\nm:A <a@b.c>\nF:lib\nR:ld-musl-x86_64.so.1\n"
                       "\n"
                       "P:zlib\nV:1.3.1-r2\nA:x86_64\nI:112345\no:zlib\n")),
        "musl|1.2.5-r9|x86_64|662552|musl|the musl c library|apk\n"
        "zlib|1.3.1-r2|x86_64|112345|zlib||apk\n");
}

TEST(Texts, OfNoSenseGiveNothing)
{
    for (const std::string text :
         {std::string(), std::string("\n\n\n"), std::string(":::\n:\n"), std::string(100'000, ':'),
          std::string("Package\nVersion 1\n"), std::string(" Package: x\n"), std::string(1 << 20, '\0')}) {
        EXPECT_EQ(shown(parseDpkg(text)), "");
        EXPECT_EQ(shown(parseApk(text)), "");
    }
    EXPECT_EQ(shown(parseDpkg("Package: a\nInstalled-Size: -5\nVersion: 1\x01\x02")), "a|1||0|a||dpkg\n");
    EXPECT_EQ(shown(parseDpkg("Package: a\nInstalled-Size: 99999999999999999999")), "a|||0|a||dpkg\n");
    EXPECT_EQ(shown(parseDpkg("Package: a\nInstalled-Size: 9223372036854775807")), "a|||0|a||dpkg\n")
        << "in bytes too large";
    EXPECT_EQ(parseDpkg("Package: " + std::string(100'000, 'n')).at(0).name.size(), 500U);
}

TEST(RpmHeaders, AreRead)
{
    const auto bash = parseRpmHeader(rpmPackage("bash", "5.2.37").number(1003, 1).bytes());
    ASSERT_TRUE(bash);
    EXPECT_EQ(shown({*bash}), "bash|1:5.2.37-3.fc43|x86_64|4096|bash-src|The bash|rpm\n");
    const auto large = parseRpmHeader(rpmPackage("large", "1").number(5009, 10'000'000'000, true).bytes());
    EXPECT_EQ(large->size, 10'000'000'000);
    EXPECT_FALSE(parseRpmHeader(rpmPackage("gpg-pubkey", "1").bytes())) << "a key is no package";
    EXPECT_FALSE(parseRpmHeader(RpmHeader().text(1001, "1").bytes())) << "no name";
    EXPECT_FALSE(parseRpmHeader(RpmHeader().number(1000, 5).bytes())) << "a name of the wrong type";
}

TEST(RpmHeaders, ThatAreDamagedEnd)
{
    const std::string good = rpmPackage("bash", "5").bytes();
    for (std::size_t length = 0; length < good.size(); ++length)
        (void)parseRpmHeader(good.substr(0, length));
    for (std::size_t at = 0; at < good.size(); ++at)
        for (const char byte : {'\0', '\x7f', '\xff'}) {
            std::string bad = good;
            bad[at] = byte;
            (void)parseRpmHeader(bad);
        }
    EXPECT_FALSE(parseRpmHeader("\xff\xff\xff\xff\xff\xff\xff\xff"));
    EXPECT_FALSE(parseRpmHeader(""));
}

TEST(Ndb, IsReadSlotBySlot)
{
    const auto little = [](std::uint32_t value) {
        return std::string(reinterpret_cast<const char *>(&value), sizeof value);
    };
    const std::string header = rpmPackage("zypper", "1.14").bytes();
    std::string file = "RpmP" + little(0) + little(1) + little(1) + little(3) + std::string(12, '\0');
    file += "Slot" + little(1) + little(256) + little(10); // at 256 blocks of 16 bytes
    file += "Slot" + little(2) + little(1'000'000) + little(1);
    file += "Slot" + little(0) + little(0) + little(0); // free
    file.resize(4096, '\0');
    file += "BlbS" + little(1) + little(1) + little(static_cast<std::uint32_t>(header.size())) + header;
    const auto packages = parseNdb(file);
    ASSERT_TRUE(packages) << packages.error().message;
    EXPECT_EQ(shown(*packages), "zypper|1.14-3.fc43|x86_64|4096|zypper-src|The zypper|rpm\n");
    file[4096 + 4] = 7; // the blob says that it is another package's
    EXPECT_EQ(shown(*parseNdb(file)), "");
    EXPECT_FALSE(parseNdb("RpmP"));
    EXPECT_FALSE(parseNdb(std::string(8192, 'x')));
}
