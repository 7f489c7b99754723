// A folder becomes a layer where it lies.
#include "engine/images/pack/hashing.h"
#include "engine/images/pack/namelayer.h"
#include "engine/images/pack/pack.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/xattr.h>

#include <filesystem>
#include <fstream>

using namespace quayside;
using namespace quayside::images;
namespace fs = std::filesystem;

namespace
{

class NameLayerTest : public testing::Test
{
protected:
    NameLayerTest() : m_folder(::open(m_temp.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {}
    [[nodiscard]] std::string at(const std::string &name) const { return m_temp.path() + "/" + name; }
    void file(const std::string &name, const std::string &content) const
    {
        std::ofstream(at(name)) << content;
    }
    [[nodiscard]] Result<NamedLayer> name(const std::string &parent = {},
                                          const std::function<bool(const TreeEntry &)> &dropped = {}) const
    {
        return nameLayer(m_folder.get(), parent, dropped);
    }
    [[nodiscard]] std::string packedDigest() const
    {
        HashingSink sum;
        EXPECT_TRUE(packLayer(m_folder.get(), sum));
        return sum.finish();
    }

    test::TempRoot m_temp;
    Fd m_folder;
};

TEST_F(NameLayerTest, ItsNameIsThatOfTheTarThatASaveWrites)
{
    file("a", "12345");
    fs::create_directory(at("d"));
    fs::create_symlink("a", at("d/link"));
    const auto layer = name();
    ASSERT_TRUE(layer) << layer.error().message;
    EXPECT_EQ(layer->record.diffId, packedDigest());
    EXPECT_EQ("sha256:" + layer->record.id, layer->record.diffId) << "the lowest";
    EXPECT_EQ(layer->record.size, 5U);
    EXPECT_EQ(layer->entries, 3U);
    EXPECT_TRUE(layer->record.packed);
    const auto upon = name(std::string(64, 'a'));
    EXPECT_EQ(upon->record.diffId, layer->record.diffId);
    EXPECT_NE(upon->record.id, layer->record.id);
}

TEST_F(NameLayerTest, NothingIsNoLayer)
{
    const auto layer = name();
    ASSERT_TRUE(layer);
    EXPECT_EQ(layer->entries, 0U);
}

TEST_F(NameLayerTest, SocketsAndWhatIsDroppedGo)
{
    file("kept", "x");
    file("dropped", "x");
    fs::create_directory(at("empty"));
    const Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{.sun_family = AF_UNIX};
    at("socket").copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    const auto layer =
        name({}, [](const TreeEntry &entry) { return entry.path == "dropped" || entry.path == "empty"; });
    ASSERT_TRUE(layer) << layer.error().message;
    EXPECT_EQ(layer->entries, 1U);
    EXPECT_TRUE(fs::exists(at("kept")));
    EXPECT_FALSE(fs::exists(fs::symlink_status(at("dropped"))));
    EXPECT_FALSE(fs::exists(fs::symlink_status(at("empty"))));
    EXPECT_FALSE(fs::exists(fs::symlink_status(at("socket"))));
    EXPECT_EQ(layer->record.diffId, packedDigest());
}

TEST_F(NameLayerTest, OverlaysMarksGoAndOpaqueFoldersStay)
{
    file("a", "x");
    fs::create_directory(at("d"));
    ASSERT_EQ(::setxattr(at("a").c_str(), "user.overlay.origin", "o", 1, 0), 0);
    ASSERT_EQ(::setxattr(at("a").c_str(), "user.mine", "m", 1, 0), 0);
    ASSERT_EQ(::setxattr(at("d").c_str(), "user.overlay.opaque", "y", 1, 0), 0);
    ASSERT_TRUE(name());
    char value[8];
    EXPECT_LT(::getxattr(at("a").c_str(), "user.overlay.origin", value, sizeof value), 0);
    EXPECT_EQ(::getxattr(at("a").c_str(), "user.mine", value, sizeof value), 1);
    EXPECT_EQ(::getxattr(at("d").c_str(), "user.overlay.opaque", value, sizeof value), 1);
}

} // namespace
