// The way to an engine's socket on another computer, through the system's ssh.
#pragma once

#include "models/client/localstream.h"

#include <QPointer>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace quayside::client
{

// Runs `ssh -N -L` with a socket in a folder that only this user can enter. Keys, known hosts, agents and
// passwords (through ssh-askpass) are ssh's business.
class SshTunnel : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SshTunnel)
public:
    explicit SshTunnel(const Endpoint &endpoint);
    ~SshTunnel() override;

    [[nodiscard]] bool isOpen() const { return m_open; }
    void want(); // ends in opened() or failed(); nothing where it is open or being opened
    [[nodiscard]] QString localPath() const;
    // Why it is not open, or why a connection through it was not made.
    [[nodiscard]] Error problem() const;

    // What ssh said, as a sentence for the person.
    static Error explain(const Endpoint &endpoint, const QString &said);
    static QStringList arguments(const Endpoint &endpoint, const QString &localPath, bool mayAsk);

signals:
    void opened();
    void failed();

private:
    void start();
    void look();
    void onFinished();

    Endpoint m_endpoint;
    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_process;
    QTimer m_look;
    QString m_said; // the last of it
    bool m_open = false;
};

class SshStream final : public LocalStream
{
    Q_OBJECT
public:
    explicit SshStream(std::shared_ptr<SshTunnel> tunnel);

    void open() override;
    [[nodiscard]] Error problem() const override { return m_tunnel->problem(); }

protected:
    void onError(QLocalSocket::LocalSocketError error) override;
    void onDisconnected() override;

private:
    std::shared_ptr<SshTunnel> m_tunnel;
    bool m_waiting = false; // for the tunnel
    bool m_heard = false;   // something has come through it
};

} // namespace quayside::client
