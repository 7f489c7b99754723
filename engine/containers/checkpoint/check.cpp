#include "engine/containers/checkpoint/check.h"

#include "engine/images/base/process.h"

#include <array>
#include <chrono>

#include <poll.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

constexpr std::size_t mostOfCriu = 64 * 1024; // bytes of what it says
constexpr std::chrono::milliseconds timeForCriu{10'000};

// Until both streams end; false: it took too long.
bool hearCriu(const images::HostProgram &program, std::string &said)
{
    std::array<pollfd, 2> sources{pollfd{program.output(), POLLIN, 0}, pollfd{program.errors(), POLLIN, 0}};
    using std::chrono::steady_clock;
    const auto until = steady_clock::now() + timeForCriu;
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

// The last line that says that something is missing, without CRIU's time stamp and line number.
std::string complaintIn(const std::string &said)
{
    constexpr std::string_view marks[] = {"Error", "Warn"};
    for (const std::string_view mark : marks) {
        const std::size_t at = said.rfind(mark);
        if (at == std::string::npos)
            continue;
        std::string line = said.substr(at, std::min(said.find('\n', at), said.size()) - at);
        const std::size_t text = line.find("): ");
        line = text == std::string::npos ? line : line.substr(text + 3);
        std::erase_if(line, [](unsigned char c) { return c < 0x20 || c > 0x7e; });
        return line.substr(0, 200);
    }
    return {};
}

} // namespace

api::CheckpointCheck checkCheckpoint(const std::string &program)
{
    if (program.empty())
        return {false, "CRIU, the program that saves running processes, is not installed on this machine."};
    auto started =
        images::HostProgram::start({program, "check"}, {"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"});
    if (!started)
        return {false, "CRIU could not be started: " + started.error().message + "."};
    std::string said;
    if (!hearCriu(*started, said))
        return {false, "CRIU was asked what this kernel can do, and has not answered within ten seconds."};
    if (started->wait() == 0)
        return {true, "CRIU is installed, and finds all that it needs in this kernel."};
    const std::string complaint = complaintIn(said);
    return {false, complaint.empty()
                       ? std::string("CRIU says that this kernel lacks something that it needs.")
                       : "CRIU says that this kernel cannot do it: " + complaint};
}

} // namespace quayside::containers
