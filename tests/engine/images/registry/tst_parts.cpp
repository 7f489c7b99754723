#include "engine/images/registry/challenge.h"
#include "engine/images/registry/credentials.h"
#include "engine/images/registry/endpoint.h"
#include "engine/images/registry/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <random>
#include <set>

using namespace quayside;
using namespace quayside::images;

TEST(Challenge, hasSchemeAndParameters)
{
    const auto found = parseChallenges(
        R"(Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="a:b:pull,push")");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].scheme, "bearer");
    EXPECT_EQ(found[0].parameters.at("realm"), "https://auth.docker.io/token");
    EXPECT_EQ(found[0].parameters.at("service"), "registry.docker.io");
    EXPECT_EQ(found[0].parameters.at("scope"), "a:b:pull,push"); // the comma is in quotes
}

TEST(Challenge, mayComeWithOthers)
{
    const auto found = parseChallenges(R"(Negotiate, Basic realm="a \"b\", c" , BEARER Realm = x,Service=y)");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].scheme, "negotiate");
    EXPECT_TRUE(found[0].parameters.empty());
    EXPECT_EQ(found[1].parameters.at("realm"), R"(a "b", c)");
    EXPECT_EQ(found[2].scheme, "bearer");
    EXPECT_EQ(found[2].parameters.at("service"), "y");
}

TEST(Challenge, endsWhereItIsBroken)
{
    EXPECT_TRUE(parseChallenges("").empty());
    EXPECT_TRUE(parseChallenges("=,;").empty());
    const auto open = parseChallenges(R"(Basic realm="never closed)");
    ASSERT_EQ(open.size(), 1U);
    EXPECT_TRUE(open[0].parameters.empty());
    std::string many;
    for (int i = 0; i < 100; ++i)
        many += "Basic a=b, ";
    EXPECT_LE(parseChallenges(many).size(), 8U);
}

TEST(Credentials, areDecoded)
{
    const std::string json =
        R"({"username":"alice","password":"a:b?>~","serveraddress":"https://index.docker.io/v1/"})";
    auto url = base64(json);
    for (char &c : url)
        c = c == '+' ? '-' : c == '/' ? '_' : c;
    for (const auto &coded : {base64(json), url, url.substr(0, url.find('='))}) {
        const auto found = decodeCredentials(coded);
        ASSERT_TRUE(found) << found.error().message;
        EXPECT_EQ(found->username, "alice");
        EXPECT_EQ(found->password, "a:b?>~");
    }
    EXPECT_TRUE(decodeCredentials("")->empty());
    EXPECT_TRUE(decodeCredentials(base64("{}"))->empty());
}

TEST(Credentials, areNotRepeatedInErrors)
{
    for (const std::string json :
         {R"({"password":"s3cret")", R"({"password":{"s3cret":1}})", R"(["s3cret"])",
          R"({"username":"a:b","password":"s3cret"})", R"({"password":"s3cret\n"})"}) {
        const auto found = decodeCredentials(base64(json));
        ASSERT_FALSE(found) << json;
        EXPECT_FALSE(found.error().message.contains("s3cret")) << found.error().message;
    }
    EXPECT_FALSE(decodeCredentials("!!!"));
}

TEST(Endpoint, isHttpsUnlessItIsInsecure)
{
    const auto origins = [](const std::string &domain, const RegistrySettings &settings = {}) {
        std::string text;
        for (const auto &one : endpointsOf(domain, settings))
            text += one.origin + (one.verify ? " " : "? ");
        return text;
    };
    EXPECT_EQ(origins("docker.io"), "https://registry-1.docker.io ");
    EXPECT_EQ(origins("ghcr.io"), "https://ghcr.io ");
    EXPECT_EQ(origins("localhost:5000"), "https://localhost:5000? http://localhost:5000? ");
    EXPECT_EQ(origins("127.0.0.1:5000"), "https://127.0.0.1:5000? http://127.0.0.1:5000? ");
    EXPECT_EQ(origins("[::1]:5000"), "https://[::1]:5000? http://[::1]:5000? ");
    EXPECT_EQ(origins("10.0.0.1:5000"), "https://10.0.0.1:5000 ");
    EXPECT_EQ(origins("lan:5000", {.insecure = {"lan:5000"}}), "https://lan:5000? http://lan:5000? ");
    EXPECT_EQ(origins("lan:5000", {.insecure = {"lan"}}), "https://lan:5000? http://lan:5000? ");
    EXPECT_EQ(origins("docker.io", {.mirrors = {"https://mirror.example.org/", "nonsense"}}),
              "https://mirror.example.org https://registry-1.docker.io ");
    EXPECT_EQ(origins("ghcr.io", {.mirrors = {"https://mirror.example.org/"}}), "https://ghcr.io ");
}

