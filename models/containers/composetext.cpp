#include "models/containers/composetext.h"

#include "models/common/text.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr QLatin1StringView projectLabels("com.docker.compose.");

// YAML 1.2, block style, of what a service needs: scalars, lists of them, and maps.
class Yaml
{
public:
    void open(const QString &key)
    {
        line(composeScalar(key) + u':');
        ++m_depth;
    }
    void close() { --m_depth; }
    void add(const QString &key, const QString &value)
    {
        if (!value.isEmpty())
            line(composeScalar(key) + QStringLiteral(": ") + composeScalar(value));
    }
    void addSwitch(const char *key, bool on)
    {
        if (on)
            line(QLatin1String(key) + QStringLiteral(": true"));
    }
    void addNumber(const char *key, qint64 number)
    {
        if (number != 0)
            line(QLatin1String(key) + QStringLiteral(": %1").arg(number));
    }
    void addSize(const char *key, qint64 bytes)
    {
        if (bytes < 0)
            addNumber(key, bytes);
        else if (bytes > 0)
            add(QLatin1String(key), sizeOption(bytes));
    }
    void addList(const char *key, const QStringList &values)
    {
        if (values.isEmpty())
            return;
        open(QLatin1String(key));
        for (const QString &value : values)
            line(QStringLiteral("- ") + composeScalar(value));
        close();
    }
    void addMap(const char *key, const QList<EnvVariable> &pairs)
    {
        if (pairs.isEmpty())
            return;
        open(QLatin1String(key));
        for (const EnvVariable &pair : pairs)
            line(composeScalar(pair.name) + u':' +
                 (pair.value ? u' ' + composeScalar(*pair.value) : QString()));
        close();
    }
    void addEmpty(const QString &key) { line(composeScalar(key) + QStringLiteral(": {}")); }
    void line(const QString &text) { m_text += QString(qsizetype(m_depth) * 2, u' ') + text + u'\n'; }
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
    int m_depth = 0;
};

QString composePort(const PortMapping &port)
{
    QString text;
    if (!port.hostAddress.isEmpty())
        text = (port.hostAddress.contains(u':') ? u'[' + port.hostAddress + u']' : port.hostAddress) + u':';
    if (!port.hostPort.isEmpty() || !port.hostAddress.isEmpty())
        text += port.hostPort + u':';
    return text + port.containerPort + (port.protocol == u"tcp" ? QString() : u'/' + port.protocol);
}

// Networks that are no object of their own: they are a mode.
bool isMode(const QString &network)
{
    return network == u"host" || network == u"none" || network.startsWith(u"container:");
}

class Writer
{
public:
    explicit Writer(const QList<ComposeService> &services) : m_services(services) { nameServices(); }

