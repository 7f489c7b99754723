// The ssh agent of a build's caller, over one connection that the caller has made
// (docs/adr/023-secrets-as-descriptors.md). Its protocol: draft-ietf-sshm-ssh-agent.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <mutex>
#include <string>
#include <string_view>

namespace quayside::build
{

// Messages with their length in front, as they are sent. Thread-safe.
class SshAgent
{
public:
    // Descriptor `number` of the process that the peer's `pidfd` names: a connected unix socket.
    // InvalidArgument: it is no such descriptor.
    static Result<Fd> take(const Fd &pidfd, int number, const std::string &id);
    explicit SshAgent(Fd connection) : m_connection(std::move(connection)) {}

    // The answer to one message: keys are listed and used. What would add, remove or lock keys, or is
    // unknown, never reaches the agent and is answered with a failure, as is everything once the agent is
    // gone. Waits for as long as a person thinks about it; ends when `stop` becomes readable.
    std::string ask(std::string_view message, int stop);

private:
    Result<std::string> forward(std::string_view message, int stop);
    Result<> wait(short events, int stop) const;

    std::mutex m_mutex;
    Fd m_connection; // none: it is out of step, or gone
};

inline constexpr std::size_t mostAgentBytes = 256 * 1024; // of one message, as OpenSSH has it
// The first message of `bytes` with its length; "": it has not come whole. Too long: none will come.
struct AgentMessage {
    std::string_view message;
    bool tooLong = false;
};
AgentMessage firstAgentMessage(std::string_view bytes);

} // namespace quayside::build
