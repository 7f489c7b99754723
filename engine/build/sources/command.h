// A program of the host that fetches something for a build, as the build's user and with none of the engine's
// rights.
#pragma once

#include "engine/access/access.h"
#include "engine/api/stream/bytestream.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quayside::build
{

// Whose rights a child has. Root's builds are fetched by nobody, unless root's own keys are needed.
struct Identity {
    uid_t uid = 65534;
    gid_t gid = 65534;
    std::vector<gid_t> groups;
};
Identity identityOf(const access::Peer &peer, bool needsOwnKeys);

struct CommandOptions {
    std::vector<std::string> words; // the program's name first; looked for in /usr/local/bin, /usr/bin, /bin
    std::vector<std::string> environment; // besides PATH, LANG and the engine's own proxies
    std::string input;                    // on its standard input, at most 64 KiB
    Identity identity;
    // Where not -1: the program sees this folder as /tmp, which is its working directory, and has mounts and
    // processes of its own; none of these is left when it ends. Borrowed for start().
    int folder = -1;
    std::uint64_t largestFile = 16ULL << 30;
    std::function<bool()> cancelled; // asked five times a second; may be empty
    int stallSeconds = 600;          // without a byte from it
};

// Gone (killed where it still runs) with this object.
class Command : public api::ByteSource
{
public:
    // NotSupported: the program is not installed.
    static Result<std::unique_ptr<Command>> start(CommandOptions options);
    ~Command() override;
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;

    Result<std::size_t> read(std::span<char> buffer) override; // its standard output
    struct Ended {
        int status = 0;     // exit status, or 128 and the signal
        std::string errors; // the end of what it said on standard error
    };
    Result<Ended> end(); // passes over what it still says

private:
    Command(CommandOptions options, pid_t pid, Fd pidfd, Fd output, Fd errors);
    Result<> wait(bool &output, bool &errors);
    void takeErrors();

    const CommandOptions m_options;
    pid_t m_pid;
    Fd m_pidfd, m_output, m_errors;
    std::string m_said;
};

} // namespace quayside::build
