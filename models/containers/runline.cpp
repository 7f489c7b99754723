#include "models/containers/runline.h"

#include "models/common/shellwords.h"
#include "models/common/text.h"

#include <QHash>

namespace quayside::models
{

namespace
{

// One flag's effect. A value that cannot be read: false.
using Setter = bool (*)(RunOptions &, const QString &);

struct Flag {
    bool takesValue = true;
    Setter set = nullptr; // nullptr: understood, not offered here
};

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

using Flags = QHash<QString, Flag>;

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

Flags makeFlags()
{
    Flags flags;
    addProcessFlags(flags);
    addHostFlags(flags);
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
                             "cpuset-cpus",
                             "cpuset-mems",
                             "detach-keys",
                             "device-cgroup-rule",
                             "device-read-bps",
                             "device-read-iops",
                             "device-write-bps",
                             "device-write-iops",
                             "dns-option",
                             "dns-search",
                             "domainname",
                             "env-file",
                             "gpus",
                             "group-add",
                             "health-cmd",
                             "health-interval",
                             "health-retries",
                             "health-start-period",
                             "health-start-interval",
                             "health-timeout",
                             "ip",
                             "ip6",
                             "isolation",
                             "kernel-memory",
                             "label-file",
                             "link",
                             "link-local-ip",
                             "log-driver",
                             "log-opt",
                             "mac-address",
                             "memory-reservation",
                             "memory-swappiness",
                             "network-alias",
                             "net-alias",
                             "oom-score-adj",
                             "platform",
                             "pull",
                             "runtime",
                             "stop-timeout",
                             "storage-opt",
                             "sysctl",
                             "ulimit",
                             "uts",
                             "volume-driver",
                             "volumes-from"})
        flags[QLatin1String(name)] = {true, nullptr};
    for (const char *name : {"disable-content-trust", "no-healthcheck", "oom-kill-disable", "quiet",
                             "sig-proxy", "use-api-socket"})
        flags[QLatin1String(name)] = {false, nullptr};
    return flags;
}

const Flags &allFlags()
{
    static const Flags flags = makeFlags();
    return flags;
}

QString longName(QChar letter)
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

class RunLineParser
{
public:
    explicit RunLineParser(QStringList words) : m_words(std::move(words)) {}

    Result<ParsedRunLine> run()
    {
        CHECK(skipProgram());
        while (m_at < m_words.size() && m_words[m_at].startsWith(u'-') && m_words[m_at] != u"-") {
            const QString word = m_words[m_at++];
            if (word == u"--")
                break;
            if (word.startsWith(u"--"))
                CHECK(longFlag(word.mid(2)));
            else
                CHECK(shortFlags(word.mid(1)));
        }
        if (m_at == m_words.size())
            return fail(ErrorKind::InvalidArgument, "the line names no image");
        m_parsed.options.image = m_words[m_at++];
        m_parsed.options.command = m_words.mid(m_at);
        return std::move(m_parsed);
    }

private:
    Result<> skipProgram()
    {
        if (m_words.value(m_at) == u"$")
            ++m_at;
        if (m_words.value(m_at) == u"sudo")
            ++m_at;
        const QString program = m_words.value(m_at).section(u'/', -1);
        if (program != u"docker" && program != u"podman")
            return fail(ErrorKind::InvalidArgument, "this is not a “docker run …” line");
        ++m_at;
        if (m_words.value(m_at) == u"container")
            ++m_at;
        if (m_words.value(m_at) != u"run" && m_words.value(m_at) != u"create")
            return fail(ErrorKind::InvalidArgument, "this is not a “docker run …” line");
        ++m_at;
        return {};
    }
    Result<> longFlag(const QString &word)
    {
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.left(equals < 0 ? word.size() : equals);
        const auto known = allFlags().constFind(name);
        if (known == allFlags().cend())
            return fail(ErrorKind::InvalidArgument, "docker run knows no option --{}", name.toStdString());
        if (equals >= 0)
            return apply(name, *known, word.mid(equals + 1));
        if (!known->takesValue)
            return apply(name, *known, {});
        return applyNext(name, *known);
    }
    Result<> shortFlags(const QString &letters)
    {
        for (qsizetype i = 0; i < letters.size(); ++i) {
            const QString name = longName(letters[i]);
            if (name.isEmpty())
                return fail(ErrorKind::InvalidArgument, "docker run knows no option -{}",
                            QString(letters[i]).toStdString());
            const Flag known = allFlags().value(name);
            if (!known.takesValue) {
                CHECK(apply(name, known, {}));
                continue;
            }
            QString value = letters.mid(i + 1);
            if (value.isEmpty())
                return applyNext(name, known);
            if (value.startsWith(u'='))
                value.remove(0, 1);
            return apply(name, known, value);
        }
        return {};
    }
    Result<> applyNext(const QString &name, const Flag &known)
    {
        if (m_at == m_words.size())
            return fail(ErrorKind::InvalidArgument, "the option --{} lacks its value", name.toStdString());
        return apply(name, known, m_words[m_at++]);
    }
    Result<> apply(const QString &name, const Flag &known, const QString &value)
    {
        if (known.set == nullptr) {
            m_parsed.ignored.append(QStringLiteral("--%1 %2").arg(name, value).trimmed());
            return {};
        }
        if (!known.set(m_parsed.options, value))
            return fail(ErrorKind::InvalidArgument, "the option --{} cannot be “{}”", name.toStdString(),
                        value.toStdString());
        return {};
    }

    QStringList m_words;
    qsizetype m_at = 0;
    ParsedRunLine m_parsed;
};

} // namespace

Result<ParsedRunLine> parseRunLine(const QString &line)
{
    TRY(QStringList words, splitShellWords(line.trimmed()));
    return RunLineParser(std::move(words)).run();
}

} // namespace quayside::models
