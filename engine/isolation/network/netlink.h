// Netlink requests (netlink(7)), on libnl's sockets and messages.
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <span>
#include <string_view>

struct nl_msg;
struct nl_sock;
struct nlattr;
struct nlmsghdr;

namespace quayside::isolation::network
{

// One request. Attributes are appended in order.
class Message
{
public:
    Message(int type, int flags); // NLM_F_REQUEST is added

    // The fixed part that follows the header: ifinfomsg, ifaddrmsg, …
    template <typename T>
    Message &header(const T &value)
    {
        append(&value, sizeof value);
        return *this;
    }
    Message &put(int attribute, std::string_view text); // with its NUL
    Message &put(int attribute, std::uint32_t value);
    Message &put8(int attribute, std::uint8_t value);
    Message &put(int attribute, std::span<const std::uint8_t> bytes);
    // Everything that `fill` puts lies inside the attribute.
    Message &nest(int attribute, const std::function<void(Message &)> &fill);

    [[nodiscard]] nl_msg *get() const { return m_message.get(); }

private:
    void append(const void *data, std::size_t size);
    struct Free {
        void operator()(nl_msg *message) const;
    };
    std::unique_ptr<nl_msg, Free> m_message;
};

// A socket, in the network namespace of the thread that opened it. Not thread-safe.
class NetlinkSocket
{
public:
    static Result<NetlinkSocket> open(int protocol); // NETLINK_ROUTE, NETLINK_NETFILTER

    // Sends and waits for the kernel's answer. The error has the kernel's errno and, where there is one, its
    // explanation (NLMSGERR_ATTR_MSG).
    Result<> request(const Message &message);
    // Several in one system call. The kernel carries out all of them, in order, whatever becomes of those
    // before: of what failed, the first error and its place are returned. `each`: answers that are objects.
    struct Failure {
        std::size_t place = 0;
        Error error;
    };
    std::expected<void, Failure> requests(std::span<const Message> messages,
                                          const std::function<void(const nlmsghdr *)> &each = {});
    // A request with NLM_F_DUMP, or one that is answered by an object.
    Result<> query(const Message &message, const std::function<void(const nlmsghdr *)> &each);

    [[nodiscard]] nl_sock *get() const { return m_socket.get(); }

private:
    struct Free {
        void operator()(nl_sock *socket) const;
    };
    explicit NetlinkSocket(nl_sock *socket) : m_socket(socket) {}
    std::unique_ptr<nl_sock, Free> m_socket;
};

} // namespace quayside::isolation::network
