#include "engine/base/fd.h"
#include "engine/helper/servicemanager.h"

#include <gtest/gtest.h>

#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <cstdlib>
#include <filesystem>

namespace quayside::helper
{

sockaddr_un addressOf(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    return address;
}

class ServiceManager : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string name = (std::filesystem::temp_directory_path() / "notify-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        m_folder = name;
    }
    void TearDown() override
    {
        ::unsetenv("NOTIFY_SOCKET");
        std::filesystem::remove_all(m_folder);
    }
    std::string m_folder;
};

TEST_F(ServiceManager, IsToldThroughItsSocket)
{
    const Fd socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const sockaddr_un address = addressOf(m_folder + "/notify");
    ASSERT_EQ(::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    ::setenv("NOTIFY_SOCKET", address.sun_path, 1);
    ASSERT_TRUE(notifyServiceManager("READY=1"));
    std::array<char, 64> text{};
    ASSERT_EQ(::read(socket.get(), text.data(), text.size()), 7);
    EXPECT_STREQ(text.data(), "READY=1");
}

TEST_F(ServiceManager, IsNotMissedWhereThereIsNone)
{
    ::unsetenv("NOTIFY_SOCKET");
    EXPECT_TRUE(notifyServiceManager("READY=1"));
}

TEST_F(ServiceManager, ThatIsGoneIsAnErrorWithItsPath)
{
    ::setenv("NOTIFY_SOCKET", (m_folder + "/nobody").c_str(), 1);
    const auto told = notifyServiceManager("READY=1");
    ASSERT_FALSE(told);
    EXPECT_NE(told.error().message.find("/nobody"), std::string::npos);
    ::setenv("NOTIFY_SOCKET", "relative", 1);
    EXPECT_FALSE(notifyServiceManager("READY=1"));
}

} // namespace quayside::helper