TEST(Endpoint, originIsSchemeHostAndPort)
{
    EXPECT_EQ(originOf("https://A.example.org:443/v2/?x=y"), "https://a.example.org");
    EXPECT_EQ(originOf("http://a.example.org:443"), "http://a.example.org:443");
    EXPECT_EQ(originOf("https://user@a.example.org/"), "https://a.example.org");
    for (const char *bad : {"", "ftp://a", "file:///etc/passwd", "//a", "https://", "https://a b/"})
        EXPECT_EQ(originOf(bad), "") << bad;
}

TEST(Endpoint, passwordsStayWithinOneSite)
{
    const Endpoint hub = endpointsOf("docker.io", {}).front();
    EXPECT_TRUE(mayShareCredentials(hub, "https://auth.docker.io/token"));
    EXPECT_FALSE(mayShareCredentials(hub, "http://auth.docker.io/token"));
    EXPECT_FALSE(mayShareCredentials(hub, "https://auth.docker.io.example.org/token"));
    EXPECT_FALSE(mayShareCredentials(hub, "https://io/token"));
    EXPECT_FALSE(mayShareCredentials(hub, "https://mydocker.io/token"));
    EXPECT_FALSE(mayShareCredentials(hub, "nonsense"));
    const Endpoint lan{.domain = "10.0.0.1:5000", .origin = "http://10.0.0.1:5000"};
    EXPECT_TRUE(mayShareCredentials(lan, "http://10.0.0.1:5001/token"));
    EXPECT_FALSE(mayShareCredentials(lan, "http://10.9.0.1:5001/token")); // "0.1" is no domain
    const Endpoint mirror{.domain = "docker.io", .origin = "https://mirror.example.org", .mirror = true};
    EXPECT_FALSE(mayShareCredentials(mirror, "https://mirror.example.org/token"));
}

namespace
{
class Collected : public api::ByteSink
{
public:
    std::string bytes;
    Result<> write(std::string_view more) override
    {
        bytes += more;
        return {};
    }
};
} // namespace

