// One more command in a running container.
#include "engine/isolation/cgroups/apply.h"
#include "engine/isolation/mounts/apply.h"
#include "engine/isolation/namespaces/apply.h"
#include "engine/isolation/security/apply.h"
#include "engine/stage/init.h"
#include "engine/stage/launch.h"
#include "engine/stage/message.h"

#include <array>

#include <fcntl.h>
#include <linux/close_range.h>
#include <linux/sched.h>
#include <poll.h>
#include <sys/mount.h>
#include <unistd.h>

namespace quayside::stage
{
namespace
{

using namespace isolation;

int descriptorOf(Slot slot)
{
    return slot < 0 ? -1 : firstSlot + slot;
}

Result<> useSlots(const ExecPlan &plan)
{
    const Fd null(::open("/dev/null", O_RDWR | O_CLOEXEC)); // opened before the namespaces are joined
    if (!null)
        return failErrno(errno, "opening /dev/null");
    const auto orNull = [&](Slot slot) { return slot < 0 ? null.get() : descriptorOf(slot); };
    return useAsStdio(orNull(plan.standardInput), orNull(plan.standardOutput), orNull(plan.standardError));
}

// The container's devpts is found as its processes find it, so that ttyname(3) works inside.
Result<> useTerminal(Kernel &kernel, const ExecPlan &plan, int root, const mounts::Terminal &outer, int link)
{
    mounts::Terminal own;
    if (!outer.child) {
        TRY(own, mounts::openTerminal(kernel, root, plan.process));
    }
    const mounts::Terminal &terminal = outer.child ? outer : own;
    CHECK(useAsStdio(terminal.child.get(), terminal.child.get(), terminal.child.get()));
    const std::array fds{terminal.master.get()};
    return send(link, {.kind = MessageKind::Created}, {}, fds);
}

// In a container whose launch is held before it has changed its root: what its process sees, in a copy of its
// mounts, where nothing can be written and no file gives rights (ADR 34).
Result<> lookOn(Kernel &kernel, const ExecPlan &plan)
{
    if (!plan.onlooker)
        return {};
    // First the root: a copy of the mounts takes the place of the one in it.
    if (const int done = kernel.fchdir(descriptorOf(plan.root)); done < 0)
        return failErrno(-done, "entering the root of the held process");
    if (::chroot(".") < 0)
        return failErrno(errno, "taking the root of the held process");
    if (const int done = kernel.unshare(CLONE_NEWNS); done < 0)
        return failErrno(-done, "copying the mounts");
    const Fd root(::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC));
    const Kernel::MountAttributes readOnly{.set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID};
    if (const int done = kernel.mountSetattr(root.get(), true, readOnly); done < 0)
        return failErrno(-done, "making the mounts read-only");
    return {};
}

Result<> prepareInside(Kernel &kernel, const ExecPlan &plan, const mounts::Terminal &outer, int link)
{
    if (::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) < 0)
        return failErrno(errno, "marking descriptors close-on-exec");
    CHECK(awaitProceed(link));
    CHECK(lookOn(kernel, plan));
    const Fd root(::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC)); // setns made it the container's
    if (!root)
        return failErrno(errno, "opening the container's root");
    if (plan.process.terminal)
        CHECK(useTerminal(kernel, plan, root.get(), outer, link));
    CHECK(enterFolder(kernel, root.get(), plan.process.cwd));
    return plan.process.terminal ? Result<>{} : send(link, {.kind = MessageKind::Created});
}

[[noreturn]] void runExec(Kernel &kernel, const ExecPlan &plan, const mounts::Terminal &outer, int link)
{
    auto done = prepareInside(kernel, plan, outer, link);
    const Error error =
        done ? becomeCommand({kernel, plan.security, plan.process, link}) : std::move(done).error();
    sendPlainly(link, failureMessage(error), error.message);
    ::_exit(1);
}

// In the child that joins. `outer`: a terminal of the host's, where the container has none yet.
Result<> joinTarget(Kernel &kernel, const ExecPlan &plan, mounts::Terminal &outer)
{
    if (!plan.process.terminal) {
        CHECK(useSlots(plan));
    } else if (plan.onlooker) {
        const Fd root(::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC));
        TRY(outer, mounts::openTerminal(kernel, root.get(), plan.process));
    }
    CHECK(namespaces::joinProcess(kernel, descriptorOf(plan.target), plan.namespaces));
    return namespaces::becomeRoot(kernel, plan.namespaces);
}

Result<> follow(Progress &progress, const Link &link)
{
    for (bool proceeded = false; !progress.running();) {
        CHECK(progress.receive());
        if (progress.ready() && !proceeded)
            CHECK(sayProceed(link));
        proceeded = progress.ready();
    }
    return {};
}

} // namespace

Result<Running> launchExec(Kernel &kernel, const ExecPlan &plan)
{
    TRY(Link link, makeLink());
    mounts::Terminal outer; // of the child's memory, which the process that it makes has a copy of
    const BirthOptions birth{0, plan.cgroup, [&] { return joinTarget(kernel, plan, outer); }};
    TRY(Cloned process, makeProcess(kernel, birth, link));
    if (process.pid == 0)
        runExec(kernel, plan, outer, link.child.get());
    Child child(kernel, std::move(process));
    link.child.reset();
    Running running;
    CHECK(security::setLimits(kernel, child.pid(), plan.process, running.warnings));
    CHECK(sayProceed(link));
    Progress progress(child, link.stage.get());
    CHECK(follow(progress, link));
    running.startedNs = nowNs();
    running.startTime = startTimeOf(child.pid());
    if (std::vector<Fd> descriptors = progress.takeDescriptors(); !descriptors.empty())
        running.terminal = std::move(descriptors[0]);
    running.process = child.take();
    return running;
}

} // namespace quayside::stage
