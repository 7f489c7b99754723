#include "engine/networks/dns/exchange.h"

#include "engine/networks/dns/reply.h"

#include <sys/random.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

namespace quayside::networks::dns
{

constexpr std::size_t mostAttempts = 3, mostMessage = 65535;

Exchange::Exchange(Bytes question, const Query &query, Upstreams upstreams, std::shared_ptr<Fd> netns,
                   bool tcp)
    : m_question(std::move(question)), m_query(query), m_upstreams(std::move(upstreams)),
      m_netns(std::move(netns)), m_tcp(tcp)
{
}

bool Exchange::askNext()
{
    static const Fd here;
    while (!m_upstreams.servers.empty() && m_attempt < mostAttempts) {
        const auto &server = m_upstreams.servers[m_attempt++ % m_upstreams.servers.size()];
        auto opened = openUpstream(m_netns ? *m_netns : here, server, m_upstreams.port, m_tcp);
        if (!opened)
            continue;
        m_socket = *std::move(opened);
        std::uint16_t id = 0;
        if (::getrandom(&id, sizeof id, 0) != sizeof id)
            return false;
        m_sentQuestion = m_question;
        setId(m_sentQuestion, id);
        m_sent = 0;
        m_incoming.clear();
        m_outgoing.clear();
        if (m_tcp) {
            m_outgoing = {static_cast<std::uint8_t>(m_question.size() >> 8),
                          static_cast<std::uint8_t>(m_question.size())};
            m_outgoing.insert(m_outgoing.end(), m_sentQuestion.begin(), m_sentQuestion.end());
            return true;
        }
        if (::send(m_socket.get(), m_sentQuestion.data(), m_sentQuestion.size(), MSG_NOSIGNAL) >= 0)
            return true;
    }
    return false;
}

Exchange::State Exchange::take(Bytes reply)
{
    if (!answers(reply, m_sentQuestion, m_query.questionEnd))
        return State::Waiting; // somebody else's: the true one may still come
    // Another server may know better what this one could not find out.
    const auto rcode = static_cast<Rcode>(reply[3] & 0x0f);
    const bool refused = rcode == Rcode::ServFail || rcode == Rcode::Refused || rcode == Rcode::NotImp;
    if (refused && m_attempt < std::min(m_upstreams.servers.size(), mostAttempts))
        return State::Failed;
    setId(reply, m_query.id);
    m_answer = std::move(reply);
    return State::Answered;
}

Exchange::State Exchange::readDatagram()
{
    std::array<std::uint8_t, mostMessage> buffer;
    while (true) {
        const auto size = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
        if (size < 0)
            return errno == EAGAIN || errno == EINTR ? State::Waiting : State::Failed; // nobody listens there
        if (const auto state = take(Bytes(buffer.data(), buffer.data() + size)); state != State::Waiting)
            return state;
    }
}

Exchange::State Exchange::readStream()
{
    std::array<std::uint8_t, 16384> buffer;
    const auto size = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
    if (size <= 0)
        return size < 0 && (errno == EAGAIN || errno == EINTR) ? State::Waiting : State::Failed;
    m_incoming.insert(m_incoming.end(), buffer.data(), buffer.data() + size);
    if (m_incoming.size() < 2)
        return State::Waiting;
    const std::size_t length = idOf(m_incoming); // two bytes, as an id is
    if (m_incoming.size() < 2 + length)
        return State::Waiting;
    const auto state =
        take(Bytes(m_incoming.begin() + 2, m_incoming.begin() + 2 + static_cast<std::ptrdiff_t>(length)));
    return state == State::Waiting ? State::Failed : state; // a stream has no strangers
}

Exchange::State Exchange::proceed()
{
    if (!m_tcp)
        return readDatagram();
    if (!writes())
        return readStream();
    const auto sent =
        ::send(m_socket.get(), m_outgoing.data() + m_sent, m_outgoing.size() - m_sent, MSG_NOSIGNAL);
    if (sent < 0)
        return errno == EAGAIN || errno == EINTR ? State::Waiting : State::Failed;
    m_sent += static_cast<std::size_t>(sent);
    return State::Waiting;
}

Bytes Exchange::failed() const
{
    return failure(m_question, m_query);
}

} // namespace quayside::networks::dns
