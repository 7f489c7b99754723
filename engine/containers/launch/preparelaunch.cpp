// The engine's half of a launch: everything that the plan refers to.
#include "engine/containers/devices/devices.h"
#include "engine/containers/launch/etcfiles.h"
#include "engine/containers/launch/hostmodes.h"
#include "engine/containers/launch/imagefiles.h"
#include "engine/containers/launch/launchguard.h"
#include "engine/containers/launch/logfolder.h"
#include "engine/containers/launch/mountpoints.h"
#include "engine/containers/launch/sharedmemory.h"
#include "engine/isolation/mounts/prepare.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

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

// Somebody inside, or in the user namespace that is joined, may mount.
bool isExposed(const LaunchRequest &request)
{
    const auto joinsLab = [](const std::optional<JoinedProcess> &joined) { return joined && joined->lab; };
    return isLab(request.record.hostConfig) || joinsLab(request.network) || joinsLab(request.ipc) ||
           joinsLab(request.pid);
}

} // namespace

Result<isolation::NamespacePlan> StageLauncher::namespaces(const LaunchRequest &request,
                                                           isolation::Slots &slots)
{
    const auto &record = request.record;
    const auto &host = record.hostConfig;
    const bool hostUser = usesHostUser(host);
    spaces::Request wanted{.firstId = request.firstId,
                           .hostname = record.config.hostname,
                           .domainname = record.config.domainname};
    wanted.user.mode = hostUser ? isolation::NamespaceMode::Host : isolation::NamespaceMode::New;
    wanted.pid.mode = modeOf(host.pidMode);
    wanted.ipc.mode = modeOf(host.ipcMode);
    wanted.uts.mode = modeOf(host.utsMode);
    wanted.network.mode = modeOf(host.networkMode);
    wanted.cgroup.mode = modeOf(host.cgroupnsMode);
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
        if (!hostUser) { // root of the host has its rights over them all
            TRY(wanted.user, join(m_kernel, *process, spaces::Kind::User));
        }
    }
    return spaces::prepare(std::move(wanted), slots);
}

Result<std::vector<isolation::MountPlan>> StageLauncher::mounts(const LaunchRequest &request,
                                                                const Fd &folder, Launch &launch,
                                                                const storage::RootSource &root)
{
    const auto &record = request.record;
    const auto &host = record.hostConfig;
    auto plans = isolation::mounts::defaultMounts({.ownUser = !usesHostUser(host),
                                                   .ownPid = host.pidMode != "host",
                                                   .ownIpc = host.ipcMode != "host",
                                                   .ownNetwork = host.networkMode != "host",
                                                   .ownCgroup = host.cgroupnsMode != "host",
                                                   .cgroupOptions = m_cgroups->mountOptions(),
                                                   .shmBytes = static_cast<std::uint64_t>(host.shmSize),
                                                   .privileged = host.privileged,
                                                   .lab = isLab(host)});
    std::erase_if(plans, [&](const isolation::MountPlan &plan) {
        const bool notThere = plan.source == "/dev/mqueue" && ::access("/dev/mqueue", F_OK) != 0;
        return notThere || (plan.target == "/dev/shm" && host.ipcMode == "none");
    });
    if (request.ipc) {
        TRY(Fd shared, sharedMemoryOf(m_kernel, request.ipc->pidfd));
        isolation::mounts::addMount(plans, {.kind = isolation::MountKind::Bind,
                                            .target = "/dev/shm",
                                            .slot = launch.slots.add(std::move(shared)),
                                            .flags = MS_NOSUID | MS_NODEV | MS_NOEXEC});
    }
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
    CHECK(m_sources.prepareStep(request.stepMounts, request.firstId, launch.slots, plans));
    return plans;
}

Result<isolation::Slot> StageLauncher::seccomp(const api::HostConfig &host, std::uint64_t capabilities,
                                               bool privileged, isolation::Slots &slots)
{
    TRY(const auto options, securityOptions(host.securityOpt));
    if (privileged || options.unconfinedSeccomp)
        return -1;
    if (options.lab) {
        // What its capabilities would open besides (bpf and the like) stays closed.
        TRY(Fd program, m_seccomp.standard(capabilities & ~isolation::security::labCapabilities(),
                                           isolation::security::Standard::Lab));
        return slots.add(std::move(program));
    }
    TRY(Fd program, options.seccompProfile.empty() ? m_seccomp.standard(capabilities)
                                                   : m_seccomp.custom(options.seccompProfile, capabilities));
    return slots.add(std::move(program));
}

