// Who may have a container's root mounted, and how a start or a removal gets it free. Children are `sleep`.
#include "engine/containers/files/sessions.h"

#include <gtest/gtest.h>

#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

using namespace quayside;
using namespace quayside::containers::files;
using namespace std::chrono_literals;

namespace
{

class Sleeper
{
public:
    Sleeper()
    {
        char name[] = "sleep", time[] = "100";
        char *const argv[] = {name, time, nullptr};
        EXPECT_EQ(::posix_spawnp(&m_pid, "sleep", nullptr, nullptr, argv, environ), 0);
        process = Fd(static_cast<int>(::syscall(SYS_pidfd_open, m_pid, 0)));
    }
    ~Sleeper()
    {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    bool ended() const
    {
        siginfo_t info{};
        return ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
               info.si_pid == m_pid;
    }
    Fd process;

private:
    pid_t m_pid = -1;
};

TEST(Sessions, OneAtATimeMountsARoot)
{
    Sessions sessions;
    auto first = sessions.tryEnter("c", SessionKind::Mounts);
    ASSERT_TRUE(first);
    EXPECT_FALSE(sessions.tryEnter("c", SessionKind::Mounts));
    EXPECT_TRUE(sessions.tryEnter("other", SessionKind::Mounts));
    EXPECT_TRUE(sessions.tryEnter("c", SessionKind::Walks)) << "who only walks is in nobody's way";
    std::jthread leaver([&] {
        std::this_thread::sleep_for(50ms);
        first.reset();
    });
    sessions.waitForRoot("c");
    EXPECT_TRUE(sessions.tryEnter("c", SessionKind::Mounts));
}

TEST(Sessions, AStartWaitsAndThenEndsTheChild)
{
    Sessions sessions;
    const Sleeper child;
    const auto place = sessions.tryEnter("c", SessionKind::Mounts);
    ASSERT_TRUE(place->started(child.process));
    sessions.clear("c", 100ms, "started");
    EXPECT_TRUE(child.ended());
    EXPECT_EQ(place->endedBy(), "started");
    EXPECT_TRUE(sessions.tryEnter("c", SessionKind::Mounts)) << "its client may still read: the root is free";
}

TEST(Sessions, AStartDoesNotEndWhoIsInTime)
{
    Sessions sessions;
    auto place = sessions.tryEnter("c", SessionKind::Enters);
    const Sleeper child;
    ASSERT_TRUE(place->started(child.process));
    std::jthread leaver([&] {
        std::this_thread::sleep_for(50ms);
        place.reset();
    });
    sessions.clear("c", 10s, "started");
    EXPECT_FALSE(child.ended());
}

TEST(Sessions, ARemovalEndsAllAtOnce)
{
    Sessions sessions;
    const Sleeper child;
    const auto entered = sessions.tryEnter("c", SessionKind::Enters);
    const auto walking = sessions.tryEnter("c", SessionKind::Walks);
    ASSERT_TRUE(entered->started(child.process));
    sessions.end("c", "removed");
    EXPECT_TRUE(child.ended());
    EXPECT_EQ(walking->endedBy(), "removed");
}

TEST(Sessions, AChildThatCameTooLateIsTold)
{
    Sessions sessions;
    const auto place = sessions.tryEnter("c", SessionKind::Mounts);
    std::jthread clearing([&] { sessions.clear("c", 1ms, "started"); });
    while (place->endedBy().empty())
        std::this_thread::sleep_for(1ms);
    const Sleeper child;
    EXPECT_FALSE(place->started(child.process));
}

} // namespace
