#include "engine/build/steps/cachemounts.h"

#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sys/stat.h>
#include <sys/xattr.h>

namespace quayside::build
{
namespace
{

using dockerfile::CacheSharing;

constexpr std::uint32_t alice = 1000, bob = 1001;

class CacheMountsTest : public ::testing::Test
{
protected:
    CacheMountsTest() { m_mounts = *CacheMounts::open(m_root.path()); }

    std::shared_ptr<CacheMounts::Lease> take(std::uint32_t owner, CacheMounts::Wanted wanted)
    {
        int asked = 0; // a lock that another has is given up soon
        auto lease = m_mounts->take(owner, wanted, [&] { return ++asked > 2; });
        return lease ? *lease : nullptr;
    }
    static struct stat statusOf(const std::shared_ptr<CacheMounts::Lease> &lease)
    {
        struct stat status{};
        ::fstat(lease->folder()->get(), &status);
        return status;
    }
    static ino_t placeOf(const std::shared_ptr<CacheMounts::Lease> &lease) { return statusOf(lease).st_ino; }
    static void age(const std::shared_ptr<CacheMounts::Lease> &lease, const std::string &used)
    {
        ASSERT_EQ(::fsetxattr(lease->folder()->get(), "trusted.quayside.used", used.data(), used.size(), 0),
                  0);
    }

    [[nodiscard]] std::ptrdiff_t countOf(std::uint32_t owner) const
    {
        const std::filesystem::path folder = m_root.path() + "/buildmounts/" + std::to_string(owner);
        return std::distance(std::filesystem::directory_iterator(folder), {});
    }

    test::TempRoot m_root;
    std::unique_ptr<CacheMounts> m_mounts;
};

TEST_F(CacheMountsTest, BelongToUsersAndAreSharedAsAskedFor)
{
    const auto one = take(alice, {.id = "a"}), two = take(alice, {.id = "a"});
    EXPECT_EQ(placeOf(one), placeOf(two));
    EXPECT_NE(placeOf(one), placeOf(take(bob, {.id = "a"})));
    EXPECT_NE(placeOf(one), placeOf(take(alice, {.id = "../a"})));
    EXPECT_FALSE(take(alice, {.id = "a", .sharing = CacheSharing::Locked}));
    const auto other = take(alice, {.id = "a", .sharing = CacheSharing::Private});
    ASSERT_TRUE(other);
    EXPECT_NE(placeOf(other), placeOf(one));
}

TEST_F(CacheMountsTest, ANewOneHasItsOwnerAndItsBeginning)
{
    EXPECT_EQ(statusOf(take(alice, {.id = "plain"})).st_mode & 07777, 0755U);
    int filled = 0;
    const CacheMounts::Wanted wanted{.id = "a", .mode = 0710, .gid = 6, .fill = [&](int folder) -> Result<> {
                                         ++filled;
                                         return ::mkdirat(folder, "sub", 0755) == 0 &&
                                                        ::fchown(folder, 5, 5) == 0
                                                    ? Result<>()
                                                    : failErrno(errno, "filling");
                                     }};
    for (int i = 0; i < 2; ++i) {
        const auto status = statusOf(take(alice, wanted));
        EXPECT_EQ(status.st_mode & 07777, 0710U);
        EXPECT_EQ(status.st_uid, 5U);
        EXPECT_EQ(status.st_gid, 6U);
        EXPECT_EQ(status.st_nlink, 3U) << "the folder in it";
    }
    EXPECT_EQ(filled, 1);
    const CacheMounts::Wanted failing{
        .id = "b", .fill = [](int) -> Result<> { return fail(ErrorKind::NoSpace, "the disk is full"); }};
    EXPECT_FALSE(take(alice, failing));
    EXPECT_EQ(statusOf(take(alice, {.id = "b"})).st_nlink, 2U) << "it is made anew";
}

TEST_F(CacheMountsTest, WhatWasNotUsedForLongGoes)
{
    age(take(alice, {.id = "old"}), "1000");
    age(take(bob, {.id = "old"}), "1000");
    const auto held = take(alice, {.id = "held"});
    age(held, "1000");
    take(alice, {.id = "fresh"});
    const auto uncounted = take(alice, {.id = "of an engine before"});
    ASSERT_EQ(::fremovexattr(uncounted->folder()->get(), "trusted.quayside.used"), 0);
    ASSERT_TRUE(m_mounts->prune(alice, 2000));
    EXPECT_EQ(countOf(alice), 3) << "held, fresh, uncounted";
    EXPECT_EQ(countOf(bob), 1);
    ASSERT_TRUE(m_mounts->pruneAll(2000));
    EXPECT_EQ(countOf(bob), 0);
    age(take(alice, {.id = "fresh"}), "1000");
    take(alice, {.id = "fresh"}); // is a use
    ASSERT_TRUE(m_mounts->prune(alice, 2000));
    EXPECT_EQ(countOf(alice), 3);
    ASSERT_TRUE(m_mounts->prune(4711)) << "who has none";
    ASSERT_TRUE(m_mounts->pruneAll());
    EXPECT_EQ(countOf(alice), 2) << "what steps have";
}

} // namespace
} // namespace quayside::build

int main(int argc, char **argv)
{
    quayside::test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
