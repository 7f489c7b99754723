// --exclude and --parents, by the Dockerfile reference; what it leaves open as BuildKit's own tests have it.
#include "tests/engine/build/context/copybench.h"

using namespace quayside;
using namespace quayside::build;
using build::test::CopyTest;
namespace fs = std::filesystem;

namespace
{

TEST_F(CopyTest, Exclude)
{
    write("context/src/a.txt", "");
    write("context/src/b.md", "");
    write("context/src/sub/c.txt", "");
    write("context/d.txt", "");
    CopyRequest excluding = request({"src"}, "/d/");
    excluding.exclude = {"**/*.txt", "!sub/c.txt"};
    ASSERT_TRUE(copy(excluding));
    EXPECT_EQ(layer(), "d/ d/b.md= d/sub/ d/sub/c.txt=");
    excluding = request({"*"}, "/d/");
    excluding.exclude = {"*.txt"};
    ASSERT_TRUE(copy(excluding));
    EXPECT_EQ(layer(), "d/ d/b.md= d/sub/ d/sub/c.txt=");
}

// Patterns count from what a source names, and so does each match of its wildcards.
TEST_F(CopyTest, ExcludeCountsFromTheSource)
{
    write("context/one/a.png", "");
    write("context/one/b.txt", "");
    write("context/two/c.png", "");
    write("context/two/deep/d.png", "");
    fs::create_symlink("b.txt", path("context/one/link.txt"));
    const auto excluding = [&](const std::vector<std::string> &sources, std::vector<std::string> patterns) {
        CopyRequest request = this->request(sources, "/d/");
        request.exclude = std::move(patterns);
        const auto outcome = copy(request);
        return outcome ? layer() : "error: " + outcome.error().message;
    };
    EXPECT_EQ(excluding({"."}, {"*/*.png"}),
              "d/ d/one/ d/one/b.txt= d/one/link.txt>b.txt d/two/ d/two/deep/ d/two/deep/d.png=");
    EXPECT_EQ(excluding({"one"}, {"*.png"}), "d/ d/b.txt= d/link.txt>b.txt");
    EXPECT_EQ(excluding({"one"}, {"one/*.png"}), "d/ d/a.png= d/b.txt= d/link.txt>b.txt");
    EXPECT_EQ(excluding({"o*", "t*"}, {"*.txt", "deep"}), "d/ d/a.png= d/c.png=");
    EXPECT_EQ(excluding({"one/*.*"}, {"b*", "link.txt"}), "d/ d/a.png=");
    // Nothing that is left is no error.
    EXPECT_EQ(excluding({"*"}, {"*"}), "d/");
    EXPECT_EQ(excluding({"one/*.txt"}, {"*.txt"}), "d/");
    EXPECT_EQ(excluding({"nothing*"}, {"*.txt"}),
              "error: no source files were specified: nothing matches nothing*");
}

TEST_F(CopyTest, Parents)
{
    write("context/x/a.txt", "1");
    write("context/y/a.txt", "2");
    write("context/y/sub/b.txt", "3");
    ::chmod(path("context/y").c_str(), 0710);
    CopyRequest parents = request({"./x/a.txt", "./y/a.txt"}, "/to/");
    parents.parents = true;
    ASSERT_TRUE(copy(parents));
    EXPECT_EQ(layer(), "to/ to/x/ to/x/a.txt=1 to/y/ to/y/a.txt=2");
    EXPECT_EQ(status("draft/to/y").st_mode & 07777, 0710U);
    parents.parts = {{.source = m_context.get(), .path = "y/./sub/*.txt"}};
    ASSERT_TRUE(copy(parents));
    EXPECT_EQ(layer(), "to/ to/sub/ to/sub/b.txt=3");
    parents.parts = {{.source = m_context.get(), .path = "**/*.txt"}};
    ASSERT_TRUE(copy(parents));
    EXPECT_EQ(layer(), "to/ to/x/ to/x/a.txt=1 to/y/ to/y/a.txt=2 to/y/sub/ to/y/sub/b.txt=3");
    parents.parts = {{.source = m_context.get(), .path = "y/sub"}};
    ASSERT_TRUE(copy(parents));
    EXPECT_EQ(layer(), "to/ to/y/ to/y/sub/ to/y/sub/b.txt=3");
}

TEST_F(CopyTest, ParentsAndPivots)
{
    for (const char *name : {"t/a/b/c/d/foo", "t/a/b/c/d/e/bay", "t/a/b2/c/d/e/bar", "t/a/b/c2/d/e/baz"})
        write(std::string("context/") + name, "");
    const auto with = [&](const std::vector<std::string> &sources) {
        CopyRequest request = this->request(sources, "/out/");
        request.parents = true;
        const auto outcome = copy(request);
        return outcome ? layer() : "error: " + outcome.error().message;
    };
    const std::string all = "out/ out/c/ out/c/d/ out/c/d/e/ out/c/d/e/bay= out/c/d/foo=";
    EXPECT_EQ(with({"/t/a/b/./c/d"}), all);
    EXPECT_EQ(with({"./t/a/b/./c"}), all);
    EXPECT_EQ(with({"/t/a/b/c/d/e/."}), "out/ out/t/ out/t/a/ out/t/a/b/ out/t/a/b/c/ out/t/a/b/c/d/ "
                                        "out/t/a/b/c/d/e/ out/t/a/b/c/d/e/bay=");
    // The first of several counts.
    EXPECT_EQ(with({"/t/a/./b/./c/d/foo"}), "out/ out/b/ out/b/c/ out/b/c/d/ out/b/c/d/foo=");
    EXPECT_EQ(with({"/t/a/./*/c/d/e"}), "out/ out/b/ out/b/c/ out/b/c/d/ out/b/c/d/e/ out/b/c/d/e/bay= "
                                        "out/b2/ out/b2/c/ out/b2/c/d/ out/b2/c/d/e/ out/b2/c/d/e/bar=");
    EXPECT_EQ(with({"/t/a/b*/./c/**/e"}),
              "out/ out/c/ out/c/d/ out/c/d/e/ out/c/d/e/bar= out/c/d/e/bay=");
    EXPECT_EQ(with({"/t/a/b/c*/./d/**/baz", "/t/a/b*/./c/**/bar"}),
              "out/ out/c/ out/c/d/ out/c/d/e/ out/c/d/e/bar= out/d/ out/d/e/ out/d/e/baz=");
    // What has wildcards may match nothing.
    EXPECT_EQ(with({"/t/a/b3*/c"}), "out/");
    EXPECT_EQ(with({"/t/a/b/./x*"}), "out/");
    EXPECT_TRUE(with({"/t/nothing"}).contains("file not found in build context"));
    EXPECT_TRUE(with({"/t/nothing", "/t/a/x*"}).contains("file not found in build context"));
}

} // namespace
