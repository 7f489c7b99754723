#include "engine/networks/dns/connection.h"

#include <sys/socket.h>

#include <array>

namespace quayside::networks::dns
{

// A question is short; answers that nobody reads are not kept for ever.
constexpr std::size_t mostQuestion = 4096, mostUnread = 512 * 1024;

bool Connection::read(const std::function<void(Bytes)> &message)
{
    std::array<std::uint8_t, 8192> buffer;
    const auto size = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
    if (size <= 0)
        return size < 0 && (errno == EAGAIN || errno == EINTR);
    m_in.insert(m_in.end(), buffer.data(), buffer.data() + size);
    std::size_t at = 0;
    while (m_in.size() - at >= 2) {
        const std::size_t length = m_in[at] << 8 | m_in[at + 1];
        if (length > mostQuestion)
            return false;
        if (m_in.size() - at - 2 < length)
            break;
        const auto start = m_in.begin() + static_cast<std::ptrdiff_t>(at + 2);
        message(Bytes(start, start + static_cast<std::ptrdiff_t>(length)));
        at += 2 + length;
    }
    m_in.erase(m_in.begin(), m_in.begin() + static_cast<std::ptrdiff_t>(at));
    return true;
}

bool Connection::answer(const Bytes &message)
{
    if (m_out.size() + message.size() > mostUnread)
        return false;
    m_out.push_back(static_cast<std::uint8_t>(message.size() >> 8));
    m_out.push_back(static_cast<std::uint8_t>(message.size()));
    m_out.insert(m_out.end(), message.begin(), message.end());
    return write();
}

bool Connection::write()
{
    const auto sent = ::send(m_socket.get(), m_out.data(), m_out.size(), MSG_NOSIGNAL);
    if (sent < 0)
        return errno == EAGAIN || errno == EINTR;
    m_out.erase(m_out.begin(), m_out.begin() + sent);
    return true;
}

} // namespace quayside::networks::dns
