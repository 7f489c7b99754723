#include "engine/build/sources/command.h"

#include "engine/access/opensource.h"
#include "engine/base/kernel.h"

#include <fcntl.h>
#include <linux/mount.h>
#include <linux/securebits.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace quayside::build
{
namespace
{

constexpr std::size_t keptErrors = 4096;
constexpr int askMs = 200;
constexpr int cannotStart = 127;

Result<std::string> programOf(const std::string &name)
{
    for (const char *folder : {"/usr/local/bin/", "/usr/bin/", "/bin/"})
        if (const std::string path = folder + name; ::access(path.c_str(), X_OK) == 0)
            return path;
    return fail(ErrorKind::NotSupported, "{0} is not installed on this machine: install the package {0}",
                name);
}

// All that the child needs, made before it is: between clone and execve nothing may be allocated.
struct Prepared {
    std::string program;
    std::vector<char *> argv, environment;
    int input = -1, output = -1, errors = -1;
    int tree = -1; // the folder's mount, which is nowhere yet
    const Identity *identity = nullptr;
    std::uint64_t largestFile = 0;
};

bool limitResources(const Prepared &prepared)
{
    const rlimit none{0, 0}, files{prepared.largestFile, prepared.largestFile};
    return ::setrlimit(RLIMIT_CORE, &none) == 0 && ::setrlimit(RLIMIT_FSIZE, &files) == 0;
}

bool mountFolder(const Prepared &prepared)
{
    if (prepared.tree < 0)
        return ::chdir("/") == 0;
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::syscall(SYS_move_mount, prepared.tree, "", AT_FDCWD, "/tmp", MOVE_MOUNT_F_EMPTY_PATH) == 0 &&
           ::chdir("/tmp") == 0;
}

// The raw system calls: glibc's wrappers would first synchronise with threads that this child does not have.
// SECBIT_NOROOT: execve gives no capabilities to uid 0 either (capabilities(7)).
bool becomeUser(const Identity &who)
{
    if (::geteuid() != 0)
        return true; // a test's engine: it has no other rights than its user's
    constexpr unsigned long bits = SECBIT_NOROOT | SECBIT_NOROOT_LOCKED;
    return ::prctl(PR_SET_SECUREBITS, bits) == 0 &&
           ::syscall(SYS_setgroups, who.groups.size(), who.groups.data()) == 0 &&
           ::syscall(SYS_setresgid, who.gid, who.gid, who.gid) == 0 &&
           ::syscall(SYS_setresuid, who.uid, who.uid, who.uid) == 0 && access::dropCapabilities();
}

[[noreturn]] void childMain(const Prepared &prepared)
{
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    ::umask(022);
    const bool ready = mountFolder(prepared) && limitResources(prepared) && becomeUser(*prepared.identity) &&
                       ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::dup2(prepared.input, 0) == 0 &&
                       ::dup2(prepared.output, 1) == 1 && ::dup2(prepared.errors, 2) == 2 &&
                       ::syscall(SYS_close_range, 3, ~0U, 0) == 0;
    if (ready)
        ::execve(prepared.program.c_str(), prepared.argv.data(), prepared.environment.data());
    ::_exit(cannotStart);
}

struct Pipe {
    Fd reading, writing;
};

// Above 2: the child puts them onto 0, 1 and 2.
Result<Pipe> makePipe()
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return failErrno(errno, "making a pipe");
    const Fd low[2] = {Fd(ends[0]), Fd(ends[1])};
    Pipe pipe{Fd(::fcntl(ends[0], F_DUPFD_CLOEXEC, 3)), Fd(::fcntl(ends[1], F_DUPFD_CLOEXEC, 3))};
    if (!pipe.reading || !pipe.writing)
        return failErrno(errno, "making a pipe");
    return pipe;
}

Result<Fd> inputOf(const std::string &text)
{
    const Fd low(::memfd_create("input", MFD_CLOEXEC));
    Fd file(low ? ::fcntl(low.get(), F_DUPFD_CLOEXEC, 3) : -1);
    if (!file || ::pwrite(file.get(), text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
        return failErrno(errno, "preparing the input of a command");
    return file;
}

// A mount of the folder that is in no file system: files in it can be neither executed nor devices.
Result<Fd> mountOf(int folder)
{
    Fd tree(static_cast<int>(::syscall(SYS_open_tree, folder, ".", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC)));
    mount_attr attributes{};
    attributes.attr_set = MOUNT_ATTR_NODEV | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC;
    if (!tree ||
        ::syscall(SYS_mount_setattr, tree.get(), "", AT_EMPTY_PATH, &attributes, sizeof attributes) != 0)
        return failErrno(errno, "mounting the folder to fetch into");
    return tree;
}

std::vector<std::string> fullEnvironment(const CommandOptions &options)
{
    std::vector<std::string> variables{"PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"};
    for (const char *name :
         {"http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"})
        if (const char *value = ::getenv(name))
            variables.push_back(std::string(name) + "=" + value);
    variables.insert(variables.end(), options.environment.begin(), options.environment.end());
    return variables;
}

std::vector<char *> pointersTo(std::vector<std::string> &texts)
{
    std::vector<char *> pointers;
    for (std::string &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Identity identityOf(const access::Peer &peer, bool needsOwnKeys)
{
    if (peer.isRoot() && !needsOwnKeys)
        return {};
    return {peer.uid, peer.gid, {peer.groups.begin(), peer.groups.end()}};
}

Result<std::unique_ptr<Command>> Command::start(CommandOptions options)
{
    Prepared prepared{.identity = &options.identity, .largestFile = options.largestFile};
    TRY(prepared.program, programOf(options.words.front()));
    auto words = options.words, variables = fullEnvironment(options);
    prepared.argv = pointersTo(words);
    prepared.environment = pointersTo(variables);
    TRY(const Fd input, inputOf(options.input));
    TRY(Pipe output, makePipe());
    TRY(Pipe errors, makePipe());
    Fd tree;
    if (options.folder >= 0) {
        TRY(tree, mountOf(options.folder));
    }
    prepared.input = input.get();
    prepared.output = output.writing.get();
    prepared.errors = errors.writing.get();
    prepared.tree = tree.get();
    const std::uint64_t own = options.folder >= 0 ? CLONE_NEWNS | CLONE_NEWPID : 0;
    TRY(Cloned child, systemKernel().clone3({.flags = CLONE_PIDFD | own}));
    if (child.pid == 0)
        childMain(prepared);
    return std::unique_ptr<Command>(new Command(std::move(options), child.pid, std::move(child.pidfd),
                                                std::move(output.reading), std::move(errors.reading)));
}

Command::Command(CommandOptions options, pid_t pid, Fd pidfd, Fd output, Fd errors)
    : m_options(std::move(options)), m_pid(pid), m_pidfd(std::move(pidfd)), m_output(std::move(output)),
      m_errors(std::move(errors))
{
}

Command::~Command()
{
    if (m_pid <= 0)
        return;
    // Where it has processes of its own they end with it (pid_namespaces(7)).
    ::kill(m_pid, SIGKILL);
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

// Until one of the two has something, or ended.
Result<> Command::wait(bool &output, bool &errors)
{
    for (int waited = 0; waited < m_options.stallSeconds * 1000; waited += askMs) {
        if (m_options.cancelled && m_options.cancelled())
            return fail(ErrorKind::Cancelled, "the build was cancelled");
        pollfd events[2] = {{m_output.get(), POLLIN, 0}, {m_errors.get(), POLLIN, 0}};
        const int ready = ::poll(events, 2, askMs);
        if (ready < 0 && errno != EINTR)
            return failErrno(errno, "waiting for {}", m_options.words.front());
        output = ready > 0 && events[0].revents != 0;
        errors = ready > 0 && events[1].revents != 0;
        if (output || errors)
            return {};
    }
    return fail(ErrorKind::Unavailable, "{} made no progress for {} seconds", m_options.words.front(),
                m_options.stallSeconds);
}

void Command::takeErrors()
{
    std::array<char, 1024> text;
    const ssize_t got = ::read(m_errors.get(), text.data(), text.size());
    if (got > 0)
        m_said.append(text.data(), static_cast<std::size_t>(got));
    else if (got == 0 || errno != EINTR)
        m_errors.reset(); // poll(2) passes over -1
    if (m_said.size() > 2 * keptErrors)
        m_said.erase(0, m_said.size() - keptErrors);
}

Result<std::size_t> Command::read(std::span<char> buffer)
{
    while (m_output) {
        bool output = false, errors = false;
        CHECK(wait(output, errors));
        if (errors)
            takeErrors();
        if (!output)
            continue;
        const ssize_t got = ::read(m_output.get(), buffer.data(), buffer.size());
        if (got > 0)
            return static_cast<std::size_t>(got);
        if (got < 0 && errno == EINTR)
            continue;
        m_output.reset();
    }
    return std::size_t{0};
}

Result<Command::Ended> Command::end()
{
    std::array<char, 4096> rest;
    for (std::size_t got = 1; got > 0;) {
        TRY(got, read(rest));
    }
    while (m_errors) {
        bool output = false, errors = false;
        CHECK(wait(output, errors));
        if (errors)
            takeErrors();
    }
    pollfd ended{m_pidfd.get(), POLLIN, 0};
    ::poll(&ended, 1, 10'000); // it has closed both: it is about to end
    ::kill(m_pid, SIGKILL);
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    if (m_said.size() > keptErrors)
        m_said.erase(0, m_said.size() - keptErrors);
    return Ended{WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status), m_said};
}

} // namespace quayside::build
