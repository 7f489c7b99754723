#include "models/containers/runoptions.h"

#include <QCoreApplication>
#include <QDir>

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

class Warnings
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::RunOptions)

public:
    explicit Warnings(const RunOptions &options) : m_options(options) {}

    QStringList all()
    {
        if (m_options.privileged)
            add(tr("Privileged: the container can do anything that the administrator of this machine can."));
        if (m_options.network == u"host")
            add(tr(
                "Host network: the container reaches everything that listens on this machine, and can listen "
                "anywhere."));
        if (m_options.pidMode == u"host")
            add(tr("Host processes: the container sees the processes of this machine and may signal them."));
        if (m_options.ipcMode == u"host")
            add(tr("Host IPC: the container shares the memory segments of this machine's programs."));
        if (m_options.usernsMode == u"host")
            add(tr("Host users: root in the container is root of this machine."));
        capabilities();
        securityOptions();
        for (const QString &device : m_options.devices)
            add(tr("Device %1: the container talks to this hardware directly.")
                    .arg(device.section(u':', 0, 0)));
        mounts();
        openPorts();
        return m_warnings;
    }

private:
    void add(const QString &sentence) { m_warnings.append(sentence); }

    void capabilities()
    {
        for (const QString &capability : m_options.capAdd) {
            QString name = capability.toUpper();
            if (name.startsWith(u"CAP_"))
                name.remove(0, 4);
            if (name == u"ALL")
                add(tr("All capabilities: most of what keeps root in the container harmless is gone."));
            else
                add(tr("Capability %1: root in the container may do more than usual.").arg(name));
        }
    }
    void securityOptions()
    {
        for (const QString &option : m_options.securityOptions) {
            if (option.contains(u"unconfined"))
                add(tr("%1: a filter between the container and the kernel is off.").arg(option));
        }
    }
    void mounts()
    {
        for (const MountOption &mount : m_options.mounts) {
            if (mount.kind != MountOption::Kind::Bind)
                continue;
            const QString source = QDir::cleanPath(mount.source);
            if (source == u"/")
                add(tr("The whole file system of this machine is open to the container."));
            else if (source.endsWith(u".sock"))
                add(tr("%1 is a socket: through it the container may command the program behind.")
                        .arg(source));
            else if (!mount.readOnly &&
                     (source == u"/etc" || source == QDir::homePath() || source == u"/home"))
                add(tr("The container can change everything in %1.").arg(source));
        }
    }
    void openPorts()
    {
        for (const PortMapping &port : m_options.ports) {
            if (port.hostAddress.isEmpty() || port.hostAddress == u"0.0.0.0") {
                add(tr("Published ports can be reached from other machines too; put 127.0.0.1 in front to "
                       "keep them "
                       "here."));
                return;
            }
        }
    }

    const RunOptions &m_options;
    QStringList m_warnings;
};

} // namespace

Result<api::ContainerCreateRequest> toCreateRequest(const RunOptions &options)
{
    if (options.image.trimmed().isEmpty())
        return fail(ErrorKind::InvalidArgument, "choose an image first");
    api::ContainerCreateRequest request;
    fillProcess(options, request);
    fillHost(options, request.hostConfig);
    for (const PortMapping &port : options.ports)
        CHECK(addPort(port, request));
    for (const MountOption &mount : options.mounts)
        CHECK(addMount(mount, request));
    for (const QString &device : options.devices)
        CHECK(addDevice(device, request.hostConfig));
    return request;
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

QStringList isolationWarnings(const RunOptions &options)
{
    return Warnings(options).all();
}

} // namespace quayside::models
