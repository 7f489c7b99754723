#include "engine/stage/birth.h"

#include "engine/isolation/cgroups/apply.h"
#include "engine/stage/message.h"

#include <array>

#include <linux/sched.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quayside::stage
{
namespace
{

// In the child that joins. Returns only in the process that it makes.
Cloned joinAndMake(Kernel &kernel, const BirthOptions &options, const Link &link)
{
    // Before joining: a cgroup lets nobody in who is only root of a user namespace.
    auto done = isolation::cgroups::enter(kernel, options.cgroup);
    if (done)
        done = options.join();
    if (!done) {
        sendPlainly(link.child.get(), failureMessage(done.error()), done.error().message);
        ::_exit(1);
    }
    auto made = kernel.clone3({.flags = options.cloneFlags | CLONE_PARENT, .exitSignal = 0});
    if (made && made->pid == 0)
        return std::move(*made);
    if (made) {
        const std::array fds{made->pidfd.get()};
        made =
            send(link.child.get(), {.kind = MessageKind::Created, .pid = made->pid}, {}, fds).transform([] {
                return Cloned{};
            });
    }
    if (!made)
        sendPlainly(link.child.get(), failureMessage(made.error()), made.error().message);
    ::_exit(made ? 0 : 1);
}

Result<Cloned> receiveMade(const Link &link)
{
    TRY(std::optional<Packet> packet, receive(link.stage.get()));
    if (packet && packet->message.kind == MessageKind::Failed)
        return std::unexpected(failureOf(*packet));
    if (!packet || packet->message.kind != MessageKind::Created || packet->fds.size() != 1)
        return fail(ErrorKind::Internal, "the process that joins the namespaces ended without a word");
    return Cloned{packet->message.pid, std::move(packet->fds[0])};
}

Result<> say(const Link &link, MessageKind kind)
{
    const auto said = send(link.stage.get(), {.kind = kind});
    return said || said.error().kind == ErrorKind::Cancelled ? Result<>{} : said;
}

} // namespace

int cgroupDescriptor(const isolation::CgroupPlan &plan)
{
    return plan.v2 < 0 ? -1 : isolation::firstSlot + plan.v2;
}

Result<Link> makeLink()
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0)
        return failErrno(errno, "making a socket pair");
    return Link{Fd(ends[0]), Fd(ends[1])};
}

Result<> sayProceed(const Link &link)
{
    return say(link, MessageKind::Proceed);
}

Result<> sayNext(const Link &link)
{
    return say(link, MessageKind::Next);
}

Result<Cloned> makeProcess(Kernel &kernel, const BirthOptions &options, const Link &link)
{
    const int cgroup = cgroupDescriptor(options.cgroup);
    if (!options.join)
        return kernel.clone3({.flags = options.cloneFlags, .cgroup = cgroup});
    TRY(const Cloned joiner, kernel.clone3({.cgroup = cgroup}));
    if (joiner.pid == 0)
        return joinAndMake(kernel, options, link);
    auto made = receiveMade(link);
    siginfo_t info{};
    while (::waitid(P_PIDFD, static_cast<id_t>(joiner.pidfd.get()), &info, WEXITED) < 0 && errno == EINTR) {
    }
    return made;
}

} // namespace quayside::stage
