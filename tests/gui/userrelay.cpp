#include "tests/gui/userrelay.h"

#include <QByteArray>

#include <csignal>
#include <cstring>
#include <grp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace
{

sockaddr_un addressOf(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.constData(), sizeof address.sun_path - 1);
    return address;
}

bool passOn(int from, int to)
{
    char buffer[16 * 1024];
    const ssize_t got = ::read(from, buffer, sizeof buffer);
    for (ssize_t sent = 0; sent < got;) {
        const ssize_t count = ::write(to, buffer + sent, std::size_t(got - sent));
        if (count <= 0)
            return false;
        sent += count;
    }
    return got > 0;
}

[[noreturn]] void serve(int client, const sockaddr_un &engine)
{
    const int there = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(there, reinterpret_cast<const sockaddr *>(&engine), sizeof engine) < 0)
        ::_exit(1);
    for (bool open = true; open;) {
        pollfd ends[] = {{client, POLLIN, 0}, {there, POLLIN, 0}};
        if (::poll(ends, 2, -1) < 0)
            break;
        open = (ends[0].revents == 0 || passOn(client, there)) &&
               (ends[1].revents == 0 || passOn(there, client));
    }
    ::_exit(0);
}

[[noreturn]] void relay(std::uint32_t uid, const sockaddr_un &engine, const sockaddr_un &own)
{
    ::setpgid(0, 0); // all of them end together
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGCHLD, SIG_IGN);
    if (::setgroups(0, nullptr) < 0 || ::setresgid(uid, uid, uid) < 0 || ::setresuid(uid, uid, uid) < 0)
        ::_exit(1);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&own), sizeof own) < 0 ||
        ::listen(listener, 32) < 0)
        ::_exit(1);
    for (;;) {
        const int client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0 && ::fork() == 0)
            serve(client, engine);
        ::close(client);
    }
}

} // namespace

UserRelay::UserRelay(std::uint32_t uid, const QString &socket, const QString &own)
{
    const sockaddr_un engine = addressOf(socket.toLocal8Bit()), address = addressOf(own.toLocal8Bit());
    m_process = ::fork();
    if (m_process == 0)
        relay(uid, engine, address);
    ::setpgid(m_process, m_process);
}

UserRelay::~UserRelay()
{
    ::kill(-m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
}
