#include "engine/build/cache/cache.h"

#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

using namespace quayside;
using namespace quayside::build;

namespace
{

constexpr std::uint32_t alice = 1000, bob = 1001;

class CacheTest : public testing::Test
{
protected:
    CacheTest() { reopen(); }
    void reopen()
    {
        m_cache.reset();
        m_records.reset();
        auto records = Records::open(m_temp.path() + "/q.db");
        ASSERT_TRUE(records) << records.error().message;
        m_records = *std::move(records);
        auto cache = Cache::open(*m_records);
        ASSERT_TRUE(cache) << cache.error().message;
        m_cache = *std::move(cache);
    }
    void save(std::uint32_t owner, const std::string &key, std::int64_t used, std::uint64_t bytes)
    {
        CachedStep step{
            .owner = owner, .key = key, .place = "place of " + key, .createdNs = used, .usedNs = used};
        step.layer = images::LayerRecord{
            .id = std::string(64, key[0]), .diffId = "sha256:" + std::string(64, key[0]), .size = bytes};
        const auto saved = m_cache->save({step}, {}, owner, used);
        ASSERT_TRUE(saved) << saved.error().message;
    }
    std::vector<std::string> keys(std::uint32_t viewer) const
    {
        std::vector<std::string> found;
        for (const auto &step : m_cache->all(viewer))
            found.push_back(step.key);
        return found;
    }
    using Keys = std::vector<std::string>;

    test::TempRoot m_temp;
    std::unique_ptr<Records> m_records;
    std::unique_ptr<Cache> m_cache;
};

TEST(StepKey, EveryPartCounts)
{
    const StepKey key{.parent = "p", .parts = {{"a", "bc"}}};
    EXPECT_EQ(key.digest(),
              (StepKey{.parent = "p", .parts = {{"a", "bc"}}, .details = {{"x", "y"}}}.digest()));
    EXPECT_NE(key.digest(), (StepKey{.parent = "q", .parts = {{"a", "bc"}}}.digest()));
    EXPECT_NE(key.digest(), (StepKey{.parent = "p", .parts = {{"ab", "c"}}}.digest()));
    EXPECT_NE(key.digest(), (StepKey{.parent = "p", .parts = {{"a", "b"}, {"c", ""}}}.digest()));
}

TEST(StepKey, WhyNamesWhatHasChanged)
{
    const CachedStep last{
        .parent = "p",
        .parts = {
            {"the instruction", "COPY"}, {"files /app", "1"}, {"the file a", "1"}, {"the file b", "1"}}};
    const auto why = [&](const std::string &parent, std::vector<KeyPart> details, const std::string &sum) {
        return whyDifferent(&last, {.parent = parent,
                                    .parts = {{"the instruction", "COPY"}, {"files /app", sum}},
                                    .details = std::move(details)});
    };
    EXPECT_EQ(why("p", {{"the file a", "2"}, {"the file b", "1"}}, "2"), "the file a has changed");
    EXPECT_EQ(why("p", {{"the file b", "1"}, {"the file c", "1"}}, "2"),
              "the file c is new, the file a is gone");
    EXPECT_EQ(why("q", {{"the file a", "1"}, {"the file b", "1"}}, "1"), "a step before it has changed");
    EXPECT_EQ(whyDifferent(nullptr, {}), "");
}

TEST_F(CacheTest, AUsersCacheIsThatUsers)
{
    save(alice, "a", 1, 10);
    save(bob, "b", 1, 10);
    EXPECT_TRUE(m_cache->find(alice, "a"));
    EXPECT_FALSE(m_cache->find(bob, "a"));
    EXPECT_FALSE(m_cache->lastAt(bob, "place of a"));
    EXPECT_EQ(keys(alice), Keys{"a"});
    EXPECT_EQ(keys(0), (Keys{"a", "b"}));
    EXPECT_EQ(m_cache->layers().size(), 2U);
}

TEST_F(CacheTest, ItLasts)
{
    save(alice, "a", 1, 10);
    constexpr std::int64_t later = 7 + Cache::usageGrainNs;
    ASSERT_TRUE(m_cache->save({}, {"a"}, alice, later));
    ASSERT_TRUE(m_records->put("build_step", "1000:x", "damaged"));
    reopen();
    const auto found = m_cache->find(alice, "a");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->uses, 1);
    EXPECT_EQ(found->usedNs, later);
    EXPECT_EQ(found->layer->size, 10U);
    EXPECT_TRUE(m_cache->lastAt(alice, "place of a"));
    EXPECT_EQ(m_records->all("build_step")->size(), 1U) << "a damaged record goes";
}

