#include "engine/stage/message.h"

#include <array>
#include <cstddef>
#include <cstring>

#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace quayside::stage
{
namespace
{

struct ControlBuffer {
    alignas(cmsghdr) std::array<char, CMSG_SPACE(maxDescriptors * sizeof(int))> bytes{};
};

void addDescriptors(msghdr &header, ControlBuffer &control, std::span<const int> fds)
{
    if (fds.empty())
        return;
    header.msg_control = control.bytes.data();
    header.msg_controllen = CMSG_SPACE(fds.size_bytes());
    cmsghdr *part = CMSG_FIRSTHDR(&header);
    part->cmsg_level = SOL_SOCKET;
    part->cmsg_type = SCM_RIGHTS;
    part->cmsg_len = CMSG_LEN(fds.size_bytes());
    std::memcpy(CMSG_DATA(part), fds.data(), fds.size_bytes());
}

std::vector<Fd> takeDescriptors(msghdr &header)
{
    std::vector<Fd> fds;
    for (cmsghdr *part = CMSG_FIRSTHDR(&header); part != nullptr; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(part) + i * sizeof fd, sizeof fd);
            fds.emplace_back(fd);
        }
    }
    return fds;
}

bool isKnown(MessageKind kind)
{
    return kind >= MessageKind::Created && kind <= MessageKind::Times;
}

} // namespace

Result<> send(int socket, Message message, std::string_view text, std::span<const int> fds)
{
    text = text.substr(0, maxMessageText);
    message.textLength = static_cast<std::uint32_t>(text.size());
    iovec parts[] = {{&message, sizeof message}, {const_cast<char *>(text.data()), text.size()}};
    msghdr header{};
    header.msg_iov = parts;
    header.msg_iovlen = text.empty() ? 1 : 2;
    ControlBuffer control;
    addDescriptors(header, control, fds.first(std::min(fds.size(), maxDescriptors)));
    while (::sendmsg(socket, &header, MSG_NOSIGNAL) < 0) {
        if (errno == EPIPE || errno == ECONNRESET)
            return fail(ErrorKind::Cancelled, "the other end of the stage's socket is gone");
        if (errno != EINTR)
            return failErrno(errno, "sending on the stage's socket");
    }
    return {};
}

Result<std::optional<Packet>> receive(int socket)
{
    Packet packet;
    packet.text.resize(maxMessageText);
    iovec parts[] = {{&packet.message, sizeof packet.message}, {packet.text.data(), packet.text.size()}};
    msghdr header{};
    header.msg_iov = parts;
    header.msg_iovlen = 2;
    ControlBuffer control;
    header.msg_control = control.bytes.data();
    header.msg_controllen = control.bytes.size();
    ssize_t size = -1;
    // ECONNRESET: the other end closed with something of ours unread. It is told once, and before what was
    // sent earlier.
    while ((size = ::recvmsg(socket, &header, MSG_CMSG_CLOEXEC)) < 0 &&
           (errno == EINTR || errno == ECONNRESET)) {
    }
    if (size == 0)
        return std::nullopt;
    if (size < 0)
        return failErrno(errno, "receiving from the stage's socket");
    packet.fds = takeDescriptors(header);
    const auto length = static_cast<std::size_t>(size);
    if (length < sizeof packet.message || length - sizeof packet.message != packet.message.textLength ||
        !isKnown(packet.message.kind) || (header.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0)
        return fail(ErrorKind::InvalidArgument, "a packet of {} bytes on the stage's socket is none of ours",
                    size);
    packet.text.resize(packet.message.textLength);
    return packet;
}

void sendPlainly(int socket, const Message &message, std::string_view text)
{
    text = text.substr(0, maxMessageText);
    std::string packet(reinterpret_cast<const char *>(&message), sizeof message);
    const auto length = static_cast<std::uint32_t>(text.size());
    std::memcpy(packet.data() + offsetof(Message, textLength), &length, sizeof length);
    packet += text;
    // Where this fails the other end sees the socket close.
    [[maybe_unused]] const ssize_t sent = ::write(socket, packet.data(), packet.size());
}

std::optional<Message> receivePlainly(int socket)
{
    Message message;
    ssize_t size = -1;
    while ((size = ::read(socket, &message, sizeof message)) < 0 && errno == EINTR) {
    }
    if (size != static_cast<ssize_t>(sizeof message) || !isKnown(message.kind))
        return std::nullopt;
    return message;
}

Message failureMessage(const Error &error)
{
    Message message{.kind = MessageKind::Failed};
    message.errorKind = static_cast<std::uint32_t>(error.kind);
    message.errnum = error.errnum;
    return message;
}

Result<> sendFailure(int socket, const Error &error)
{
    return send(socket, failureMessage(error), error.message);
}

Error failureOf(const Packet &packet)
{
    const bool known = packet.message.errorKind <= static_cast<std::uint32_t>(ErrorKind::Internal);
    return {known ? static_cast<ErrorKind>(packet.message.errorKind) : ErrorKind::Internal,
            packet.message.errnum, packet.text};
}

} // namespace quayside::stage