TEST(Gzip, givesTheSameBytesForTheSameContent)
{
    std::string content;
    for (int i = 0; i < 100'000; ++i)
        content += std::to_string(i * 7919);
    Collected whole, pieces;
    GzipSink one(whole), other(pieces);
    ASSERT_TRUE(one.write(content));
    for (std::size_t at = 0; at < content.size(); at += 1000)
        ASSERT_TRUE(other.write(std::string_view(content).substr(at, 1000)));
    ASSERT_TRUE(one.finish() && other.finish());
    EXPECT_EQ(whole.bytes, pieces.bytes);
    EXPECT_EQ(whole.bytes.substr(0, 3), "\x1f\x8b\x08");
    EXPECT_LT(whole.bytes.size(), content.size());
    EXPECT_EQ(one.size(), whole.bytes.size());
    EXPECT_EQ(one.digest(), digestOf(whole.bytes));
}

namespace
{
std::string gzipped(const std::string &content, unsigned threads)
{
    Collected out;
    GzipSink sink(out, threads);
    EXPECT_TRUE(sink.write(content) && sink.finish());
    return out.bytes;
}

// By zlib, which knows nothing of the blocks.
std::string inflated(const std::string &bytes)
{
    z_stream stream{};
    EXPECT_EQ(::inflateInit2(&stream, 31), Z_OK);
    std::string content(64 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(content.data());
    stream.avail_out = static_cast<uInt>(content.size());
    EXPECT_EQ(::inflate(&stream, Z_FINISH), Z_STREAM_END);
    EXPECT_EQ(stream.avail_in, 0U) << "one member, and nothing after it";
    content.resize(stream.total_out);
    ::inflateEnd(&stream);
    return content;
}
} // namespace

TEST(Gzip, givesTheSameBytesHoweverManyThreadsThereAre)
{
    std::mt19937 random(5);
    std::string content;
    while (content.size() < 9'000'000)
        content += std::to_string(random()) + std::string(random() % 50, 'x');
    const std::string once = gzipped(content, 1);
    EXPECT_TRUE(once == gzipped(content, 4));
    EXPECT_TRUE(once == gzipped(content, 3));
    EXPECT_TRUE(inflated(once) == content);
}

TEST(Gzip, isReadByOthersWhateverTheSize)
{
    std::mt19937 random(6);
    for (const std::size_t size : {0UL, 1UL, (512UL << 10) - 1, 512UL << 10, (512UL << 10) + 1, 2UL << 20}) {
        std::string noise(size, '\0'); // does not shrink
        for (char &c : noise)
            c = static_cast<char>(random());
        EXPECT_TRUE(inflated(gzipped(noise, 2)) == noise) << size;
        EXPECT_TRUE(inflated(gzipped(std::string(size, 'z'), 2)) == std::string(size, 'z')) << size;
    }
}

namespace
{
// All memory that the limit leaves but for `left` blocks of 64 KiB.
void takeMemory(std::size_t left)
{
    static std::array<void *, 100'000> taken{};
    constexpr std::size_t block = 64 << 10;
    std::ifstream statm("/proc/self/statm");
    rlim_t pages = 0;
    statm >> pages;
    statm.close();
    const rlimit limit{pages * 4096 + left * block, RLIM_INFINITY};
    ::setrlimit(RLIMIT_AS, &limit);
    std::size_t count = 0;
    while (count < taken.size() && (taken[count] = ::malloc(block)) != nullptr)
        ++count;
    for (std::size_t i = 0; i < left && count > 0; ++i)
        ::free(taken[--count]);
}

// In a process of its own. 0: done; 1: refused, as it should be.
int gzippedWithin(std::size_t blocks)
{
    const pid_t child = ::fork();
    if (child == 0) {
        class Nowhere : public api::ByteSink
        {
            Result<> write(std::string_view) override { return {}; }
        };
        static const std::array<char, 100'000> bytes{};
        Nowhere nowhere;
        Result<> result;
        takeMemory(blocks);
        {
            GzipSink sink(nowhere, 3);
            for (int i = 0; i < 100 && result; ++i)
                result = sink.write({bytes.data(), bytes.size()});
            if (result)
                result = sink.finish();
        }
        ::_exit(result ? 0 : result.error().errnum == ENOMEM ? 1 : 2);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}
} // namespace

TEST(Gzip, withoutMemoryIsAnError)
{
    std::set<int> seen;
    for (std::size_t blocks = 4; blocks < 1000; blocks += blocks / 4) {
        const int outcome = gzippedWithin(blocks);
        ASSERT_LE(outcome, 1) << "with " << blocks << " blocks";
        seen.insert(outcome);
    }
    EXPECT_EQ(seen, (std::set<int>{0, 1}));
}

TEST(Gzip, tellsOfAnErrorBeyondIt)
{
    class Full : public api::ByteSink
    {
        Result<> write(std::string_view) override { return fail(ErrorKind::NoSpace, "full"); }
    };
    Full full;
    GzipSink sink(full);
    Result<> result;
    for (int i = 0; i < 100 && result; ++i)
        result = sink.write(std::string(1 << 20, 'x'));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message, "full");
}
