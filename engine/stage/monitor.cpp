#include "engine/stage/monitor.h"

#include "engine/isolation/cgroups/apply.h"
#include "engine/stage/exitrecord.h"
#include "engine/stage/message.h"
#include "engine/stage/planfile.h"
#include "engine/stage/supervisor.h"

#include <csignal>
#include <malloc.h>
#include <optional>
#include <span>

#include <elf.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <linux/keyctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Of the linker: the start of the program in memory. As a position-independent one it is linked at address 0.
extern "C" const Elf64_Ehdr __ehdr_start;

namespace quayside::stage
{
namespace
{

using namespace isolation;

int descriptorOf(Slot slot)
{
    return slot < 0 ? -1 : firstSlot + slot;
}

Fd duplicate(Slot slot)
{
    return Fd(slot < 0 ? -1 : ::fcntl(descriptorOf(slot), F_DUPFD_CLOEXEC, firstSlot));
}

void report(const Error &error)
{
    const std::string line = std::format("quayside-stage: {}\n", error.message);
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

// To the engine, else to whoever reads our standard error.
void tell(int control, const Error &error)
{
    if (!sendFailure(control, error))
        report(error);
}

// On its own from here on: no session or folder of the engine's, nothing for a container to look into, no key
// of the engine's within its reach, and last in line when memory runs out.
void detach()
{
    ::setsid();
    ::umask(077);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    ::prctl(PR_SET_NAME, "quayside-stage", 0, 0, 0);
    ::syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, nullptr);
    const Fd score(::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC));
    // Refused without CAP_SYS_RESOURCE; then the stage is as likely a victim as any process of its size.
    [[maybe_unused]] const bool set = ::write(score.get(), "-900", 4) == 4;
    [[maybe_unused]] const int moved = ::chdir("/");
}

// The slots that the stage was started with: the descriptors from firstSlot on that are open before it opens
// any.
class InheritedSlots
{
public:
    InheritedSlots()
    {
        while (::fcntl(m_end, F_GETFD) >= 0)
            ++m_end;
    }
    // What the container needs has been passed on; what it is made of is no longer held.
    void close() const
    {
        if (m_end > firstSlot)
            ::close_range(firstSlot, static_cast<unsigned>(m_end) - 1, 0);
    }

private:
    int m_end = firstSlot;
};

// Code and constants that only the launch needed. What is needed again comes back from the stage's memfd.
void letGoOfCode()
{
    const auto *base = reinterpret_cast<const char *>(&__ehdr_start);
    const auto *headers = reinterpret_cast<const Elf64_Phdr *>(base + __ehdr_start.e_phoff);
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    for (const Elf64_Phdr &segment : std::span(headers, __ehdr_start.e_phnum)) {
        if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0)
            continue;
        // Whole pages, counted from the base, which is at the start of one. They are clean pages of a private
        // mapping of a file: nothing is lost.
        const std::size_t start = (segment.p_vaddr + page - 1) / page * page;
        const std::size_t end = (segment.p_vaddr + segment.p_memsz) / page * page;
        if (end > start)
            ::madvise(const_cast<char *>(base) + start, end - start, MADV_DONTNEED);
    }
}

struct Standing {
    Fd control;
    Door door;
    std::optional<logs::Writer> log;
    std::optional<ExitRecordFile> record;
    Fd oomCounter;
    std::uint64_t oomKills = 0;
};

// Everything that can fail is there before the container is.
Result<Standing> makeStanding(Kernel &kernel, const LaunchPlan &plan)
{
    Standing standing;
    standing.control = duplicate(plan.control);
    if (plan.record.logFolder >= 0) {
        TRY(logs::Writer writer, logs::Writer::open(duplicate(plan.record.logFolder),
                                                    {plan.record.logMaxBytes, plan.record.logMaxFiles,
                                                     plan.record.logCompressed}));
        standing.log.emplace(std::move(writer));
    }
    if (plan.record.stateFolder >= 0) {
        TRY(ExitRecordFile record, ExitRecordFile::reserve(descriptorOf(plan.record.stateFolder)));
        standing.record.emplace(std::move(record));
    }
    TRY(standing.door, Door::open(plan.record.socketPath));
    standing.oomCounter = duplicate(plan.cgroup.oomCounter);
    standing.oomKills = cgroups::oomKills(kernel, plan.cgroup);
    return standing;
}

struct Launched {
    Standing standing;
    Running running;
};

Result<Launched> launchPlan(Kernel &kernel, const LaunchPlan &plan)
{
    TRY(Standing standing, makeStanding(kernel, plan));
    TRY(Running running, launch(kernel, plan, standing.control.get()));
    return Launched{std::move(standing), std::move(running)};
}

Message startedMessage(const Running &running)
{
    return {.kind = MessageKind::Started, .pid = running.process.pid, .startTime = running.startTime};
}

// The plan is gone once this returns, with the memory that it took.
Result<Launched> launchFromPlan(Kernel &kernel)
{
    const auto taken = takeLaunchPlan();
    if (!taken) {
        report(taken.error());
        return std::unexpected(taken.error());
    }
    const LaunchPlan &plan = *taken;
    auto launched = launchPlan(kernel, plan);
    const int control = descriptorOf(plan.control);
    if (!launched) {
        tell(control, launched.error());
        return launched;
    }
    // An engine that went away meanwhile connects again through the door.
    const Running &running = launched->running;
    [[maybe_unused]] const auto told =
        send(control, startedMessage(running), running.warnings, running.descriptors());
    return launched;
}

} // namespace

int monitorContainer(Kernel &kernel)
{
    const InheritedSlots slots;
    detach();
    auto launched = launchFromPlan(kernel);
    if (!launched)
        return 1;
    slots.close();
    Standing standing = std::move(launched->standing);
    ExitRecord record{.startedNs = launched->running.startedNs};
    Supervisor supervisor(std::move(launched->running), std::move(standing.control), std::move(standing.door),
                          std::move(standing.log));
    const auto end = supervisor.run([] {
        ::malloc_trim(0);
        letGoOfCode();
    });
    if (!end) {
        report(end.error());
        return 1;
    }
    const CgroupPlan counter{.oomCounter = standing.oomCounter ? standing.oomCounter.get() - firstSlot : -1};
    record.finishedNs = nowNs();
    record.code = end->code;
    record.signal = end->signal;
    record.oom = cgroups::oomKills(kernel, counter) > standing.oomKills;
    if (const auto saved = standing.record ? standing.record->save(record) : Result<>{}; !saved)
        report(saved.error());
    supervisor.sayEnded(*end, record.oom);
    return 0;
}

int monitorExec(Kernel &kernel)
{
    const InheritedSlots slots;
    detach();
    auto plan = takeExecPlan();
    if (!plan) {
        report(plan.error());
        return 1;
    }
    Fd control = duplicate(plan->control);
    auto running = launchExec(kernel, *plan);
    if (!running) {
        tell(control.get(), running.error());
        return 1;
    }
    slots.close(); // also the standard streams: the engine sees their end when the command ends
    [[maybe_unused]] const auto told =
        send(control.get(), startedMessage(*running), running->warnings, running->descriptors());
    running->terminal.reset(); // the engine's alone
    Supervisor supervisor(std::move(*running), std::move(control), Door(), std::nullopt);
    const auto end = supervisor.run();
    if (!end) {
        report(end.error());
        return 1;
    }
    supervisor.sayEnded(*end, false);
    return 0;
}

} // namespace quayside::stage
