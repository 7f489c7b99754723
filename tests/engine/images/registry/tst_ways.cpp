// How registries are reached: proxies, certificates, and the settings of them.
#include "engine/images/registry/certificates.h"
#include "engine/images/registry/proxy.h"
#include "engine/images/registry/settings.h"
#include "tests/fakes/memoryrecords.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

using namespace quayside;
using namespace quayside::images;

namespace
{

// "http proxy:3128", "straight", or what is wrong.
std::string wayTo(const std::string &url, const ProxySettings &settings)
{
    const auto proxy = proxyFor(settings, url);
    if (!proxy)
        return proxy.error().message;
    if (!*proxy)
        return "straight";
    return ((*proxy)->kind == Proxy::Kind::Http ? "http " : "socks ") + (*proxy)->host + ":" +
           std::to_string((*proxy)->port);
}

class Certificates : public testing::Test
{
protected:
    void SetUp() override
    {
        m_folder = std::filesystem::temp_directory_path() / ("certs-" + std::to_string(::getpid()));
        m_settings.certificates = {m_folder / "first", m_folder / "second"};
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    void put(const std::string &file)
    {
        std::filesystem::create_directories((m_folder / file).parent_path());
        std::ofstream(m_folder / file) << "x";
    }
    Result<TlsSettings> tls(const std::string &origin, bool mayRead = true)
    {
        return tlsFor(origin, m_endpoint, m_settings, [mayRead](const std::string &) { return mayRead; });
    }

    std::filesystem::path m_folder;
    RegistrySettings m_settings;
    Endpoint m_endpoint{.domain = "lan.test:5000", .origin = "https://lan.test:5000"};
};

} // namespace

TEST(Proxies, areChosenByScheme)
{
    const ProxySettings settings{.http = "http://plain:3128", .https = "socks5://bob:a%40b@safe", .none = ""};
    EXPECT_EQ(wayTo("http://example.org/v2/", settings), "http plain:3128");
    EXPECT_EQ(wayTo("https://example.org/v2/", settings), "socks safe:1080");
    EXPECT_EQ(wayTo("https://example.org", {}), "straight");
    EXPECT_EQ(wayTo("https://example.org", {.http = {}, .https = "proxy:8080", .none = {}}),
              "http proxy:8080");
    const auto proxy = proxyFor(settings, "https://example.org");
    EXPECT_EQ((*proxy)->user, "bob");
    EXPECT_EQ((*proxy)->password, "a@b");
}

TEST(Proxies, thatWantTlsAreRefusedWithWhatHelps)
{
    const ProxySettings settings{.http = {}, .https = "https://bob:s3cret@proxy:443", .none = "exempt.test"};
    const auto refused = proxyFor(settings, "https://example.org");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::NotSupported);
    EXPECT_NE(refused.error().message.find("HTTPS_PROXY"), std::string::npos) << refused.error().message;
    EXPECT_NE(refused.error().message.find("socks5://"), std::string::npos) << refused.error().message;
    EXPECT_EQ(refused.error().message.find("s3cret"), std::string::npos) << "a password is not repeated";
    EXPECT_EQ(wayTo("https://exempt.test", settings), "straight");
}

TEST(Proxies, areLeftOutWhereTheSettingsSaySo)
{
    const ProxySettings settings{
        .http = {},
        .https = "http://proxy:3128",
        .none = " .below.test, Whole.test,*.star.test,port.test:5000,10.1.0.0/16,10.2.0.3,"
                "fd00::/8, [fd01::1]:5000,,bad/99"};
    for (const char *straight :
         {"https://a.below.test", "https://whole.test", "https://deep.whole.test", "https://a.star.test",
          "https://port.test:5000", "https://10.1.200.3:5000", "https://10.2.0.3", "https://[fd00::7]",
          "https://localhost:5000", "https://127.0.0.1", "https://127.9.9.9:1", "https://[::1]:5000"})
        EXPECT_EQ(wayTo(straight, settings), "straight") << straight;
    for (const char *proxied :
         {"https://below.test", "https://notwhole.test", "https://star.test", "https://port.test",
          "https://10.2.0.30", "https://10.9.0.1", "https://localhost.example.org"})
        EXPECT_EQ(wayTo(proxied, settings), "http proxy:3128") << proxied;
    EXPECT_EQ(wayTo("https://x.test", {.http = {}, .https = "http://proxy", .none = "*"}), "straight");
}

