#include "engine/images/content/manifest.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::images;

namespace
{

const std::string digest = "sha256:" + std::string(64, 'a');

std::string descriptor(const std::string &rest = {})
{
    return R"({"mediaType":"t","digest":")" + digest + R"(","size":5)" + rest + "}";
}

TEST(Manifest, readsBothKinds)
{
    const auto manifest = parseManifest(R"({"schemaVersion":2,"config":)" + descriptor() + R"(,"layers":[)" +
                                        descriptor() + "]}");
    ASSERT_TRUE(manifest) << manifest.error().message;
    EXPECT_FALSE(manifest->isIndex);
    EXPECT_EQ(manifest->layers[0].size, 5);
    const auto index = parseManifest(
        R"({"mediaType":"application/vnd.docker.distribution.manifest.list.v2+json","manifests":[)" +
        descriptor(R"(,"platform":{"os":"linux","architecture":"amd64"})") + "]}");
    ASSERT_TRUE(index) << index.error().message;
    EXPECT_TRUE(index->isIndex);
    EXPECT_EQ(index->manifests[0].platform->architecture, "amd64");
}

TEST(Manifest, refusesTheAmbiguous)
{
    const std::string one = descriptor();
    for (const std::string &json :
         {R"({"config":)" + one + R"(,"layers":[],"manifests":[]})", // CVE-2021-41190
          R"({"mediaType":"application/vnd.oci.image.index.v1+json","config":)" + one + R"(,"layers":[]})",
          std::string(R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","manifests":[]})"),
          R"({"config":)" + one + R"(,"layers":[],"Layers":[]})", R"({"config":)" + one + "}",
          std::string(R"({"layers":[]})"),
          R"({"config":)" + one + R"(,"layers":[{"digest":"sha256:../../etc/passwd","size":1}]})",
          R"({"config":)" + one + R"(,"layers":[{"digest":")" + digest + R"(","size":-1}]})",
          R"({"config":)" + one + R"(,"layers":[{"digest":")" + digest + R"("}]})",
          std::string(R"({"schemaVersion":1,"fsLayers":[],"signatures":[]})"), std::string("[]"),
          std::string("")})
        EXPECT_FALSE(parseManifest(json)) << json;
}

TEST(Manifest, choosesThePlatform)
{
    const auto entry = [](const std::string &os, const std::string &architecture,
                          const std::string &variant = {}) {
        api::OCIDescriptor descriptor;
        descriptor.digest = architecture + variant;
        descriptor.platform = api::OCIPlatform{.architecture = architecture, .os = os, .variant = variant};
        return descriptor;
    };
    const std::vector<api::OCIDescriptor> list = {entry("linux", "s390x"),     entry("linux", "arm", "v6"),
                                                  entry("linux", "arm", "v7"), entry("windows", "amd64"),
                                                  entry("linux", "amd64"),     entry("unknown", "unknown")};
    EXPECT_EQ(choose(list, {"linux", "amd64", ""})->digest, "amd64");
    EXPECT_EQ(choose(list, {"linux", "arm", "v7"})->digest, "armv7");
    EXPECT_EQ(choose(list, {"linux", "arm", "v5"})->digest, "armv6");
    const auto none = choose(list, {"linux", "riscv64", ""});
    ASSERT_FALSE(none);
    EXPECT_NE(none.error().message.find("linux/s390x"), std::string::npos) << none.error().message;
    EXPECT_EQ(choose({entry("linux", "s390x"), entry("unknown", "unknown")}, {"linux", "amd64", ""})->digest,
              "s390x");
}

TEST(Manifest, dockersOwn)
{
    const auto images =
        parseArchiveManifest(R"([{"Config":"c.json","RepoTags":null,"Layers":["l/layer.tar"]}])");
    ASSERT_TRUE(images) << images.error().message;
    EXPECT_EQ(images->front().layers, std::vector<std::string>{"l/layer.tar"});
    for (const char *bad : {"{}", "[{}]", "[[]]", R"([{"Config":1}])", R"([{"Config":"c","Layers":"x"}])",
                            R"([{"Config":"c","Config":"d"}])"})
        EXPECT_FALSE(parseArchiveManifest(bad)) << bad;
}

} // namespace
