// The ssh agent of a build's caller, over one connection that the caller has made
// (docs/adr/023-secrets-as-descriptors.md). Its protocol: draft-ietf-sshm-ssh-agent.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <sys/types.h>

#include <cstdint>
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
    // `uid` and `gid`: whom it belongs to. Messages are theirs: a service that looks at the sender of each
    // one (SCM_CREDENTIALS, unix(7)) would else take the engine's word for an agent's client.
    SshAgent(Fd connection, std::uint32_t uid, std::uint32_t gid)
        : m_uid(uid), m_gid(gid), m_connection(std::move(connection))
    {
    }

    // The answer to one message: keys are listed and used. What would add, remove or lock keys, or is
    // unknown, never reaches the agent and is answered with a failure, as is everything once the agent is
    // gone. Waits for as long as a person thinks about it; ends when `stop` becomes readable.
    std::string ask(std::string_view message, int stop);

private:
    Result<std::string> forward(std::string_view message, int stop);
    Result<> wait(short events, int stop) const;
    [[nodiscard]] ssize_t send(std::string_view bytes) const;

    const std::uint32_t m_uid, m_gid;
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
