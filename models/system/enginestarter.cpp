#include "models/system/enginestarter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <unistd.h>

namespace quayside::models
{

namespace
{

bool systemdHasUnit()
{
    if (!QFileInfo::exists(QStringLiteral("/run/systemd/system")))
        return false;
    for (const char *folder : {"/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system",
                               "/usr/lib/systemd/system", "/lib/systemd/system"}) {
        if (QFileInfo::exists(
                QStringLiteral("%1/%2").arg(QLatin1String(folder), QLatin1String(EngineStarter::unit))))
            return true;
    }
    return false;
}

QString program(const char *name)
{
    return QStandardPaths::findExecutable(QLatin1String(name));
}

} // namespace

EngineStarter::EngineStarter(const QString &socketPath, const QString &enginePath, QObject *parent)
    : QObject(parent)
{
    choose(socketPath, enginePath);
}

void EngineStarter::choose(const QString &socketPath, const QString &enginePath)
{
    if (socketPath != QLatin1String(defaultSocket)) {
        // Another address may be another engine's (Docker's): ours must not settle there.
        m_reason =
            tr("Nothing answers at %1. Start the engine that belongs to this address; this page goes away by "
               "itself once it answers.")
                .arg(socketPath);
        return;
    }
    if (systemdHasUnit() && !program("systemctl").isEmpty()) {
        m_command = {program("systemctl"), QStringLiteral("start"),
                     QLatin1String(unit)}; // asks through polkit itself
        return;
    }
    if (enginePath.isEmpty()) {
        m_reason =
            tr("The program quayside-engine was not found. Install it, or start your engine and come back.");
        return;
    }
    const QStringList engine{enginePath};
    if (::geteuid() == 0) {
        m_command = engine;
    } else if (const QString pkexec = program("pkexec"); !pkexec.isEmpty()) {
        m_command = QStringList{pkexec} + engine;
    } else if (qEnvironmentVariableIsSet("SUDO_ASKPASS") && !program("sudo").isEmpty()) {
        m_command = QStringList{program("sudo"), QStringLiteral("-A")} + engine;
    } else {
        m_reason = tr("Starting it needs the administrator. In a terminal: sudo %1").arg(engine.join(u' '));
    }
}

void EngineStarter::start()
{
    if (m_command.isEmpty() || isStarting())
        return;
    // The engine outlives this window: its messages go to a file, and the process object is never destroyed,
    // since that would end what it stands for.
    QTemporaryFile messages(
        QDir::temp().filePath(QStringLiteral("quayside-engine-XXXXXX.log"))); // nobody can guess it
    messages.setAutoRemove(false);
    if (!messages.open()) {
        emit failed(tr("%1 cannot be written: %2").arg(messages.fileName(), messages.errorString()));
        return;
    }
    m_messages = messages.fileName();
    m_process = new QProcess;
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setStandardOutputFile(QProcess::nullDevice());
    m_process->setStandardErrorFile(m_messages, QIODevice::Truncate);
    m_process->setChildProcessModifier([] { ::setsid(); });
    connect(m_process, &QProcess::started, this, &EngineStarter::started);
    connect(m_process, &QProcess::finished, this, &EngineStarter::onFinished);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            emit failed(tr("%1 cannot be run: %2").arg(m_command.value(0), m_process->errorString()));
    });
    m_process->start(m_command.first(), m_command.mid(1));
}

void EngineStarter::forgetMessages()
{
    if (!m_messages.isEmpty())
        QFile::remove(std::exchange(m_messages, {}));
}

bool EngineStarter::isStarting() const
{
    return m_process != nullptr && m_process->state() != QProcess::NotRunning;
}

void EngineStarter::onFinished(int code)
{
    QFile file(m_messages);
    QString said;
    if (file.open(QIODevice::ReadOnly))
        said = QString::fromLocal8Bit(file.readAll()).trimmed().section(u'\n', -1);
    forgetMessages();
    if (code == 0)
        return;                     // systemctl: the unit runs
    if (code == 126 || code == 127) // pkexec: dismissed, or not authorised
        emit failed(tr("The engine was not started: permission was not given."));
    else
        emit failed(said.isEmpty() ? tr("The engine ended at once, with code %1.").arg(code)
                                   : tr("The engine did not start: %1").arg(said));
}

} // namespace quayside::models
