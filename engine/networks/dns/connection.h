// A container's TCP connection to the name server: messages with two bytes of length in front (RFC 1035,
// 4.2.2; RFC 7766).
#pragma once

#include "engine/base/fd.h"
#include "engine/networks/dns/message.h"

#include <chrono>
#include <functional>
#include <string>

namespace quayside::networks::dns
{

class Connection
{
public:
    using Clock = std::chrono::steady_clock;
    Connection(Fd socket, std::string containerId)
        : m_socket(std::move(socket)), m_containerId(std::move(containerId))
    {
    }

    [[nodiscard]] int fd() const { return m_socket.get(); }
    [[nodiscard]] const std::string &containerId() const { return m_containerId; }
    // Reads what is there and hands each whole message on. false: it is over.
    bool read(const std::function<void(Bytes)> &message);
    // Queues an answer and writes what can be written. false: it is over.
    bool answer(const Bytes &message);
    bool write();
    [[nodiscard]] bool writes() const { return !m_out.empty(); }

    Clock::time_point deadline; // when an idle one is closed
    std::size_t waiting = 0;    // questions that others are asked

private:
    Fd m_socket;
    std::string m_containerId;
    Bytes m_in, m_out;
};

} // namespace quayside::networks::dns
