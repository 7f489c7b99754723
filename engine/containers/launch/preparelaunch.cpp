// The engine's half of a launch: everything that the plan refers to.
#include "engine/containers/launch/etcfiles.h"
#include "engine/containers/launch/imagefiles.h"
#include "engine/containers/launch/launchguard.h"
#include "engine/containers/launch/logfolder.h"
#include "engine/isolation/mounts/prepare.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace quayside::containers
{

namespace
{

namespace spaces = isolation::namespaces;

constexpr std::size_t maxPasswdBytes = 1 << 20;

Result<Fd> openContainerFolder(const std::string &root, const std::string &id, const char *below)
{
    const std::string path = root + "/containers/" + id + below;
    Fd folder(::open(path.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder)
        return failErrno(errno, "opening {}", path);
    return folder;
}

// The pidfd says, after the namespace was opened by pid, that the pid had not been given to somebody else.
Result<spaces::Choice> join(Kernel &kernel, const JoinedProcess &process, spaces::Kind kind)
{
    TRY(auto fd, spaces::openNamespace(kernel, process.pid, kind));
    if (kernel.pidfdSendSignal(process.pidfd.get(), 0) < 0)
        return fail(ErrorKind::Conflict, "cannot join the namespaces of container {}: it has just ended",
                    process.id);
    return spaces::Choice{isolation::NamespaceMode::Join, std::move(fd)};
}

} // namespace

Result<isolation::NamespacePlan> StageLauncher::namespaces(const LaunchRequest &request,
                                                           isolation::Slots &slots)
{
    const auto &record = request.record;
    spaces::Request wanted{.firstId = request.firstId,
                           .hostname = record.config.hostname,
                           .domainname = record.config.domainname};
    struct Shared {
        const std::optional<JoinedProcess> &process;
        spaces::Kind kind;
        spaces::Choice &choice;
    };
    for (const auto &[process, kind, choice] :
         {Shared{request.network, spaces::Kind::Network, wanted.network},
          Shared{request.ipc, spaces::Kind::Ipc, wanted.ipc},
          Shared{request.pid, spaces::Kind::Pid, wanted.pid}}) {
        if (!process)
            continue;
        TRY(choice, join(m_kernel, *process, kind));
        TRY(wanted.user, join(m_kernel, *process, spaces::Kind::User));
    }
    if (record.hostConfig.networkMode == "host")
        wanted.network.mode = isolation::NamespaceMode::Host;
    return spaces::prepare(std::move(wanted), slots);
}

Result<std::vector<isolation::MountPlan>> StageLauncher::mounts(const LaunchRequest &request,
                                                                const Fd &folder, Launch &launch,
                                                                const storage::RootSource &root)
{
    const auto &record = request.record;
    const auto &host = record.hostConfig;
    auto plans = isolation::mounts::defaultMounts({.ownNetwork = host.networkMode != "host",
                                                   .cgroupOptions = m_cgroups->mountOptions(),
                                                   .shmBytes = static_cast<std::uint64_t>(host.shmSize),
                                                   .privileged = host.privileged});
    if (host.ipcMode == "none")
        std::erase_if(plans, [](const isolation::MountPlan &plan) { return plan.target == "/dev/shm"; });
    if (request.network) { // who shares the network shares its names
        TRY(const Fd theirs, openContainerFolder(m_options.root, request.network->id, ""));
        CHECK(m_sources.prepareEtcFiles(theirs, request.firstId, launch.slots, plans));
    } else {
        const bool usesHost = host.networkMode == "host";
        auto files =
            etcFiles(record, request.endpoints, usesHost ? hostFile("/etc/hosts") : "", request.nameServers);
        if (usesHost && host.dns.empty() && host.dnsSearch.empty() && host.dnsOptions.empty())
            files.resolvConf = hostFile("/etc/resolv.conf");
        CHECK(writeEtcFiles(folder, files));
        CHECK(m_sources.prepareEtcFiles(folder, request.firstId, launch.slots, plans));
    }
    CHECK(m_sources.prepare(record, request.firstId, root, launch.slots, plans, launch.warnings));
    return plans;
}

Result<isolation::Slot> StageLauncher::seccomp(const api::HostConfig &host, std::uint64_t capabilities,
                                               bool privileged, isolation::Slots &slots)
{
    TRY(const auto options, securityOptions(host.securityOpt));
    if (privileged || options.unconfinedSeccomp)
        return -1;
    TRY(Fd program, options.seccompProfile.empty() ? m_seccomp.standard(capabilities)
                                                   : m_seccomp.custom(options.seccompProfile, capabilities));
    return slots.add(std::move(program));
}

Result<ResolvedUser> StageLauncher::userOf(const Record &record, const storage::RootSource &root)
{
    // A container that has not run has its image's passwd: exit and start leave traces in upper/.
    struct stat changed{};
    const bool touched = ::fstatat(root.upper.get(), "upper/etc", &changed, AT_SYMLINK_NOFOLLOW) == 0;
    std::string key = record.imageId + '\n' + record.config.user;
    for (const auto &group : record.hostConfig.groupAdd)
        key += '\n' + group;
    if (!touched)
        if (const auto known = m_users.find(key))
            return *known;
    TRY(const Fd merged, openMergedRoot(m_kernel, root));
    TRY(const auto passwd, readInRoot(m_kernel, merged, "/etc/passwd", maxPasswdBytes));
    TRY(const auto group, readInRoot(m_kernel, merged, "/etc/group", maxPasswdBytes));
    TRY(auto user,
        resolveUser(record.config.user, record.hostConfig.groupAdd, passwd.value_or(""), group.value_or("")));
    if (!touched)
        m_users.add(key, user);
    return user;
}

Result<isolation::LaunchPlan> StageLauncher::prepare(const LaunchRequest &request, Launch &launch)
{
    const auto &record = request.record;
    const auto &host = record.hostConfig;
    Prepared parts;
    TRY(const auto root, m_layers.openRoot(record.id, record.layers));
    TRY(Fd folder, openContainerFolder(m_options.root, record.id, ""));
    TRY(Fd log, openLogFolder(m_options, record.id, host.logConfig));
    TRY(parts.user, userOf(record, root));
    TRY(const int idMap, m_idMaps.forContainer(request.firstId));
    TRY(parts.root, isolation::mounts::prepareRoot(m_kernel, root.lower, root.upper, idMap,
                                                   host.readonlyRootfs, launch.slots));
    TRY(parts.mounts, mounts(request, folder, launch, root));
    TRY(parts.namespaces, namespaces(request, launch.slots));
    TRY(parts.capabilities, isolation::security::capabilities(host.capAdd, host.capDrop, host.privileged));
    TRY(parts.seccomp, seccomp(host, parts.capabilities, host.privileged, launch.slots));
    TRY(parts.cgroup, m_cgroups->create(record.id, limitsOf(host), launch.slots, launch.warnings));
    launch.cgroup = true;
    const std::string runPath = runFolder(record.id);
    if (::mkdir(runPath.c_str(), 0700) < 0 && errno != EEXIST)
        return failErrno(errno, "making {}", runPath);
    launch.runFolder = runPath;
    ::unlink(socketPath(record.id).c_str()); // of a run whose end nobody saw
    int pair[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0)
        return failErrno(errno, "making a socket for the stage");
    launch.control.reset(pair[0]);
    parts.control = launch.slots.add(Fd(pair[1]));
    parts.stateFolder = launch.slots.add(std::move(folder));
    parts.logFolder = launch.slots.add(std::move(log));
    parts.socketPath = socketPath(record.id);
    return buildPlan(record, std::move(parts));
}

} // namespace quayside::containers
