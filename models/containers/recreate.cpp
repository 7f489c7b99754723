#include "models/containers/recreate.h"

#include "models/common/shellwords.h"

#include <algorithm>

namespace quayside::models
{

namespace
{

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QStringList list(const std::vector<std::string> &values)
{
    QStringList strings;
    for (const std::string &value : values)
        strings.append(text(value));
    return strings;
}

void takeProcess(const api::ContainerInspect &container, const api::ImageConfig &image, RunOptions &options)
{
    const api::ContainerConfig &config = container.config;
    options.image = text(config.image);
    options.name = text(container.name);
    if (options.name.startsWith(u'/'))
        options.name.remove(0, 1);
    if (config.cmd != image.cmd)
        options.command = list(config.cmd);
    const std::vector<std::string> entrypoint = config.entrypoint.value_or(std::vector<std::string>{});
    if (entrypoint != image.entrypoint) {
        options.entrypoint = entrypoint.empty() ? QString() : text(entrypoint.front());
        for (std::size_t i = entrypoint.size(); i > 1;
             --i) // docker run takes one word; the rest leads the command
            options.command.prepend(text(entrypoint[i - 1]));
    }
    if (config.workingDir != image.workingDir)
        options.workingDir = text(config.workingDir);
    if (config.user != image.user)
        options.user = text(config.user);
    if (!container.id.starts_with(config.hostname)) // the default is the id's start
        options.hostname = text(config.hostname);
    if (config.stopSignal != image.stopSignal)
        options.stopSignal = text(config.stopSignal);
    if (config.stopTimeout)
        options.stopTimeout = int(*config.stopTimeout);
    options.tty = config.tty;
    options.interactive = config.openStdin;
    for (const std::string &variable : config.env) {
        if (std::ranges::find(image.env, variable) != image.env.end())
            continue;
        const QString whole = text(variable);
        options.environment.append({whole.section(u'=', 0, 0), whole.section(u'=', 1)});
    }
    for (const auto &[name, value] : config.labels) {
        const auto own = image.labels.find(name);
        if (own == image.labels.end() || own->second != value)
            options.labels.append({text(name), text(value)});
    }
}

QList<EnvVariable> pairs(const std::map<std::string, std::string> &map)
{
    QList<EnvVariable> list;
    for (const auto &[name, value] : map)
        list.append({text(name), text(value)});
    return list;
}

bool sameCheck(const api::HealthConfig &left, const api::HealthConfig &right)
{
    return left.test == right.test && left.interval == right.interval && left.timeout == right.timeout &&
           left.retries == right.retries && left.startPeriod == right.startPeriod;
}

// A check that is no line of the shell's becomes one that does the same.
void takeHealth(const api::ContainerConfig &config, const api::ImageConfig &image, RunOptions &options)
{
    if (!config.healthcheck || (image.healthcheck && sameCheck(*config.healthcheck, *image.healthcheck)))
        return;
    const api::HealthConfig &check = *config.healthcheck;
    HealthOption &health = options.health;
    health.off = !check.test.empty() && check.test.front() == "NONE";
    if (health.off)
        return;
    const bool ownTest = !image.healthcheck || image.healthcheck->test != check.test;
    if (ownTest && check.test.size() == 2 && check.test.front() == "CMD-SHELL")
        health.command = text(check.test[1]);
    else if (ownTest && check.test.size() > 1)
        health.command = joinShellWords(list({check.test.begin() + 1, check.test.end()}));
    health.interval = check.interval;
    health.timeout = check.timeout;
    health.startPeriod = check.startPeriod;
    health.retries = int(check.retries);
}

// What is on the network that it was started on; others were connected to later.
void takeNetwork(const api::ContainerInspect &container, RunOptions &options)
{
    const std::string &mode = container.hostConfig.networkMode;
    if (mode != "default" && mode != "bridge")
        options.network = text(mode);
    const auto found = container.networkSettings.networks.find(mode);
    if (found == container.networkSettings.networks.end())
        return;
    for (const std::string &alias : found->second.aliases) {
        if (!container.id.starts_with(alias)) // dockerd adds the short id
            options.aliases.append(text(alias));
    }
    if (found->second.ipamConfig)
        options.ip = text(found->second.ipamConfig->ipv4Address);
}

void takeExposed(const api::ContainerInspect &container, const api::ImageConfig &image, RunOptions &options)
{
    for (const std::string &port : container.config.exposedPorts) {
        if (!image.exposedPorts.contains(port) && !container.hostConfig.portBindings.contains(port))
            options.exposed.append(text(port.ends_with("/tcp") ? port.substr(0, port.size() - 4) : port));
    }
}

void takePorts(const api::HostConfig &host, RunOptions &options)
{
    for (const auto &[port, bindings] : host.portBindings) {
        const QString whole = text(port);
        for (const api::PortBinding &binding : bindings)
            options.ports.append({text(binding.hostIp), text(binding.hostPort), whole.section(u'/', 0, 0),
                                  whole.contains(u'/') ? whole.section(u'/', 1) : QStringLiteral("tcp")});
    }
    options.publishAll = host.publishAllPorts;
}

void takeMounts(const api::ContainerInspect &container, RunOptions &options)
{
    for (const api::MountPoint &mount : container.mounts) {
        MountOption option;
        option.kind = mount.type == "bind" ? MountOption::Kind::Bind : MountOption::Kind::Volume;
        // A volume without a name of its own has 64 hexadecimal digits for one.
        const bool anonymous = mount.type == "volume" && mount.name.size() == 64;
        option.source = anonymous ? QString() : text(mount.type == "volume" ? mount.name : mount.source);
        option.target = text(mount.destination);
        option.readOnly = !mount.rw;
        if (mount.type == "bind" || mount.type == "volume")
            options.mounts.append(option);
    }
    for (const auto &[target, flags] : container.hostConfig.tmpfs)
        options.mounts.append({MountOption::Kind::Tmpfs, {}, text(target), flags == "ro"});
}

void takeHost(const api::HostConfig &host, RunOptions &options)
{
    options.memory = host.memory;
    if (host.memory != 0 && host.memorySwap != 0 &&
        host.memorySwap != 2 * host.memory) // twice the memory is the default
        options.memorySwap = host.memorySwap;
    options.cpus = double(host.nanoCpus) / 1e9;
    options.cpuShares = host.cpuShares;
    options.pidsLimit = host.pidsLimit.value_or(0);
    if (host.shmSize != 64LL << 20)
        options.shmSize = host.shmSize;
    if (!host.restartPolicy.name.empty())
        options.restart = text(host.restartPolicy.name);
    options.restartRetries = int(host.restartPolicy.maximumRetryCount);
    options.removeWhenEnded = host.autoRemove;
    options.init = host.init.value_or(false);
    options.readOnlyRoot = host.readonlyRootfs;
    options.privileged = host.privileged;
    options.capAdd = list(host.capAdd);
    options.capDrop = list(host.capDrop);
    options.securityOptions = list(host.securityOpt);
    options.extraHosts = list(host.extraHosts);
    options.dns = list(host.dns);
    options.dnsSearch = list(host.dnsSearch);
    options.dnsOptions = list(host.dnsOptions);
    options.groupAdd = list(host.groupAdd);
    options.pidMode = text(host.pidMode);
    if (host.ipcMode != "private" && host.ipcMode != "shareable")
        options.ipcMode = text(host.ipcMode);
    options.usernsMode = text(host.usernsMode);
    for (const api::DeviceMapping &device : host.devices)
        options.devices.append(
            text(device.pathOnHost + ':' + device.pathInContainer + ':' + device.cgroupPermissions));
}

void takeKernel(const api::HostConfig &host, RunOptions &options)
{
    options.cpusetCpus = text(host.cpusetCpus);
    options.memoryReservation = host.memoryReservation;
    options.oomScoreAdj = int(host.oomScoreAdj);
    options.sysctls = pairs(host.sysctls);
    for (const api::ResourcesUlimit &limit : host.ulimits)
        options.ulimits.append(
            limit.soft == limit.hard
                ? QStringLiteral("%1=%2").arg(text(limit.name)).arg(limit.soft)
                : QStringLiteral("%1=%2:%3").arg(text(limit.name)).arg(limit.soft).arg(limit.hard));
    if (host.logConfig.type != "json-file") // the default of ours and of dockerd
        options.logDriver = text(host.logConfig.type);
    options.logOptions = pairs(host.logConfig.config);
}

} // namespace

RunOptions optionsOf(const api::ContainerInspect &container, const api::ImageConfig &image)
{
    RunOptions options;
    takeProcess(container, image, options);
    takePorts(container.hostConfig, options);
    takeMounts(container, options);
    takeHost(container.hostConfig, options);
    takeHealth(container.config, image, options);
    takeNetwork(container, options);
    takeExposed(container, image, options);
    takeKernel(container.hostConfig, options);
    return options;
}

} // namespace quayside::models
