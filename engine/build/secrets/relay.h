// The socket of an ssh agent as a step sees it.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/build/secrets/agent.h"

#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

namespace quayside::build
{

// A thread that takes what clients of the socket ask to the agent, until this object is gone.
class AgentRelay
{
public:
    struct Owner {
        std::uint32_t mode = 0600, uid = 0, gid = 0; // of the socket's file
    };
    // `folder`: empty, of the build's own; the socket lies in it.
    static Result<std::unique_ptr<AgentRelay>> start(std::shared_ptr<SshAgent> agent, const Fd &folder,
                                                     const Owner &owner);
    AgentRelay(std::shared_ptr<SshAgent> agent, Fd listening, Fd stop, Fd file);
    ~AgentRelay();
    AgentRelay(const AgentRelay &) = delete;
    AgentRelay &operator=(const AgentRelay &) = delete;

    [[nodiscard]] const std::shared_ptr<const Fd> &file() const { return m_file; } // O_PATH

private:
    struct Client {
        Fd socket;
        std::string bytes; // that have come and are no whole message yet
    };
    void serve();
    // False: there is no room for one more (accept(2): EMFILE, ENFILE, ENOBUFS, ENOMEM).
    bool accept(std::vector<Client> &clients) const;
    bool answer(Client &client) const; // false: it is done with

    std::shared_ptr<SshAgent> m_agent;
    Fd m_listening, m_stop;
    std::shared_ptr<const Fd> m_file;
    std::jthread m_thread;
};

} // namespace quayside::build
