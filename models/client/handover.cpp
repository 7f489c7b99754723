#include "models/client/handover.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace quayside::client
{

Result<Fd> secretMemory(std::string_view content)
{
    Fd memory(::memfd_create("secret", MFD_ALLOW_SEALING | MFD_CLOEXEC));
    if (!memory)
        return failErrno(errno, "keeping a secret in memory");
    while (!content.empty()) {
        const ssize_t done = ::write(memory.get(), content.data(), content.size());
        if (done < 0 && errno != EINTR)
            return failErrno(errno, "keeping a secret in memory");
        content.remove_prefix(done > 0 ? static_cast<std::size_t>(done) : 0);
    }
    if (::fcntl(memory.get(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        return failErrno(errno, "keeping a secret in memory");
    return memory;
}

Result<Fd> connectAgent(const std::string &path)
{
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    if (path.empty())
        return fail(ErrorKind::InvalidArgument, "there is no ssh agent: SSH_AUTH_SOCK is not set");
    if (path.size() >= sizeof address.sun_path)
        return fail(ErrorKind::InvalidArgument,
                    "the ssh agent's socket {} has a longer path than sockets can have", path);
    path.copy(address.sun_path, path.size());
    Fd agent(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!agent || ::connect(agent.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return failErrno(errno, "connecting to the ssh agent at {}", path);
    return agent;
}

} // namespace quayside::client
