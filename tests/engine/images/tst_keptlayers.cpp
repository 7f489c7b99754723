#include "engine/images/keptlayers.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::images;
using namespace std::chrono_literals;

namespace
{

LayerRecord layer(char which)
{
    return {.id = std::string(64, which),
            .diffId = "sha256:" + std::string(64, which),
            .blob = "sha256:" + std::string(64, 'b'),
            .mediaType = "application/x",
            .blobSize = 5,
            .size = 7};
}

class KeptLayersTest : public testing::Test
{
protected:
    KeptLayersTest() { reopen(start); }
    // As a new engine finds them.
    void reopen(KeptLayers::Time now)
    {
        kept.reset();
        records.reset();
        records = Records::open(temp.path() + "/db").value();
        kept = KeptLayers::open(*records, now).value();
    }
    std::string ids() const
    {
        std::string text;
        for (const LayerRecord &one : kept->all())
            text += one.id[0];
        return text;
    }

    test::TempRoot temp;
    std::unique_ptr<Records> records;
    std::unique_ptr<KeptLayers> kept;
    const KeptLayers::Time start{std::chrono::seconds(1'700'000'000)};
};

TEST_F(KeptLayersTest, lastUntilAnImageHasThem)
{
    EXPECT_FALSE(kept->nextEnd());
    kept->keep(layer('1'), start);
    kept->keep(layer('2'), start + 1h);
    reopen(start + 2h);
    EXPECT_EQ(ids(), "12");
    EXPECT_EQ(kept->all()[0].blob, layer('1').blob);
    EXPECT_EQ(kept->all()[0].size, 7U);
    EXPECT_EQ(kept->nextEnd(), start + 24h);
    kept->release({layer('1'), layer('3')});
    EXPECT_EQ(ids(), "2");
    reopen(start + 2h);
    EXPECT_EQ(ids(), "2");
    kept->releaseAll();
    reopen(start + 2h);
    EXPECT_EQ(ids(), "");
}

TEST_F(KeptLayersTest, areOverAfterADay)
{
    kept->keep(layer('1'), start);
    kept->keep(layer('2'), start + 1h);
    kept->releaseOld(start + 24h - 1s);
    EXPECT_EQ(ids(), "12");
    kept->releaseOld(start + 24h);
    EXPECT_EQ(ids(), "2");
    reopen(start + 25h);
    EXPECT_EQ(ids(), "");
    EXPECT_TRUE(records->all("kept-layer")->empty());
}

TEST_F(KeptLayersTest, areNotTakenFromRecordsThatAreDamaged)
{
    kept->keep(layer('1'), start);
    const std::string whole = records->all("kept-layer")->front().second;
    char id = '2';
    for (const std::string &document :
         {std::string("x"), std::string("17"), whole.substr(0, 50), "-5" + whole,
          std::string("99999999999999999999999 {}"), whole}) // the last: of another id
        ASSERT_TRUE(records->put("kept-layer", std::string(64, id++), document));
    reopen(start);
    EXPECT_EQ(ids(), "1");
    reopen(start - 1h); // the clock was wrong then, or is now
    EXPECT_EQ(ids(), "");
}

} // namespace
