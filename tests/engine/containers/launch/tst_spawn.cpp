// How the engine starts its stages: what of that an engine that is killed leaves behind.
#include "engine/containers/launch/spawn.h"

#include <csignal>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace quayside;
using namespace quayside::containers;

namespace
{

// An engine at its busiest: threads that start programs, and others that are often in the C library's lock
// for SIGABRT, as whoever changes that signal is.
[[noreturn]] void startPrograms(const SealedProgram &program)
{
    std::vector<std::jthread> threads;
    for (int i = 0; i < 2; ++i)
        threads.emplace_back([] {
            for (;;)
                ::signal(SIGABRT, SIG_DFL);
        });
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            const auto plan = sealedFile("plan", "{}");
            for (;;)
                if (const auto spawned = spawnOpen(program.fd(), *plan, {}, {"true"}))
                    reap(spawned->pidfd);
        });
    threads.clear();
    ::_exit(0);
}

// What a child has open before its exec is the engine's: the pipe ends when the last one is gone.
TEST(Spawn, leavesNoChildBehindWhenTheEngineIsKilled)
{
    const auto program = SealedProgram::load("/bin/true");
    ASSERT_TRUE(program) << program.error().message;
    for (int round = 0; round < 20; ++round) {
        int held[2];
        ASSERT_EQ(::pipe2(held, O_CLOEXEC), 0);
        Fd reading(held[0]), writing(held[1]);
        const pid_t engine = ::fork();
        ASSERT_GE(engine, 0);
        if (engine == 0) {
            ::setpgid(0, 0);
            startPrograms(*program);
        }
        writing.reset();
        ::usleep(20000 + 1000 * round); // any moment will do: they are all alike
        ::kill(engine, SIGKILL);
        ::waitpid(engine, nullptr, 0);
        pollfd ended{reading.get(), POLLIN, 0};
        const int ready = ::poll(&ended, 1, 20000);
        ::kill(-engine, SIGKILL); // what hangs would hang for ever
        ASSERT_EQ(ready, 1) << "round " << round << ": a child hangs before its exec";
        char byte;
        ASSERT_EQ(::read(reading.get(), &byte, 1), 0);
    }
}

} // namespace
