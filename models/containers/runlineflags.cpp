// The options of `docker run`, by name: what each does to RunOptions.
#include "models/containers/runlineflags.h"

#include "models/common/text.h"

namespace quayside::models
{

namespace
{

bool readNumber(const QString &text, qint64 &number)
{
    bool ok = false;
    number = text.toLongLong(&ok);
    return ok;
}

bool readSize(const QString &text, qint64 &bytes)
{
    if (text == u"-1") {
        bytes = -1;
        return true;
    }
    const std::optional<std::int64_t> size = parseSize(text);
    bytes = size.value_or(0);
    return size.has_value();
}

bool readBool(const QString &text, bool &value)
{
    const QString lower = text.toLower();
    value = lower.isEmpty() || lower == u"true" || lower == u"1" || lower == u"t";
    return value || lower == u"false" || lower == u"0" || lower == u"f";
}

EnvVariable readAssignment(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0)
        return {text, std::nullopt};
    return {text.left(equals), text.mid(equals + 1)};
}

// [address:][host:]container[/protocol]; an IPv6 address stands in brackets.
bool addPublished(RunOptions &options, const QString &text)
{
    PortMapping port;
    QString rest = text;
    if (const qsizetype slash = rest.lastIndexOf(u'/'); slash >= 0) {
        port.protocol = rest.mid(slash + 1);
        rest.truncate(slash);
    }
    QStringList parts;
    if (rest.startsWith(u'[')) {
        const qsizetype close = rest.indexOf(u"]:");
        if (close < 0)
            return false;
        parts = rest.mid(close + 2).split(u':');
        parts.prepend(rest.mid(1, close - 1));
        if (parts.size() == 2)
            return false;
    } else {
        parts = rest.split(u':');
    }
    if (parts.size() > 3)
        return false;
    port.containerPort = parts.takeLast();
    if (!parts.isEmpty())
        port.hostPort = parts.takeLast();
    if (!parts.isEmpty())
        port.hostAddress = parts.takeLast();
    options.ports.append(port);
    return !port.containerPort.isEmpty();
}

bool addVolume(RunOptions &options, const QString &text)
{
    QStringList parts = text.split(u':');
    MountOption mount;
    if (parts.size() == 3) {
        const QStringList flags = parts.takeLast().split(u',');
        mount.readOnly = flags.contains(QStringLiteral("ro"));
    }
    if (parts.size() > 2 || parts.last().isEmpty())
        return false;
    mount.target = parts.last();
    if (parts.size() == 2)
        mount.source = parts.first();
    const bool isPath = mount.source.startsWith(u'/') || mount.source.startsWith(u'.') ||
                        mount.source.startsWith(u'~') || mount.source.startsWith(u'$');
    mount.kind = isPath ? MountOption::Kind::Bind : MountOption::Kind::Volume;
    options.mounts.append(mount);
    return true;
}

bool addMountFlag(RunOptions &options, const QString &text) // --mount type=bind,src=/x,dst=/y,readonly
{
    MountOption mount;
    mount.kind = MountOption::Kind::Volume;
    for (const QString &field : text.split(u',')) {
        const QString key = field.section(u'=', 0, 0), value = field.section(u'=', 1);
        if (key == u"type") {
            if (value == u"bind")
                mount.kind = MountOption::Kind::Bind;
            else if (value == u"tmpfs")
                mount.kind = MountOption::Kind::Tmpfs;
            else if (value != u"volume")
                return false;
        } else if (key == u"source" || key == u"src") {
            mount.source = value;
        } else if (key == u"target" || key == u"dst" || key == u"destination") {
            mount.target = value;
        } else if (key == u"readonly" || key == u"ro") {
            mount.readOnly = value != u"false" && value != u"0";
        }
    }
    options.mounts.append(mount);
    return !mount.target.isEmpty();
}

bool addTmpfs(RunOptions &options, const QString &text)
{
    MountOption mount;
    mount.kind = MountOption::Kind::Tmpfs;
    mount.target = text.section(u':', 0, 0);
    mount.readOnly = text.section(u':', 1).split(u',').contains(QStringLiteral("ro"));
    options.mounts.append(mount);
    return !mount.target.isEmpty();
}

bool setRestart(RunOptions &options, const QString &text)
{
    options.restart = text.section(u':', 0, 0);
    options.restartRetries = text.section(u':', 1).toInt();
    return QStringList{QStringLiteral("no"), QStringLiteral("always"), QStringLiteral("unless-stopped"),
                       QStringLiteral("on-failure")}
        .contains(options.restart);
}

// Setters of the plain kinds, one per member.
template <QString RunOptions::*Member>
bool text(RunOptions &options, const QString &value)
{
    options.*Member = value;
    return true;
}
template <QStringList RunOptions::*Member>
bool list(RunOptions &options, const QString &value)
{
    options.*Member << value;
    return true;
}
template <bool RunOptions::*Member>
bool flag(RunOptions &options, const QString &value)
{
    return readBool(value, options.*Member);
}
template <qint64 RunOptions::*Member>
bool size(RunOptions &options, const QString &value)
{
    return readSize(value, options.*Member);
}
template <qint64 RunOptions::*Member>
bool number(RunOptions &options, const QString &value)
{
    return readNumber(value, options.*Member);
}
template <QList<EnvVariable> RunOptions::*Member>
bool assign(RunOptions &options, const QString &value)
{
    (options.*Member).append(readAssignment(value));
    return !value.isEmpty();
}

bool setCpus(RunOptions &options, const QString &value)
{
    bool ok = false;
    options.cpus = value.toDouble(&ok);
    return ok && options.cpus >= 0;
}

bool setEntrypoint(RunOptions &options, const QString &value)
{
    options.entrypoint = value;
    return true;
}

bool ignoreDetach(RunOptions &, const QString &)
{
    return true; // a window always runs detached
}

// "1m30s", as Go reads it.
template <qint64 HealthOption::*Member>
bool healthTime(RunOptions &options, const QString &value)
{
    const std::optional<qint64> time = parseDuration(value);
    options.health.*Member = time.value_or(0);
    return time.has_value();
}

bool setHealthCommand(RunOptions &options, const QString &value)
{
    options.health.command = value;
    return true;
}

bool setHealthRetries(RunOptions &options, const QString &value)
{
    bool ok = false;
    options.health.retries = value.toInt(&ok);
    return ok && options.health.retries >= 0;
}

bool setNoHealth(RunOptions &options, const QString &value)
{
    return readBool(value, options.health.off);
}

bool setStopTimeout(RunOptions &options, const QString &value)
{
    bool ok = false;
    options.stopTimeout = value.toInt(&ok);
    return ok;
}

bool addUlimit(RunOptions &options, const QString &value)
{
    options.ulimits.append(value);
    return readUlimit(value).has_value();
}

bool setOomScore(RunOptions &options, const QString &value)
{
    bool ok = false;
    options.oomScoreAdj = value.toInt(&ok);
    return ok && options.oomScoreAdj >= -1000 && options.oomScoreAdj <= 1000;
}

using Flags = QHash<QString, RunFlag>;

void addProcessFlags(Flags &flags)
{
    using R = RunOptions;
    flags[QStringLiteral("name")] = {true, text<&R::name>};
    flags[QStringLiteral("hostname")] = {true, text<&R::hostname>};
    flags[QStringLiteral("workdir")] = {true, text<&R::workingDir>};
    flags[QStringLiteral("user")] = {true, text<&R::user>};
    flags[QStringLiteral("entrypoint")] = {true, setEntrypoint};
    flags[QStringLiteral("env")] = {true, assign<&R::environment>};
    flags[QStringLiteral("label")] = {true, assign<&R::labels>};
    flags[QStringLiteral("publish")] = {true, addPublished};
    flags[QStringLiteral("publish-all")] = {false, flag<&R::publishAll>};
    flags[QStringLiteral("expose")] = {true, list<&R::exposed>};
    flags[QStringLiteral("volume")] = {true, addVolume};
    flags[QStringLiteral("mount")] = {true, addMountFlag};
    flags[QStringLiteral("tmpfs")] = {true, addTmpfs};
    flags[QStringLiteral("tty")] = {false, flag<&R::tty>};
    flags[QStringLiteral("interactive")] = {false, flag<&R::interactive>};
    flags[QStringLiteral("detach")] = {false, ignoreDetach};
    flags[QStringLiteral("rm")] = {false, flag<&R::removeWhenEnded>};
    flags[QStringLiteral("init")] = {false, flag<&R::init>};
    flags[QStringLiteral("stop-signal")] = {true, text<&R::stopSignal>};
}

void addHostFlags(Flags &flags)
{
    using R = RunOptions;
    flags[QStringLiteral("network")] = flags[QStringLiteral("net")] = {true, text<&R::network>};
    flags[QStringLiteral("memory")] = {true, size<&R::memory>};
    flags[QStringLiteral("memory-swap")] = {true, size<&R::memorySwap>};
    flags[QStringLiteral("cpus")] = {true, setCpus};
    flags[QStringLiteral("cpu-shares")] = {true, number<&R::cpuShares>};
    flags[QStringLiteral("pids-limit")] = {true, number<&R::pidsLimit>};
    flags[QStringLiteral("shm-size")] = {true, size<&R::shmSize>};
    flags[QStringLiteral("restart")] = {true, setRestart};
    flags[QStringLiteral("read-only")] = {false, flag<&R::readOnlyRoot>};
    flags[QStringLiteral("privileged")] = {false, flag<&R::privileged>};
    flags[QStringLiteral("cap-add")] = {true, list<&R::capAdd>};
    flags[QStringLiteral("cap-drop")] = {true, list<&R::capDrop>};
    flags[QStringLiteral("security-opt")] = {true, list<&R::securityOptions>};
    flags[QStringLiteral("device")] = {true, list<&R::devices>};
    flags[QStringLiteral("add-host")] = {true, list<&R::extraHosts>};
    flags[QStringLiteral("dns")] = {true, list<&R::dns>};
    flags[QStringLiteral("pid")] = {true, text<&R::pidMode>};
    flags[QStringLiteral("ipc")] = {true, text<&R::ipcMode>};
    flags[QStringLiteral("userns")] = {true, text<&R::usernsMode>};
}

void addHealthFlags(Flags &flags)
{
    using H = HealthOption;
    flags[QStringLiteral("health-cmd")] = {true, setHealthCommand};
    flags[QStringLiteral("health-interval")] = {true, healthTime<&H::interval>};
    flags[QStringLiteral("health-timeout")] = {true, healthTime<&H::timeout>};
    flags[QStringLiteral("health-start-period")] = {true, healthTime<&H::startPeriod>};
    flags[QStringLiteral("health-retries")] = {true, setHealthRetries};
    flags[QStringLiteral("no-healthcheck")] = {false, setNoHealth};
}

void addKernelFlags(Flags &flags)
{
    using R = RunOptions;
    flags[QStringLiteral("ulimit")] = {true, addUlimit};
    flags[QStringLiteral("sysctl")] = {true, assign<&R::sysctls>};
    flags[QStringLiteral("group-add")] = {true, list<&R::groupAdd>};
    flags[QStringLiteral("cpuset-cpus")] = {true, text<&R::cpusetCpus>};
    flags[QStringLiteral("memory-reservation")] = {true, size<&R::memoryReservation>};
    flags[QStringLiteral("oom-score-adj")] = {true, setOomScore};
    flags[QStringLiteral("log-driver")] = {true, text<&R::logDriver>};
    flags[QStringLiteral("log-opt")] = {true, assign<&R::logOptions>};
    flags[QStringLiteral("network-alias")] = flags[QStringLiteral("net-alias")] = {true, list<&R::aliases>};
    flags[QStringLiteral("ip")] = {true, text<&R::ip>};
    flags[QStringLiteral("dns-search")] = {true, list<&R::dnsSearch>};
    flags[QStringLiteral("dns-option")] = {true, list<&R::dnsOptions>};
    flags[QStringLiteral("stop-timeout")] = {true, setStopTimeout};
}

Flags makeFlags()
{
    Flags flags;
    addProcessFlags(flags);
    addHostFlags(flags);
    addHealthFlags(flags);
    addKernelFlags(flags);
    for (const char *name : {"annotation",
                             "attach",
                             "blkio-weight",
                             "blkio-weight-device",
                             "cgroup-parent",
                             "cgroupns",
                             "cidfile",
                             "cpu-period",
                             "cpu-quota",
                             "cpu-rt-period",
                             "cpu-rt-runtime",
                             "cpuset-mems",
                             "detach-keys",
                             "device-cgroup-rule",
                             "device-read-bps",
                             "device-read-iops",
                             "device-write-bps",
                             "device-write-iops",
                             "domainname",
                             "env-file",
                             "gpus",
                             "health-start-interval",
                             "ip6",
                             "isolation",
                             "kernel-memory",
                             "label-file",
                             "link",
                             "link-local-ip",
                             "mac-address",
                             "memory-swappiness",
                             "platform",
                             "pull",
                             "runtime",
                             "storage-opt",
                             "uts",
                             "volume-driver",
                             "volumes-from"})
        flags[QLatin1String(name)] = {true, nullptr};
    for (const char *name :
         {"disable-content-trust", "oom-kill-disable", "quiet", "sig-proxy", "use-api-socket"})
        flags[QLatin1String(name)] = {false, nullptr};
    return flags;
}

} // namespace

const QHash<QString, RunFlag> &runFlags()
{
    static const Flags flags = makeFlags();
    return flags;
}

QString longRunFlag(QChar letter)
{
    static const QHash<QChar, QString> names = {
        {u'd', QStringLiteral("detach")},      {u'i', QStringLiteral("interactive")},
        {u't', QStringLiteral("tty")},         {u'p', QStringLiteral("publish")},
        {u'P', QStringLiteral("publish-all")}, {u'v', QStringLiteral("volume")},
        {u'e', QStringLiteral("env")},         {u'l', QStringLiteral("label")},
        {u'w', QStringLiteral("workdir")},     {u'u', QStringLiteral("user")},
        {u'm', QStringLiteral("memory")},      {u'h', QStringLiteral("hostname")},
        {u'c', QStringLiteral("cpu-shares")},  {u'a', QStringLiteral("attach")},
        {u'q', QStringLiteral("quiet")}};
    return names.value(letter);
}

} // namespace quayside::models
