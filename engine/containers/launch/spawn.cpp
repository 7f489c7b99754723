#include "engine/containers/launch/spawn.h"

#include "engine/isolation/plan/launchplan.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <format>
#include <linux/close_range.h>
#include <memory>
#include <sched.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#ifndef MFD_EXEC
#define MFD_EXEC 0x0010U
#define MFD_NOEXEC_SEAL 0x0008U
#endif

namespace quayside::containers
{

namespace
{

// What the child needs, made before the clone: it must not allocate.
struct Child {
    int stage, plan, nothing;
    const int *slots; // with room to be overwritten
    int *moved;
    int slotCount;
    char *const *argv;
    int errnum = 0; // written by the child: the memory is shared
};

// Async-signal-safe. Descriptors first move above every target, so that none is overwritten before its turn.
int placeDescriptors(Child &child)
{
    const int floor = isolation::firstSlot + child.slotCount;
    const int plan = ::fcntl(child.plan, F_DUPFD_CLOEXEC, floor);
    const int stage = ::fcntl(child.stage, F_DUPFD_CLOEXEC, floor);
    const int nothing = ::fcntl(child.nothing, F_DUPFD_CLOEXEC, floor);
    if (plan < 0 || stage < 0 || nothing < 0)
        return -1;
    for (int i = 0; i < child.slotCount; ++i)
        if ((child.moved[i] = ::fcntl(child.slots[i], F_DUPFD_CLOEXEC, floor)) < 0)
            return -1;
    for (int standard = 0; standard <= 2; ++standard)
        if (::dup2(nothing, standard) < 0)
            return -1;
    if (::dup2(plan, isolation::firstSlot - 1) < 0)
        return -1;
    for (int i = 0; i < child.slotCount; ++i)
        if (::dup2(child.moved[i], isolation::firstSlot + i) < 0)
            return -1;
    // Not every descriptor of the engine's libraries is close-on-exec.
    if (::syscall(SYS_close_range, floor, ~0U, CLOSE_RANGE_CLOEXEC) < 0)
        return -1;
    return stage;
}

int childMain(void *argument)
{
    Child &child = *static_cast<Child *>(argument);
    // Handlers of the engine's must not run here, with its memory: default actions first, then unblock. By
    // the system call itself: the C library takes a lock for SIGABRT's, and a thread that dies with a killed
    // engine while it holds that would leave this child waiting for ever, with all that the engine had open.
    const struct { // what the kernel calls sigaction: all zero is SIG_DFL
        unsigned long handler, flags, restorer, mask;
    } byDefault{};
    for (int signal = 1; signal < NSIG; ++signal)
        ::syscall(SYS_rt_sigaction, signal, &byDefault, nullptr, sizeof byDefault.mask);
    sigset_t none;
    ::sigemptyset(&none);
    const int stage = placeDescriptors(child);
    if (stage >= 0) {
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
        char *const envp[] = {nullptr};
        ::syscall(SYS_execveat, stage, "", child.argv, envp, AT_EMPTY_PATH);
    }
    child.errnum = errno;
    return 127;
}

// Blocks every signal for the calling thread: none may be handled in the child while it shares the memory.
class SignalsBlocked
{
public:
    SignalsBlocked()
    {
        sigset_t all;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &m_before);
    }
    ~SignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    SignalsBlocked(const SignalsBlocked &) = delete;
    SignalsBlocked &operator=(const SignalsBlocked &) = delete;

private:
    sigset_t m_before;
};

Result<> copyWhole(int from, int to)
{
    for (;;) {
        const auto count = ::copy_file_range(from, nullptr, to, nullptr, 1 << 20, 0);
        if (count == 0)
            return {};
        if (count < 0 && (errno == EXDEV || errno == EINVAL || errno == EOPNOTSUPP))
            break;
        if (count < 0)
            return failErrno(errno, "copying the program");
    }
    char buffer[65536];
    ssize_t count;
    while ((count = ::read(from, buffer, sizeof buffer)) > 0)
        if (::write(to, buffer, static_cast<std::size_t>(count)) != count)
            return failErrno(errno, "copying the program");
    if (count < 0)
        return failErrno(errno, "reading the program");
    return {};
}

} // namespace

