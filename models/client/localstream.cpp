#include "models/client/localstream.h"

#include <sys/socket.h>

namespace quayside::client
{

namespace
{
// What isn't read stays in the kernel, and holds the engine back.
constexpr qint64 readAhead = 256 * 1024;
} // namespace

LocalStream::LocalStream(const QString &path) : m_path(path), m_socket(this)
{
    m_socket.setReadBufferSize(readAhead);
    connect(&m_socket, &QLocalSocket::connected, this, &Stream::opened);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, &LocalStream::onError);
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] { onDisconnected(); });
    connect(&m_socket, &QLocalSocket::bytesWritten, this, &Stream::written);
}

LocalStream::~LocalStream()
{
    m_socket.disconnect(this);
}

void LocalStream::onError(QLocalSocket::LocalSocketError error)
{
    if (isOpen() || error == QLocalSocket::PeerClosedError)
        return;
    const std::string path = m_path.toStdString();
    m_problem =
        error == QLocalSocket::SocketAccessError
            ? Error{ErrorKind::Forbidden, 0, std::format("no permission to use the engine's socket {}", path)}
            : Error{ErrorKind::Unavailable, 0,
                    std::format("no engine answers at {}: {}", path, m_socket.errorString().toStdString())};
    emit failed();
}

// QLocalSocket can't end one direction only.
void LocalStream::closeOutput()
{
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
}

} // namespace quayside::client
