// Several RUN as one: what is joined means what it meant, and where that is not certain nothing is joined.
#include "models/dockerfile/facts/joinedruns.h"

#include <gtest/gtest.h>

using namespace quayside;

namespace
{

// The whole text; "": it is not joined.
std::string joined(const std::string &text, int first, int last)
{
    models::DockerfileDocument document;
    document.setText(text);
    const auto edit = models::joinedRuns(*document.snapshot(), first, last);
    if (!edit)
        return {};
    EXPECT_TRUE(document.apply({*edit}, {}));
    return document.text();
}

} // namespace

TEST(JoinedRuns, TakesAllBetween)
{
    EXPECT_EQ(joined("FROM a\nRUN one\nRUN two\nRUN three\nCMD x\n", 2, 4),
              "FROM a\nRUN one \\\n    && two \\\n    && three\nCMD x\n");
    EXPECT_EQ(joined("FROM a\nrun  one \\\n   more\n\n# why\nRUN two", 2, 6),
              "FROM a\n# why\nrun one \\\n   more \\\n    && two");
    EXPECT_EQ(joined("# escape=`\nFROM a\nRUN one\nRUN two\n", 3, 4),
              "# escape=`\nFROM a\nRUN one `\n    && two\n");
    EXPECT_EQ(joined("FROM a\nRUN --network=none one\nRUN --network=none two\n", 2, 3),
              "FROM a\nRUN --network=none one \\\n    && two\n");
}

TEST(JoinedRuns, KeepsShellsApart)
{
    EXPECT_EQ(joined("FROM a\nRUN cd /x && make\nRUN rm -r y\n", 2, 3),
              "FROM a\nRUN (cd /x && make) \\\n    && rm -r y\n");
    EXPECT_EQ(joined("FROM a\nRUN A=1; f $A\nRUN dd if=a of=b\n", 2, 3),
              "FROM a\nRUN (A=1; f $A) \\\n    && dd if=a of=b\n");
    EXPECT_EQ(joined("FROM a\nRUN x || y\nRUN set -e; z\n", 2, 3),
              "FROM a\nRUN x || y \\\n    && (set -e; z)\n");
}

TEST(JoinedRuns, LeavesWhatIsNotCertain)
{
    EXPECT_EQ(joined("FROM a\nRUN one\nCOPY b /b\nRUN two\n", 2, 4), "");
    EXPECT_EQ(joined("FROM a\nRUN one\nENV X=1\nRUN two\n", 2, 4), "");
    EXPECT_EQ(joined("FROM a\nRUN one\nFROM a\nRUN two\n", 2, 4), "");
    EXPECT_EQ(joined("FROM a\nRUN [\"one\"]\nRUN two\n", 2, 3), "");
    EXPECT_EQ(joined("FROM a\nRUN <<E\none\nE\nRUN two\n", 2, 5), "");
    EXPECT_EQ(joined("FROM a\nRUN one # why\nRUN two\n", 2, 3), "");
    EXPECT_EQ(joined("FROM a\nRUN one &\nRUN two\n", 2, 3), "");
    EXPECT_EQ(joined("FROM a\nRUN one;\nRUN two\n", 2, 3), "");
    EXPECT_EQ(joined("FROM a\nRUN --network=none one\nRUN two\n", 2, 3), "");
    EXPECT_EQ(joined("FROM a\nRUN one\nRUN two\n", 3, 2), "");
    EXPECT_EQ(joined("FROM a\nRUN one\nRUN two\n", 2, 7), "");
}