    QString run()
    {
        m_yaml.open(QStringLiteral("services"));
        for (qsizetype i = 0; i < m_services.size(); ++i)
            writeService(m_names[i], m_services[i]);
        m_yaml.close();
        writeNetworks();
        writeVolumes();
        return m_yaml.text();
    }

private:
    static QString labelOf(const RunOptions &options, const QString &name)
    {
        const auto found = std::ranges::find(options.labels, projectLabels + name, &EnvVariable::name);
        return found == options.labels.end() ? QString() : found->value.value_or(QString());
    }
    void nameServices()
    {
        for (const ComposeService &service : m_services) {
            const QString wanted = labelOf(service.options, QStringLiteral("service"));
            QString base = wanted.isEmpty() ? service.options.name : wanted;
            static const QRegularExpression odd(QStringLiteral("[^a-zA-Z0-9._-]"));
            base.replace(odd, QStringLiteral("-"));
            if (base.isEmpty())
                base = QStringLiteral("app");
            QString name = base;
            for (int number = 2; m_names.contains(name); ++number)
                name = QStringLiteral("%1-%2").arg(base).arg(number);
            m_names.append(name);
        }
    }
    void writeService(const QString &name, const ComposeService &service)
    {
        const RunOptions &o = service.options;
        m_yaml.open(name);
        m_yaml.add(QStringLiteral("image"), o.image);
        // A project makes up the names of its own.
        if (labelOf(o, QStringLiteral("service")).isEmpty())
            m_yaml.add(QStringLiteral("container_name"), o.name);
        writeProcess(o);
        m_yaml.addMap("environment", o.environment);
        writePorts(o);
        writeMounts(o);
        writeNetworksOf(service);
        writeLimits(o);
        writeHealth(o.health);
        writeSecurity(o);
        QList<EnvVariable> labels = o.labels;
        labels.removeIf([](const EnvVariable &label) { return label.name.startsWith(projectLabels); });
        m_yaml.addMap("labels", labels);
        m_yaml.close();
    }
    void writeProcess(const RunOptions &o)
    {
        if (o.entrypoint && o.entrypoint->isEmpty())
            m_yaml.line(QStringLiteral("entrypoint: []"));
        else if (o.entrypoint)
            m_yaml.addList("entrypoint", {*o.entrypoint});
        m_yaml.addList("command", o.command);
        m_yaml.add(QStringLiteral("working_dir"), o.workingDir);
        m_yaml.add(QStringLiteral("user"), o.user);
        m_yaml.add(QStringLiteral("hostname"), o.hostname);
        m_yaml.addSwitch("tty", o.tty);
        m_yaml.addSwitch("stdin_open", o.interactive);
        m_yaml.addSwitch("init", o.init);
        m_yaml.add(QStringLiteral("stop_signal"), o.stopSignal);
        if (o.stopTimeout && *o.stopTimeout >= 0)
            m_yaml.add(QStringLiteral("stop_grace_period"), QStringLiteral("%1s").arg(*o.stopTimeout));
        if (o.restart == u"on-failure" && o.restartRetries > 0)
            m_yaml.add(QStringLiteral("restart"), QStringLiteral("on-failure:%1").arg(o.restartRetries));
        else if (o.restart != u"no")
            m_yaml.add(QStringLiteral("restart"), o.restart);
    }
    void writePorts(const RunOptions &o)
    {
        QStringList ports;
        for (const PortMapping &port : o.ports)
            ports.append(composePort(port));
        m_yaml.addList("ports", ports);
        m_yaml.addList("expose", o.exposed);
    }
    void writeMounts(const RunOptions &o)
    {
        if (o.mounts.isEmpty())
            return;
        m_yaml.open(QStringLiteral("volumes"));
        for (const MountOption &mount : o.mounts) {
            using Kind = MountOption::Kind;
            const char *type = mount.kind == Kind::Bind     ? "bind"
                               : mount.kind == Kind::Volume ? "volume"
                                                            : "tmpfs";
            m_yaml.line(QStringLiteral("- type: ") + QLatin1String(type));
            Yaml rest;
            if (mount.kind != Kind::Tmpfs)
                rest.add(QStringLiteral("source"), mount.source);
            rest.add(QStringLiteral("target"), mount.target);
            rest.addSwitch("read_only", mount.readOnly);
            for (const QString &line : rest.text().split(u'\n', Qt::SkipEmptyParts))
                m_yaml.line(QStringLiteral("  ") + line);
            if (mount.kind == Kind::Volume && !mount.source.isEmpty())
                m_volumes.insert(mount.source, true);
        }
        m_yaml.close();
    }
    void writeNetworksOf(const ComposeService &service)
    {
        const RunOptions &o = service.options;
        if (isMode(o.network)) {
            m_yaml.add(QStringLiteral("network_mode"), modeOf(o.network));
            return;
        }
        QStringList names = service.networks;
        if (!o.network.isEmpty() && !names.contains(o.network))
            names.prepend(o.network);
        names.removeAll(QStringLiteral("bridge")); // the project's own takes its place
        if (names.isEmpty())
            return;
        m_yaml.open(QStringLiteral("networks"));
        for (const QString &name : std::as_const(names)) {
            const bool first = name == o.network;
            bool &fixed = m_networks[name]; // addresses want the network that has them
            fixed = fixed || (first && !o.ip.isEmpty());
            if (!first || (o.aliases.isEmpty() && o.ip.isEmpty())) {
                m_yaml.addEmpty(name);
                continue;
            }
            m_yaml.open(name);
            m_yaml.addList("aliases", o.aliases);
            m_yaml.add(QStringLiteral("ipv4_address"), o.ip);
            m_yaml.close();
        }
        m_yaml.close();
    }
    [[nodiscard]] QString modeOf(const QString &network) const
    {
        for (qsizetype i = 0; i < m_services.size(); ++i) {
            if (network == QStringLiteral("container:") + m_services[i].options.name)
                return QStringLiteral("service:") + m_names[i];
        }
        return network;
    }
    void writeLimits(const RunOptions &o)
    {
        m_yaml.addSize("mem_limit", o.memory);
        m_yaml.addSize("memswap_limit", o.memorySwap);
        m_yaml.addSize("mem_reservation", o.memoryReservation);
        if (o.cpus > 0)
            m_yaml.line(QStringLiteral("cpus: %1").arg(o.cpus, 0, 'g', 6));
        m_yaml.addNumber("cpu_shares", o.cpuShares);
        m_yaml.add(QStringLiteral("cpuset"), o.cpusetCpus);
        m_yaml.addNumber("pids_limit", o.pidsLimit);
        m_yaml.addSize("shm_size", o.shmSize);
        m_yaml.addNumber("oom_score_adj", o.oomScoreAdj);
        if (o.ulimits.isEmpty())
            return;
        m_yaml.open(QStringLiteral("ulimits"));
        for (const QString &text : o.ulimits) {
            const Result<api::ResourcesUlimit> limit = readUlimit(text);
            if (!limit)
                continue;
            m_yaml.open(QString::fromStdString(limit->name));
            m_yaml.line(QStringLiteral("soft: %1").arg(limit->soft));
            m_yaml.line(QStringLiteral("hard: %1").arg(limit->hard));
            m_yaml.close();
        }
        m_yaml.close();
    }
    void writeHealth(const HealthOption &health)
    {
        if (health == HealthOption())
            return;
        m_yaml.open(QStringLiteral("healthcheck"));
        m_yaml.addSwitch("disable", health.off);
        if (!health.command.isEmpty())
            m_yaml.addList("test", {QStringLiteral("CMD-SHELL"), health.command});
        m_yaml.add(QStringLiteral("interval"), durationOption(health.interval));
        m_yaml.add(QStringLiteral("timeout"), durationOption(health.timeout));
        m_yaml.add(QStringLiteral("start_period"), durationOption(health.startPeriod));
        m_yaml.addNumber("retries", health.retries);
        m_yaml.close();
    }
    void writeSecurity(const RunOptions &o)
    {
        m_yaml.addSwitch("read_only", o.readOnlyRoot);
        m_yaml.addSwitch("privileged", o.privileged);
        m_yaml.addList("cap_add", o.capAdd);
        m_yaml.addList("cap_drop", o.capDrop);
        m_yaml.addList("security_opt", o.securityOptions);
        m_yaml.addList("devices", o.devices);
        m_yaml.addList("group_add", o.groupAdd);
        m_yaml.addMap("sysctls", o.sysctls);
        m_yaml.addList("extra_hosts", o.extraHosts);
        m_yaml.addList("dns", o.dns);
        m_yaml.addList("dns_search", o.dnsSearch);
        m_yaml.addList("dns_opt", o.dnsOptions);
        m_yaml.add(QStringLiteral("pid"), o.pidMode);
        m_yaml.add(QStringLiteral("ipc"), o.ipcMode);
        m_yaml.add(QStringLiteral("userns_mode"), o.usernsMode);
        if (o.logDriver.isEmpty() && o.logOptions.isEmpty())
            return;
        m_yaml.open(QStringLiteral("logging"));
        m_yaml.add(QStringLiteral("driver"),
                   o.logDriver.isEmpty() ? QStringLiteral("json-file") : o.logDriver);
        m_yaml.addMap("options", o.logOptions);
        m_yaml.close();
    }
    // Those with fixed addresses are the ones that are there; the others the project makes itself.
    void writeNetworks()
    {
        if (m_networks.isEmpty())
            return;
        m_yaml.open(QStringLiteral("networks"));
        for (const auto &[name, fixed] : m_networks.asKeyValueRange()) {
            if (!fixed) {
                m_yaml.addEmpty(name);
                continue;
            }
            m_yaml.open(name);
            m_yaml.addSwitch("external", true);
            m_yaml.close();
        }
        m_yaml.close();
    }
    // By their full names: the files in them are the ones that are there.
    void writeVolumes()
    {
        if (m_volumes.isEmpty())
            return;
        m_yaml.open(QStringLiteral("volumes"));
        for (const QString &name : m_volumes.keys()) {
            m_yaml.open(name);
            m_yaml.add(QStringLiteral("name"), name);
            m_yaml.close();
        }
        m_yaml.close();
    }

