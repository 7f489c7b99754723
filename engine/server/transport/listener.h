// The engine's socket.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/server/router.h"
#include "engine/server/transport/limits.h"

#include <QLocalServer>
#include <QSocketNotifier>
#include <QTimer>

#include <map>
#include <memory>
#include <set>
#include <string>

namespace quayside::server
{

class Connection;

class Listener : public QLocalServer
{
    Q_OBJECT
public:
    // The router outlives the listener.
    explicit Listener(const Router &router, const TransportLimits &limits = {}, QObject *parent = nullptr);
    // Ends all connections and waits for their transfers and calls.
    ~Listener() override;

    // Makes the socket's folder where it is missing (0755) and the socket (0666: who may do what is decided
    // by peer, for each request). A socket that nobody listens on is replaced. Conflict: somebody listens
    // there.
    Result<> open(const std::string &path);
    [[nodiscard]] std::size_t connections() const { return m_connections.size(); }

protected:
    void incomingConnection(quintptr socket) override;

private:
    Result<Fd> bind(const std::string &path) const;
    void checkAlive();
    [[nodiscard]] int connectionsOf(std::uint32_t uid) const;

    const Router &m_router;
    TransportLimits m_limits;
    std::string m_path;
    std::set<Connection *> m_connections; // children
    Fd m_socket;                          // a duplicate of what QLocalServer has
    std::unique_ptr<QSocketNotifier> m_guard;
};

} // namespace quayside::server
