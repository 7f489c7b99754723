#include "engine/containers/checkpoint/check.h"

#include "engine/containers/checkpoint/criu.h"
#include "engine/images/base/process.h"

#include <chrono>
#include <mutex>

namespace quayside::containers
{

namespace
{

constexpr std::chrono::milliseconds timeForCriu{10'000};

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
    const auto run = runCriu({program, "check"}, timeForCriu);
    if (!run && run.error().kind == ErrorKind::Unavailable)
        return {false, "CRIU was asked what this kernel can do, and has not answered within ten seconds."};
    if (!run)
        return {false, run.error().message + "."};
    if (run->status == 0)
        return {true, "CRIU is installed, and finds all that it needs in this kernel."};
    const std::string complaint = complaintIn(run->said);
    return {false, complaint.empty()
                       ? std::string("CRIU says that this kernel lacks something that it needs.")
                       : "CRIU says that this kernel cannot do it: " + complaint};
}

bool checkpointsWork()
{
    static std::mutex mutex;
    static std::string asked = "none";
    static bool possible = false;
    const std::scoped_lock lock(mutex);
    if (std::string program = images::findProgram("criu"); program != asked) {
        possible = checkCheckpoint(program).possible;
        asked = std::move(program);
    }
    return possible;
}

} // namespace quayside::containers
