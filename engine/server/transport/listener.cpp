#include "engine/server/transport/listener.h"

#include "engine/server/httpstatus.h"
#include "engine/server/transport/connection.h"
#include "engine/server/transport/head.h"
#include "engine/server/transport/peer.h"
#include "engine/server/workers.h"

#include <QLoggingCategory>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <filesystem>

Q_LOGGING_CATEGORY(logTransport, "quayside.server.transport")

namespace quayside::server
{

namespace
{

constexpr std::chrono::milliseconds retryPause{200};

Result<sockaddr_un> addressOf(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return fail(ErrorKind::InvalidArgument, "the socket's path {} is longer than {} bytes", path,
                    sizeof address.sun_path - 1);
    std::ranges::copy(path, address.sun_path);
    return address;
}

const sockaddr *generic(const sockaddr_un &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

// NotFound: nothing is there, or nobody listens any more.
Result<> probe(const std::string &path)
{
    TRY(const sockaddr_un address, addressOf(path));
    const Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket)
        return failErrno(errno, "making a socket");
    if (::connect(socket.get(), generic(address), sizeof address) == 0 || errno == EAGAIN)
        return {};
    if (errno == ENOENT || errno == ECONNREFUSED)
        return fail(ErrorKind::NotFound, "nobody listens on {}", path);
    return failErrno(errno, "looking who listens on {}", path);
}

// A refused connection must not hold a descriptor, so nothing waits for its request.
void hangUp(const Fd &socket, std::string_view why)
{
    const Response response = errorResponse({ErrorKind::Unavailable, 0, std::string(why)});
    const std::string bytes = write({.status = response.status,
                                     .contentType = response.contentType,
                                     .length = response.body.size(),
                                     .close = true}) +
                              response.body;
    (void)::send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

// Half of the descriptors that this process may have are left to everything else.
int affordableConnections(int wanted)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return wanted;
    return static_cast<int>(std::min<rlim_t>(static_cast<rlim_t>(wanted), limit.rlim_cur / 2));
}

} // namespace

Listener::Listener(const Router &router, const TransportLimits &limits, QObject *parent)
    : QLocalServer(parent), m_router(router), m_limits(limits)
{
}

Listener::~Listener()
{
    m_guard.reset();
    QLocalServer::close();
    if (!m_path.empty())
        ::unlink(m_path.c_str());
    for (Connection *connection : std::set(m_connections))
        connection->shutDown();
    transferThreads().waitForDone();
    workers().waitForDone();
    for (Connection *connection : std::set(m_connections))
        delete connection;
}

// Bound under another name and renamed when it is ready: there is no moment with wrong permissions, and
// QLocalServer, which removes the name that it finds on the socket, leaves the real one to us.
Result<Fd> Listener::bind(const std::string &path) const
{
    const std::string unready = std::format("{}.{}", path, ::getpid());
    TRY(const sockaddr_un address, addressOf(unready));
    Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket)
        return failErrno(errno, "making a socket");
    ::unlink(unready.c_str());
    if (::bind(socket.get(), generic(address), sizeof address) != 0)
        return failErrno(errno, "making the socket {}", path);
    if (::chmod(unready.c_str(), 0666) != 0 || ::listen(socket.get(), SOMAXCONN) != 0 ||
        ::rename(unready.c_str(), path.c_str()) != 0) {
        const int error = errno;
        ::unlink(unready.c_str());
        return failErrno(error, "making the socket {}", path);
    }
    return socket;
}

Result<> Listener::open(const std::string &path)
{
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
    if (error)
        return failErrno(error.value(), "making the folder of the socket {}", path);
    if (auto listening = probe(path); listening)
        return fail(ErrorKind::Conflict, "another engine listens on {}: stop it, or choose another --socket",
                    path);
    else if (listening.error().kind != ErrorKind::NotFound)
        return std::unexpected(listening.error());
    TRY(Fd socket, bind(path));
    m_path = path;
    m_limits.connections = affordableConnections(m_limits.connections);
    m_socket.reset(::fcntl(socket.get(), F_DUPFD_CLOEXEC, 0));
    if (!m_socket || !listen(socket.get()))
        return fail(ErrorKind::Internal, "listening on {}: {}", path, errorString().toStdString());
    (void)socket.release();
    m_guard = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read);
    connect(m_guard.get(), &QSocketNotifier::activated, this, &Listener::checkAlive);
    return {};
}

// QLocalServer stops for good when accept(2) fails, as it does while the process is out of descriptors. Every
// connection attempt comes by here too, so it is noticed and repaired without a timer that always runs.
void Listener::checkAlive()
{
    if (isListening())
        return;
    m_guard->setEnabled(false);
    qCWarning(logTransport, "cannot take more connections at the moment: %s", qPrintable(errorString()));
    QTimer::singleShot(retryPause, this, [this] {
        Fd socket(::fcntl(m_socket.get(), F_DUPFD_CLOEXEC, 0));
        if (socket && listen(socket.get()))
            (void)socket.release();
        m_guard->setEnabled(true);
    });
}

int Listener::connectionsOf(std::uint32_t uid) const
{
    return static_cast<int>(
        std::ranges::count_if(m_connections, [&](const Connection *one) { return one->peer().uid == uid; }));
}

void Listener::incomingConnection(quintptr number)
{
    Fd socket(static_cast<int>(number));
    ::fcntl(socket.get(), F_SETFD, FD_CLOEXEC);
    ::fcntl(socket.get(), F_SETFL, O_NONBLOCK | ::fcntl(socket.get(), F_GETFL));
    if (static_cast<int>(m_connections.size()) >= m_limits.connections)
        return hangUp(socket, "too many connections");
    auto client = clientOf(socket.get());
    Client known = client.value_or(Client{.peer = {0, 0xFFFFFFFF, 0xFFFFFFFF, {}}});
    if (!known.peer.isRoot() && connectionsOf(known.peer.uid) >= m_limits.connectionsOfUser)
        return hangUp(socket, "too many connections of one user");
    auto *connection = new Connection(std::move(socket), std::move(known), m_router, m_limits, this);
    if (!client)
        connection->refuse(client.error());
    m_connections.insert(connection);
    connect(connection, &Connection::ended, this, [this, connection] { m_connections.erase(connection); });
}

} // namespace quayside::server
