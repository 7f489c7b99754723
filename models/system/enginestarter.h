// Starts our engine: through its systemd unit where there is one, else as root through pkexec or sudo -A.
#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>

namespace quayside::models
{

class EngineStarter : public QObject
{
    Q_OBJECT

public:
    // socketPath: where the window expects the engine. enginePath: of quayside-engine; "" where it was not
    // found.
    EngineStarter(const QString &socketPath, const QString &enginePath, QObject *parent = nullptr);

    // The command that start() would run; empty: there is no way, and reason() says why.
    [[nodiscard]] QStringList command() const { return m_command; }
    [[nodiscard]] const QString &reason() const { return m_reason; }
    [[nodiscard]] bool isStarting() const;

    void start();
    // The engine answers: what it said at its start is of no more interest.
    void forgetMessages();

    static constexpr const char *defaultSocket = "/run/quayside/engine.sock";
    static constexpr const char *unit = "quayside-engine.service";

signals:
    void started(); // the command is under way; the engine's socket tells the rest
    void failed(const QString &sentence);

private:
    void onFinished(int code);
    void choose(const QString &socketPath, const QString &enginePath);

    QStringList m_command;
    QString m_reason;
    QString m_messages; // file with what the command says
    QProcess *m_process = nullptr;
};

} // namespace quayside::models
