// A connection to a socket of this computer.
#pragma once

#include "models/client/transport.h"

#include <QLocalSocket>

namespace quayside::client
{

class LocalStream : public Stream
{
    Q_OBJECT
public:
    explicit LocalStream(const QString &path);
    ~LocalStream() override;

    void open() override { m_socket.connectToServer(m_path); }
    [[nodiscard]] bool isOpen() const override { return m_socket.state() == QLocalSocket::ConnectedState; }
    [[nodiscard]] QIODevice *device() override { return &m_socket; }
    [[nodiscard]] qint64 bytesToWrite() const override { return m_socket.bytesToWrite(); }
    void closeOutput() override;
    void abort() override { m_socket.abort(); }
    [[nodiscard]] Error problem() const override { return m_problem; }

protected:
    [[nodiscard]] QLocalSocket &socket() { return m_socket; }
    void setPath(const QString &path) { m_path = path; }
    virtual void onError(QLocalSocket::LocalSocketError error);
    virtual void onDisconnected() { emit closed(); }

    Error m_problem{ErrorKind::Unavailable, 0, {}};

private:
    QString m_path;
    QLocalSocket m_socket;
};

} // namespace quayside::client
