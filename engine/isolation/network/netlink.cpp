#include "engine/isolation/network/netlink.h"

#include <linux/netlink.h>
#include <netlink/msg.h>
#include <netlink/netlink.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <new>
#include <optional>
#include <vector>

namespace quayside::isolation::network
{

void Message::Free::operator()(nl_msg *message) const
{
    nlmsg_free(message);
}

Message::Message(int type, int flags) : m_message(nlmsg_alloc_simple(type, flags | NLM_F_REQUEST))
{
    if (!m_message)
        throw std::bad_alloc();
}

// A message has a page of room and ours are a few hundred bytes: only a mistake of ours could overrun it.
static void expectRoom(int result)
{
    if (result < 0)
        throw std::bad_alloc();
}

void Message::append(const void *data, std::size_t size)
{
    expectRoom(nlmsg_append(get(), const_cast<void *>(data), size, NLMSG_ALIGNTO));
}

Message &Message::put(int attribute, std::string_view text)
{
    expectRoom(nla_put_string(get(), attribute, std::string(text).c_str()));
    return *this;
}

Message &Message::put(int attribute, std::uint32_t value)
{
    expectRoom(nla_put_u32(get(), attribute, value));
    return *this;
}

Message &Message::put8(int attribute, std::uint8_t value)
{
    expectRoom(nla_put_u8(get(), attribute, value));
    return *this;
}

Message &Message::put(int attribute, std::span<const std::uint8_t> bytes)
{
    expectRoom(nla_put(get(), attribute, static_cast<int>(bytes.size()), bytes.data()));
    return *this;
}

Message &Message::nest(int attribute, const std::function<void(Message &)> &fill)
{
    nlattr *start = nla_nest_start(get(), attribute);
    if (!start)
        throw std::bad_alloc();
    fill(*this);
    nla_nest_end(get(), start);
    return *this;
}

void NetlinkSocket::Free::operator()(nl_sock *socket) const
{
    nl_socket_free(socket);
}

Result<NetlinkSocket> NetlinkSocket::open(int protocol)
{
    NetlinkSocket socket(nl_socket_alloc());
    if (!socket.get())
        return failErrno(ENOMEM, "opening a netlink socket");
    // libnl numbers ports by process and counter, and all of a process' sockets in all namespaces share the
    // counter's 1,024 places; the kernel chooses better.
    nl_socket_set_local_port(socket.get(), 0);
    nl_socket_disable_seq_check(socket.get()); // one request at a time
    if (const int error = nl_connect(socket.get(), protocol); error < 0)
        return fail(ErrorKind::Internal, "opening a netlink socket: {}", nl_geterror(error));
    const int on = 1;
    const int fd = nl_socket_get_fd(socket.get());
    ::setsockopt(fd, SOL_NETLINK, NETLINK_EXT_ACK, &on,
                 sizeof on); // better errors, where the kernel has them
    ::setsockopt(fd, SOL_NETLINK, NETLINK_CAP_ACK, &on,
                 sizeof on); // and without a copy of the request in them
    return socket;
}

namespace
{

struct Answer {
    int errnum = 0;
    std::string explanation;
    const std::function<void(const nlmsghdr *)> *each = nullptr;
    bool done = false;
};

// The kernel's own words for an error, where it has some. The header is the NLMSG_ERROR's.
std::string explanationOf(const nlmsghdr *header)
{
    if (!(header->nlmsg_flags & NLM_F_ACK_TLVS))
        return {};
    nlattr *text = nlmsg_find_attr(const_cast<nlmsghdr *>(header), sizeof(nlmsgerr), NLMSGERR_ATTR_MSG);
    return text ? std::string(nla_get_string(text), strnlen(nla_get_string(text), nla_len(text)))
                : std::string();
}

Error errorOf(int errnum, const std::string &explanation)
{
    Error error{kindOf(errnum), errnum, ::strerror(errnum)};
    if (!explanation.empty())
        error.message += std::format(" ({})", explanation);
    return error;
}

int onError(sockaddr_nl *, nlmsgerr *error, void *argument)
{
    auto &answer = *static_cast<Answer *>(argument);
    answer.errnum = -error->error;
    answer.done = true;
    // How the kernel lays an NLMSG_ERROR out.
    answer.explanation = explanationOf(reinterpret_cast<const nlmsghdr *>(error) - 1);
    return NL_STOP;
}

int onAck(nl_msg *, void *argument)
{
    static_cast<Answer *>(argument)->done = true;
    return NL_STOP;
}

int onValid(nl_msg *message, void *argument)
{
    const auto &answer = *static_cast<Answer *>(argument);
    if (answer.each)
        (*answer.each)(nlmsg_hdr(message));
    return NL_OK;
}

Result<> exchange(nl_sock *socket, const Message &message, Answer &answer)
{
    const std::unique_ptr<nl_cb, void (*)(nl_cb *)> callbacks(nl_cb_alloc(NL_CB_DEFAULT), nl_cb_put);
    if (!callbacks)
        return failErrno(ENOMEM, "asking the kernel");
    nl_cb_err(callbacks.get(), NL_CB_CUSTOM, onError, &answer);
    nl_cb_set(callbacks.get(), NL_CB_ACK, NL_CB_CUSTOM, onAck, &answer);
    nl_cb_set(callbacks.get(), NL_CB_FINISH, NL_CB_CUSTOM, onAck, &answer);
    nl_cb_set(callbacks.get(), NL_CB_VALID, NL_CB_CUSTOM, onValid, &answer);
    if (const int sent = nl_send_auto(socket, message.get()); sent < 0)
        return fail(ErrorKind::Internal, "sending a netlink request: {}", nl_geterror(sent));
    while (!answer.done)
        if (const int received = nl_recvmsgs(socket, callbacks.get()); received < 0 && !answer.done)
            return fail(ErrorKind::Internal, "receiving a netlink answer: {}", nl_geterror(received));
    if (answer.errnum == 0)
        return {};
    return std::unexpected(errorOf(answer.errnum, answer.explanation));
}

std::unexpected<NetlinkSocket::Failure> failure(std::size_t place, Error error)
{
    return std::unexpected(NetlinkSocket::Failure{place, std::move(error)});
}

// What the kernel has queued of the answers to `count` requests that were sent together, numbered from 0.
class Answers
{
public:
    Answers(std::size_t count, const std::function<void(const nlmsghdr *)> &each)
        : m_left(count), m_each(each)
    {
    }
    [[nodiscard]] bool complete() const { return m_left == 0; }
    std::optional<NetlinkSocket::Failure> first;

