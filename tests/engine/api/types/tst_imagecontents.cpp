// What is inside an image, as JSON: nothing is lost on the way, absent is empty, and wrong types are refused
// by name.
#include "engine/api/json.h"
#include "engine/api/types/imagecontents.h"

#include <gtest/gtest.h>

#include <limits>

using namespace quayside;
using namespace quayside::api;

namespace
{

template <typename T>
void survives(const std::string &text)
{
    const auto value = decode<T>(text);
    ASSERT_TRUE(value) << value.error().message;
    EXPECT_EQ(*parseJson(encode(*value)), *parseJson(text));
}

} // namespace

TEST(ImageContents, SurvivesTheWay)
{
    survives<ImageContents>(R"({"Id":"sha256:1","Size":300,"Files":7,"WastedBytes":30,"Efficiency":0.875,
        "Layers":[{"Index":1,"Id":"ab","DiffId":"sha256:2","Digest":"sha256:3","CompressedSize":90,"CreatedBy":"RUN x",
                   "Comment":"c","Created":"2026-01-02T03:04:05Z","Size":200,"Added":4,"Changed":2,"Removed":1,"WastedBytes":30}],
        "Waste":[{"Path":"/a","Count":2,"Bytes":30,"Layers":[0,1]}]})");
    survives<ImageFolder>(R"({"Path":"/etc","Truncated":true,"Entries":[
        {"Name":"passwd","Type":"file","Size":12,"Mode":420,"Uid":3,"Gid":4,"Modified":1700000000,"Change":"changed","Layer":2},
        {"Name":"mtab","Type":"link","Size":0,"Mode":511,"Modified":-1,"Target":"../proc/mounts","Change":"unchanged","Layer":0},
        {"Name":"ssl","Type":"folder","Size":999,"Files":3,"Mode":493,"Modified":0,"Change":"mixed","Layer":1,"OtherSize":5}]})");
    survives<FoundEntries>(
        R"({"Truncated":false,"Found":[{"Name":"a\ufffd","Path":"/x/a\ufffd","Encoded":"/x/a%FF",
        "Type":"file","Size":1,"Mode":420,"Modified":1,"Change":"added","Layer":0}]})");
    survives<ImagePackages>(
        R"({"Databases":["dpkg","apk"],"Problems":["the rpm database cannot be read"],"Packages":[
        {"Name":"bash","Version":"5.2-1","Architecture":"amd64","Size":7000,"Source":"bash","Summary":"a shell",
         "Database":"dpkg","Layer":1}]})");
    survives<ImageDisk>(R"({"Id":"sha256:1","Size":10,"Unique":4,"Shared":6,"Frees":5,"Blobs":2,
        "UsedBy":[{"Id":"c","Name":"web","State":"running"}],"SharedWith":[{"Id":"sha256:2","Name":"b:latest","Bytes":6}]})");
    survives<ImagePrunePreview>(
        R"({"Images":[{"Id":"sha256:1","Names":["a:1"],"Size":10,"Frees":4}],
            "Parts":[{"Images":["sha256:1","sha256:2"],"Bytes":4}],"SpaceReclaimed":4})");
}

TEST(ImageContents, AbsentIsEmpty)
{
    const auto contents = decode<ImageContents>("{}");
    ASSERT_TRUE(contents);
    EXPECT_TRUE(contents->layers.empty());
    EXPECT_EQ(contents->efficiency, 1);
    const auto folder = decode<ImageFolder>(R"({"Entries":[{"Name":"a"}, null]})");
    ASSERT_TRUE(folder);
    ASSERT_EQ(folder->entries.size(), 2U);
    EXPECT_EQ(folder->entries[0].layer, 0);
}

TEST(ImageContents, WrongTypesAreRefusedByName)
{
    const auto refused = [](const auto &value, const std::string &where) {
        ASSERT_FALSE(value);
        EXPECT_NE(value.error().message.find(where), std::string::npos) << value.error().message;
    };
    refused(decode<ImageContents>(R"({"Efficiency":"1"})"), "Efficiency");
    refused(decode<ImageContents>(R"({"Layers":[{"Size":1.5}]})"), "Layers[0].Size");
    refused(decode<ImageContents>(R"({"Size":18446744073709551615})"), "Size");
    refused(decode<ImageFolder>(R"({"Entries":{}})"), "Entries");
    refused(decode<ImageFolder>(R"({"Entries":[{"Name":"a","name":"b"}]})"), "Name");
    refused(decode<ImagePackages>(R"({"Packages":["bash"]})"), "Packages[0]");
}

TEST(ImageContents, EfficiencyIsAlwaysANumber)
{
    ImageContents contents;
    contents.efficiency = std::numeric_limits<double>::quiet_NaN();
    const auto again = decode<ImageContents>(encode(contents));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->efficiency, 0);
}
