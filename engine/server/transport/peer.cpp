#include "engine/server/transport/peer.h"

#include "engine/base/fd.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>

#ifndef SO_PEERPIDFD
#define SO_PEERPIDFD 77
#endif

namespace quayside::server
{

namespace
{

Result<std::vector<std::uint32_t>> groupsOf(int socket)
{
    std::vector<std::uint32_t> groups(64);
    for (;;) {
        socklen_t bytes = static_cast<socklen_t>(groups.size() * sizeof(std::uint32_t));
        if (::getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, groups.data(), &bytes) == 0) {
            groups.resize(bytes / sizeof(std::uint32_t));
            return groups;
        }
        if (errno != ERANGE || bytes <= groups.size() * sizeof(std::uint32_t))
            return failErrno(errno, "reading the groups of a client");
        groups.resize(bytes / sizeof(std::uint32_t));
    }
}

struct Namespaces {
    struct stat pid{}, user{};
};

// Two processes are in one namespace when these links lead to the same inode (namespaces(7)).
Result<Namespaces> namespacesOf(const std::string &process)
{
    Namespaces found;
    for (const auto &[name, status] : {std::pair{"pid", &found.pid}, std::pair{"user", &found.user}})
        if (::stat(std::format("/proc/{}/ns/{}", process, name).c_str(), status) != 0)
            return failErrno(errno, "looking up the {} namespace of process {}", name, process);
    return found;
}

bool isSame(const struct stat &one, const struct stat &other)
{
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

std::unexpected<Error> refusal(const char *name)
{
    return fail(ErrorKind::Forbidden,
                "clients from another {} namespace are refused: use the socket from outside of the container",
                name);
}

bool hasExited(const Fd &pidfd)
{
    pollfd waiting{pidfd.get(), POLLIN, 0};
    return ::poll(&waiting, 1, 0) > 0;
}

Result<Fd> processOf(int socket)
{
    int number = -1;
    socklen_t size = sizeof number;
    if (::getsockopt(socket, SOL_SOCKET, SO_PEERPIDFD, &number, &size) == 0)
        return Fd(number);
    if (errno != ENOPROTOOPT)
        return failErrno(errno, "identifying a client");
    return Fd();
}

Result<> checkNamespaces(const Fd &pidfd, pid_t pid)
{
    static const Result<Namespaces> own = namespacesOf("self"); // an engine never changes its
    CHECK(own);
    TRY(const Namespaces theirs, namespacesOf(std::to_string(pid)));
    if (!isSame(own->pid, theirs.pid))
        return refusal("pid");
    if (!isSame(own->user, theirs.user))
        return refusal("user");
    // What was looked at is the client only if its pid was still its own afterwards.
    if (pidfd && hasExited(pidfd))
        return fail(ErrorKind::Forbidden, "the client has exited before it could be identified");
    return {};
}

} // namespace

Result<Client> clientOf(int socket)
{
    ucred credentials{};
    socklen_t size = sizeof credentials;
    if (::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0)
        return failErrno(errno, "reading the credentials of a client");
    if (credentials.pid <= 0) // its pid has no number in our pid namespace
        return fail(ErrorKind::Forbidden, "clients from another pid namespace are refused");
    TRY(Fd process, processOf(socket));
    CHECK(checkNamespaces(process, credentials.pid));
    TRY(auto groups, groupsOf(socket));
    Client client{.peer = {credentials.pid, credentials.uid, credentials.gid, std::move(groups)}};
    if (process)
        client.process = std::make_shared<const Fd>(std::move(process));
    return client;
}

} // namespace quayside::server
