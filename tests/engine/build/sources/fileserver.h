// HTTP on 127.0.0.1 for tests of what fetches: the files of a folder, one connection after the other.
#pragma once

#include "engine/base/fd.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <filesystem>
#include <format>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace quayside::build::test
{

class FileServer
{
public:
    explicit FileServer(std::string folder)
        : m_folder(std::move(folder)), m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(m_socket.get(), reinterpret_cast<sockaddr *>(&address), size);
        ::listen(m_socket.get(), 16);
        ::getsockname(m_socket.get(), reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::jthread([this](const std::stop_token &stop) { serve(stop); });
    }
    ~FileServer()
    {
        m_thread.request_stop();
        ::shutdown(m_socket.get(), SHUT_RDWR); // ends accept()
    }
    FileServer(const FileServer &) = delete;
    FileServer &operator=(const FileServer &) = delete;

    [[nodiscard]] std::string url(const std::string &path) const
    {
        return std::format("http://127.0.0.1:{}{}", m_port, path);
    }
    // What is answered to a path, all of it, in place of a file.
    void answer(const std::string &path, const std::string &response)
    {
        const std::lock_guard lock(m_mutex);
        m_answers[path] = response;
    }
    std::vector<std::string> requests()
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    void serve(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            const Fd client(::accept4(m_socket.get(), nullptr, nullptr, SOCK_CLOEXEC));
            if (!client)
                continue;
            std::string request;
            char buffer[4096];
            for (ssize_t got = 1; got > 0 && !request.contains("\r\n\r\n");) {
                got = ::recv(client.get(), buffer, sizeof buffer, 0);
                request.append(buffer, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
            }
            const std::string response = responseTo(request);
            for (std::size_t at = 0; at < response.size();) {
                const ssize_t sent =
                    ::send(client.get(), response.data() + at, response.size() - at, MSG_NOSIGNAL);
                if (sent <= 0)
                    break;
                at += static_cast<std::size_t>(sent);
            }
        }
    }

    std::string responseTo(const std::string &request)
    {
        const std::size_t start = request.find(' ') + 1;
        const std::string path = request.substr(start, request.find_first_of(" ?", start) - start);
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
        if (const auto found = m_answers.find(path); found != m_answers.end())
            return found->second;
        std::ifstream file(m_folder + path, std::ios::binary);
        if (!file || std::filesystem::is_directory(m_folder + path))
            return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        const std::string body(std::istreambuf_iterator<char>(file), {});
        return std::format(
                   "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nLast-Modified: Wed, 21 Oct 2015 07:28:00 "
                   "GMT\r\nConnection: close\r\n\r\n",
                   body.size()) +
               body;
    }

    const std::string m_folder;
    const Fd m_socket;
    int m_port = 0;
    std::mutex m_mutex; // of what follows
    std::map<std::string, std::string> m_answers;
    std::vector<std::string> m_requests;
    std::jthread m_thread;
};

} // namespace quayside::build::test
