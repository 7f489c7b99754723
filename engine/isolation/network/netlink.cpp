#include "engine/isolation/network/netlink.h"

#include <linux/netlink.h>
#include <netlink/msg.h>
#include <netlink/netlink.h>
#include <sys/socket.h>

#include <new>

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

int onError(sockaddr_nl *, nlmsgerr *error, void *argument)
{
    auto &answer = *static_cast<Answer *>(argument);
    answer.errnum = -error->error;
    answer.done = true;
    const auto *header =
        reinterpret_cast<const nlmsghdr *>(error) - 1; // how the kernel lays an NLMSG_ERROR out
    if (header->nlmsg_flags & NLM_F_ACK_TLVS) {
        nlattr *text = nlmsg_find_attr(const_cast<nlmsghdr *>(header), sizeof *error, NLMSGERR_ATTR_MSG);
        if (text)
            answer.explanation.assign(nla_get_string(text), strnlen(nla_get_string(text), nla_len(text)));
    }
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
    Error error{kindOf(answer.errnum), answer.errnum, ::strerror(answer.errnum)};
    if (!answer.explanation.empty())
        error.message += std::format(" ({})", answer.explanation);
    return std::unexpected(std::move(error));
}

} // namespace

Result<> NetlinkSocket::request(const Message &message)
{
    nlmsg_hdr(message.get())->nlmsg_flags |= NLM_F_ACK;
    Answer answer;
    return exchange(get(), message, answer);
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
