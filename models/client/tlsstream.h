// A connection over TCP: with TLS, verified both ways; without it only to this computer.
#pragma once

#include "models/client/transport.h"

#include <QSslConfiguration>
#include <QSslSocket>

namespace quayside::client
{

class TlsStream final : public Stream
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TlsStream)
public:
    explicit TlsStream(const Endpoint &endpoint);
    ~TlsStream() override;

    void open() override;
    [[nodiscard]] bool isOpen() const override;
    [[nodiscard]] QIODevice *device() override { return &m_socket; }
    [[nodiscard]] qint64 bytesToWrite() const override
    {
        return m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite();
    }
    void closeOutput() override;
    void abort() override { m_socket.abort(); }
    [[nodiscard]] Error problem() const override { return m_problem; }

private:
    Result<QSslConfiguration> configuration() const;
    void noteErrors(const QList<QSslError> &errors);
    void onError(QAbstractSocket::SocketError error);
    void onHungUp(const QString &at);
    void failWith(ErrorKind kind, const QString &sentence);

    Endpoint m_endpoint;
    QSslSocket m_socket;
    Error m_problem{ErrorKind::Unavailable, 0, {}};
    bool m_secured = false; // the handshake is over
    bool m_refused = false; // what the other end showed was not believed: m_problem says why
};

} // namespace quayside::client
