// One question that is put to other name servers, one after the other until one answers.
#pragma once

#include "engine/base/fd.h"
#include "engine/networks/dns/message.h"
#include "engine/networks/dns/server.h"

#include <cstdint>
#include <memory>

namespace quayside::networks::dns
{

class Exchange
{
public:
    // `question`: as it came. `netns`: shared with the container's other exchanges.
    Exchange(Bytes question, const Query &query, Upstreams upstreams, std::shared_ptr<Fd> netns, bool tcp);

    // Asks the next server. false: enough were asked.
    bool askNext();
    // What to wait for, and on what: poll(2)'s POLLIN or POLLOUT.
    [[nodiscard]] int fd() const { return m_socket.get(); }
    [[nodiscard]] bool writes() const { return m_tcp && m_sent < m_outgoing.size(); }

    enum class State { Waiting, Answered, Failed };
    // The socket is ready. Failed: this server did not answer; ask the next one.
    State proceed();
    [[nodiscard]] const Bytes &answer() const { return m_answer; } // with the asker's id
    [[nodiscard]] Bytes failed() const;                            // the answer where nobody gave one

private:
    State readDatagram();
    State readStream();
    State take(Bytes reply);

    const Bytes m_question;
    const Query m_query;
    const Upstreams m_upstreams;
    const std::shared_ptr<Fd> m_netns;
    const bool m_tcp;
    std::size_t m_attempt = 0;
    Fd m_socket;
    Bytes m_sentQuestion; // with an id that nobody else can guess
    Bytes m_outgoing, m_incoming;
    std::size_t m_sent = 0;
    Bytes m_answer;
};

} // namespace quayside::networks::dns
