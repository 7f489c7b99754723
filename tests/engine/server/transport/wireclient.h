// A blocking client of a local socket for tests: bytes out, bytes in, no protocol of its own.
#pragma once

#include "engine/base/fd.h"

#include <QEventLoop>
#include <QMetaObject>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cerrno>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace quayside::test
{

class WireClient
{
public:
    explicit WireClient(const std::string &path) : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        m_connected = ::connect(m_socket.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }

    [[nodiscard]] bool connected() const { return m_connected; }
    [[nodiscard]] int socket() const { return m_socket.get(); }

    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent < 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void endInput() { ::shutdown(m_socket.get(), SHUT_WR); }
    void close() { m_socket.reset(); }

    // At most `limit` bytes; empty: the end, an error, or nothing within `timeout` milliseconds.
    std::string read(std::size_t limit = 65536, int timeout = 5000)
    {
        pollfd waiting{m_socket.get(), POLLIN, 0};
        if (::poll(&waiting, 1, timeout) <= 0) {
            m_timedOut = true;
            return {};
        }
        std::string bytes(limit, '\0');
        const ssize_t got = ::recv(m_socket.get(), bytes.data(), bytes.size(), 0);
        bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return bytes;
    }
    // As far as `end` reaches, or until nothing more comes. What came after it is given by the next call.
    std::string readUntil(std::string_view end)
    {
        for (;;) {
            if (const auto at = m_buffer.find(end); at != std::string::npos) {
                std::string found = m_buffer.substr(0, at + end.size());
                m_buffer.erase(0, found.size());
                return found;
            }
            const std::string more = read();
            if (more.empty())
                return std::exchange(m_buffer, {});
            m_buffer += more;
        }
    }
    std::string readAll()
    {
        std::string all = std::exchange(m_buffer, {});
        for (;;) {
            const std::string more = read();
            if (more.empty())
                return all;
            all += more;
        }
    }
    // Head and a body of Content-Length.
    std::string readAnswer()
    {
        std::string answer = readUntil("\r\n\r\n");
        const auto at = answer.find("Content-Length: ");
        std::size_t left = at == std::string::npos ? 0 : std::strtoul(answer.c_str() + at + 16, nullptr, 10);
        while (left > 0) {
            if (m_buffer.empty())
                m_buffer = read();
            if (m_buffer.empty())
                return answer;
            const std::size_t taken = std::min(left, m_buffer.size());
            answer += m_buffer.substr(0, taken);
            m_buffer.erase(0, taken);
            left -= taken;
        }
        return answer;
    }
    [[nodiscard]] bool timedOut() const { return m_timedOut; }

private:
    Fd m_socket;
    bool m_connected = false, m_timedOut = false;
    std::string m_buffer;
};

// Runs `client` on a thread while the event loop serves it.
inline void whileServing(const std::function<void()> &client)
{
    QEventLoop loop;
    std::thread thread([&] {
        client();
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    thread.join();
}

} // namespace quayside::test
