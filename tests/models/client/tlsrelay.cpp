#include "tests/models/client/tlsrelay.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace quayside::test
{

namespace
{

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

// What one side says goes to the other.
void join(QIODevice *from, QIODevice *to)
{
    QObject::connect(from, &QIODevice::readyRead, to, [from, to] { to->write(from->readAll()); });
    to->write(from->readAll());
}

} // namespace

Authority::Authority()
{
    m_made = openssl({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=authority", "-days", "2",
                      "-keyout", m_folder.filePath("ca.key"), "-out", m_folder.filePath("ca.pem")});
}

bool Authority::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.start("openssl", arguments);
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

QString Authority::issue(const QString &name, int days)
{
    const QDir folder(m_folder.filePath(QString::number(++m_count)));
    folder.mkpath(".");
    const bool address = name.contains(u'.');
    writeFile(folder.filePath("names"),
              "subjectAltName=" + QByteArray(address ? "IP:" : "DNS:") + name.toLatin1() + '\n');
    openssl({"req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=" + name, "-keyout",
             folder.filePath("key.pem"), "-out", folder.filePath("request")});
    QStringList sign{"x509",     "-req",
                     "-in",      folder.filePath("request"),
                     "-CA",      m_folder.filePath("ca.pem"),
                     "-CAkey",   m_folder.filePath("ca.key"),
                     "-out",     folder.filePath("cert.pem"),
                     "-extfile", folder.filePath("names")};
    if (days < 0)
        sign << "-not_before" << "20200101000000Z" << "-not_after" << "20200201000000Z";
    else
        sign << "-days" << QString::number(days);
    openssl(sign);
    QFile::copy(m_folder.filePath("ca.pem"), folder.filePath("ca.pem"));
    return folder.path();
}

TlsRelay::TlsRelay(const QString &certificates, const QString &socketPath) : m_socketPath(socketPath)
{
    const QDir folder(certificates);
    QSslConfiguration configuration;
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(folder.filePath("cert.pem")));
    QFile key(folder.filePath("key.pem"));
    if (key.open(QIODevice::ReadOnly))
        configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    configuration.setCaCertificates(QSslCertificate::fromPath(folder.filePath("ca.pem")));
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_server.setSslConfiguration(configuration);
    m_server.listen(QHostAddress::LocalHost);
    QObject::connect(&m_server, &QSslServer::pendingConnectionAvailable, &m_server, [this] { take(); });
}

void TlsRelay::take()
{
    auto *outside = qobject_cast<QSslSocket *>(m_server.nextPendingConnection());
    if (outside == nullptr)
        return;
    auto *inside = new QLocalSocket(outside);
    inside->connectToServer(m_socketPath);
    inside->waitForConnected(5000);
    join(outside, inside);
    join(inside, outside);
    QObject::connect(inside, &QLocalSocket::disconnected, outside, &QSslSocket::disconnectFromHost);
    QObject::connect(outside, &QSslSocket::disconnected, inside, &QLocalSocket::disconnectFromServer);
}

} // namespace quayside::test
