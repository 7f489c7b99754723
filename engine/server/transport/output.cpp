#include "engine/server/transport/output.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace quayside::server
{

namespace
{
constexpr std::size_t piecesAtOnce = 16;
}

Output::Output(int socket, QObject *parent) : QObject(parent), m_socket(socket) {}

void Output::stop()
{
    m_stopped = true;
    m_queue.clear();
    m_queued = 0;
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // this may be called from its own signal
    }
}

std::size_t Output::send(std::span<const std::string_view> pieces)
{
    std::array<iovec, piecesAtOnce> vectors{};
    std::size_t count = 0;
    for (const std::string_view piece : pieces)
        if (!piece.empty() && count < vectors.size())
            vectors[count++] = {const_cast<char *>(piece.data()), piece.size()};
    msghdr message{};
    message.msg_iov = vectors.data();
    message.msg_iovlen = count;
    for (;;) {
        const ssize_t taken = ::sendmsg(m_socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (taken >= 0)
            return static_cast<std::size_t>(taken);
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN) {
            stop();
            QMetaObject::invokeMethod(this, &Output::broken, Qt::QueuedConnection);
        }
        return 0;
    }
}

void Output::write(std::string_view first, std::string_view second, std::string_view third)
{
    if (m_stopped)
        return;
    std::array<std::string_view, 3> pieces{first, second, third};
    std::size_t taken = m_queue.empty() ? send(pieces) : 0;
    if (m_stopped)
        return;
    for (std::string_view piece : pieces) {
        const std::size_t gone = std::min(taken, piece.size());
        taken -= gone;
        piece.remove_prefix(gone);
        if (piece.empty())
            continue;
        m_queue.emplace_back(piece.data(), static_cast<qsizetype>(piece.size()));
        m_queued += piece.size();
    }
    if (!m_queue.empty() && !m_notifier) {
        m_notifier = std::make_unique<QSocketNotifier>(m_socket, QSocketNotifier::Write);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &Output::flush);
    }
}

void Output::flush()
{
    std::array<std::string_view, piecesAtOnce> pieces{};
    std::size_t count = 0;
    for (auto piece = m_queue.begin(); piece != m_queue.end() && count < pieces.size(); ++piece)
        pieces[count++] = {piece->constData(), static_cast<std::size_t>(piece->size())};
    if (count > 0)
        pieces[0].remove_prefix(m_offset);
    std::size_t taken = send(std::span(pieces).first(count));
    if (m_stopped)
        return;
    m_queued -= taken;
    taken += m_offset;
    while (!m_queue.empty() && taken >= static_cast<std::size_t>(m_queue.front().size())) {
        taken -= static_cast<std::size_t>(m_queue.front().size());
        m_queue.pop_front();
    }
    m_offset = taken;
    if (m_queue.empty() && m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater();
    }
    emit sent();
}

} // namespace quayside::server