    void take(const char *bytes, std::size_t size)
    {
        const auto *header = reinterpret_cast<const nlmsghdr *>(bytes);
        for (int left = static_cast<int>(size); nlmsg_ok(header, left);
             header = nlmsg_next(const_cast<nlmsghdr *>(header), &left)) {
            if (header->nlmsg_type == NLMSG_ERROR)
                takeAck(header);
            else if (m_each)
                m_each(header);
        }
    }

private:
    void takeAck(const nlmsghdr *header)
    {
        m_left -= m_left > 0 ? 1 : 0;
        const auto *error = static_cast<const nlmsgerr *>(nlmsg_data(header));
        if (error->error != 0 && !first)
            first = NetlinkSocket::Failure{header->nlmsg_seq, errorOf(-error->error, explanationOf(header))};
    }

    std::size_t m_left;
    const std::function<void(const nlmsghdr *)> &m_each;
};

} // namespace

Result<> NetlinkSocket::request(const Message &message)
{
    nlmsg_hdr(message.get())->nlmsg_flags |= NLM_F_ACK;
    Answer answer;
    return exchange(get(), message, answer);
}

std::expected<void, NetlinkSocket::Failure>
NetlinkSocket::requests(std::span<const Message> messages, const std::function<void(const nlmsghdr *)> &each)
{
    std::vector<iovec> pieces;
    for (const Message &message : messages) {
        nlmsghdr *header = nlmsg_hdr(message.get());
        header->nlmsg_flags |= NLM_F_ACK;
        header->nlmsg_seq = static_cast<std::uint32_t>(pieces.size());
        // Its length is a multiple of NLMSG_ALIGNTO, as those of its parts.
        pieces.push_back({header, NLMSG_ALIGN(header->nlmsg_len)});
    }
    const int fd = nl_socket_get_fd(get());
    const msghdr whole{.msg_iov = pieces.data(), .msg_iovlen = pieces.size()};
    if (::sendmsg(fd, &whole, 0) < 0)
        return failure(0, failErrno(errno, "sending netlink requests").error());
    Answers answers(pieces.size(), each);
    alignas(nlmsghdr) std::array<char, 32768> buffer; // as much as the kernel puts into one answer
    while (!answers.complete()) {
        const ssize_t size = ::recv(fd, buffer.data(), buffer.size(), 0);
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return failure(0, failErrno(errno, "receiving netlink answers").error());
        answers.take(buffer.data(), static_cast<std::size_t>(size));
    }
    if (answers.first)
        return std::unexpected(*std::move(answers.first));
    return {};
}

Result<> NetlinkSocket::query(const Message &message, const std::function<void(const nlmsghdr *)> &each)
{
    auto &flags = nlmsg_hdr(message.get())->nlmsg_flags;
    if (!(flags & NLM_F_DUMP))
        flags |= NLM_F_ACK; // so that the end of the answer can be told
    Answer answer{.each = &each};
    return exchange(get(), message, answer);
}

} // namespace quayside::isolation::network
