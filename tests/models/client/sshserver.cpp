#include "tests/models/client/sshserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTcpServer>
#include <QTcpSocket>

#include <pwd.h>
#include <unistd.h>

namespace quayside::test
{

namespace
{

const QString sshd = "/usr/sbin/sshd";

bool writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

SshServer::~SshServer()
{
    stop();
}

QString SshServer::missing()
{
    if (!QFileInfo(sshd).isExecutable())
        return "openssh-server";
    return ::geteuid() == 0 ? QString() : "root: sshd logs nobody else in";
}

bool SshServer::makeKey(const QString &name) const
{
    return QProcess::execute("ssh-keygen",
                             {"-q", "-t", "ed25519", "-N", "", "-f", m_folder.filePath(name)}) == 0;
}

// ssh reads the home folder of the password file, not $HOME: the program in PATH is told where to look
// instead.
QString SshServer::knownHosts() const
{
    return m_folder.filePath("known_hosts");
}

bool SshServer::start()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        return false;
    m_port = probe.serverPort();
    probe.close();
    if (!makeKey("host") || !makeKey("person") || !makeKey("stranger"))
        return false;
    QFile::copy(m_folder.filePath("person.pub"), m_folder.filePath("authorized"));
    QDir("/run").mkpath("sshd"); // where sshd locks its unprivileged half in
    writeFile(m_folder.filePath("config"),
              QStringLiteral("Port %1\nListenAddress 127.0.0.1\nHostKey %2\n"
                             "AuthorizedKeysFile %3\nStrictModes no\nUsePAM no\n"
                             "PidFile none\nPermitRootLogin yes\n"
                             "PasswordAuthentication no\n"
                             "KbdInteractiveAuthentication no\n")
                  .arg(m_port)
                  .arg(m_folder.filePath("host"), m_folder.filePath("authorized"))
                  .toUtf8());
    const QString bin = m_folder.filePath("bin");
    QDir().mkpath(bin);
    writeFile(bin + "/ssh", QStringLiteral("#!/bin/sh\nexec /usr/bin/ssh -F none -o UserKnownHostsFile=%1 "
                                           "-o IdentitiesOnly=yes -o StrictHostKeyChecking=yes \"$@\"\n")
                                .arg(knownHosts())
                                .toUtf8());
    QFile::setPermissions(bin + "/ssh", QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (const QByteArray path = qgetenv("PATH"); !path.startsWith(bin.toLocal8Bit()))
        qputenv("PATH", bin.toLocal8Bit() + ':' + path);
    qunsetenv("SSH_ASKPASS");
    qunsetenv("SSH_AUTH_SOCK");
    m_process.setStandardErrorFile(m_folder.filePath("log"));
    m_process.start(sshd, {"-D", "-e", "-f", m_folder.filePath("config")});
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 20'000 && m_process.state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost("127.0.0.1", quint16(m_port));
        if (socket.waitForConnected(200))
            return true;
        m_process.waitForFinished(50);
    }
    return false;
}

void SshServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    m_process.waitForFinished(5000);
}

QString SshServer::address(const QString &path) const
{
    const passwd *me = ::getpwuid(::geteuid());
    return QStringLiteral("ssh://%1@127.0.0.1:%2%3?identity=%4")
        .arg(QString::fromLocal8Bit(me->pw_name))
        .arg(m_port)
        .arg(path, m_folder.filePath("person"));
}

void SshServer::trustHost(bool rightKey) const
{
    const QByteArray key = contentOf(m_folder.filePath(rightKey ? "host.pub" : "stranger.pub"));
    writeFile(knownHosts(), "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + key);
}

void SshServer::distrustHost() const
{
    writeFile(knownHosts(), {});
}

QString SshServer::log() const
{
    return QString::fromLocal8Bit(contentOf(m_folder.filePath("log")));
}

} // namespace quayside::test
