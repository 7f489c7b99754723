#include "engine/stage/reaper.h"

#include <cerrno>
#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

namespace quayside::stage
{
namespace
{

[[noreturn]] void start(char **argv, char **environment, const sigset_t &mask)
{
    // A foreground process group of its own, so that ^C reaches the command and not process 1 (as tini does).
    ::setpgid(0, 0);
    if (::isatty(STDIN_FILENO) != 0) {
        ::signal(SIGTTOU, SIG_IGN); // tcsetpgrp from the background stops who calls it, else
        ::tcsetpgrp(STDIN_FILENO, ::getpgrp());
        ::signal(SIGTTOU, SIG_DFL);
    }
    ::sigprocmask(SIG_SETMASK, &mask, nullptr);
    ::execve(argv[2], argv + 3, environment);
    ::_exit(errno == ENOENT || errno == ENOTDIR ? 127 : 126);
}

int statusOf(const siginfo_t &info)
{
    return info.si_code == CLD_EXITED ? info.si_status : 128 + info.si_status;
}

// True once the command itself has ended; `status` is its exit status then.
bool reapEnded(pid_t command, int &status)
{
    bool ended = false;
    siginfo_t info{};
    while (::waitid(P_ALL, 0, &info, WEXITED | WNOHANG) == 0 && info.si_pid != 0) {
        if (info.si_pid == command) {
            status = statusOf(info);
            ended = true;
        }
        info.si_pid = 0;
    }
    return ended;
}

} // namespace

int reap(int argc, char **argv, char **environment)
{
    if (argc < 4)
        return 126;
    // Blocked, they wait for sigwaitinfo; a process 1 without handlers would ignore them.
    sigset_t all, before;
    ::sigfillset(&all);
    ::sigprocmask(SIG_SETMASK, &all, &before);
    const pid_t command = ::fork();
    if (command < 0)
        return 126;
    if (command == 0)
        start(argv, environment, before);
    for (int status = 0;;) {
        siginfo_t info{};
        const int signal = ::sigwaitinfo(&all, &info);
        if (signal == SIGCHLD && reapEnded(command, status))
            return status;
        if (signal > 0 && signal != SIGCHLD)
            ::kill(command, signal);
    }
}

} // namespace quayside::stage
