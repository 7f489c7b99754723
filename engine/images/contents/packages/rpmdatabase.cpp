#include "engine/images/contents/packages/rpmdatabase.h"

#include "engine/base/fd.h"
#include "engine/images/contents/packages/rpmchild.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace quayside::images
{
namespace
{

constexpr std::size_t maxAnswer = std::size_t{48} << 20;
constexpr std::chrono::seconds longest{30};

// Killed where it still runs, and reaped, with this object.
class Child
{
public:
    explicit Child(pid_t pid) : m_pid(pid) {}
    ~Child()
    {
        if (m_pid > 0)
            ::kill(m_pid, SIGKILL);
        (void)wait();
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;
    int wait()
    {
        int status = 0;
        while (m_pid > 0 && ::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
        }
        m_pid = -1;
        return status;
    }

private:
    pid_t m_pid;
};

// posix_spawn(3) is made of async-signal-safe steps; the engine has threads.
Result<pid_t> spawn(const std::string &program, int database, int answer)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    sigset_t none, all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    ::posix_spawn_file_actions_adddup2(&actions, database, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, answer, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    std::string name = "quayside-rpm", argument = rpmArgument;
    char *argv[] = {name.data(), argument.data(), nullptr}, *environment[] = {nullptr};
    pid_t pid = -1;
    const int error = ::posix_spawn(&pid, program.c_str(), &actions, &attributes, argv, environment);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        return failErrno(error, "starting {} to read a database", program);
    return pid;
}

Result<std::string> readAnswer(int from)
{
    const auto end = std::chrono::steady_clock::now() + longest;
    std::string text;
    std::array<char, 65536> piece;
    while (true) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now())
                .count();
        pollfd ready{from, POLLIN, 0};
        const int count = ::poll(&ready, 1, static_cast<int>(std::max<long>(left, 0)));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return fail(ErrorKind::Internal, "reading it took longer than {} seconds", longest.count());
        const ssize_t got = ::read(from, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failErrno(errno, "hearing of the packages");
        if (got == 0)
            return text;
        text.append(piece.data(), static_cast<std::size_t>(got));
        if (text.size() > maxAnswer)
            return fail(ErrorKind::TooLarge, "it holds more packages than can be shown");
    }
}

// Away from 0 and 1: dup2 onto those must not overwrite what is yet to come, and onto itself it would not
// clear CLOEXEC.
Result<Fd> raised(int fd)
{
    Fd high(::fcntl(fd, F_DUPFD_CLOEXEC, 10));
    if (!high)
        return failErrno(errno, "duplicating a descriptor");
    return high;
}

} // namespace

Result<std::vector<api::ImagePackage>> readRpmDatabase(int database, const std::string &program)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return failErrno(errno, "making a pipe");
    const Fd answer(ends[0]);
    Fd theirs(ends[1]);
    TRY(const Fd in, raised(database));
    TRY(Fd out, raised(theirs.get()));
    TRY(const pid_t pid, spawn(program, in.get(), out.get()));
    Child child(pid);
    theirs.reset();
    out.reset();
    TRY(const std::string text, readAnswer(answer.get()));
    const int status = child.wait();
    auto packages = api::decode<api::ImagePackages>(text);
    if (status != 0 || !packages)
        return fail(ErrorKind::Internal, "the process that read it ended early{}",
                    WIFSIGNALED(status) ? std::format(", by signal {}", WTERMSIG(status)) : std::string());
    if (!packages->problems.empty())
        return fail(ErrorKind::InvalidArgument, "{}", packages->problems.front());
    return std::move(packages->packages);
}

} // namespace quayside::images