TEST(Proxies, areNeverRepeated)
{
    for (const char *bad :
         {"https://bob:s3cret@proxy", "ftp://bob:s3cret@proxy", "http://bob:s3cret@", "://s3cret"}) {
        const std::string said = wayTo("https://example.org", {.http = {}, .https = bad, .none = {}});
        EXPECT_TRUE(said.contains("HTTPS_PROXY")) << said;
        EXPECT_FALSE(said.contains("s3cret")) << said;
    }
    EXPECT_EQ(maskedProxy("http://bob:s3cret@proxy:3128/"), "http://xxxxx:xxxxx@proxy:3128/");
    EXPECT_EQ(maskedProxy("bob:s3/c@ret@proxy:3128"), "xxxxx:xxxxx@proxy:3128");
    EXPECT_EQ(maskedProxy("http://proxy:3128"), "http://proxy:3128");
    EXPECT_EQ(maskedProxy(""), "");
}

TEST(Proxies, comeFromTheEnvironment)
{
    const auto settings = proxiesOf([](const char *name) {
        const std::string_view asked = name;
        return std::string(asked == "https_proxy"  ? "small"
                           : asked == "HTTP_PROXY" ? "capital"
                           : asked == "http_proxy" ? "no"
                                                   : "");
    });
    EXPECT_EQ(settings.https, "small");
    EXPECT_EQ(settings.http, "capital");
    EXPECT_EQ(settings.none, "");
}

TEST_F(Certificates, areThoseOfThePlace)
{
    for (const char *file : {"first/lan.test:5000/b.crt", "second/lan.test:5000/a.crt",
                             "second/other.test/c.crt", "first/lan.test:5000/client.cert",
                             "first/lan.test:5000/client.key", "first/lan.test:5000/note.txt"})
        put(file);
    const auto own = tls("https://lan.test:5000");
    ASSERT_TRUE(own) << own.error().message;
    EXPECT_TRUE(own->verify);
    EXPECT_EQ(own->authorities, (std::vector<std::string>{m_folder / "first/lan.test:5000/b.crt",
                                                          m_folder / "second/lan.test:5000/a.crt"}));
    EXPECT_EQ(own->key, m_folder / "first/lan.test:5000/client.key");
    const auto other = tls("https://other.test"); // where a redirect leads
    EXPECT_EQ(other->authorities, std::vector<std::string>{m_folder / "second/other.test/c.crt"});
    EXPECT_EQ(other->certificate, "");
}

TEST_F(Certificates, workForWhomTheKeyIs)
{
    put("first/lan.test:5000/client.cert");
    EXPECT_FALSE(tls("https://lan.test:5000")); // no key
    put("first/lan.test:5000/client.key");
    const auto withheld = tls("https://lan.test:5000", false);
    ASSERT_TRUE(withheld);
    EXPECT_EQ(withheld->certificate + withheld->key, "");
    EXPECT_EQ(withheld->withheld, m_folder / "first/lan.test:5000/client.key");
}

TEST_F(Certificates, areNotCheckedOnlyOfWhatIsInsecure)
{
    m_endpoint.verify = false;
    EXPECT_FALSE(tls("https://lan.test:5000")->verify);
    EXPECT_FALSE(tls("https://lan.test:5001")->verify); // its token server
    EXPECT_TRUE(tls("https://other.test")->verify);
    m_settings.insecure = {"other.test"};
    EXPECT_FALSE(tls("https://other.test:99")->verify);
    m_endpoint = {.domain = "docker.io", .origin = "https://registry-1.docker.io"};
    put("first/docker.io/a.crt");
    EXPECT_EQ(tls("https://registry-1.docker.io")->authorities.size(), 1U);
    EXPECT_EQ(tls("https://auth.docker.io")->authorities.size(), 0U);
}

TEST(Networks, makeInsecureWhatIsInThem)
{
    int lookups = 0;
    const Lookup lookup = [&](const std::string &host) -> std::vector<std::string> {
        ++lookups;
        if (host == "lan.test")
            return {"203.0.113.1", "10.1.2.3"};
        return host == "six.test" ? std::vector<std::string>{"fd00::7"} : std::vector<std::string>();
    };
    RegistrySettings settings;
    EXPECT_TRUE(endpointsOf("lan.test:5000", settings, lookup).front().verify);
    EXPECT_EQ(lookups, 0) << "nobody is asked where there are no networks";
    addInsecure(settings, "10.0.0.0/8");
    addInsecure(settings, "fd00::/8");
    EXPECT_TRUE(settings.insecure.empty());
    for (const char *place : {"10.255.0.1:5000", "10.0.0.0", "[fd00::1]:5000"}) {
        EXPECT_TRUE(isInsecure(place, settings)) << place;
        EXPECT_EQ(endpointsOf(place, settings, lookup).size(), 2U) << place;
    }
    EXPECT_EQ(lookups, 0);
    for (const char *place : {"11.0.0.1:5000", "[fe00::1]:5000", "lan.test"})
        EXPECT_FALSE(isInsecure(place, settings)) << place;
    for (const char *place : {"lan.test:5000", "LAN.test", "six.test"})
        EXPECT_FALSE(endpointsOf(place, settings, lookup).front().verify) << place;
    EXPECT_TRUE(endpointsOf("other.test", settings, lookup).front().verify);
    lookups = 0;
    EXPECT_TRUE(endpointsOf("docker.io", settings, lookup).back().verify);
    EXPECT_EQ(lookups, 0) << "Docker Hub is always checked";
}

