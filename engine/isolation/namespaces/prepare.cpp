#include "engine/isolation/namespaces/prepare.h"

#include "engine/isolation/namespaces/apply.h"

#include <limits>

#include <csignal>
#include <fcntl.h>
#include <linux/sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quayside::isolation::namespaces
{
namespace
{

constexpr std::uint32_t idsOfContainer = 65536;
constexpr std::size_t maxHostname = 64; // __NEW_UTS_LEN

Result<NamespaceChoice> take(Choice choice, const char *name, Slots &slots)
{
    if (choice.mode != NamespaceMode::Join)
        return NamespaceChoice{choice.mode, -1};
    if (!choice.join)
        return fail(ErrorKind::InvalidArgument, "the {} namespace to be joined was not opened", name);
    return NamespaceChoice{choice.mode, slots.add(std::move(choice.join))};
}

Result<> checkRange(std::uint32_t firstId)
{
    // (uid_t)-1 is no id; below 65,536 are the host's own users.
    if (firstId < idsOfContainer || firstId > std::numeric_limits<std::uint32_t>::max() - idsOfContainer)
        return fail(ErrorKind::InvalidArgument,
                    "a container's ids cannot start at {}: from {} up to {} they can", firstId,
                    idsOfContainer, std::numeric_limits<std::uint32_t>::max() - idsOfContainer);
    return {};
}

// A child that only holds a new user namespace; ended and reaped with this object.
class Holder
{
public:
    Holder(Kernel &kernel, Cloned child) : m_kernel(kernel), m_child(std::move(child)) {}
    Holder(const Holder &) = delete;
    Holder &operator=(const Holder &) = delete;
    ~Holder()
    {
        m_kernel.pidfdSendSignal(m_child.pidfd.get(), SIGKILL);
        siginfo_t info{};
        while (::waitid(P_PIDFD, static_cast<id_t>(m_child.pidfd.get()), &info, WEXITED | __WALL) < 0 &&
               errno == EINTR) {
        }
    }
    [[nodiscard]] pid_t pid() const { return m_child.pid; }

private:
    Kernel &m_kernel;
    Cloned m_child;
};

[[noreturn]] void hold(pid_t engine)
{
    // The engine has threads: nothing but system calls here. It must not outlive an engine that is killed,
    // which may have happened before the first of them; and the engine's lock and sockets are not for it to
    // keep.
    ::syscall(SYS_close_range, 0, ~0U, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != engine)
        ::_exit(0);
    for (;;)
        ::pause();
}

Result<Fd> makeIdMap(Kernel &kernel, const std::vector<IdRange> &uids, const std::vector<IdRange> &gids)
{
    const pid_t engine = ::getpid();
    TRY(Cloned child, kernel.clone3({.flags = CLONE_NEWUSER, .exitSignal = 0}));
    if (child.pid == 0)
        hold(engine);
    const Holder holder(kernel, std::move(child));
    NamespacePlan plan;
    plan.uids = uids;
    plan.gids = gids;
    CHECK(writeMaps(kernel, holder.pid(), plan));
    return openNamespace(kernel, holder.pid(), Kind::User);
}

} // namespace

Result<Fd> openNamespace(Kernel &kernel, std::int32_t pid, Kind kind)
{
    static constexpr const char *names[] = {"user", "pid", "ipc", "uts", "net", "cgroup"};
    const std::string path = std::format("/proc/{}/ns/{}", pid, names[static_cast<std::size_t>(kind)]);
    const int fd = kernel.openat2(AT_FDCWD, path.c_str(), {O_RDONLY, 0, 0});
    if (fd < 0)
        return failErrno(-fd, "opening {}", path);
    return Fd(fd);
}

Result<NamespacePlan> prepare(Request request, Slots &slots)
{
    NamespacePlan plan;
    if (request.hostname.size() > maxHostname || request.domainname.size() > maxHostname)
        return fail(ErrorKind::InvalidArgument, "host and domain name may have at most {} characters",
                    maxHostname);
    if (request.user.mode != NamespaceMode::Host) {
        CHECK(checkRange(request.firstId));
        plan.uids = plan.gids = {{0, request.firstId, idsOfContainer}};
    }
    TRY(plan.user, take(std::move(request.user), "user", slots));
    TRY(plan.pid, take(std::move(request.pid), "pid", slots));
    TRY(plan.ipc, take(std::move(request.ipc), "ipc", slots));
    TRY(plan.uts, take(std::move(request.uts), "uts", slots));
    TRY(plan.network, take(std::move(request.network), "network", slots));
    TRY(plan.cgroup, take(std::move(request.cgroup), "cgroup", slots));
    plan.hostname = std::move(request.hostname);
    plan.domainname = std::move(request.domainname);
    return plan;
}

Result<int> IdMaps::get(const std::vector<IdRange> &uids, const std::vector<IdRange> &gids)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &entry : m_entries) {
        if (entry->uids == uids && entry->gids == gids)
            return entry->fd.get();
    }
    auto made = makeIdMap(m_kernel, uids, gids);
    if (!made)
        return wrap(std::move(made).error(), "making an id map");
    m_entries.push_back(std::make_unique<Entry>(Entry{uids, gids, std::move(*made)}));
    return m_entries.back()->fd.get();
}

Result<int> IdMaps::forContainer(std::uint32_t firstId)
{
    if (firstId == 0)
        return -1;
    CHECK(checkRange(firstId));
    const std::vector<IdRange> range{{0, firstId, idsOfContainer}};
    return get(range, range);
}

Result<int> IdMaps::forCaller(std::uint32_t firstId, std::uint32_t uid, std::uint32_t gid)
{
    CHECK(checkRange(firstId));
    return get({{uid, firstId, 1}}, {{gid, firstId, 1}});
}

} // namespace quayside::isolation::namespaces
