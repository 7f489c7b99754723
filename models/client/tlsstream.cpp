#include "models/client/tlsstream.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSslCertificate>
#include <QSslKey>

#include <sys/socket.h>

namespace quayside::client
{

namespace
{

constexpr qint64 tlsReadAhead = 256 * 1024;

Result<QByteArray> readCertificateFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::InvalidArgument, "{}",
                    Endpoint::tr("The certificate file %1 cannot be read: %2")
                        .arg(path, file.errorString())
                        .toStdString());
    constexpr qint64 most = 1 << 20;
    return file.read(most);
}

Result<QSslKey> keyFrom(const QString &path)
{
    const auto bytes = readCertificateFile(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        const QSslKey key(*bytes, algorithm, QSsl::Pem);
        if (!key.isNull())
            return key;
    }
    return fail(
        ErrorKind::InvalidArgument, "{}",
        Endpoint::tr("%1 holds no private key that can be used without a password").arg(path).toStdString());
}

QString sentenceOf(const QSslError &error, const Endpoint &endpoint)
{
    const QSslCertificate shown = error.certificate();
    switch (error.error()) {
    case QSslError::HostNameMismatch:
        return Endpoint::tr(
                   "The certificate that %1 shows is made out to another name (%2): this may be another "
                   "computer")
            .arg(endpoint.host, shown.subjectInfo(QSslCertificate::CommonName).join(QStringLiteral(", ")));
    case QSslError::CertificateExpired:
        return Endpoint::tr("The certificate of %1 has expired on %2")
            .arg(endpoint.host, QLocale().toString(shown.expiryDate().date(), QLocale::ShortFormat));
    case QSslError::CertificateNotYetValid:
        return Endpoint::tr("The certificate of %1 is not valid yet: is this computer's clock right?")
            .arg(endpoint.host);
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::CertificateSignatureFailed:
        return Endpoint::tr("The certificate of %1 is not signed by the authority in %2")
            .arg(endpoint.host, QDir(endpoint.certificates).filePath(QStringLiteral("ca.pem")));
    default:
        return Endpoint::tr("The certificate of %1 is not believed: %2")
            .arg(endpoint.host, error.errorString());
    }
}

} // namespace

TlsStream::TlsStream(const Endpoint &endpoint) : m_endpoint(endpoint), m_socket(this)
{
    m_socket.setReadBufferSize(tlsReadAhead);
    if (endpoint.kind == Endpoint::Kind::Plain)
        connect(&m_socket, &QSslSocket::connected, this, &Stream::opened);
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        m_secured = true;
        emit opened();
    });
    connect(&m_socket, &QSslSocket::sslErrors, this, &TlsStream::noteErrors);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &TlsStream::onError);
    connect(&m_socket, &QSslSocket::disconnected, this, &Stream::closed);
    connect(&m_socket, &QSslSocket::bytesWritten, this, &Stream::written);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, &Stream::written);
}

TlsStream::~TlsStream()
{
    m_socket.disconnect(this);
}

// Only the authority that the folder names is believed: of the many that a browser knows any could lie.
Result<QSslConfiguration> TlsStream::configuration() const
{
    const QDir folder(m_endpoint.certificates);
    const QString authority = folder.filePath(QStringLiteral("ca.pem"));
    const auto bytes = readCertificateFile(authority);
    if (!bytes)
        return std::unexpected(bytes.error());
    const QList<QSslCertificate> authorities = QSslCertificate::fromData(*bytes, QSsl::Pem);
    if (authorities.isEmpty())
        return fail(ErrorKind::InvalidArgument, "{}",
                    Endpoint::tr("%1 holds no certificate").arg(authority).toStdString());
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setCaCertificates(authorities);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    const QString own = folder.filePath(QStringLiteral("cert.pem"));
    if (!QFile::exists(own)) // an engine that asks for none
        return configuration;
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(own, QSsl::Pem);
    if (chain.isEmpty())
        return fail(ErrorKind::InvalidArgument, "{}",
                    Endpoint::tr("%1 holds no certificate").arg(own).toStdString());
    auto key = keyFrom(folder.filePath(QStringLiteral("key.pem")));
    if (!key)
        return std::unexpected(key.error());
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(*key);
    return configuration;
}

void TlsStream::open()
{
    if (m_endpoint.kind == Endpoint::Kind::Plain) {
        m_socket.connectToHost(m_endpoint.host, m_endpoint.port);
        return;
    }
    if (!QSslSocket::supportsSsl())
        return failWith(ErrorKind::NotSupported,
                        Endpoint::tr("Qt has no TLS on this computer: install OpenSSL"));
    auto settings = configuration();
    if (!settings) {
        m_problem = settings.error();
        emit failed();
        return;
    }
    m_socket.setSslConfiguration(*settings);
    m_socket.connectToHostEncrypted(m_endpoint.host, m_endpoint.port);
}

bool TlsStream::isOpen() const
{
    return m_socket.state() == QAbstractSocket::ConnectedState &&
           (m_endpoint.kind == Endpoint::Kind::Plain || m_socket.isEncrypted());
}

void TlsStream::noteErrors(const QList<QSslError> &errors)
{
    if (errors.isEmpty())
        return;
    m_refused = true;
    m_problem = {ErrorKind::Forbidden, 0, sentenceOf(errors.first(), m_endpoint).toStdString()};
}

void TlsStream::onError(QAbstractSocket::SocketError error)
{
    const QString at = QStringLiteral("%1:%2").arg(m_endpoint.host).arg(m_endpoint.port);
    if (m_refused) {
        emit failed();
        return;
    }
    if (error == QAbstractSocket::SslHandshakeFailedError || error == QAbstractSocket::SslInternalError) {
        // With TLS 1.3 a certificate is refused after the handshake, in the middle of the first answer.
        m_problem = {ErrorKind::Forbidden, 0,
                     Endpoint::tr("%1 does not accept the certificates in %2: %3")
                         .arg(at, m_endpoint.certificates, m_socket.errorString())
                         .toStdString()};
        if (!isOpen())
            emit failed();
        return;
    }
    if (error == QAbstractSocket::RemoteHostClosedError && m_endpoint.kind == Endpoint::Kind::Tls) {
        onHungUp(at);
        return;
    }
    if (isOpen() || error == QAbstractSocket::RemoteHostClosedError)
        return;
    failWith(ErrorKind::Unavailable,
             Endpoint::tr("No engine answers at %1: %2").arg(at, m_socket.errorString()));
}

// Servers that believe nobody's certificate often just hang up, before or after the handshake.
void TlsStream::onHungUp(const QString &at)
{
    if (!m_secured) {
        failWith(ErrorKind::Unavailable,
                 Endpoint::tr("%1 hung up before the connection was secured: is TLS spoken there?").arg(at));
        return;
    }
    // closed() follows; this counts where no answer has come.
    m_problem = {
        ErrorKind::Unavailable, 0,
        Endpoint::tr("%1 hung up without an answer; perhaps it does not accept the certificates in %2")
            .arg(at, m_endpoint.certificates)
            .toStdString()};
}

void TlsStream::failWith(ErrorKind kind, const QString &sentence)
{
    m_problem = {kind, 0, sentence.toStdString()};
    emit failed();
}

// TLS ends both directions or none; the connection below can end one, and engines take that for the end of
// what they read.
void TlsStream::closeOutput()
{
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
}

} // namespace quayside::client
