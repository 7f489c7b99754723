// The printing half of runline.h.
#include "models/containers/runline.h"

#include "models/common/shellwords.h"
#include "models/common/text.h"

namespace quayside::models
{

namespace
{

// Pieces: "-p 80", "--rm", the image, a word of the command; each as the shell reads it.
class Line
{
public:
    void add(const QString &word) { m_pieces.append(quoteShellWord(word)); }
    void addIf(bool condition, const char *flag)
    {
        if (condition)
            m_pieces.append(QLatin1String(flag));
    }
    void option(const char *flag, const QString &value)
    {
        if (!value.isEmpty())
            m_pieces.append(QLatin1String(flag) + u' ' + quoteShellWord(value));
    }
    void entrypoint(const QString &word)
    {
        m_pieces.append(QStringLiteral("--entrypoint ") + quoteShellWord(word));
    }
    void options(const char *flag, const QStringList &values)
    {
        for (const QString &value : values)
            option(flag, value);
    }
    void number(const char *flag, qint64 value)
    {
        if (value != 0)
            option(flag, QString::number(value));
    }
    void size(const char *flag, qint64 bytes)
    {
        if (bytes != 0)
            option(flag, bytes < 0 ? QString::number(bytes) : sizeOption(bytes));
    }
    [[nodiscard]] const QStringList &pieces() const { return m_pieces; }

private:
    QStringList m_pieces;
};

QString portText(const PortMapping &port)
{
    QString text;
    if (!port.hostAddress.isEmpty())
        text = (port.hostAddress.contains(u':') ? u'[' + port.hostAddress + u']' : port.hostAddress) + u':';
    if (!port.hostPort.isEmpty() || !port.hostAddress.isEmpty())
        text += port.hostPort + u':';
    text += port.containerPort;
    if (port.protocol != u"tcp")
        text += u'/' + port.protocol;
    return text;
}

void printMount(const MountOption &mount, Line &line)
{
    if (mount.kind == MountOption::Kind::Tmpfs) {
        line.option("--tmpfs", mount.target + (mount.readOnly ? QStringLiteral(":ro") : QString()));
        return;
    }
    QString text = mount.source.isEmpty() ? mount.target : mount.source + u':' + mount.target;
    if (mount.readOnly)
        text += QStringLiteral(":ro");
    line.option("-v", text);
}

QString assignment(const EnvVariable &variable)
{
    return variable.value ? variable.name + u'=' + *variable.value : variable.name;
}

void printProcess(const RunOptions &options, Line &line)
{
    line.option("--name", options.name);
    line.option("--hostname", options.hostname);
    for (const PortMapping &port : options.ports)
        line.option("-p", portText(port));
    line.addIf(options.publishAll, "-P");
    line.options("--expose", options.exposed);
    for (const MountOption &mount : options.mounts)
        printMount(mount, line);
    for (const EnvVariable &variable : options.environment)
        line.option("-e", assignment(variable));
    for (const EnvVariable &label : options.labels)
        line.option("--label", assignment(label));
    line.option("--network", options.network);
    line.options("--network-alias", options.aliases);
    line.option("--ip", options.ip);
    line.option("-w", options.workingDir);
    line.option("-u", options.user);
}

void printLimits(const RunOptions &options, Line &line)
{
    line.size("-m", options.memory);
    line.size("--memory-swap", options.memorySwap);
    if (options.cpus > 0)
        line.option("--cpus", QString::number(options.cpus, 'g', 6));
    line.number("--cpu-shares", options.cpuShares);
    line.number("--pids-limit", options.pidsLimit);
    line.size("--shm-size", options.shmSize);
    if (options.restart == u"on-failure" && options.restartRetries > 0)
        line.option("--restart", QStringLiteral("on-failure:%1").arg(options.restartRetries));
    else if (options.restart != u"no")
        line.option("--restart", options.restart);
    line.option("--stop-signal", options.stopSignal);
    if (options.stopTimeout)
        line.option("--stop-timeout", QString::number(*options.stopTimeout));
    line.size("--memory-reservation", options.memoryReservation);
    line.option("--cpuset-cpus", options.cpusetCpus);
    line.options("--ulimit", options.ulimits);
    line.number("--oom-score-adj", options.oomScoreAdj);
    line.addIf(options.init, "--init");
}

void printHealthAndLog(const RunOptions &options, Line &line)
{
    const HealthOption &health = options.health;
    line.addIf(health.off, "--no-healthcheck");
    line.option("--health-cmd", health.command);
    line.option("--health-interval", durationOption(health.interval));
    line.option("--health-timeout", durationOption(health.timeout));
    line.option("--health-start-period", durationOption(health.startPeriod));
    line.number("--health-retries", health.retries);
    line.option("--log-driver", options.logDriver);
    for (const EnvVariable &option : options.logOptions)
        line.option("--log-opt", assignment(option));
}

void printSecurity(const RunOptions &options, Line &line)
{
    line.addIf(options.readOnlyRoot, "--read-only");
    line.addIf(options.privileged, "--privileged");
    line.options("--cap-add", options.capAdd);
    line.options("--cap-drop", options.capDrop);
    line.options("--security-opt", options.securityOptions);
    line.options("--device", options.devices);
    line.options("--add-host", options.extraHosts);
    line.options("--dns", options.dns);
    line.options("--dns-search", options.dnsSearch);
    line.options("--dns-option", options.dnsOptions);
    line.options("--group-add", options.groupAdd);
    for (const EnvVariable &sysctl : options.sysctls)
        line.option("--sysctl", assignment(sysctl));
    line.option("--pid", options.pidMode);
    line.option("--ipc", options.ipcMode);
    line.option("--userns", options.usernsMode);
}

} // namespace

QStringList runLinePieces(const RunOptions &options)
{
    Line line;
    line.addIf(options.interactive, "-i");
    line.addIf(options.tty, "-t");
    line.addIf(options.removeWhenEnded, "--rm");
    printProcess(options, line);
    printLimits(options, line);
    printHealthAndLog(options, line);
    printSecurity(options, line);
    if (options.entrypoint) // "" too: then the image's is not run
        line.entrypoint(*options.entrypoint);
    return line.pieces();
}

QString toRunLine(const RunOptions &options)
{
    QStringList pieces = runLinePieces(options);
    QStringList words{QStringLiteral("docker run"), QStringLiteral("-d")};
    if (options.interactive && options.tty) {
        words.last() = QStringLiteral("-dit");
        pieces.remove(0, 2);
    }
    words += pieces;
    words.append(quoteShellWord(options.image.isEmpty() ? QStringLiteral("IMAGE") : options.image));
    for (const QString &word : options.command)
        words.append(quoteShellWord(word));
    return words.join(u' ');
}

} // namespace quayside::models
