#include "models/client/sshtunnel.h"

#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace quayside::client
{

namespace
{

constexpr int lookMilliseconds = 25, lastWordsMilliseconds = 200;
constexpr qsizetype mostWords = 8192;

// Where passwords and unknown host keys can be asked about; "": nowhere, and ssh must not try.
QString askPass()
{
    if (const QString chosen = qEnvironmentVariable("SSH_ASKPASS"); !chosen.isEmpty())
        return chosen;
    for (const char *program : {"ksshaskpass", "ssh-askpass"}) {
        if (const QString found = QStandardPaths::findExecutable(QLatin1String(program)); !found.isEmpty())
            return found;
    }
    return {};
}

Error unavailable(const QString &sentence)
{
    return {ErrorKind::Unavailable, 0, sentence.toStdString()};
}

Error forbidden(const QString &sentence)
{
    return {ErrorKind::Forbidden, 0, sentence.toStdString()};
}

} // namespace

SshTunnel::SshTunnel(const Endpoint &endpoint) : m_endpoint(endpoint), m_process(this), m_look(this)
{
    m_look.setInterval(lookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &SshTunnel::look);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        m_said = (m_said + QString::fromLocal8Bit(m_process.readAllStandardError())).right(mostWords);
    });
    connect(&m_process, &QProcess::finished, this, &SshTunnel::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_look.stop();
        m_said = QStringLiteral("no ssh");
        emit failed();
    });
}

SshTunnel::~SshTunnel()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate(); // ssh goes at once when asked to
    constexpr int patience = 500;
    if (!m_process.waitForFinished(patience))
        m_process.kill();
}

QString SshTunnel::localPath() const
{
    return m_folder == nullptr ? QString() : m_folder->filePath(QStringLiteral("engine"));
}

QStringList SshTunnel::arguments(const Endpoint &endpoint, const QString &localPath, bool mayAsk)
{
    QStringList words{QStringLiteral("-N"), QStringLiteral("-T")};
    // A master's connection would outlive this one, and end it with itself.
    for (const char *option : {"ExitOnForwardFailure=yes", "ControlMaster=no", "ControlPath=none",
                               "ConnectTimeout=20", "ServerAliveInterval=15", "ServerAliveCountMax=3",
                               "ForwardAgent=no", "ForwardX11=no", "StreamLocalBindMask=0177"})
        words << QStringLiteral("-o") << QLatin1String(option);
    if (!mayAsk)
        words << QStringLiteral("-o") << QStringLiteral("BatchMode=yes");
    if (!endpoint.identity.isEmpty())
        words << QStringLiteral("-i") << endpoint.identity;
    if (endpoint.port != 0)
        words << QStringLiteral("-p") << QString::number(endpoint.port);
    if (!endpoint.user.isEmpty())
        words << QStringLiteral("-l") << endpoint.user;
    words << QStringLiteral("-L") << localPath + u':' + endpoint.path;
    return words << QStringLiteral("--") << endpoint.host;
}

void SshTunnel::want()
{
    if (m_process.state() == QProcess::NotRunning)
        start();
}

