#include "engine/stage/init.h"

#include "engine/base/rootedpath.h"
#include "engine/isolation/cgroups/apply.h"
#include "engine/isolation/mounts/apply.h"
#include "engine/isolation/namespaces/apply.h"
#include "engine/isolation/security/apply.h"
#include "engine/stage/command.h"
#include "engine/stage/message.h"

#include <array>
#include <csignal>
#include <optional>

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::stage
{
namespace
{

using namespace isolation;

struct Context {
    const NewProcess &given;
    Fd stageFile, proc; // opened while /proc is still the host's
    Fd root;
    mounts::Terminal terminal;

    [[nodiscard]] Kernel &kernel() const { return given.kernel; }
    [[nodiscard]] const LaunchPlan &plan() const { return given.plan; }
};

Result<> closeOnExec(Context &)
{
    // The slots came through an exec themselves. Whatever the engine may have leaked goes with them.
    if (::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) < 0)
        return failErrno(errno, "marking descriptors close-on-exec");
    return {};
}

Result<> openStageFile(Context &context)
{
    if (!context.plan().process.init)
        return {};
    context.stageFile.reset(::open("/proc/self/exe", O_PATH | O_CLOEXEC));
    if (!context.stageFile)
        return failErrno(errno, "opening the stage's own file");
    return {};
}

Result<> openProc(Context &context)
{
    if (!context.plan().security.lockMounts)
        return {};
    context.proc.reset(::open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!context.proc)
        return failErrno(errno, "opening /proc");
    return {};
}

Result<> awaitIds(Context &context)
{
    return awaitProceed(context.given.link);
}

Result<> mountRoot(Context &context)
{
    TRY(context.root, mounts::mountRoot(context.kernel(), context.plan().root));
    return {};
}

Result<> openTerminal(Context &context)
{
    if (!context.plan().process.terminal)
        return {};
    TRY(context.terminal, mounts::openTerminal(context.kernel(), context.root.get(), context.plan().process));
    return mounts::mountConsole(context.kernel(), context.terminal.child.get(), context.root.get());
}

Result<> lockMounts(Context &context)
{
    if (!context.plan().security.lockMounts)
        return {};
    TRY(context.root, mounts::lockMounts(context.kernel(), context.proc.get()));
    context.proc.reset();
    return {};
}

// With the root: the stage holds it until the end is recorded. Letting go of the last reference to an overlay
// writes the whole file system below it to disk, and that would be the last thing the container's process
// does before it has ended.
Result<> sayReady(Context &context)
{
    const std::array fds{context.root.get(), context.terminal.master.get()};
    return send(context.given.link, {.kind = MessageKind::Created}, {},
                std::span(fds).first(context.terminal.master.valid() ? 2 : 1));
}

Result<> useStdio(Context &context)
{
    if (const int terminal = context.terminal.child.get(); terminal >= 0)
        return useAsStdio(terminal, terminal, terminal);
    const Stdio &stdio = context.given.stdio;
    return useAsStdio(stdio.in.get(), stdio.out.get(), stdio.error.get());
}

// What the new process does, in this order. Each line needs what is above it:
//   descriptors and our own file first, while the process is still what the stage is;
//   nothing as root of the user namespace before the stage has mapped its ids and set its limits;
//   cgroups before their namespace, which is rooted where its maker is;
//   proc and sysfs can only be mounted while the host's are in sight, so all mounts come before the pivot;
//   sysctls before /proc/sys becomes read-only, the terminal before anything could hide its devpts;
//   mounts are locked when all are made and the host's are gone;
//   the working folder after the pivot, so that it cannot be one of the host's;
//   privileges last of all (becomeCommand): everything above takes them.
struct Step {
    const char *what;
    Result<> (*apply)(Context &);
    std::optional<StepId> step = {}; // what is only between the stage and its process is none
};
constexpr Step steps[] = {
    {"closing descriptors", closeOnExec},
    {"preparing init", openStageFile},
    {"opening proc", openProc},
    {"waiting for the stage", awaitIds},
    {"entering the user namespace",
     [](Context &c) { return namespaces::becomeRoot(c.kernel(), c.plan().namespaces); },
     StepId::UserNamespace},
    {"entering cgroups", [](Context &c) { return cgroups::enter(c.kernel(), c.plan().cgroup); },
     StepId::EnterCgroups},
    {"cgroup namespace",
     [](Context &c) { return namespaces::enterCgroupNamespace(c.kernel(), c.plan().namespaces); },
     StepId::CgroupNamespace},
    {"host name", [](Context &c) { return namespaces::setNames(c.kernel(), c.plan().namespaces); },
     StepId::Names},
    {"mount namespace", [](Context &c) { return mounts::makePrivate(c.kernel()); }, StepId::PrivateMounts},
    {"root", mountRoot, StepId::Root},
    {"mounts", [](Context &c) { return mounts::mountAll(c.kernel(), c.plan().mounts, c.root.get()); },
     StepId::Mounts},
    {"sysctls", [](Context &c) { return security::writeSysctls(c.kernel(), c.plan().process, c.root.get()); },
     StepId::Sysctls},
    {"terminal", openTerminal, StepId::Terminal},
    {"hiding paths",
     [](Context &c) { return mounts::hidePaths(c.kernel(), c.plan().security, c.root.get()); },
     StepId::HiddenPaths},
    {"working folder",
     [](Context &c) {
         return makeFolders(c.kernel(), c.root.get(), c.plan().process.cwd).transform([](const Fd &) {});
     },
     StepId::WorkingFolder},
    {"changing the root",
     [](Context &c) { return mounts::pivot(c.kernel(), c.root.get(), c.plan().root.readOnly); },
     StepId::Pivot},
    {"locking the mounts", lockMounts, StepId::LockMounts},
    {"entering the working folder",
     [](Context &c) { return enterFolder(c.kernel(), c.root.get(), c.plan().process.cwd); },
     StepId::EnterFolder},
    {"standard streams", useStdio, StepId::Streams},
    {"telling the stage", sayReady},
};

// Ignored signals and the mask would go through execve: the engine ignores SIGPIPE.
void resetSignals()
{
    for (int signal = 1; signal < NSIG; ++signal)
        ::signal(signal, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

// Of a held launch: not before the stage has been told that it may.
Result<> askStage(int link, StepId step)
{
    sendPlainly(link, {.kind = MessageKind::Step, .running = static_cast<std::uint32_t>(step)});
    const std::optional<Message> message = receivePlainly(link);
    if (!message || message->kind != MessageKind::Next)
        return fail(ErrorKind::Cancelled, "the launch was given up");
    return {};
}

Result<> dropPrivileges(const LastSteps &last)
{
    const auto around = [&last](StepId step, const std::function<Result<>()> &work) {
        return last.steps != nullptr ? last.steps->run(step, work) : work();
    };
    return security::dropPrivileges(last.kernel, last.security, last.process, around);
}

// The command, found in the step that starts it. One that is not there is told at once; else the process
// waits until the network is there: of a held launch it is, or it would not have come so far.
Result<std::string> beginLast(const LastSteps &last)
{
    const bool held = last.steps != nullptr && last.steps->held();
    if (held)
        CHECK(last.steps->begin(StepId::Exec)); // it ends where the stage sees that execve has worked
    auto program = findCommand(last.process);
    if (program && !held)
        CHECK(awaitProceed(last.link));
    if (last.steps != nullptr && !held)
        CHECK(last.steps->begin(StepId::Exec));
    if (program && held)
        last.steps->note(callText(*program, last.process));
    return program;
}

[[noreturn]] void giveUp(int link, const Error &error)
{
    sendPlainly(link, failureMessage(error), error.message);
    ::_exit(1);
}

} // namespace

Result<> awaitProceed(int link)
{
    const std::optional<Message> message = receivePlainly(link);
    if (!message || message->kind != MessageKind::Proceed)
        return fail(ErrorKind::Cancelled, "the stage is gone");
    return {};
}

Result<> enterFolder(Kernel &kernel, int root, const std::string &path)
{
    TRY(const Fd folder, makeFolders(kernel, root, path));
    if (const int done = kernel.fchdir(folder.get()); done < 0)
        return failErrno(-done, "changing to the working folder {}", path);
    return {};
}

Error becomeCommand(const LastSteps &last)
{
    resetSignals();
    ::umask(static_cast<mode_t>(last.process.umask));
    ::setsid();
    if (last.process.terminal && ::ioctl(STDIN_FILENO, TIOCSCTTY, 0) < 0)
        return failErrno(errno, "taking the terminal").error();
    if (auto dropped = dropPrivileges(last); !dropped)
        return std::move(dropped).error();
    const auto program = beginLast(last);
    if (!program)
        return program.error();
    sendPlainly(last.link, {.kind = MessageKind::Started});
    if (last.process.init)
        return executeInit(last.stageFile, *program, last.process);
    return execute(*program, last.process);
}

void runInit(const NewProcess &process)
{
    Context context{process};
    Steps noted(process.notes, process.plan.hold
                                   ? [&process](StepId step) { return askStage(process.link, step); }
                                   : Steps::Ask());
    ::umask(0); // the folders and files that mounts go on have the modes that are asked for
    for (const Step &step : steps) {
        const auto apply = [&] { return step.apply(context); };
        if (auto done = step.step ? noted.run(*step.step, apply) : apply(); !done)
            giveUp(process.link, wrap(std::move(done).error(), "{}", step.what).error());
    }
    giveUp(process.link, becomeCommand({process.kernel, process.plan.security, process.plan.process,
                                        process.link, context.stageFile.get(), &noted}));
}

} // namespace quayside::stage
