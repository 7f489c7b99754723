// Tells when the other side of a socket has gone, while nobody reads from it.
#pragma once

#include "engine/base/fd.h"
#include "engine/server/transport/readiness.h"

#include <QObject>

#include <memory>

namespace quayside::server
{

// POLLHUP, which tells a closed peer from one that has only ended its own side, can't be had from a
// QSocketNotifier: the dispatchers report it only along with readiness to read, which stays up for ever after
// the peer's shutdown(SHUT_WR). An epoll instance that asks for nothing else becomes readable on hang-up
// alone.
class HangupWatch : public QObject
{
    Q_OBJECT
public:
    HangupWatch(int socket, QObject *parent);
    void setEnabled(bool enabled);
    // True where the other side is gone altogether by now.
    [[nodiscard]] static bool hasHungUp(int socket);

signals:
    void hungUp();

private:
    int m_socket;
    Fd m_epoll;
    std::unique_ptr<Readiness> m_readiness;
};

} // namespace quayside::server
