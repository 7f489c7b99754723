#include "engine/stage/launch.h"

#include "engine/isolation/namespaces/apply.h"
#include "engine/isolation/security/apply.h"
#include "engine/stage/init.h"
#include "engine/stage/message.h"
#include "engine/stage/notes.h"
#include "engine/stage/notingkernel.h"
#include "engine/stage/restore.h"

#include <array>
#include <charconv>
#include <csignal>
#include <ctime>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quayside::stage
{
namespace
{

using namespace isolation;

Fd openNetwork(pid_t pid)
{
    return Fd(::open(std::format("/proc/{}/ns/net", pid).c_str(), O_RDONLY | O_CLOEXEC));
}

Result<> awaitEngine(int control)
{
    TRY(const std::optional<Packet> packet, receive(control));
    if (!packet)
        return fail(ErrorKind::Cancelled, "the engine hung up before the network was there");
    if (packet->message.kind != MessageKind::Proceed)
        return fail(ErrorKind::Internal, "the engine sent message {} where Proceed was due",
                    static_cast<std::uint32_t>(packet->message.kind));
    return {};
}

// Both must be ready, in any order; then the process goes on, and nothing more is heard from the engine.
Result<> follow(Progress &progress, const Link &link, int control)
{
    bool engineReady = false;
    for (bool proceeded = false; !progress.running();) {
        std::array<pollfd, 2> sources{pollfd{link.stage.get(), POLLIN, 0},
                                      pollfd{engineReady ? -1 : control, POLLIN, 0}};
        if (::poll(sources.data(), sources.size(), -1) < 0 && errno != EINTR)
            return failErrno(errno, "waiting for the new process");
        if (sources[0].revents != 0)
            CHECK(progress.receive());
        if (sources[1].revents != 0) {
            CHECK(awaitEngine(control));
            engineReady = true;
        }
        if (progress.ready() && engineReady && !proceeded) {
            CHECK(sayProceed(link));
            proceeded = true;
        }
    }
    return {};
}

void sayNotes(int control, Notes &notes, const LaunchPlan &plan, Message message)
{
    while (plan.noteCalls) {
        const std::string lines = notes.takeLines();
        if (lines.empty() || !send(control, {.kind = MessageKind::Calls}, lines))
            break;
    }
    const std::string_view times(reinterpret_cast<const char *>(&notes.times()), sizeof(StepTimes));
    [[maybe_unused]] const auto said = send(control, message, times); // who waits sees the hang-up
}

// Of a held launch: waits until the engine lets it go on.
Result<> askEngine(int control, Notes &notes, const LaunchPlan &plan, StepId step)
{
    sayNotes(control, notes, plan, {.kind = MessageKind::Step, .running = static_cast<std::uint32_t>(step)});
    TRY(const std::optional<Packet> packet, receive(control));
    if (!packet || packet->message.kind != MessageKind::Next)
        return fail(ErrorKind::Cancelled, "the engine hung up while the launch was held");
    return {};
}

// The stage hands on what the process asks for.
Result<> followHeld(Progress &progress, const Link &link, const Steps::Ask &ask)
{
    while (!progress.running()) {
        CHECK(progress.receive());
        if (const auto step = progress.takeStep()) {
            CHECK(ask(*step));
            CHECK(sayNext(link));
        }
    }
    return {};
}

Running finished(Child &child, Stdio stdio, Progress &progress, std::string warnings)
{
    Running running;
    running.startedNs = nowNs();
    running.startTime = startTimeOf(child.pid());
    running.stdio = std::move(stdio);
    std::vector<Fd> descriptors = progress.takeDescriptors();
    if (!descriptors.empty())
        running.root = std::move(descriptors[0]);
    if (descriptors.size() > 1)
        running.terminal = std::move(descriptors[1]);
    running.warnings = std::move(warnings);
    running.process = child.take();
    return running;
}

Result<Cloned> makeFirst(Kernel &kernel, const LaunchPlan &plan, const Link &link)
{
    BirthOptions birth{namespaces::cloneFlags(plan.namespaces), plan.cgroup, {}};
    if (namespaces::joinsAny(plan.namespaces))
        birth.join = [&] { return namespaces::join(kernel, plan.namespaces); };
    return makeProcess(kernel, birth, link);
}

Result<Running> launchNoted(Kernel &kernel, const LaunchPlan &plan, int control, Notes &notes)
{
    const Steps::Ask ask = [&](StepId step) { return askEngine(control, notes, plan, step); };
    Steps steps(notes, plan.hold ? ask : Steps::Ask());
    CHECK(steps.begin(StepId::Clone));
    TRY(Stdio stdio, makeStdio(kernel, plan.process, plan.namespaces));
    TRY(Link link, makeLink());
    TRY(Cloned process, makeFirst(kernel, plan, link));
    if (process.pid == 0) {
        link.stage.reset();
        runInit({kernel, plan, stdio, link.child.get(), notes});
    }
    steps.end(StepId::Clone);
    Child child(kernel, std::move(process));
    link.child.reset();
    stdio.in.reset(), stdio.out.reset(), stdio.error.reset();
    CHECK(announce(plan, child, control));
    std::string warnings;
    CHECK(steps.run(StepId::IdMaps,
                    [&] { return namespaces::writeMaps(kernel, child.pid(), plan.namespaces); }));
    CHECK(steps.run(StepId::Limits,
                    [&] { return security::setLimits(kernel, child.pid(), plan.process, warnings); }));
    CHECK(sayProceed(link));
    Progress progress(child, link.stage.get());
    CHECK(plan.hold ? followHeld(progress, link, ask) : follow(progress, link, control));
    return finished(child, std::move(stdio), progress, std::move(warnings));
}

} // namespace

// The engine works while the process mounts.
Result<> announce(const LaunchPlan &plan, const Child &child, int control)
{
    const Fd network = plan.namespaces.network.mode == NamespaceMode::New ? openNetwork(child.pid()) : Fd();
    const std::array fds{child.pidfd(), network.get()};
    return send(control, {.kind = MessageKind::Created, .pid = child.pid()}, {},
                std::span(fds).first(network.valid() ? 2 : 1));
}

Child::~Child()
{
    if (!m_process.pidfd)
        return;
    m_kernel->pidfdSendSignal(m_process.pidfd.get(), SIGKILL);
    siginfo_t info{};
    while (::waitid(P_PIDFD, static_cast<id_t>(m_process.pidfd.get()), &info, WEXITED) < 0 &&
           errno == EINTR) {
    }
}

Result<> Progress::ended()
{
    if (m_executing) {
        m_running = true; // execve closed it, or a kill after it: both are a start
        return {};
    }
    siginfo_t info{};
    ::waitid(P_PIDFD, static_cast<id_t>(m_child.pidfd()), &info, WEXITED | WNOWAIT);
    return fail(ErrorKind::Internal,
                "the new process ended before it could become the command ({} {}); was it "
                "killed for want of memory?",
                info.si_code == CLD_EXITED ? "status" : "signal", info.si_status);
}

Result<> Progress::receive()
{
    TRY(std::optional<Packet> packet, stage::receive(m_link));
    if (!packet)
        return ended();
    switch (packet->message.kind) {
    case MessageKind::Created:
        m_ready = true;
        m_descriptors = std::move(packet->fds);
        return {};
    case MessageKind::Started:
        m_executing = true;
        return {};
    case MessageKind::Failed:
        return std::unexpected(failureOf(*packet));
    case MessageKind::Step:
        if (packet->message.running < stepCount)
            m_step = static_cast<StepId>(packet->message.running);
        return {};
    default:
        return fail(ErrorKind::Internal, "the new process sent message {}",
                    static_cast<std::uint32_t>(packet->message.kind));
    }
}

Result<Running> launch(Kernel &kernel, const LaunchPlan &plan, int control)
{
    TRY(Notes notes, Notes::make());
    std::optional<NotingKernel> noting;
    if (plan.noteCalls)
        noting.emplace(kernel, notes).nameSlots(plan);
    Kernel &calls = noting ? *noting : kernel;
    auto running = plan.restore.images >= 0 ? restore(calls, plan, control, notes)
                                            : launchNoted(calls, plan, control, notes);
    if (running)
        notes.end(StepId::Exec);
    sayNotes(control, notes, plan, {.kind = MessageKind::Times});
    return running;
}

std::uint64_t startTimeOf(pid_t pid)
{
    const Fd file(::open(std::format("/proc/{}/stat", pid).c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 1024> buffer{};
    const ssize_t size = ::read(file.get(), buffer.data(), buffer.size());
    std::string_view text(buffer.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    // The second field, the command in brackets, may itself hold blanks and brackets: count from the last
    // one.
    text.remove_prefix(std::min(text.rfind(')') + 1, text.size()));
    for (int field = 2; field < 22 && !text.empty(); ++field)
        text.remove_prefix(std::min(text.find(' ', 0) + 1, text.size()));
    std::uint64_t ticks = 0;
    std::from_chars(text.data(), text.data() + text.size(), ticks);
    return ticks;
}

std::int64_t nowNs()
{
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

} // namespace quayside::stage