TEST(Networks, haveOneSpelling)
{
    EXPECT_EQ(*insecureEntry("10.1.2.3/8"), "10.0.0.0/8");
    EXPECT_EQ(*insecureEntry("192.168.7.0/24"), "192.168.7.0/24");
    EXPECT_EQ(*insecureEntry("FD00::1/8"), "fd00::/8");
    EXPECT_EQ(*insecureEntry("0.0.0.0/0"), "0.0.0.0/0");
    EXPECT_EQ(*insecureEntry("LAN:5000"), "lan:5000");
    for (const char *bad :
         {"10.0.0.0/33", "fd00::/129", "10/8", "10.0.0.0/", "/8", "lan/8", "10.0.0.0/255.0.0.0",
          "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0.256/8", "fe80::1%eth0/64", "docker.io", ""})
        EXPECT_FALSE(insecureEntry(bad)) << bad;
}

TEST(Settings, areCheckedAndInOneSpelling)
{
    const auto checked =
        checkedSettings({.mirrors = {"https://M.test:443/", "https://m.test", "http://n.test:80"},
                         .insecure = {"LAN:5000", "lan:5000", "http://10.0.0.1:5000/", "[FD00::1]:5000",
                                      "10.9.9.9/8", "10.0.0.0/8"}});
    ASSERT_TRUE(checked) << checked.error().message;
    EXPECT_EQ(checked->mirrors, (std::vector<std::string>{"https://m.test", "http://n.test"}));
    EXPECT_EQ(checked->insecure,
              (std::vector<std::string>{"lan:5000", "10.0.0.1:5000", "[fd00::1]:5000", "10.0.0.0/8"}));
    for (const char *bad : {"", "m.test", "ftp://m.test", "https://m.test/path", "https://m.test/?q",
                            "https://u:p@m.test", "https://m.test/#f", "https://"})
        EXPECT_FALSE(checkedSettings({.mirrors = {bad}, .insecure = {}})) << bad;
    for (const char *bad : {"a b", "u@h", "h?q", "h:port", "h:99999", "h:", "docker.io", "", "a\\b", "%41"})
        EXPECT_FALSE(checkedSettings({.mirrors = {}, .insecure = {bad}})) << bad;
}

TEST(Settings, areKeptAndAddToTheFixedOnes)
{
    test::MemoryRecords records;
    const RegistrySettings fixed{.mirrors = {"https://fixed.test"}, .insecure = {"fixed.test"}};
    {
        const auto settings = SettingsRecord::open(records, fixed);
        ASSERT_TRUE(settings);
        ASSERT_TRUE((*settings)->change(
            {.mirrors = {"https://m.test", "https://fixed.test"}, .insecure = {"lan", "10.0.0.0/8"}}));
        EXPECT_FALSE((*settings)->change({.mirrors = {"nonsense"}, .insecure = {}}));
        records.failing = true;
        EXPECT_FALSE((*settings)->change({}));
        records.failing = false;
    }
    const auto again = SettingsRecord::open(records, fixed);
    ASSERT_TRUE(again);
    EXPECT_EQ((*again)->current().mirrors,
              (std::vector<std::string>{"https://fixed.test", "https://m.test"}));
    EXPECT_EQ((*again)->current().insecure, (std::set<std::string>{"fixed.test", "lan"}));
    EXPECT_EQ((*again)->current().insecureNetworks, std::set<std::string>{"10.0.0.0/8"});
    EXPECT_EQ((*again)->kept()->insecure, (std::vector<std::string>{"lan", "10.0.0.0/8"}));
}

TEST(Settings, thatAreDamagedAreNotInForce)
{
    for (const char *damaged : {"{", R"({"Mirrors":["nonsense"],"Insecure":["lan"]})"}) {
        test::MemoryRecords records;
        ASSERT_TRUE(records.put("setting", "registries", damaged));
        const auto settings = SettingsRecord::open(records, {});
        ASSERT_TRUE(settings);
        EXPECT_TRUE((*settings)->current().insecure.empty());
        EXPECT_FALSE((*settings)->kept());
        ASSERT_TRUE((*settings)->change({}));
        EXPECT_TRUE((*settings)->kept());
    }
}