    const QList<ComposeService> &m_services;
    QStringList m_names; // of the services
    QMap<QString, bool> m_networks, m_volumes;
    Yaml m_yaml;
};

} // namespace

QString composeScalar(const QString &text)
{
    // A letter or a slash first, and nothing that YAML reads as a word of its own: no number, no date, no
    // time.
    static const QRegularExpression plain(
        QStringLiteral("^[A-Za-z_/][A-Za-z0-9_./-]*(?::[A-Za-z0-9_.-]+)?$"));
    static const QSet<QString> words = {
        QStringLiteral("y"),    QStringLiteral("n"),     QStringLiteral("yes"),
        QStringLiteral("no"),   QStringLiteral("on"),    QStringLiteral("off"),
        QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("null")};
    if (plain.match(text).hasMatch() && !words.contains(text.toLower()) && !text.endsWith(u'\n'))
        return text;
    QString quoted;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\' + QString(c);
        else if (c == u'$')
            quoted += QStringLiteral("$$");
        else if (c == u'\n')
            quoted += QStringLiteral("\\n");
        else if (c == u'\t')
            quoted += QStringLiteral("\\t");
        else if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            quoted += QStringLiteral("\\x%1").arg(int(c.unicode()), 2, 16, QLatin1Char('0'));
        else
            quoted += c;
    }
    return u'"' + quoted + u'"';
}

QString composeText(const QList<ComposeService> &services)
{
    return Writer(services).run();
}

} // namespace quayside::models
