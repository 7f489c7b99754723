#include "models/containers/runoptions.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace quayside::models
{

namespace
{

std::vector<std::string> toVector(const QStringList &list)
{
    std::vector<std::string> vector;
    for (const QString &item : list)
        vector.push_back(item.toStdString());
    return vector;
}

struct PortRange {
    int first = 0, last = 0;
};

Result<PortRange> parsePorts(const QString &text, const char *what)
{
    const QStringList ends = text.split(u'-');
    bool firstOk = false, lastOk = false;
    const int first = ends.first().toInt(&firstOk), last = ends.last().toInt(&lastOk);
    if (ends.size() > 2 || !firstOk || !lastOk || first < 1 || last > 65535 || last < first)
        return fail(ErrorKind::InvalidArgument, "the {} “{}” is not a port between 1 and 65535", what,
                    text.toStdString());
    return PortRange{first, last};
}

Result<> addPort(const PortMapping &mapping, api::ContainerCreateRequest &request)
{
    TRY(const PortRange container, parsePorts(mapping.containerPort, "container's port"));
    std::optional<PortRange> host;
    if (!mapping.hostPort.isEmpty()) {
        TRY(const PortRange range, parsePorts(mapping.hostPort, "port of this machine"));
        host = range;
    }
    const int count = container.last - container.first + 1;
    // One container port on a range of the host: the engine takes a free one of it.
    const bool anyOf = host && count == 1 && host->last > host->first;
    if (host && !anyOf && host->last - host->first + 1 != count)
        return fail(ErrorKind::InvalidArgument, "the port ranges {} and {} differ in length",
                    mapping.hostPort.toStdString(), mapping.containerPort.toStdString());
    for (int i = 0; i < count; ++i) {
        const std::string key = std::format("{}/{}", container.first + i, mapping.protocol.toStdString());
        api::PortBinding binding;
        binding.hostIp = mapping.hostAddress.toStdString();
        if (anyOf)
            binding.hostPort = mapping.hostPort.toStdString();
        else if (host)
            binding.hostPort = std::to_string(host->first + i);
        request.exposedPorts.insert(key);
        request.hostConfig.portBindings[key].push_back(binding);
    }
    return {};
}

QString expandHome(const QString &path)
{
    if (path == u"~" || path.startsWith(u"~/"))
        return QDir::homePath() + path.mid(1);
    return path;
}

Result<> addMount(const MountOption &option, api::ContainerCreateRequest &request)
{
    if (!option.target.startsWith(u'/'))
        return fail(ErrorKind::InvalidArgument, "the folder in the container “{}” must start with “/”",
                    option.target.toStdString());
    const std::string target = option.target.toStdString();
    if (option.kind == MountOption::Kind::Tmpfs) {
        request.hostConfig.tmpfs[target] = option.readOnly ? "ro" : "";
        return {};
    }
    if (option.kind == MountOption::Kind::Volume && option.source.isEmpty()) {
        request.volumes.insert(target);
        return {};
    }
    api::Mount mount;
    mount.type = option.kind == MountOption::Kind::Bind ? "bind" : "volume";
    mount.source = option.source.toStdString();
    mount.target = target;
    mount.readOnly = option.readOnly;
    if (option.kind == MountOption::Kind::Bind) {
        const QString source = expandHome(option.source);
        if (!QDir::isAbsolutePath(source))
            return fail(ErrorKind::InvalidArgument, "the folder “{}” of this machine must start with “/”",
                        option.source.toStdString());
        mount.source = QDir::cleanPath(source).toStdString();
    }
    request.hostConfig.mounts.push_back(std::move(mount));
    return {};
}

std::vector<std::string> toEnvironment(const QList<EnvVariable> &variables)
{
    std::vector<std::string> environment;
    for (const EnvVariable &variable : variables) {
        if (variable.name.isEmpty())
            continue;
        if (variable.value)
            environment.push_back((variable.name + u'=' + *variable.value).toStdString());
        else if (qEnvironmentVariableIsSet(variable.name.toLocal8Bit().constData()))
            environment.push_back(
                (variable.name + u'=' + qEnvironmentVariable(variable.name.toLocal8Bit().constData()))
                    .toStdString());
    }
    return environment;
}

Result<> addDevice(const QString &device, api::HostConfig &host)
{
    const QStringList parts = device.split(u':');
    if (parts.first().isEmpty() || parts.size() > 3)
        return fail(ErrorKind::InvalidArgument, "the device “{}” is not /dev/name[:/dev/name[:rwm]]",
                    device.toStdString());
    host.devices.push_back({parts[0].toStdString(), parts.value(1, parts[0]).toStdString(),
                            parts.value(2, QStringLiteral("rwm")).toStdString()});
    return {};
}

void fillProcess(const RunOptions &options, api::ContainerCreateRequest &request)
{
    request.image = options.image.trimmed().toStdString();
    request.cmd = toVector(options.command);
    if (options.entrypoint)
        request.entrypoint = std::vector<std::string>{options.entrypoint->toStdString()};
    request.workingDir = options.workingDir.toStdString();
    request.user = options.user.toStdString();
    request.hostname = options.hostname.toStdString();
    request.stopSignal = options.stopSignal.toStdString();
    if (options.stopTimeout)
        request.stopTimeout = *options.stopTimeout;
    request.env = toEnvironment(options.environment);
    for (const EnvVariable &label : options.labels)
        request.labels[label.name.toStdString()] = label.value.value_or(QString()).toStdString();
    for (const QString &port : options.exposed)
        request.exposedPorts.insert(
            (port.contains(u'/') ? port : port + QStringLiteral("/tcp")).toStdString());
    request.tty = options.tty;
    request.openStdin = options.interactive;
    request.attachStdin = request.stdinOnce = false;
}

// The image's own check where there is no command: only its times are other ones.
void fillHealth(const HealthOption &health, api::ContainerCreateRequest &request)
{
    if (health == HealthOption())
        return;
    api::HealthConfig config;
    if (health.off)
        config.test = {"NONE"};
    else if (!health.command.isEmpty())
        config.test = {"CMD-SHELL", health.command.toStdString()};
    config.interval = health.interval;
    config.timeout = health.timeout;
    config.startPeriod = health.startPeriod;
    config.retries = health.retries;
    request.healthcheck = config;
}

void fillEndpoint(const RunOptions &options, api::ContainerCreateRequest &request)
{
    if (options.aliases.isEmpty() && options.ip.isEmpty())
        return;
    const std::string network = options.network.isEmpty() ? "bridge" : options.network.toStdString();
    api::EndpointSettings &endpoint = request.networkingConfig.endpointsConfig[network];
    endpoint.aliases = toVector(options.aliases);
    if (!options.ip.isEmpty())
        endpoint.ipamConfig = api::EndpointIPAMConfig{
            .ipv4Address = options.ip.toStdString(), .ipv6Address = {}, .linkLocalIPs = {}};
}

std::map<std::string, std::string> toMap(const QList<EnvVariable> &pairs)
{
    std::map<std::string, std::string> map;
    for (const EnvVariable &pair : pairs)
        map[pair.name.toStdString()] = pair.value.value_or(QString()).toStdString();
    return map;
}

// What reaches the kernel by its own name.
Result<> fillKernel(const RunOptions &options, api::HostConfig &host)
{
    host.groupAdd = toVector(options.groupAdd);
    host.dnsSearch = toVector(options.dnsSearch);
    host.dnsOptions = toVector(options.dnsOptions);
    host.cpusetCpus = options.cpusetCpus.toStdString();
    host.memoryReservation = options.memoryReservation;
    host.oomScoreAdj = options.oomScoreAdj;
    host.logConfig.type = options.logDriver.toStdString();
    host.logConfig.config = toMap(options.logOptions);
    host.sysctls = toMap(options.sysctls);
    for (const QString &text : options.ulimits) {
        TRY(api::ResourcesUlimit limit, readUlimit(text));
        host.ulimits.push_back(std::move(limit));
    }
    return {};
}

void fillHost(const RunOptions &options, api::HostConfig &host)
{
    host.memory = options.memory;
    host.memorySwap = options.memorySwap;
    host.nanoCpus = std::llround(options.cpus * 1e9);
    host.cpuShares = options.cpuShares;
    if (options.pidsLimit != 0)
        host.pidsLimit = options.pidsLimit;
    host.shmSize = options.shmSize;
    host.restartPolicy.name = options.restart.toStdString();
    if (options.restart == u"on-failure")
        host.restartPolicy.maximumRetryCount = options.restartRetries;
    host.autoRemove = options.removeWhenEnded;
    if (options.init)
        host.init = true;
    host.readonlyRootfs = options.readOnlyRoot;
    host.privileged = options.privileged;
    host.publishAllPorts = options.publishAll;
    host.capAdd = toVector(options.capAdd);
    host.capDrop = toVector(options.capDrop);
    host.securityOpt = toVector(options.securityOptions);
    host.extraHosts = toVector(options.extraHosts);
    host.dns = toVector(options.dns);
    host.networkMode = options.network.toStdString();
    host.pidMode = options.pidMode.toStdString();
    host.ipcMode = options.ipcMode.toStdString();
    host.usernsMode = options.usernsMode.toStdString();
}

QString portNumber(const std::string &exposed)
{
    return QString::fromStdString(exposed).section(u'/', 0, 0);
}

} // namespace

Result<api::ContainerCreateRequest> toCreateRequest(const RunOptions &options)
{
    if (options.image.trimmed().isEmpty())
        return fail(ErrorKind::InvalidArgument, "{}",
                    QCoreApplication::translate("quayside::models::RunOptions", "choose an image first")
                        .toStdString());
    api::ContainerCreateRequest request;
    fillProcess(options, request);
    fillHost(options, request.hostConfig);
    fillHealth(options.health, request);
    fillEndpoint(options, request);
    CHECK(fillKernel(options, request.hostConfig));
    for (const PortMapping &port : options.ports)
        CHECK(addPort(port, request));
    for (const MountOption &mount : options.mounts)
        CHECK(addMount(mount, request));
    for (const QString &device : options.devices)
        CHECK(addDevice(device, request.hostConfig));
    return request;
}

Result<api::ResourcesUlimit> readUlimit(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^([a-z]+)=(-?\\d+)(?::(-?\\d+))?$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return fail(ErrorKind::InvalidArgument, "the limit “{}” is not name=soft[:hard], such as nofile=1024",
                    text.toStdString());
    const qint64 soft = match.captured(2).toLongLong();
    return api::ResourcesUlimit{.name = match.captured(1).toStdString(),
                                .soft = soft,
                                .hard = match.hasCaptured(3) ? match.captured(3).toLongLong() : soft};
}

std::optional<qint64> parseDuration(const QString &text)
{
    static const QList<std::pair<QString, double>> units = {
        {QStringLiteral("ns"), 1},  {QStringLiteral("us"), 1e3}, {QStringLiteral("ms"), 1e6},
        {QStringLiteral("s"), 1e9}, {QStringLiteral("m"), 60e9}, {QStringLiteral("h"), 3600e9}};
    static const QRegularExpression part(QStringLiteral("\\G(\\d+(?:\\.\\d+)?)(ns|us|ms|s|m|h)?"));
    const QString trimmed = text.trimmed();
    double sum = 0;
    qsizetype at = 0;
    while (at < trimmed.size()) {
        const QRegularExpressionMatch match = part.match(trimmed, at);
        if (!match.hasMatch() || (match.captured(2).isEmpty() && match.capturedLength() != trimmed.size()))
            return std::nullopt;
        const QString unit = match.captured(2).isEmpty() ? QStringLiteral("s") : match.captured(2);
        const auto known = std::ranges::find(units, unit, &std::pair<QString, double>::first);
        sum += match.captured(1).toDouble() * known->second;
        at = match.capturedEnd();
    }
    if (trimmed.isEmpty() || sum > 9e18)
        return std::nullopt;
    return std::llround(sum);
}

QString durationOption(qint64 nanoseconds)
{
    QString text;
    for (const auto &[unit, size] : {std::pair("h", 3'600'000'000'000LL), std::pair("m", 60'000'000'000LL),
                                     std::pair("s", 1'000'000'000LL), std::pair("ms", 1'000'000LL),
                                     std::pair("us", 1'000LL), std::pair("ns", 1LL)}) {
        if (nanoseconds >= size)
            text += QString::number(nanoseconds / size) + QLatin1String(unit);
        nanoseconds %= size;
    }
    return text;
}

RunOptions proposalFor(const QString &image, const api::ImageConfig &config,
                       const std::function<QString(const QString &)> &proposePort)
{
    RunOptions options;
    options.image = image;
    for (const std::string &exposed : config.exposedPorts) {
        PortMapping port;
        port.containerPort = portNumber(exposed);
        port.protocol = QString::fromStdString(exposed).section(u'/', 1, 1);
        if (port.protocol.isEmpty())
            port.protocol = QStringLiteral("tcp");
        port.hostPort = proposePort(port.containerPort);
        options.ports.append(port);
    }
    for (const std::string &volume : config.volumes)
        options.mounts.append({MountOption::Kind::Volume, {}, QString::fromStdString(volume), false});
    return options;
}

} // namespace quayside::models
