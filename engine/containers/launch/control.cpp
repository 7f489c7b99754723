#include "engine/containers/launch/control.h"

#include <array>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <utility>

namespace quayside::containers
{

namespace
{

constexpr int maxDescriptors = 4;

std::vector<Fd> takeDescriptors(msghdr &message)
{
    std::vector<Fd> fds;
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
            continue;
        const auto count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int fd;
            ::memcpy(&fd, CMSG_DATA(header) + i * sizeof(int), sizeof fd);
            fds.emplace_back(fd);
        }
    }
    return fds;
}

// The stage is of our own build, but it shares a machine with what it runs: every length is checked.
Result<StageMessage> parse(const char *bytes, std::size_t count, std::vector<Fd> fds)
{
    StageMessage message{.fds = std::move(fds)};
    if (count < sizeof message.head)
        return fail(ErrorKind::Internal, "the stage sent a message of {} bytes, which is too short", count);
    ::memcpy(&message.head, bytes, sizeof message.head);
    if (message.head.textLength != count - sizeof message.head)
        return fail(ErrorKind::Internal, "the stage sent a message whose length is wrong");
    message.text.assign(bytes + sizeof message.head, message.head.textLength);
    return message;
}

} // namespace

Result<std::optional<StageMessage>> receiveNow(const Fd &control)
{
    std::array<char, sizeof(stage::Message) + stage::maxMessageText> bytes;
    iovec part{bytes.data(), bytes.size()};
    alignas(cmsghdr) char space[CMSG_SPACE(maxDescriptors * sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = space;
    message.msg_controllen = sizeof space;
    // A stage that exits without having read all of ours leaves ECONNRESET, which the kernel tells once and
    // before the last words that it sent (sock_error() in __skb_try_recv_datagram()): so ask again after it.
    ssize_t count;
    bool reset = false;
    do
        count = ::recvmsg(control.get(), &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    while (count < 0 && (errno == EINTR || (errno == ECONNRESET && !std::exchange(reset, true))));
    if (count < 0 && errno == EAGAIN)
        return std::nullopt;
    if (count == 0 || (count < 0 && errno == ECONNRESET))
        return fail(ErrorKind::Cancelled, "the stage hung up");
    if (count < 0)
        return failErrno(errno, "hearing the stage");
    auto fds = takeDescriptors(message);
    if (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC))
        return fail(ErrorKind::Internal, "the stage sent a message that is too long");
    TRY(auto parsed, parse(bytes.data(), static_cast<std::size_t>(count), std::move(fds)));
    return parsed;
}

Result<StageMessage> receive(const Fd &control, std::chrono::milliseconds timeout)
{
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    for (;;) {
        TRY(auto message, receiveNow(control));
        if (message)
            return *std::move(message);
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
        pollfd waiting{control.get(), POLLIN | POLLRDHUP, 0};
        const int ready = left > 0 ? ::poll(&waiting, 1, static_cast<int>(left)) : 0;
        if (ready == 0)
            return fail(ErrorKind::Unavailable, "the stage did not answer within {} ms", timeout.count());
        if (ready < 0 && errno != EINTR)
            return failErrno(errno, "waiting for the stage");
    }
}

Result<> send(const Fd &control, stage::MessageKind kind)
{
    const stage::Message message{.kind = kind};
    ssize_t count;
    do
        count = ::send(control.get(), &message, sizeof message, MSG_NOSIGNAL);
    while (count < 0 && errno == EINTR);
    // A stage that has failed meanwhile is gone: why is among what it sent, and the next receive() tells it.
    if (count < 0 && (errno == EPIPE || errno == ECONNRESET))
        return {};
    if (count != static_cast<ssize_t>(sizeof message))
        return failErrno(errno, "telling the stage to go on");
    return {};
}

Result<Fd> connectToStage(const std::string &path)
{
    Fd control(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
    if (!control)
        return failErrno(errno, "making a socket");
    sockaddr_un address{.sun_family = AF_UNIX};
    if (path.size() >= sizeof address.sun_path)
        return fail(ErrorKind::InvalidArgument,
                    "the path {} is too long for a socket: choose a shorter --run-dir", path);
    ::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    if (::connect(control.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) < 0) {
        if (errno == ECONNREFUSED)
            return fail(ErrorKind::NotFound, "no stage listens at {}", path);
        return failErrno(errno, "connecting to {}", path);
    }
    return control;
}

} // namespace quayside::containers