Result<SealedProgram> SealedProgram::load(const std::string &path)
{
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file)
        return failErrno(errno, "opening the program {}", path);
    const std::string name = path.substr(path.rfind('/') + 1);
    Fd memory(::memfd_create(name.c_str(), MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_EXEC));
    if (!memory && errno == EINVAL) // before Linux 6.3 there is no MFD_EXEC and every memfd is executable
        memory.reset(::memfd_create(name.c_str(), MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!memory)
        return failErrno(errno, "making a memory file for the program");
    CHECK(copyWhole(file.get(), memory.get()));
    constexpr int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
    if (::fchmod(memory.get(), 0555) < 0 || ::fcntl(memory.get(), F_ADD_SEALS, seals) < 0)
        return failErrno(errno, "sealing the program");
    // A descriptor that is open for writing makes execve say ETXTBSY: what is kept is read-only.
    Fd readOnly(::open(("/proc/self/fd/" + std::to_string(memory.get())).c_str(), O_RDONLY | O_CLOEXEC));
    if (!readOnly)
        return failErrno(errno, "opening the copy of the program");
    return SealedProgram(std::move(readOnly));
}

std::string SealedProgram::path() const
{
    return std::format("/proc/{}/fd/{}", ::getpid(), m_fd.get());
}

Result<Fd> sealedFile(const char *name, std::string_view bytes)
{
    Fd file(::memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_NOEXEC_SEAL));
    if (!file && errno == EINVAL)
        file.reset(::memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!file)
        return failErrno(errno, "making a memory file");
    for (std::size_t done = 0; done < bytes.size();) {
        const auto count = ::write(file.get(), bytes.data() + done, bytes.size() - done);
        if (count < 0)
            return failErrno(errno, "writing a memory file");
        done += static_cast<std::size_t>(count);
    }
    if (::fcntl(file.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) < 0)
        return failErrno(errno, "sealing a memory file");
    if (::lseek(file.get(), 0, SEEK_SET) < 0)
        return failErrno(errno, "rewinding a memory file");
    return file;
}

Result<Spawned> spawnStage(const SealedProgram &stage, const Fd &plan, const std::vector<Fd> &slots,
                           bool exec)
{
    std::vector<std::string> words{"quayside-stage"};
    if (exec)
        words.emplace_back("exec");
    return spawnOpen(stage.fd(), plan, slots, std::move(words));
}

Result<Spawned> spawnOpen(int program, const Fd &plan, const std::vector<Fd> &slots,
                          std::vector<std::string> words)
{
    std::vector<char *> argv;
    for (auto &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    const Fd nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
    if (!nothing)
        return failErrno(errno, "opening /dev/null");
    std::vector<int> from;
    for (const auto &slot : slots)
        from.push_back(slot.get());
    std::vector<int> moved(from.size());
    Child child{program,     plan.get(),   nothing.get(),
                from.data(), moved.data(), static_cast<int>(from.size()),
                argv.data()};
    constexpr std::size_t stackBytes = 65536;
    const auto stack = std::make_unique_for_overwrite<char[]>(stackBytes);
    int pidfd = -1;
    pid_t pid;
    {
        const SignalsBlocked blocked;
        // CLONE_VFORK: this thread sleeps until the exec; the others go on.
        pid = ::clone(childMain, stack.get() + stackBytes, CLONE_VM | CLONE_VFORK | CLONE_PIDFD | SIGCHLD,
                      &child, &pidfd);
    }
    if (pid < 0)
        return failErrno(errno, "starting {}", words.front());
    Spawned spawned{pid, Fd(pidfd)};
    if (child.errnum != 0) {
        reap(spawned.pidfd);
        return failErrno(child.errnum, "starting {}", words.front());
    }
    return spawned;
}

void reap(const Fd &stagePidfd)
{
    if (!stagePidfd)
        return;
    siginfo_t ignored;
    while (::waitid(P_PIDFD, static_cast<id_t>(stagePidfd.get()), &ignored, WEXITED) < 0 && errno == EINTR) {
    }
}

} // namespace quayside::containers
