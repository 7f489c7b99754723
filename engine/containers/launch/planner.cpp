#include "engine/containers/launch/planner.h"

#include "engine/base/rootedpath.h"
#include "engine/containers/launch/command.h"
#include "engine/containers/launch/hostmodes.h"
#include "engine/containers/state/idranges.h"
#include "engine/isolation/security/prepare.h"

#include <csignal>

namespace quayside::containers
{

namespace
{

namespace security = isolation::security;

Result<std::vector<isolation::RlimitPlan>> rlimits(const api::HostConfig &host)
{
    std::vector<isolation::RlimitPlan> limits;
    for (const auto &given : host.ulimits) {
        TRY(const auto limit, security::rlimit(given.name, given.soft, given.hard));
        limits.push_back(limit);
    }
    return limits;
}

Result<isolation::ProcessPlan> processPlan(const Record &record, const ResolvedUser &user)
{
    const auto &config = record.config;
    const auto &host = record.hostConfig;
    isolation::ProcessPlan process;
    process.argv = argvOf(config);
    process.env = environmentOf(config.env, config.hostname, config.tty, user.home);
    process.cwd = config.workingDir.empty() ? "/" : cleanPath(config.workingDir);
    process.uid = user.uid;
    process.gid = user.gid;
    process.groups = user.groups;
    process.terminal = config.tty;
    if (host.consoleSize.size() == 2) {
        process.rows = static_cast<std::uint16_t>(host.consoleSize[0]);
        process.columns = static_cast<std::uint16_t>(host.consoleSize[1]);
    }
    process.openStdin = config.openStdin;
    process.stdinOnce = config.stdinOnce;
    process.init = host.init.value_or(false);
    TRY(process.stopSignal,
        config.stopSignal.empty() ? Result<int>(SIGTERM) : parseSignal(config.stopSignal));
    TRY(process.rlimits, rlimits(host));
    if (host.oomScoreAdj != 0)
        process.oomScoreAdj = static_cast<std::int32_t>(host.oomScoreAdj);
    process.sysctls = host.sysctls;
    return process;
}

Result<isolation::SecurityPlan> securityPlan(const api::HostConfig &host, std::uint64_t capabilities,
                                             isolation::Slot seccomp)
{
    isolation::SecurityPlan plan;
    security::setCapabilities(plan, capabilities);
    TRY(const auto options, securityOptions(host.securityOpt));
    plan.noNewPrivileges = options.noNewPrivileges;
    plan.seccomp = seccomp;
    plan.maskedPaths = host.maskedPaths.value_or(security::defaultMaskedPaths());
    plan.readOnlyPaths = host.readonlyPaths.value_or(security::defaultReadOnlyPaths());
    return plan;
}

isolation::NamespacePlan namespacesForExec(const api::HostConfig &host, std::uint32_t firstId)
{
    isolation::NamespacePlan plan; // New: joined
    if (usesHostUser(host))
        plan.user.mode = isolation::NamespaceMode::Host;
    else
        plan.uids = plan.gids = {{0, firstId, idsPerUser}};
    plan.pid.mode = modeOf(host.pidMode);
    plan.ipc.mode = modeOf(host.ipcMode);
    plan.uts.mode = modeOf(host.utsMode);
    plan.network.mode = modeOf(host.networkMode);
    plan.cgroup.mode = modeOf(host.cgroupnsMode);
    return plan;
}

} // namespace

Result<isolation::LaunchPlan> buildPlan(const Record &record, Prepared parts)
{
    isolation::LaunchPlan plan;
    plan.namespaces = std::move(parts.namespaces);
    plan.root = std::move(parts.root);
    plan.mounts = std::move(parts.mounts);
    plan.cgroup = std::move(parts.cgroup);
    plan.control = parts.control;
    TRY(plan.process, processPlan(record, parts.user));
    TRY(plan.security, securityPlan(record.hostConfig, parts.capabilities, parts.seccomp));
    plan.security.lockMounts = parts.lockMounts;
    TRY(const auto log, logLimits(record.hostConfig.logConfig));
    plan.record.id = record.id;
    plan.record.stateFolder = parts.stateFolder;
    plan.record.logFolder = parts.logFolder;
    plan.record.logMaxBytes = log.maxBytes;
    plan.record.logMaxFiles = log.maxFiles;
    plan.record.logCompressed = log.compressed;
    plan.record.socketPath = std::move(parts.socketPath);
    return plan;
}

Result<isolation::ExecPlan> buildExecPlan(const Record &record, const api::ExecCreateRequest &request,
                                          const PreparedExec &parts)
{
    isolation::ExecPlan plan;
    plan.target = parts.target;
    plan.namespaces = namespacesForExec(record.hostConfig, parts.firstId);
    plan.cgroup = parts.cgroup;
    plan.control = parts.control;
    plan.standardInput = parts.input;
    plan.standardOutput = parts.output;
    plan.standardError = parts.error;
    TRY(plan.process, processPlan(record, parts.user));
    auto &process = plan.process;
    process.argv = request.cmd;
    process.env = mergeEnvironment(
        environmentOf(record.config.env, record.config.hostname, request.tty, parts.user.home), request.env);
    if (!request.workingDir.empty())
        process.cwd = cleanPath(request.workingDir);
    process.terminal = request.tty;
    process.rows = static_cast<std::uint16_t>(parts.rows);
    process.columns = static_cast<std::uint16_t>(parts.columns);
    process.openStdin = request.attachStdin;
    process.stdinOnce = true;
    process.init = false;
    process.sysctls.clear(); // they are set
    TRY(plan.security, securityPlan(record.hostConfig, parts.capabilities, parts.seccomp));
    if (parts.root >= 0) {
        plan.root = parts.root;
        plan.onlooker = true;
        security::setCapabilities(plan.security, 0);
        plan.security.noNewPrivileges = true;
        process.cwd = "/";
    }
    return plan;
}

} // namespace quayside::containers
