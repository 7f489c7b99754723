// Base images as far as they go without a mirror: bad requests, a suite that nobody has, cancelling.
#include "engine/images/base/process.h"
#include "engine/images/unpack/child.h"
#include "tests/fakes/imagebench.h"

using namespace quayside;

namespace
{

class MakeBaseTest : public testing::Test
{
protected:
    void leavesNothing()
    {
        bench.layers->waitForRemovals();
        EXPECT_EQ(bench.entries("layers"), 0U);
        EXPECT_EQ(bench.entries("blobs"), 2U) << "mmdebstrap's temporary folder";
        EXPECT_EQ(bench.entries("blobs/sha256"), 0U);
        EXPECT_TRUE(bench.images->list(test::rootPeer, true, {})->empty());
        EXPECT_EQ(bench.read("/proc/thread-self/children"), "");
    }
    Result<std::string> make(const images::BaseImageRequest &request,
                             const std::function<bool()> &cancelled = {})
    {
        return bench.images->makeBase(test::rootPeer, request, cancelled,
                                      [this](const std::string &line) { bench.lines.push_back(line); });
    }
    test::ImageBench bench;
};

TEST_F(MakeBaseTest, refusesWhatIsNoName)
{
    EXPECT_EQ(make({.suite = "--hook=x", .name = "x"}).error().kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(make({.suite = "trixie", .packages = {"ok", "--aptopt=x"}, .name = "x"}).error().kind,
              ErrorKind::InvalidArgument);
    EXPECT_EQ(make({.suite = "trixie", .name = "UPPER"}).error().kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(make({.suite = "trixie", .name = "x", .variant = "$(id)"}).error().kind,
              ErrorKind::InvalidArgument);
    EXPECT_TRUE(bench.lines.empty());
    leavesNothing();
}

TEST_F(MakeBaseTest, saysWhyItFailed)
{
    if (images::findProgram("mmdebstrap").empty())
        GTEST_SKIP() << "mmdebstrap is missing";
    const auto made = make({.suite = "nosuchsuite", .name = "x"});
    ASSERT_FALSE(made);
    EXPECT_TRUE(made.error().kind == ErrorKind::Unavailable || made.error().kind == ErrorKind::NotFound)
        << made.error().message;
    EXPECT_GT(made.error().message.size(), 40U) << made.error().message;
    leavesNothing();
}

TEST_F(MakeBaseTest, stopsWhenCancelled)
{
    if (images::findProgram("mmdebstrap").empty())
        GTEST_SKIP() << "mmdebstrap is missing";
    const auto made = make({.suite = "trixie", .name = "x"}, [this] { return bench.lines.size() > 2; });
    ASSERT_FALSE(made);
    EXPECT_NE(made.error().kind, ErrorKind::Internal) << made.error().message;
    leavesNothing();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == images::unpackArgument)
        return images::runUnpackChild(argc, argv);
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
