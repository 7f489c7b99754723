#include "engine/images/content/document.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/imagerecord.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::images;

namespace
{

const std::string digest = "sha256:" + std::string(64, 'a');

std::string document(const std::string &rest)
{
    return R"({"architecture":"arm64","os":"linux","variant":"v8","rootfs":{"type":"layers","diff_ids":[")" +
           digest + "\"]}" + (rest.empty() ? "" : "," + rest) + "}";
}

TEST(Document, readsWhatAnImageSays)
{
    const auto read = parseDocument(document(
        R"("created":"2024-05-06T07:08:09.123456789Z","author":"me","config":{"Cmd":["a"],"Env":null,"Labels":{"k":"v","K":"V"},)"
        R"("ExposedPorts":{"80/tcp":{}}},"history":[{"created_by":"x","empty_layer":true},{"created_by":"y"}])"));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->architecture, "arm64");
    EXPECT_EQ(read->variant, "v8");
    EXPECT_EQ(read->config.cmd, std::vector<std::string>{"a"});
    EXPECT_EQ(read->config.labels.size(), 2U);
    EXPECT_EQ(read->diffIds, std::vector<std::string>{digest});
    ASSERT_EQ(read->history.size(), 2U);
    EXPECT_TRUE(read->history[0].emptyLayer);
    const auto again = parseDocument(encodeDocument(*read));
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(encodeDocument(*again), encodeDocument(*read));
    EXPECT_TRUE(parseDocument(document(R"("config":null)")));
}

// Ids of images are made of these bytes: they are those of a Json with the same content, now and later.
TEST(Document, bytesAreThoseOfAJson)
{
    ImageDocument document{.architecture = "amd64", .created = "2024-05-06T07:08:09Z"};
    document.config.cmd = {"/bin/sh", "-c", "echo \"$A\""};
    document.config.labels["k"] = "caf\u00e9\x7F";
    const auto check = [&] {
        const std::string bytes = encodeDocument(document);
        EXPECT_EQ(api::Json::parse(bytes).dump(), bytes);
        EXPECT_EQ(encodeDocument(document, encodeConfig(document.config)), bytes);
    };
    check();
    document.author = "me \"you\" \\ \t";
    document.comment = "two\nlines\r\b\x01";
    document.variant = "v8";
    document.osVersion = "10";
    document.dockerVersion = "28";
    document.diffIds = {digest, digest};
    document.history = {{"t", "RUN x", "note", true}, {"t", "COPY a\xFFz \u2028 \x7F", "", false}, {}};
    check();
    EXPECT_EQ(encodeDocument(document).substr(0, 85),
              R"({"architecture":"amd64","author":"me \"you\" \\ \t","comment":"two\nlines\r\b\u0001",)");
}

TEST(Document, refusesWhatCouldBeReadTwoWays)
{
    for (const std::string &json :
         {std::string("[]"), std::string("null"), std::string("{}"), document(R"("OS":"x")"),
          document(R"("os":"x")"), document(R"("history":{})"), document(R"("history":[1])"),
          document(R"("author":1)"), document(R"("config":[])"), document(R"("config":{"Cmd":1})"),
          document(R"("config":{"Cmd":["a"],"cmd":["b"]})"),
          std::string(R"({"rootfs":{"type":"overlay","diff_ids":[]}})"),
          std::string(R"({"rootfs":{"diff_ids":[]}})"),
          std::string(R"({"rootfs":{"type":"layers","diff_ids":["sha256:xyz"]}})"),
          std::string(R"({"rootfs":{"type":"layers","diff_ids":[1]}})"),
          std::string(R"({"rootfs":{"type":"layers","diff_ids":[],"Diff_IDs":[]}})"), document("") + "x",
          std::string(100'000, '[')})
        EXPECT_FALSE(parseDocument(json)) << json.substr(0, 100);
    EXPECT_EQ(parseDocument(std::string(maxDocument + 1, ' ')).error().kind, ErrorKind::TooLarge);
}

TEST(Document, times)
{
    EXPECT_EQ(secondsOf("1970-01-01T00:00:10Z"), 10);
    EXPECT_EQ(secondsOf("1970-01-01T01:00:10.5+01:00"), 10);
    EXPECT_EQ(secondsOf("1969-12-31T23:00:10.123-01:00"), 10);
    EXPECT_EQ(secondsOf("yesterday"), 0);
    EXPECT_EQ(rfc3339(1704164645), "2024-01-02T03:04:05Z");
    EXPECT_EQ(secondsOf(rfc3339(1704164645)), 1704164645);
}

TEST(Document, digestsAndChains)
{
    EXPECT_EQ(digestOf(""), "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(chainId("", digest), digest);
    EXPECT_EQ(chainId(digest, digest), digestOf(digest + " " + digest));
    for (const std::string &bad : {std::string("sha256:"), std::string("sha256:" + std::string(64, 'A')),
                                   "sha512:" + std::string(64, 'a'), std::string(64, 'a'),
                                   "sha256:../" + std::string(61, 'a'), digest + "a"})
        EXPECT_FALSE(checkDigest(bad)) << bad;
}

TEST(Document, recordsKeepTheBytes)
{
    ImageRecord record{.configuration = document(R"( "author" : "caf\u00e9 \" \\" )"),
                       .layers = {{std::string(64, 'b'), digest, digest, "t", 7, 9}},
                       .added = 5};
    const auto read = decodeImageRecord(encode(record));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->configuration, record.configuration);
    EXPECT_EQ(read->id, digestOf(record.configuration));
    EXPECT_EQ(read->layers[0].blobSize, 7U);
    EXPECT_EQ(read->added, 5);
    for (const char *bad :
         {"", "{}", "{\"configuration\":1}", "[]", R"({"configuration":"{}","added":1,"layers":[]})"})
        EXPECT_FALSE(decodeImageRecord(bad)) << bad;
}

} // namespace
