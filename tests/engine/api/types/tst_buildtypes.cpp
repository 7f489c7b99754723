// Types of builds: every field goes there and back.
#include "engine/api/types/build.h"

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

const std::string step =
    R"({"Number":3,"Stage":"app","Instruction":"RUN x","FirstLine":4,"LastLine":5,"State":"failed",)"
    R"("Started":"s","Ended":"e","Duration":5000000000,"Layer":"ab","Size":7,"CacheKey":"cd","Why":"w","Error":"it failed",)"
    R"("ExitCode":2,"LogBytes":8,"LogLeftOut":9,"Enterable":true})";
const std::string build =
    R"({"Id":"1f","Owner":1000,"State":"failed","Tags":["a:1"],"Context":"upload","Dockerfile":"Dockerfile",)"
    R"("Target":"t","Platform":"linux/amd64","Arguments":["A"],"NoCache":true,"Started":"s","Ended":"e","Duration":1,)"
    R"("Image":"sha256:ab","Error":"x","ExitCode":2,"StepCount":3,"EndedSteps":2,"CachedSteps":1,"Steps":[)" +
    step + R"(],"Text":"FROM x\n"})";

} // namespace

TEST(BuildTypes, goThereAndBack)
{
    thereAndBack<BuildRecord>(build);
    thereAndBack<std::vector<BuildRecord>>("[" + build + "]");
    thereAndBack<BuildChange>(R"({"Build":)" + build + "}");
    thereAndBack<BuildChange>(R"({"Step":)" + step + "}");
    thereAndBack<BuildChange>(R"({"Log":{"Number":1,"Offset":2,"Text":"t"}})");
    thereAndBack<BuildStepImage>(R"({"Image":"sha256:ab","Shell":["/bin/sh","-c"],"Environment":["A=b"]})");
}

TEST(BuildTypes, aStrangersRecordIsRefused)
{
    EXPECT_EQ(decode<BuildRecord>(R"({"Steps":{}})").error().kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(decode<BuildRecord>(R"({"Duration":"long"})").error().kind, ErrorKind::InvalidArgument);
}
