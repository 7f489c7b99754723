// The processes of a container with the numbers that they have on both sides (pid_namespaces(7)).
#include "engine/containers/top/processes.h"
#include "engine/containers/xray/subject.h"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

constexpr std::size_t mostProcesses = 512; // each is three files of /proc
constexpr std::size_t longestCommand = 4096;

std::int64_t bootSeconds()
{
    timespec now{}, sinceBoot{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    ::clock_gettime(CLOCK_BOOTTIME, &sinceBoot);
    return now.tv_sec - sinceBoot.tv_sec;
}

std::string argumentsOf(std::string text, const std::string &command)
{
    while (text.ends_with('\0'))
        text.pop_back();
    std::ranges::replace(text, '\0', ' ');
    return text.empty() ? "[" + command + "]" : printable(text);
}

// The effective one: "Uid:\treal\teffective\t…".
std::int64_t effectiveId(std::string_view status, std::string_view key)
{
    const std::size_t at = status.find(key), tab = status.find('\t', at + key.size() + 1);
    if (at == std::string_view::npos || tab == std::string_view::npos)
        return -1;
    return std::atoll(std::string(status.substr(tab + 1, 10)).c_str());
}

std::optional<api::XrayProcess> readOne(const Subject &subject, std::int32_t pid, std::int64_t boot)
{
    const std::string path = std::format("/proc/{}", pid);
    const Fd proc(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const auto stat = proc ? readText(proc, "stat") : std::nullopt;
    const auto status = proc ? readText(proc, "status") : std::nullopt;
    const auto facts = stat && status ? parseStat(*stat) : std::nullopt;
    if (!facts)
        return std::nullopt;
    api::XrayProcess process{.pid = pid, .parent = facts->parent};
    const auto pids = parseStatus(*status).pids;
    const std::size_t depth = subject.status.pids.size(); // that of process 1
    process.insidePid = depth > 0 && pids.size() >= depth ? pids[depth - 1] : 0;
    process.uid = effectiveId(*status, "\nUid:");
    process.gid = effectiveId(*status, "\nGid:");
    process.insideUid = insideId(subject.uids, process.uid);
    process.insideGid = insideId(subject.gids, process.gid);
    process.command = facts->command;
    process.arguments = argumentsOf(readText(proc, "cmdline", longestCommand).value_or(""), facts->command);
    process.state = std::string(1, facts->state);
    process.threads = facts->threads;
    process.memoryBytes = static_cast<std::int64_t>(facts->residentPages) * ::sysconf(_SC_PAGESIZE);
    process.started = boot + static_cast<std::int64_t>(facts->startTicks) / ::sysconf(_SC_CLK_TCK);
    return process;
}

// Process 1, and who came in later from outside: its parent is none of `pids`, which are all, sorted.
void addRoles(const Subject &subject, const std::vector<std::int32_t> &pids,
              std::vector<api::XrayProcess> &processes)
{
    for (auto &process : processes) {
        const auto parent = std::ranges::find(processes, process.parent, &api::XrayProcess::pid);
        process.insideParent = parent == processes.end() ? 0 : parent->insidePid;
        if (process.pid == subject.pid)
            process.role = "init";
        else if (!std::ranges::binary_search(pids, process.parent))
            process.role = "exec";
    }
}

// Its command says that it is ours, and process 1, asked once more, that it was not somebody else by then.
std::optional<api::XrayProcess> readStage(const Subject &subject, std::int64_t pid, std::int64_t boot)
{
    auto stage = readOne(subject, static_cast<std::int32_t>(pid), boot);
    if (!stage || stage->insidePid != 0 || !stage->command.starts_with("quayside-stage"))
        return std::nullopt;
    const auto init = parseStat(readText(subject.proc, "stat").value_or(""));
    if (!init || init->parent != pid)
        return std::nullopt;
    stage->role = "stage";
    return stage;
}

bool isKernelThread(std::int32_t pid)
{
    constexpr std::uint64_t kernelThread = 0x00200000; // PF_KTHREAD (linux/sched.h)
    const auto facts = readProcess(pid);
    return facts && (facts->flags & kernelThread) != 0;
}

// As the kernel asks where /proc hides strangers (hidepid): all of its ids are the user's.
bool isOf(std::int32_t pid, std::uint32_t uid)
{
    const std::string path = std::format("/proc/{}", pid);
    const Fd proc(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    struct stat status{};
    if (!proc || ::fstat(proc.get(), &status) < 0 || status.st_uid != uid)
        return false;
    const auto uids = parseStatus(readText(proc, "status").value_or("")).uids;
    return !uids.empty() && std::ranges::all_of(uids, [uid](std::int64_t id) { return id == uid; });
}

std::vector<std::int32_t> allPids()
{
    std::vector<std::int32_t> pids;
    std::error_code failed;
    for (std::filesystem::directory_iterator entry("/proc", failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const std::string name = entry->path().filename();
        std::int32_t pid = 0;
        const auto [rest, error] = std::from_chars(name.data(), name.data() + name.size(), pid);
        if (error == std::errc() && rest == name.data() + name.size())
            pids.push_back(pid);
    }
    std::ranges::sort(pids);
    return pids;
}

} // namespace

std::vector<api::XrayProcess> readHostProcesses(const Subject &host, std::uint32_t uid, std::int64_t &count)
{
    auto pids = allPids();
    count = static_cast<std::int64_t>(pids.size());
    const std::int32_t engine = ::getpid();
    const auto isKnown = [engine](std::int32_t pid) { return pid == 1 || pid == engine; };
    std::erase_if(pids, [&](std::int32_t pid) {
        return !isKnown(pid) && (uid == 0 ? isKernelThread(pid) : !isOf(pid, uid));
    });
    std::ranges::stable_partition(pids, isKnown);
    pids.resize(std::min(pids.size(), mostProcesses));
    const std::int64_t boot = bootSeconds();
    std::vector<api::XrayProcess> processes;
    for (const auto pid : pids) {
        auto process = readOne(host, pid, boot);
        if (!process)
            continue;
        if (isKnown(pid)) {
            process->role = pid == 1 ? "init" : "engine";
            if (uid != 0) // what it was started with is not everybody's business
                process->arguments = process->command;
        } else if (uid != 0 && process->uid != uid) {
            continue; // the number has been given anew
        }
        processes.push_back(*std::move(process));
    }
    return processes;
}

std::vector<api::XrayProcess> readProcesses(const Subject &subject, std::vector<std::int32_t> pids)
{
    std::ranges::sort(pids);
    const std::vector<std::int32_t> all = pids;
    // Process 1 is looked at whatever the others are.
    std::ranges::stable_partition(pids, [&](std::int32_t pid) { return pid == subject.pid; });
    pids.resize(std::min(pids.size(), mostProcesses));
    const std::int64_t boot = bootSeconds();
    std::vector<api::XrayProcess> processes;
    for (const auto pid : pids)
        if (auto process = readOne(subject, pid, boot))
            processes.push_back(*std::move(process));
    addRoles(subject, all, processes);
    if (processes.empty() || processes.front().role != "init")
        return processes;
    if (auto stage = readStage(subject, processes.front().parent, boot))
        processes.insert(processes.begin(), *std::move(stage));
    return processes;
}

} // namespace quayside::containers
