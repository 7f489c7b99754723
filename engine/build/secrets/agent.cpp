#include "engine/build/secrets/agent.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

namespace quayside::build
{
namespace
{

constexpr std::size_t lengthBytes = 4;
constexpr unsigned char requestIdentities = 11, signRequest = 13;
constexpr std::string_view failure("\0\0\0\1\5", 5); // SSH_AGENT_FAILURE

bool isUnixStream(int socket)
{
    int domain = 0, type = 0;
    socklen_t size = sizeof domain;
    const bool known = ::getsockopt(socket, SOL_SOCKET, SO_DOMAIN, &domain, &size) == 0 &&
                       ::getsockopt(socket, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
    return known && domain == AF_UNIX && type == SOCK_STREAM;
}

} // namespace

AgentMessage firstAgentMessage(std::string_view bytes)
{
    if (bytes.size() < lengthBytes)
        return {};
    std::size_t length = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i)
        length = length << 8 | static_cast<unsigned char>(bytes[i]);
    if (length > mostAgentBytes)
        return {.message = {}, .tooLong = true};
    if (bytes.size() < lengthBytes + length)
        return {};
    return {.message = bytes.substr(0, lengthBytes + length)};
}

Result<Fd> SshAgent::take(const Fd &pidfd, int number, const std::string &id)
{
    Fd socket(static_cast<int>(::syscall(SYS_pidfd_getfd, pidfd.get(), number, 0)));
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (!socket || !isUnixStream(socket.get()) ||
        ::getpeername(socket.get(), reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return fail(ErrorKind::InvalidArgument,
                    "the ssh agent {}: descriptor {} of the calling process is no connected unix socket", id,
                    number);
    return socket;
}

Result<> SshAgent::wait(short events, int stop) const
{
    std::array<pollfd, 2> ready{{{m_connection.get(), events, 0}, {stop, POLLIN, 0}}};
    while (::poll(ready.data(), ready.size(), -1) < 0)
        if (errno != EINTR)
            return failErrno(errno, "waiting for the ssh agent");
    if (ready[1].revents != 0)
        return fail(ErrorKind::Cancelled, "the step has ended");
    return {};
}

ssize_t SshAgent::send(std::string_view bytes) const
{
    iovec part{const_cast<char *>(bytes.data()), bytes.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(ucred))> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_CREDENTIALS;
    header->cmsg_len = CMSG_LEN(sizeof(ucred));
    const ucred sender{.pid = ::getpid(), .uid = m_uid, .gid = m_gid};
    std::memcpy(CMSG_DATA(header), &sender, sizeof sender);
    return ::sendmsg(m_connection.get(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

Result<std::string> SshAgent::forward(std::string_view message, int stop)
{
    while (!message.empty()) {
        const ssize_t sent = send(message);
        if (sent < 0 && errno == EAGAIN)
            CHECK(wait(POLLOUT, stop));
        else if (sent < 0 && errno != EINTR)
            return failErrno(errno, "asking the ssh agent");
        message.remove_prefix(sent > 0 ? static_cast<std::size_t>(sent) : 0);
    }
    std::string answer;
    while (true) {
        const auto first = firstAgentMessage(answer);
        if (first.tooLong || (!first.message.empty() && first.message.size() != answer.size()))
            return fail(ErrorKind::InvalidArgument, "the ssh agent said something unexpected");
        if (!first.message.empty())
            return answer;
        std::array<char, 16 * 1024> buffer;
        const ssize_t got = ::recv(m_connection.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got < 0 && errno == EAGAIN)
            CHECK(wait(POLLIN, stop));
        else if (got == 0 || (got < 0 && errno != EINTR))
            return failErrno(got == 0 ? ECONNRESET : errno, "reading from the ssh agent");
        answer.append(buffer.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    }
}

std::string SshAgent::ask(std::string_view message, int stop)
{
    const unsigned char type =
        message.size() > lengthBytes ? static_cast<unsigned char>(message[lengthBytes]) : 0;
    if (type != requestIdentities && type != signRequest)
        return std::string(failure);
    const std::scoped_lock lock(m_mutex);
    if (!m_connection)
        return std::string(failure);
    auto answer = forward(message, stop);
    if (answer)
        return *std::move(answer);
    m_connection.reset();
    return std::string(failure);
}

} // namespace quayside::build
