// quayside-hello in namespaces of its own says other things than on the host: it looks, it does not recite.
#include "engine/images/base/process.h"
#include "tests/fakes/temproot.h"
#include "tests/folders.h"

#include <gtest/gtest.h>

#include <filesystem>

using namespace quayside;

namespace
{

const std::string program = std::string(QUAYSIDE_BIN_DIR) + "/quayside-hello";

std::string outputOf(const std::vector<std::string> &argv)
{
    const auto output = images::outputOf(argv, 65536);
    EXPECT_TRUE(output) << output.error().message;
    return output.value_or("");
}

TEST(Hello, tellsTheNamespacesApart)
{
    const std::string outside = outputOf({program});
    EXPECT_NE(outside.find("no user namespace"), std::string::npos) << outside;
    EXPECT_NE(outside.find("somebody else started before me"), std::string::npos);
    EXPECT_NE(outside.find("is no overlay"), std::string::npos);
    const std::string inside = outputOf({images::findProgram("unshare"), "-Ufpmunr", "--mount-proc",
                                         "/bin/sh", "-c", "hostname inside-test; exec " + program});
    EXPECT_NE(inside.find("I am process 1:"), std::string::npos) << inside;
    EXPECT_NE(inside.find("turns my users 0 to 0"), std::string::npos) << inside;
    EXPECT_NE(inside.find("inside-test"), std::string::npos);
    EXPECT_NE(inside.find("with lo."), std::string::npos)
        << "the new lo is down and has no address: " << inside;
}

TEST(Hello, isSmallAndNeedsNoLibrary)
{
    EXPECT_LT(std::filesystem::file_size(program), 100'000U);
    EXPECT_EQ(::access(program.c_str(), X_OK), 0);
}

} // namespace

int main(int argc, char **argv)
{
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
