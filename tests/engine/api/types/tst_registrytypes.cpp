// Types of registries: every field goes there and back, and what a stranger sends is refused or harmless.
#include "engine/api/types/registry.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::api;

namespace
{

// Written with every field filled, so that one that is forgotten on either way is missed.
template <typename T>
void thereAndBack(const std::string &text)
{
    const auto read = decode<T>(text);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(encode(*read), text);
}

} // namespace

TEST(RegistryTypes, goThereAndBack)
{
    thereAndBack<std::vector<ImageSearchItem>>(
        R"([{"star_count":7,"is_official":true,"name":"box","is_automated":true,"description":"A \"box\""}])");
    thereAndBack<DistributionInspect>(
        R"({"Descriptor":{"mediaType":"m","digest":"sha256:ab","size":5},)"
        R"("Platforms":[{"architecture":"arm64","os":"linux","variant":"v8"}]})");
    thereAndBack<Registries>(
        R"({"Mirrors":["https://m"],"Insecure":["a:1"],"FixedMirrors":["https://f"],"FixedInsecure":["b"],"MayChange":true})");
    thereAndBack<RegistriesUpdate>(R"({"Mirrors":["https://m"],"Insecure":["a:1","b"]})");
    thereAndBack<RegistryTestRequest>(R"({"Registry":"localhost:5000"})");
    thereAndBack<RegistryTest>(R"({"Registry":"r","Address":"https://r","Reachable":true,"Encrypted":true,)"
                               R"("Verified":true,"Authentication":"basic","LoggedIn":true,"Message":"m"})");
    thereAndBack<RepositoryList>(R"({"Repositories":["a","b/c"],"Next":"b/c"})");
    thereAndBack<TagList>(R"({"Name":"r/a","Tags":["1","2"],"Next":"2"})");
    thereAndBack<ManifestDeleted>(R"({"Deleted":"sha256:ab"})");
}

TEST(RegistryTypes, takeWhatIsAbsentForEmpty)
{
    const auto update = decode<RegistriesUpdate>(R"({"Mirrors":null,"Unknown":[{}]})");
    ASSERT_TRUE(update) << update.error().message;
    EXPECT_TRUE(update->mirrors.empty() && update->insecure.empty());
    EXPECT_EQ(encode(*update), R"({"Mirrors":[],"Insecure":[]})");
    const auto test = decode<RegistryTest>("{}");
    ASSERT_TRUE(test);
    EXPECT_FALSE(test->reachable || test->verified || test->loggedIn);
    EXPECT_TRUE(decode<std::vector<ImageSearchItem>>("[]")->empty());
}

TEST(RegistryTypes, refuseLies)
{
    for (const char *text :
         {R"({"Mirrors":"https://m"})", R"({"Mirrors":[1]})", R"({"Insecure":{"a":true}})",
          R"({"Mirrors":[],"mirrors":["https://m"]})", R"({"Mirrors":["a\u0000b"]})", "[]", "null", ""})
        EXPECT_FALSE(decode<RegistriesUpdate>(text)) << text;
    EXPECT_FALSE(decode<RegistryTestRequest>(R"({"Registry":["a"]})"));
    EXPECT_FALSE(decode<TagList>(R"({"Tags":[["a"]]})"));
    EXPECT_FALSE(decode<std::vector<ImageSearchItem>>(R"([{"star_count":1.5}])"));
    EXPECT_FALSE(decode<RepositoryList>(std::string(100'000, '[')));
}
