#include "engine/helper/servicemanager.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

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

TEST_F(ServiceManager, HandsOverNothingToAnotherProcess)
{
    ::setenv("LISTEN_PID", "1", 1);
    ::setenv("LISTEN_FDS", "1", 1);
    const auto taken = takeListeningSocket();
    ASSERT_TRUE(taken);
    EXPECT_FALSE(taken->valid());
}

// In a child, since descriptor 3 must be ours to replace. Its exit status: 0 taken, 1 refused, 2 none.
int takeInChild(int socket, const char *count)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(socket, 3);
        ::setenv("LISTEN_PID", std::to_string(::getpid()).c_str(), 1);
        ::setenv("LISTEN_FDS", count, 1);
        const auto taken = takeListeningSocket();
        if (!taken)
            ::_exit(1);
        const bool closesOnExec = taken->valid() && (::fcntl(taken->get(), F_GETFD) & FD_CLOEXEC) != 0;
        ::_exit(closesOnExec && !std::getenv("LISTEN_FDS") ? 0 : 2);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(ServiceManager, HandsOverOneListeningSocket)
{
    const Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    EXPECT_EQ(takeInChild(socket.get(), "1"), 1); // it does not listen
    const sockaddr_un address = addressOf(m_folder + "/listen");
    ASSERT_EQ(::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    ASSERT_EQ(::listen(socket.get(), 4), 0);
    EXPECT_EQ(takeInChild(socket.get(), "1"), 0);
    EXPECT_EQ(takeInChild(socket.get(), "2"), 1);
}

} // namespace quayside::helper
