// A server on 127.0.0.1 that answers each request with the bytes that a test gives for it.
#pragma once

#include "engine/base/fd.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace quayside::test
{

class StubServer
{
public:
    struct Answer {
        std::string bytes;  // head and body
        bool holds = false; // then nothing more comes, and the connection stays
    };
    using Handler = std::function<Answer(const std::string &request)>; // on the server's threads

    explicit StubServer(Handler handler)
        : m_handler(std::move(handler)), m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{
            .sin_family = AF_INET, .sin_port = 0, .sin_addr = {htonl(INADDR_LOOPBACK)}, .sin_zero = {}};
        socklen_t length = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_listener.get(), generic, length) == 0 && ::listen(m_listener.get(), 16) == 0)
            ::getsockname(m_listener.get(), generic, &length);
        m_port = ntohs(address.sin_port);
        m_acceptor = std::jthread([this](const std::stop_token &stop) { accept(stop); });
    }
    ~StubServer()
    {
        m_acceptor = {};
        m_connections.clear();
    }

    [[nodiscard]] std::string place() const { return "127.0.0.1:" + std::to_string(m_port); }
    // Lines and headers of all requests, in small letters.
    [[nodiscard]] std::vector<std::string> asked() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_asked;
    }

    // Bytes of all answers that their receivers' kernel, or a client, has taken so far.
    [[nodiscard]] std::size_t sent() const { return m_sent; }

    static std::string reply(const std::string &status, const std::string &headers, const std::string &body,
                             std::size_t length)
    {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + std::to_string(length) +
               "\r\n\r\n" + body;
    }
    static std::string reply(const std::string &status, const std::string &headers = {},
                             const std::string &body = {})
    {
        return reply(status, headers, body, body.size());
    }

private:
    static bool readable(int fd, const std::stop_token &stop)
    {
        pollfd waiting{.fd = fd, .events = POLLIN, .revents = 0};
        while (!stop.stop_requested())
            if (::poll(&waiting, 1, 20) > 0)
                return true;
        return false;
    }
    void accept(const std::stop_token &stop)
    {
        while (readable(m_listener.get(), stop)) {
            const int fd = ::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC);
            m_connections.emplace_back([this, fd](const std::stop_token &ended) { serve(Fd(fd), ended); });
        }
    }
    void send(int fd, std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t count =
                ::send(fd, bytes.data(), std::min<std::size_t>(bytes.size(), 65536), MSG_NOSIGNAL);
            if (count <= 0)
                return;
            m_sent += static_cast<std::size_t>(count);
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    void serve(const Fd &connection, const std::stop_token &stop)
    {
        std::string request;
        char buffer[4096];
        while (readable(connection.get(), stop)) {
            const ssize_t got = ::recv(connection.get(), buffer, sizeof buffer, 0);
            if (got <= 0)
                return;
            request.append(buffer, static_cast<std::size_t>(got));
            if (!request.contains("\r\n\r\n"))
                continue;
            if (!request.starts_with("GET ")) // the beginning of TLS: there is none here
                return;
            std::ranges::transform(request, request.begin(),
                                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            {
                const std::scoped_lock lock(m_mutex);
                m_asked.push_back(request);
            }
            const Answer answer = m_handler(request);
            send(connection.get(), answer.bytes);
            while (answer.holds && readable(connection.get(), stop))
                if (::recv(connection.get(), buffer, sizeof buffer, 0) <= 0)
                    return;
            request.clear();
        }
    }

    const Handler m_handler;
    const Fd m_listener;
    int m_port = 0;
    std::atomic<std::size_t> m_sent = 0;
    mutable std::mutex m_mutex; // of what comes next
    std::vector<std::string> m_asked;
    std::vector<std::jthread> m_connections; // of the acceptor, then of the destructor
    std::jthread m_acceptor;
};

} // namespace quayside::test
