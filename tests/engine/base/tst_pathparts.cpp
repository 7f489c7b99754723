#include "engine/base/pathparts.h"

#include <gtest/gtest.h>

using namespace quayside;

TEST(PathParts, StandBeforeThoseThatAreThere)
{
    std::deque<std::string> parts{"last"};
    splitInto(parts, "");
    splitInto(parts, "///");
    EXPECT_EQ(parts, (std::deque<std::string>{"last"}));
    splitInto(parts, "/a//../b/");
    EXPECT_EQ(parts, (std::deque<std::string>{"a", "..", "b", "last"}));
}