TEST_F(CacheTest, AUseIsNotWrittenDownEachTime)
{
    save(alice, "a", 1, 10);
    const auto written = [&] { return m_records->all("build_step")->front().second; };
    const std::string before = written();
    ASSERT_TRUE(m_cache->save({}, {"a"}, alice, Cache::usageGrainNs / 2));
    EXPECT_EQ(written(), before);
    EXPECT_EQ(m_cache->find(alice, "a")->usedNs, Cache::usageGrainNs / 2) << "but it counts";
    ASSERT_TRUE(m_cache->save({}, {"a"}, alice, 2 * Cache::usageGrainNs));
    EXPECT_NE(written(), before) << "many small steps make a big one";
}

TEST_F(CacheTest, PruneKeepsWhatWasUsedLast)
{
    save(alice, "a", 1, 10);
    save(alice, "b", 2, 10);
    save(alice, "c", 3, 10);
    save(bob, "d", 1, 10);
    const auto gone = m_cache->prune(alice, {.mostBytes = 25});
    ASSERT_TRUE(gone) << gone.error().message;
    EXPECT_EQ(keys(0), (Keys{"b", "c", "d"}));
    ASSERT_TRUE(m_cache->prune(alice, {.unusedBefore = 3}));
    EXPECT_EQ(keys(0), (Keys{"c", "d"}));
    ASSERT_TRUE(m_cache->prune(alice, {.ids = {"d"}})) << "not hers";
    EXPECT_EQ(keys(0), (Keys{"c", "d"}));
    ASSERT_TRUE(m_cache->prune(0, {.onlyOwn = true})) << "root has none";
    EXPECT_EQ(keys(0), (Keys{"c", "d"}));
    ASSERT_TRUE(m_cache->prune(0, {}));
    EXPECT_TRUE(keys(0).empty());
    reopen();
    EXPECT_TRUE(keys(0).empty());
}

TEST_F(CacheTest, PruneTakesWhatTheFiltersName)
{
    for (const char *key : {"a", "b", "c"})
        save(alice, key, 1, 10);
    const std::string ofB(64, 'b');
    ASSERT_TRUE(m_cache->prune(alice, {.types = {"exec.cachemount"}}));
    ASSERT_TRUE(m_cache->prune(alice, {.parents = {"x"}}));
    ASSERT_TRUE(m_cache->prune(alice, {.descriptions = {"x"}}));
    EXPECT_EQ(keys(alice), (Keys{"a", "b", "c"}));
    ASSERT_TRUE(m_cache->prune(alice, {.types = {"regular"}, .shared = true}, {ofB}));
    EXPECT_EQ(keys(alice), (Keys{"a", "c"}));
    ASSERT_TRUE(m_cache->prune(alice, {.shared = false}, {std::string(64, 'c')}));
    EXPECT_EQ(keys(alice), (Keys{"c"}));
}

TEST_F(CacheTest, WhatImagesHaveCostsNothing)
{
    save(alice, "a", 1, 10);
    save(alice, "b", 2, 10);
    save(alice, "c", 3, 10);
    EXPECT_EQ(m_cache->extent(alice).bytes, 30U);
    EXPECT_EQ(m_cache->extent(alice).oldestNs, 1);
    EXPECT_EQ(m_cache->extent(bob).bytes, 0U);
    ASSERT_TRUE(m_cache->prune(alice, {.mostBytes = 10}, {std::string(64, 'c')}));
    EXPECT_EQ(keys(alice), (Keys{"b", "c"}));
    ASSERT_TRUE(m_cache->prune(alice, {.minFreeBytes = 100}, {}, 100));
    EXPECT_EQ(keys(alice), (Keys{"b", "c"}));
    ASSERT_TRUE(m_cache->prune(alice, {.minFreeBytes = 105}, {}, 100));
    EXPECT_EQ(keys(alice), (Keys{"c"}));
}

TEST(KeptBytes, AsBuildKitsPoliciesHaveIt)
{
    EXPECT_EQ(keptBytes({.mostBytes = 50}, 100, 0), 50U);
    EXPECT_EQ(keptBytes({.reservedBytes = 30}, 100, 0), 30U);
    EXPECT_EQ(keptBytes({.mostBytes = 50, .reservedBytes = 60}, 100, 0), 60U);
    EXPECT_EQ(keptBytes({.minFreeBytes = 40}, 100, 10), 70U);
    EXPECT_EQ(keptBytes({.minFreeBytes = 400}, 100, 10), 0U);
    EXPECT_EQ(keptBytes({.mostBytes = 90, .minFreeBytes = 40}, 100, 10), 70U);
    EXPECT_EQ(keptBytes({.minFreeBytes = 5}, 100, 10), 100U);
}

} // namespace
