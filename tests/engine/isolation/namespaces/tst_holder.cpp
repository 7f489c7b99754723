// The process that holds a user namespace until its id map is written, when the engine is killed beside it.
#include "engine/isolation/namespaces/prepare.h"
#include "tests/fakes/recordingkernel.h"

#include <gtest/gtest.h>

#include <csignal>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace quayside;
using namespace quayside::isolation;

namespace
{

constexpr useconds_t pause = 100'000;

// The real clone3, and then the engine is killed: at once, before its child has done anything, or a moment
// later.
class DyingKernel final : public test::RecordingKernel
{
public:
    // holder: shared with the test, which ends what should have gone by itself.
    DyingKernel(bool atOnce, pid_t *holder) : m_atOnce(atOnce), m_holder(holder) {}
    Result<Cloned> clone3(const CloneOptions &options) override
    {
        auto made = systemKernel().clone3(options);
        if (made && made->pid == 0 && m_atOnce)
            ::usleep(pause);
        if (made && made->pid == 0)
            return made;
        *m_holder = made ? made->pid : 0;
        if (!m_atOnce)
            ::usleep(pause);
        ::kill(::getpid(), SIGKILL);
        return made;
    }

private:
    bool m_atOnce;
    pid_t *m_holder;
};

// Whoever holds what the engine held keeps the pipe open.
bool nothingOutlivesIt(bool atOnce)
{
    int ends[2];
    if (::pipe(ends) < 0)
        return false;
    const Fd reading(ends[0]);
    auto *holder = static_cast<pid_t *>(
        ::mmap(nullptr, sizeof(pid_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    const pid_t engine = ::fork();
    if (engine == 0) {
        DyingKernel kernel(atOnce, holder);
        namespaces::IdMaps maps(kernel);
        (void)maps.forContainer(200'000);
        ::_exit(3); // the clone failed
    }
    ::close(ends[1]);
    int status = 0;
    ::waitpid(engine, &status, 0);
    if (!WIFSIGNALED(status))
        return false;
    pollfd end{reading.get(), 0, 0};
    const bool gone = ::poll(&end, 1, 20'000) == 1 && (end.revents & POLLHUP) != 0;
    if (!gone && *holder > 0)
        ::kill(*holder, SIGKILL);
    ::munmap(holder, sizeof(pid_t));
    return gone;
}

TEST(NamespaceHolder, GoesWithAnEngineThatIsKilledBeforeItsFirstStep)
{
    EXPECT_TRUE(nothingOutlivesIt(true));
}

TEST(NamespaceHolder, GoesWithAnEngineThatIsKilledLater)
{
    EXPECT_TRUE(nothingOutlivesIt(false));
}

} // namespace
