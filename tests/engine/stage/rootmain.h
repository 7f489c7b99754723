// main() of the tests that need root.
#pragma once

#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    quayside::test::skipUnlessRoot();
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