// In a user namespace of its own a container may have them all; in the host's only what the engine has itself
// (inside a machine container not all of them).
Result<std::uint64_t> StageLauncher::capabilities(const api::HostConfig &host, bool privileged,
                                                  std::vector<std::string> *warnings)
{
    namespace security = isolation::security;
    TRY(auto wanted, security::capabilities(host.capAdd, host.capDrop, privileged));
    if (isLab(host)) {
        TRY(const auto notDropped, security::capabilities({"ALL"}, host.capDrop, false));
        wanted |= security::labCapabilities() & notDropped;
    }
    if (!usesHostUser(host))
        return wanted;
    const auto held = security::heldCapabilities();
    if (warnings)
        for (const auto &name : security::capabilityNames(wanted & ~held))
            warnings->push_back(name + " is not given: the engine does not have it on this machine");
    return wanted & held;
}

// Nodes as mounts of the launch, and what the device list must allow for them.
Result<isolation::cgroups::Limits> StageLauncher::devicesAndLimits(const LaunchRequest &request,
                                                                   Launch &launch,
                                                                   std::vector<isolation::MountPlan> &mounts)
{
    const auto &host = request.record.hostConfig;
    auto limits = limitsOf(host);
    CHECK(addBlockLimits(host, limits));
    TRY(auto nodes, findDevices(host.devices));
    if (host.privileged && usesHostUser(host)) {
        auto all = hostDevices();
        std::ranges::move(nodes, std::back_inserter(all));
        nodes = std::move(all);
        limits.devices.reset();
    }
    if (limits.devices)
        std::ranges::transform(nodes, std::back_inserter(*limits.devices), ruleOf);
    CHECK(addDeviceMounts(m_kernel, nodes, deviceFolder(request.record.id), request.firstId, launch.slots,
                          mounts));
    return limits;
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

Result<> StageLauncher::makeCgroup(const LaunchRequest &request, Launch &launch,
                                   const isolation::cgroups::Limits &limits, Prepared &parts)
{
    const auto &record = request.record;
    if (request.observer.holds()) { // what is to come can be looked at before the first of it is done
        Prepared draft = parts;
        if (m_cgroups->version() == 1)
            draft.cgroup.v1 = {0};
        TRY(const auto plan, buildPlan(record, std::move(draft)));
        request.observer.planned(plan);
    }
    return request.observer.around(isolation::StepId::Cgroup, [&]() -> Result<> {
        if (const auto &parent = record.hostConfig.cgroupParent; !parent.empty())
            CHECK(m_cgroups->place(record.id, parent, record.owner.uid));
        TRY(parts.cgroup, m_cgroups->create(record.id, limits, launch.slots, launch.warnings));
        launch.cgroup = true;
        return {};
    });
}

Result<isolation::LaunchPlan> StageLauncher::prepare(const LaunchRequest &request, Launch &launch)
{
    const auto &record = request.record;
    const auto &host = record.hostConfig;
    Prepared parts;
    TRY(auto root, m_layers.openRoot(record.id, record.layers));
    addMountPoints(m_kernel, m_layers, record.layers, root);
    TRY(Fd folder, openContainerFolder(m_options.root, record.id, ""));
    TRY(Fd log, openLogFolder(m_options, record.id, host.logConfig));
    TRY(parts.user, userOf(record, root));
    TRY(const int idMap, m_idMaps.forContainer(request.firstId));
    TRY(parts.root, isolation::mounts::prepareRoot(m_kernel, root.lower, root.upper, idMap,
                                                   host.readonlyRootfs, launch.slots));
    TRY(parts.mounts, mounts(request, folder, launch, root));
    TRY(parts.namespaces, namespaces(request, launch.slots));
    TRY(parts.capabilities, capabilities(host, host.privileged, &launch.warnings));
    TRY(parts.seccomp, seccomp(host, parts.capabilities, host.privileged, launch.slots));
    const std::string runPath = runFolder(record.id);
    if (::mkdir(runPath.c_str(), 0700) < 0 && errno != EEXIST)
        return failErrno(errno, "making {}", runPath);
    launch.runFolder = runPath;
    TRY(const auto limits, devicesAndLimits(request, launch, parts.mounts));
    CHECK(makeCgroup(request, launch, limits, parts));
    ::unlink(socketPath(record.id).c_str()); // of a run whose end nobody saw
    int pair[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0)
        return failErrno(errno, "making a socket for the stage");
    launch.control.reset(pair[0]);
    parts.control = launch.slots.add(Fd(pair[1]));
    parts.stateFolder = launch.slots.add(std::move(folder));
    parts.logFolder = launch.slots.add(std::move(log));
    parts.socketPath = socketPath(record.id);
    parts.lockMounts = isExposed(request);
    return buildPlan(record, std::move(parts));
}

} // namespace quayside::containers
