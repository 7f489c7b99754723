#include "engine/access/hostpath.h"

#include "engine/access/opensource.h"

#include <climits>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace quayside::access
{

namespace
{

constexpr int answerTimeoutMs = 5000;

std::unexpected<Error> notThere(const std::string &path)
{
    return fail(ErrorKind::NotFound, "bind source path does not exist: {}", path);
}

// One byte of errno's and, where it is 0, the descriptor.
void sendAnswer(int socket, int fd, int errnum)
{
    unsigned char code = static_cast<unsigned char>(errnum);
    iovec part{&code, 1};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (fd >= 0) {
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        ::memcpy(CMSG_DATA(header), &fd, sizeof fd);
    }
    while (::sendmsg(socket, &message, MSG_NOSIGNAL) < 0 && errno == EINTR) {
    }
}

struct Credentials {
    uid_t uid;
    gid_t gid;
    const gid_t *groups;
    std::size_t groupCount;
};

// The raw system calls: glibc's wrappers would first synchronise with threads that this child does not have.
bool becomeCaller(const Credentials &who)
{
    return ::syscall(SYS_setgroups, who.groupCount, who.groups) == 0 &&
           ::syscall(SYS_setresgid, who.gid, who.gid, who.gid) == 0 &&
           ::syscall(SYS_setresuid, who.uid, who.uid, who.uid) == 0 && dropCapabilities();
}

// Between fork and _exit of a threaded process: async-signal-safe calls only (signal-safety(7)).
[[noreturn]] void childMain(int socket, const Credentials &who, const SourceWanted &wanted)
{
    // Nothing of the engine's goes along: its lock and the ports that it holds must not outlive it in here.
    ::syscall(SYS_close_range, 3, socket - 1, 0);
    ::syscall(SYS_close_range, socket + 1, ~0U, 0);
    if (!becomeCaller(who)) {
        sendAnswer(socket, -1, EPERM);
        ::_exit(1);
    }
    int errnum = 0;
    const int fd = openSource(wanted, &errnum);
    sendAnswer(socket, fd, errnum);
    ::_exit(0);
}

Result<Fd> receiveAnswer(int socket, const std::string &path)
{
    pollfd waiting{socket, POLLIN, 0};
    int ready;
    do
        ready = ::poll(&waiting, 1, answerTimeoutMs);
    while (ready < 0 && errno == EINTR);
    if (ready <= 0)
        return fail(ErrorKind::Unavailable, "opening {}: its file system does not answer", path);
    unsigned char code = 0;
    iovec part{&code, 1};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    if (::recvmsg(socket, &message, MSG_CMSG_CLOEXEC) != 1)
        return notThere(path);
    Fd fd;
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        int received = -1;
        if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) {
            ::memcpy(&received, CMSG_DATA(header), sizeof received);
            fd.reset(received);
        }
    }
    if (code == EINVAL)
        return fail(ErrorKind::Forbidden, "only root may bind a device into a container: {}", path);
    if (code != 0 || !fd)
        return notThere(path);
    return fd;
}

// The caller can signal a process that has its uid (a stopped one must not hold the engine up), and one that
// waits for a dead file system may not go at once: it is waited for with a bound.
void endChild(pid_t child)
{
    const Fd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
    ::kill(child, SIGKILL);
    pollfd ended{pidfd.get(), POLLIN, 0};
    ::poll(&ended, 1, 1000);
    ::waitpid(child, nullptr, WNOHANG);
}

Result<Fd> openInChild(const Peer &peer, const HostPathRequest &request, const SourceWanted &wanted)
{
    int pair[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0)
        return failErrno(errno, "opening {} as user {}", request.path, peer.uid);
    Fd mine(pair[0]), theirs(pair[1]);
    const Credentials who{peer.uid, peer.gid, peer.groups.data(), peer.groups.size()};
    const pid_t child = ::_Fork(); // no atfork handlers: they may want a lock that another thread holds
    if (child < 0)
        return failErrno(errno, "opening {} as user {}", request.path, peer.uid);
    if (child == 0)
        childMain(theirs.get(), who, wanted);
    theirs.reset();
    auto answer = receiveAnswer(mine.get(), request.path);
    endChild(child);
    return answer;
}

} // namespace

Result<Fd> openHostPath(const Peer &peer, const HostPathRequest &request)
{
    if (request.path.empty() || request.path.front() != '/' || request.path.size() >= PATH_MAX ||
        request.path.find('\0') != std::string::npos)
        return fail(ErrorKind::InvalidArgument, "invalid mount path: '{}' mount path must be absolute",
                    request.path);
    const SourceWanted wanted{request.path.c_str(), request.writable, request.create, peer.isRoot()};
    if (!peer.isRoot())
        return openInChild(peer, request, wanted);
    int errnum = 0;
    const int fd = openSource(wanted, &errnum);
    if (fd >= 0)
        return Fd(fd);
    if (errnum == ENOENT || errnum == ENOTDIR)
        return notThere(request.path);
    return failErrno(errnum, "opening {}", request.path);
}

bool contains(const Fd &opened, const std::string &path)
{
    struct stat source{};
    if (::fstat(opened.get(), &source) < 0)
        return false;
    std::string part = path;
    while (!part.empty()) {
        struct stat one{};
        if (::stat(part.c_str(), &one) == 0 && one.st_dev == source.st_dev && one.st_ino == source.st_ino)
            return true;
        if (part == "/")
            return false;
        const auto slash = part.rfind('/');
        part.resize(slash == 0 ? 1 : slash == std::string::npos ? 0 : slash);
    }
    return false;
}

} // namespace quayside::access
