#include "engine/containers/checkpoint/criu.h"

#include "engine/images/base/process.h"

#include <algorithm>
#include <array>

#include <poll.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

using std::chrono::steady_clock;

constexpr std::size_t mostOfCriu = 64 * 1024;

// What does not keep CRIU from its work, or only says that it has failed.
constexpr std::string_view emptyWords[] = {"Can't setup RLIMIT_NOFILE", "FAILED", "recv req error",
                                           "was killed"};

// Until both streams end; false: it took too long.
bool hearCriu(const images::HostProgram &program, steady_clock::time_point until, std::string &said)
{
    std::array<pollfd, 2> sources{pollfd{program.output(), POLLIN, 0}, pollfd{program.errors(), POLLIN, 0}};
    while (sources[0].fd >= 0 || sources[1].fd >= 0) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - steady_clock::now());
        if (left.count() <= 0 || ::poll(sources.data(), sources.size(), static_cast<int>(left.count())) < 0)
            return false;
        for (pollfd &source : sources) {
            char buffer[4096];
            if (source.fd < 0 || source.revents == 0)
                continue;
            const ssize_t got = ::read(source.fd, buffer, sizeof buffer);
            if (got <= 0)
                source.fd = -1;
            else
                said.append(buffer, std::min(static_cast<std::size_t>(got),
                                             mostOfCriu - std::min(mostOfCriu, said.size())));
        }
    }
    return true;
}

// Linux 6.16 and later answer SO_PASSCRED (1:16) for sockets of this machine only; CRIU up to 4.1 asks all.
constexpr std::string_view passcred = "Can't get 1:16 opt";
constexpr const char *aboutSockets =
    "it has network sockets open, which CRIU up to 4.1 cannot write down on Linux 6.16 and later";

std::string withoutPlace(std::string_view line)
{
    if (line.contains(passcred))
        return aboutSockets;
    const std::size_t text = line.find("): ");
    std::string words(text == std::string_view::npos ? line : line.substr(text + 3));
    std::erase_if(words, [](unsigned char c) { return c < 0x20 || c > 0x7e; });
    return words.substr(0, 300);
}

} // namespace

Result<CriuRun> runCriu(const std::vector<std::string> &argv, std::chrono::milliseconds time)
{
    auto started = images::HostProgram::start(argv, {"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"});
    if (!started)
        return wrap(std::move(started).error(), "CRIU could not be started");
    CriuRun run;
    if (!hearCriu(*started, steady_clock::now() + time, run.said))
        return fail(ErrorKind::Unavailable, "CRIU has not come to an end within {} seconds",
                    std::chrono::ceil<std::chrono::seconds>(time).count());
    run.status = started->wait();
    return run;
}

// The network is the engine's to make again, with the same addresses where they are free; TCP connections are
// closed, as their other ends do not wait. Cgroups are the engine's too.
std::vector<std::string> dumpArguments(const Dump &dump)
{
    std::vector<std::string> words{dump.program,
                                   "dump",
                                   "--no-default-config",
                                   "-t",
                                   std::to_string(dump.pid),
                                   "-D",
                                   dump.images,
                                   "-o",
                                   dumpLog,
                                   "-v2",
                                   "--manage-cgroups=ignore",
                                   "--empty-ns",
                                   "net",
                                   "--network-lock",
                                   "skip",
                                   "--tcp-close",
                                   "--file-locks",
                                   "--ghost-limit",
                                   "64M",
                                   "--timeout",
                                   "20"};
    for (const std::string &point : dump.mountPoints) {
        words.emplace_back("--external");
        words.push_back("mnt[" + point + "]:" + point);
    }
    if (dump.input.starts_with("file")) {
        words.emplace_back("--external");
        words.push_back(dump.input);
    }
    if (dump.leaveRunning)
        words.emplace_back("--leave-running");
    return words;
}

std::string reasonIn(std::string_view log)
{
    while (!log.empty()) {
        const std::size_t end = std::min(log.find('\n'), log.size());
        const std::string_view line = log.substr(0, end);
        log.remove_prefix(std::min(end + 1, log.size()));
        const std::size_t error = line.find("Error (");
        const auto says = [line](std::string_view words) { return line.contains(words); };
        if (error != std::string_view::npos && std::ranges::none_of(emptyWords, says))
            return withoutPlace(line.substr(error));
    }
    return {};
}

} // namespace quayside::containers
