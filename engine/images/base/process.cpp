#include "engine/images/base/process.h"

#include "engine/images/content/blobstore.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quayside::images
{
namespace
{

std::vector<char *> pointers(std::vector<std::string> &words)
{
    std::vector<char *> list;
    for (std::string &word : words)
        list.push_back(word.data());
    list.push_back(nullptr);
    return list;
}

int exitStatus(int status)
{
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace

Result<HostProgram> HostProgram::start(const std::vector<std::string> &argv,
                                       const std::vector<std::string> &environment)
{
    int output[2], errors[2];
    if (::pipe2(output, O_CLOEXEC) != 0)
        return failErrno(errno, "making a pipe");
    Fd ourOutput(output[0]);
    const Fd itsOutput(output[1]);
    if (::pipe2(errors, O_CLOEXEC) != 0)
        return failErrno(errno, "making a pipe");
    Fd ourErrors(errors[0]);
    const Fd itsErrors(errors[1]);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, itsOutput.get(), 1);
    ::posix_spawn_file_actions_adddup2(&actions, itsErrors.get(), 2);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    sigset_t none, all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    ::posix_spawnattr_setpgroup(&attributes, 0);
    ::posix_spawnattr_setflags(&attributes,
                               POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    std::vector<std::string> words = argv, variables = environment;
    pid_t pid = -1;
    const int error = ::posix_spawn(&pid, argv[0].c_str(), &actions, &attributes, pointers(words).data(),
                                    pointers(variables).data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    if (error != 0)
        return failErrno(error, "starting {}", argv[0]);
    return HostProgram(pid, std::move(ourOutput), std::move(ourErrors));
}

HostProgram::HostProgram(HostProgram &&other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)), m_output(std::move(other.m_output)),
      m_errors(std::move(other.m_errors))
{
}

int HostProgram::wait()
{
    int status = 0;
    while (m_pid > 0 && ::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    return exitStatus(status);
}

HostProgram::~HostProgram()
{
    if (m_pid <= 0)
        return;
    m_output.reset(); // what still writes gets SIGPIPE
    m_errors.reset();
    const Fd pidFd(static_cast<int>(::syscall(SYS_pidfd_open, m_pid, 0)));
    ::kill(-m_pid, SIGTERM); // mmdebstrap cleans up behind itself
    pollfd event{pidFd.get(), POLLIN, 0};
    ::poll(&event, 1, 10'000);
    ::kill(-m_pid, SIGKILL); // the group, while our zombie keeps its number
    wait();
}

std::string findProgram(const std::string &name)
{
    for (const char *folder :
         {"/usr/local/sbin/", "/usr/local/bin/", "/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/"}) {
        std::string path = folder + name;
        if (::access(path.c_str(), X_OK) == 0)
            return path;
    }
    return {};
}

Result<std::string> outputOf(const std::vector<std::string> &argv, std::size_t limit)
{
    TRY(HostProgram program, HostProgram::start(argv, {"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"}));
    TRY(std::string text, readAll(program.output(), limit, "the output of " + argv[0]));
    if (const int status = program.wait(); status != 0)
        return fail(ErrorKind::Internal, "{} ended with status {}", argv[0], status);
    return text;
}

} // namespace quayside::images
