// The printing half of runline.h.
#include "models/containers/runline.h"

#include "models/common/shellwords.h"
#include "models/common/text.h"

namespace quayside::models
{

namespace
{

class Line
{
public:
    void add(const QString &word) { m_words.append(word); }
    void addIf(bool condition, const char *flag)
    {
        if (condition)
            m_words.append(QLatin1String(flag));
    }
    void option(const char *flag, const QString &value)
    {
        if (!value.isEmpty())
            m_words << QLatin1String(flag) << value;
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
    [[nodiscard]] QString text() const { return joinShellWords(m_words); }

private:
    QStringList m_words;
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
    line.addIf(options.init, "--init");
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
    line.option("--pid", options.pidMode);
    line.option("--ipc", options.ipcMode);
    line.option("--userns", options.usernsMode);
}

} // namespace

QString toRunLine(const RunOptions &options)
{
    Line line;
    line.add(QStringLiteral("docker"));
    line.add(QStringLiteral("run"));
    line.add(options.interactive && options.tty ? QStringLiteral("-dit") : QStringLiteral("-d"));
    line.addIf(options.interactive && !options.tty, "-i");
    line.addIf(options.tty && !options.interactive, "-t");
    line.addIf(options.removeWhenEnded, "--rm");
    printProcess(options, line);
    printLimits(options, line);
    printSecurity(options, line);
    if (options.entrypoint) {
        line.add(QStringLiteral("--entrypoint"));
        line.add(*options.entrypoint);
    }
    line.add(options.image.isEmpty() ? QStringLiteral("IMAGE") : options.image);
    for (const QString &word : options.command)
        line.add(word);
    return line.text();
}

} // namespace quayside::models