void SshTunnel::start()
{
    m_said.clear();
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString base = runtime.isEmpty() ? QDir::tempPath() : runtime;
    m_folder = std::make_unique<QTemporaryDir>(QDir(base).filePath(QStringLiteral("quayside-ssh-XXXXXX")));
    const QString asking = askPass();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C")); // what it says is looked at
    if (!asking.isEmpty()) {
        environment.insert(QStringLiteral("SSH_ASKPASS"), asking);
        environment.insert(QStringLiteral("SSH_ASKPASS_REQUIRE"), QStringLiteral("force"));
    }
    m_process.setProcessEnvironment(environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] {
        ::setsid(); // it must not ask in the terminal that the window was started from
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
    m_process.start(QStringLiteral("ssh"), arguments(m_endpoint, localPath(), !asking.isEmpty()));
    m_look.start();
}

// ssh makes its socket when it has logged in.
void SshTunnel::look()
{
    if (m_open || !QFileInfo::exists(localPath()))
        return;
    m_look.stop();
    m_open = true;
    emit opened();
}

void SshTunnel::onFinished()
{
    m_look.stop();
    m_said = (m_said + QString::fromLocal8Bit(m_process.readAllStandardError())).right(mostWords);
    const bool wasOpen = std::exchange(m_open, false);
    if (!wasOpen)
        emit failed();
}

Error SshTunnel::problem() const
{
    return explain(m_endpoint, m_said);
}

Error SshTunnel::explain(const Endpoint &endpoint, const QString &said)
{
    const QString computer = endpoint.computer();
    if (said == u"no ssh")
        return unavailable(
            Endpoint::tr("The program ssh is not there: install the ssh client (openssh-client)"));
    if (said.contains(u"IDENTIFICATION HAS CHANGED"))
        return forbidden(Endpoint::tr("The host key of %1 is not the one that is known: another computer may "
                                      "answer in its place. If it was set up anew: ssh-keygen -R %1")
                             .arg(endpoint.host));
    if (said.contains(u"Host key verification failed"))
        return forbidden(
            Endpoint::tr("The host key of %1 is not known yet: log in once in a terminal (ssh %2), "
                         "compare the key and say yes")
                .arg(endpoint.host, computer));
    if (said.contains(u"Permission denied"))
        return forbidden(
            Endpoint::tr("%1 does not let you in: your key must be known there (ssh-copy-id %1) and "
                         "be in the ssh agent (ssh-add)")
                .arg(computer));
    if (said.contains(u"Could not resolve hostname"))
        return unavailable(Endpoint::tr("No computer is called %1").arg(endpoint.host));
    if (said.contains(u"administratively prohibited"))
        return forbidden(Endpoint::tr("The ssh server of %1 forwards no sockets (AllowStreamLocalForwarding)")
                             .arg(endpoint.host));
    if (said.contains(u"open failed"))
        return unavailable(
            Endpoint::tr("No engine answers on %1 at %2, or %3 may not use its socket")
                .arg(endpoint.host, endpoint.path,
                     endpoint.user.isEmpty() ? Endpoint::tr("the user there") : endpoint.user));
    const QString last = said.trimmed().section(u'\n', -1).trimmed();
    if (last.isEmpty())
        return unavailable(Endpoint::tr("The connection to %1 has ended").arg(endpoint.host));
    return unavailable(Endpoint::tr("No way to %1: %2").arg(endpoint.host, last));
}

// ---- one connection through it

SshStream::SshStream(std::shared_ptr<SshTunnel> tunnel) : LocalStream({}), m_tunnel(std::move(tunnel))
{
    connect(&socket(), &QIODevice::readyRead, this, [this] { m_heard = true; });
    connect(m_tunnel.get(), &SshTunnel::failed, this, [this] {
        if (std::exchange(m_waiting, false))
            emit failed();
    });
    connect(m_tunnel.get(), &SshTunnel::opened, this, [this] {
        if (std::exchange(m_waiting, false))
            open();
    });
}

void SshStream::open()
{
    if (!m_tunnel->isOpen()) {
        m_waiting = true;
        m_tunnel->want();
        return;
    }
    setPath(m_tunnel->localPath());
    LocalStream::open();
}

void SshStream::onError(QLocalSocket::LocalSocketError error)
{
    if (!isOpen() && error != QLocalSocket::PeerClosedError)
        emit failed();
}

// Why the other computer refused comes a moment later, on ssh's other channel. One that has answered before
// just goes.
void SshStream::onDisconnected()
{
    if (m_heard)
        emit closed();
    else
        QTimer::singleShot(lastWordsMilliseconds, this, [this] { emit closed(); });
}

} // namespace quayside::client
