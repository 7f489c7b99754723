#include "engine/build/secrets/relay.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace quayside::build
{
namespace
{

constexpr const char *name = "agent";
constexpr std::size_t mostClients = 32;
constexpr int answerMilliseconds = 5000; // for which a client may leave its answer unread
constexpr int pauseMilliseconds = 200;   // until a client that there was no room for is tried again

bool sendAll(int socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        pollfd ready{socket, POLLOUT, 0};
        if (sent < 0 && errno == EAGAIN) {
            if (::poll(&ready, 1, answerMilliseconds) <= 0)
                return false;
        } else if (sent < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(sent > 0 ? static_cast<std::size_t>(sent) : 0);
    }
    return true;
}

} // namespace

Result<std::unique_ptr<AgentRelay>> AgentRelay::start(std::shared_ptr<SshAgent> agent, const Fd &folder,
                                                      const Owner &owner)
{
    Fd listening(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    Fd stop(::eventfd(0, EFD_CLOEXEC));
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    // The folder's own path may be longer than an address can be.
    std::snprintf(address.sun_path, sizeof address.sun_path, "/proc/self/fd/%d/%s", folder.get(), name);
    if (!listening || !stop ||
        ::bind(listening.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::fchownat(folder.get(), name, owner.uid, owner.gid, AT_SYMLINK_NOFOLLOW) != 0 ||
        ::fchmodat(folder.get(), name, owner.mode & 07777, 0) != 0 || ::listen(listening.get(), 16) != 0)
        return failErrno(errno, "making the socket of the ssh agent");
    Fd file(::openat(folder.get(), name, O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!file)
        return failErrno(errno, "opening the socket of the ssh agent");
    return std::make_unique<AgentRelay>(std::move(agent), std::move(listening), std::move(stop),
                                        std::move(file));
}

AgentRelay::AgentRelay(std::shared_ptr<SshAgent> agent, Fd listening, Fd stop, Fd file)
    : m_agent(std::move(agent)), m_listening(std::move(listening)), m_stop(std::move(stop)),
      m_file(std::make_shared<const Fd>(std::move(file))), m_thread([this] { serve(); })
{
}

AgentRelay::~AgentRelay()
{
    const std::uint64_t one = 1;
    (void)!::write(m_stop.get(), &one, sizeof one);
}

bool AgentRelay::accept(std::vector<Client> &clients) const
{
    Fd socket(::accept4(m_listening.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!socket)
        return errno != EMFILE && errno != ENFILE && errno != ENOBUFS && errno != ENOMEM;
    clients.push_back({std::move(socket), {}});
    return true;
}

bool AgentRelay::answer(Client &client) const
{
    std::array<char, 16 * 1024> buffer;
    const ssize_t got = ::recv(client.socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got < 0)
        return errno == EAGAIN || errno == EINTR;
    if (got == 0)
        return false;
    client.bytes.append(buffer.data(), static_cast<std::size_t>(got));
    while (true) {
        const auto first = firstAgentMessage(client.bytes);
        if (first.tooLong)
            return false;
        if (first.message.empty())
            return true;
        if (!sendAll(client.socket.get(), m_agent->ask(first.message, m_stop.get())))
            return false;
        client.bytes.erase(0, first.message.size());
    }
}

void AgentRelay::serve()
{
    std::vector<Client> clients;
    bool room = true; // without it the client that waits would make poll(2) return at once, for ever
    while (true) {
        const bool listens = room && clients.size() < mostClients;
        std::vector<pollfd> ready{{m_stop.get(), POLLIN, 0}};
        for (const auto &client : clients)
            ready.push_back({client.socket.get(), POLLIN, 0});
        if (listens)
            ready.push_back({m_listening.get(), POLLIN, 0});
        if (::poll(ready.data(), ready.size(), room ? -1 : pauseMilliseconds) < 0 && errno != EINTR)
            return;
        if (ready.front().revents != 0)
            return;
        const bool asked = listens && ready.back().revents != 0;
        std::size_t index = 1;
        std::erase_if(clients,
                      [&](Client &client) { return ready[index++].revents != 0 && !answer(client); });
        room = !asked || accept(clients);
    }
}

} // namespace quayside::build
