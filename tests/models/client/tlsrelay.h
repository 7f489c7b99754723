// TLS in front of an engine's socket, with an authority of the test's own.
#pragma once

#include <QSslServer>
#include <QString>
#include <QTemporaryDir>

namespace quayside::test
{

// Certificates as Docker keeps them: ca.pem, cert.pem, key.pem in one folder.
class Authority
{
public:
    Authority(); // an authority of its own
    [[nodiscard]] bool isMade() const { return m_made; }
    // A folder with a certificate for this name. days < 0: it has expired.
    QString issue(const QString &name, int days = 2);

private:
    bool openssl(const QStringList &arguments) const;
    QTemporaryDir m_folder;
    bool m_made = false;
    int m_count = 0;
};

// Whoever comes must show a certificate of the same authority.
class TlsRelay
{
public:
    TlsRelay(const QString &certificates, const QString &socketPath);
    [[nodiscard]] bool isListening() const { return m_server.isListening(); }
    [[nodiscard]] int port() const { return m_server.serverPort(); }

private:
    void take();
    QSslServer m_server;
    QString m_socketPath;
};

} // namespace quayside::test
