#include "engine/containers/xray/observer.h"

#include "engine/containers/state/times.h"
#include "engine/networks/names.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/utsname.h>

namespace quayside::containers
{

namespace
{

api::Xray begun()
{
    utsname names{};
    ::uname(&names);
    return {.kernel = names.release, .read = rfc3339(nowNs())};
}

Result<Fd> openProc(const char *path)
{
    Fd folder(::open(path, O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return failErrno(errno, "opening {}", path);
    return folder;
}

bool joinsOthers(const api::HostConfig &host)
{
    return host.networkMode.starts_with("container:") || host.ipcMode.starts_with("container:") ||
           host.pidMode.starts_with("container:");
}

// A part that could not be read is missing, and said to be; the others are shown.
template <typename T>
void take(api::Xray &xray, Result<T> part, T &to)
{
    if (part)
        to = *std::move(part);
    else
        xray.problems.push_back(std::move(part).error().message);
}

} // namespace

// The folder in /proc is opened, and then the pidfd is asked: it lived, so the number was its own.
Result<Subject> Observer::open(const ContainerPtr &container) const
{
    Record record;
    RunState state;
    bool held, pivoted;
    {
        const std::scoped_lock lock(container->mutex);
        if (container->launching && container->held.pid == 0)
            return fail(
                ErrorKind::Conflict,
                "the launch of container {} is held, and it has no process yet: take it on to the step after "
                "\"clone\"",
                container->record.name);
        if (!container->runs() && !container->launching)
            return fail(ErrorKind::Conflict,
                        "container {} is not running: there are no processes to look into. Start it first",
                        container->record.name);
        record = container->record;
        state = container->state;
        held = container->launching;
        pivoted = container->held.pivoted;
        if (held)
            state.pid = container->held.pid;
    }
    TRY(auto subject, openSubject(state.pid));
    const std::scoped_lock lock(container->mutex);
    const Fd &process = held ? container->held.process : container->run.process;
    const std::int32_t pid = held ? container->held.pid : container->state.pid;
    if (pid != state.pid || systemKernel().pidfdSendSignal(process.get(), 0) < 0)
        return fail(ErrorKind::Conflict, "container {} has just ended", record.name);
    subject.record = std::move(record);
    subject.state = std::move(state);
    subject.held = held;
    subject.outside = held && !pivoted;
    return subject;
}

Result<> Observer::readParts(const Subject &subject, const Fd &folder, api::Xray &xray) const
{
    TRY(const Fd self, openProc("/proc/self"));
    xray.namespaces = readNamespaces(subject, self);
    take(xray, readHostName(subject), xray.hostName);
    TRY(auto pids, m_host.launcher.cgroups().processes(subject.record.id));
    if (subject.held && !std::ranges::contains(pids, subject.pid)) // it has not moved there yet
        pids.push_back(subject.pid);
    xray.processCount = static_cast<std::int64_t>(pids.size());
    xray.processes = readProcesses(subject, pids);
    // A number that was given anew between the list and the reading may be a stranger's: it is not in the
    // container's list now.
    TRY(auto still, m_host.launcher.cgroups().processes(subject.record.id));
    std::ranges::sort(still);
    std::erase_if(xray.processes, [&](const api::XrayProcess &process) {
        return process.role != "stage" && process.pid != subject.pid &&
               !std::ranges::binary_search(still, process.pid);
    });
    addNested(xray.processes, xray.namespaces);
    take(xray, readCgroup(subject), xray.cgroup);
    xray.layers = readLayers(subject, m_host.layers, m_host.images);
    xray.mounts = readMounts(subject);
    if (subject.outside) // these are the host's: where the engine keeps what is no business of this user
        std::erase_if(xray.mounts, [this](const api::XrayMount &mount) {
            return mount.target.starts_with(m_host.root + "/");
        });
    xray.security = readSecurity(subject, xray.mounts, m_refusals);
    Fd copy(::fcntl(folder.get(), F_DUPFD_CLOEXEC, 0));
    take(xray,
         readNetwork(subject, xray.processes, networks::namesFor(m_host.root).table,
                     std::optional(std::move(copy))),
         xray.network);
    return {};
}

// Only a container that joins another shares anything with it.
void Observer::addSharers(const Peer &peer, const Subject &subject, api::Xray &xray) const
{
    const bool joins = joinsOthers(subject.record.hostConfig);
    for (const auto &other : m_host.index.all()) {
        std::int32_t pid = 0;
        std::string name;
        {
            const std::scoped_lock lock(other->mutex);
            const bool visible = peer.uid == 0 || peer.uid == other->record.owner.uid;
            if (other->id == subject.record.id || !other->runs() || !visible ||
                (!joins && !joinsOthers(other->record.hostConfig)))
                continue;
            pid = other->state.pid;
            name = other->record.name;
        }
        const auto process = openSubject(pid);
        if (!process)
            continue;
        for (auto &space : xray.namespaces)
            if (space.sharing != "host" && space.inode != 0 &&
                namespaceInode(process->proc, space.type.c_str()) ==
                    static_cast<std::uint64_t>(space.inode)) {
                space.sharing = "containers";
                space.sharedWith.push_back(name);
            }
    }
}

Result<api::Xray> Observer::ofContainer(const Peer &peer, const std::string &ref, const std::string &file)
{
    TRY(const auto container, m_host.index.find(peer, ref, Right::Use));
    TRY(const auto subject, open(container));
    auto xray = begun();
    xray.id = subject.record.id;
    xray.name = subject.record.name;
    TRY(const Fd folder, openProc((m_host.root + "/containers/" + subject.record.id).c_str()));
    CHECK(readParts(subject, folder, xray));
    addSharers(peer, subject, xray);
    if (!file.empty()) {
        TRY(xray.file, readOrigin(subject, m_host.layers, folder, xray.mounts, file));
    }
    if (!readText(subject.proc, "stat"))
        return fail(ErrorKind::Conflict, "container {} has just ended", subject.record.name);
    return xray;
}

// What may be done is process 1's; the namespaces are the engine's own, which containers are compared with.
// What other users run is not told.
Result<api::Xray> Observer::ofHost(const Peer &peer)
{
    TRY(auto subject, openSubject(1));
    subject.host = true;
    TRY(auto engine, openSubject(::getpid()));
    engine.host = true;
    auto xray = begun();
    TRY(const Fd self, openProc("/proc/self"));
    xray.namespaces = readNamespaces(engine, self);
    take(xray, readHostName(engine), xray.hostName);
    xray.processes = readHostProcesses(subject, peer.uid, xray.processCount);
    take(xray, readCgroup(engine), xray.cgroup);
    xray.security = readSecurity(subject, {}, m_refusals);
    take(xray, readNetwork(engine, {}, networks::namesFor(m_host.root).table, std::nullopt), xray.network);
    xray.mounts = peer.uid == 0 ? readMounts(engine) : readPeerMounts(peer.pid, peer.uid);
    return xray;
}

} // namespace quayside::containers
