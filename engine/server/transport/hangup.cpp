#include "engine/server/transport/hangup.h"

#include <poll.h>
#include <sys/epoll.h>

namespace quayside::server
{

HangupWatch::HangupWatch(int socket, QObject *parent) : QObject(parent), m_socket(socket) {}

void HangupWatch::setEnabled(bool enabled)
{
    if (enabled && !m_readiness) {
        m_epoll.reset(::epoll_create1(EPOLL_CLOEXEC));
        epoll_event event{}; // EPOLLHUP and EPOLLERR are always told
        if (!m_epoll || ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_socket, &event) != 0)
            return; // out of descriptors: the next write tells instead
        m_readiness = std::make_unique<Readiness>(m_epoll.get());
        connect(m_readiness.get(), &Readiness::activated, this, [this] {
            setEnabled(false);
            emit hungUp();
        });
    } else if (!enabled && m_readiness) {
        m_readiness->setEnabled(false);
        m_readiness.release()->deleteLater();
        m_epoll.reset();
    }
}

bool HangupWatch::hasHungUp(int socket)
{
    pollfd state{socket, 0, 0};
    return ::poll(&state, 1, 0) > 0 && (state.revents & (POLLHUP | POLLERR)) != 0;
}

} // namespace quayside::server
