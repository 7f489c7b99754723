#include "engine/stage/restore.h"

#include "engine/base/rootedpath.h"
#include "engine/isolation/cgroups/apply.h"
#include "engine/isolation/mounts/apply.h"
#include "engine/isolation/namespaces/apply.h"
#include "engine/isolation/security/apply.h"
#include "engine/stage/criu.h"
#include "engine/stage/init.h"
#include "engine/stage/message.h"

#include <array>
#include <csignal>

#include <fcntl.h>
#include <linux/close_range.h>
#include <linux/sched.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quayside::stage
{
namespace
{

using namespace isolation;

// Descriptors of CRIU's.
constexpr int criuSocket = 3, criuInput = 4, criuOutput = 5, criuError = 6;
constexpr const char *criuSocketText = "3";

Result<> useInCriu(const Stdio &stdio, int socket)
{
    const std::array from{socket, stdio.in.get(), stdio.out.get(), stdio.error.get()};
    std::array<int, from.size()> apart{};
    for (std::size_t i = 0; i < from.size(); ++i) // first out of the way of one another
        apart.at(i) = ::fcntl(from.at(i), F_DUPFD_CLOEXEC, 64);
    for (std::size_t i = 0; i < from.size(); ++i)
        if (::dup2(apart.at(i), criuSocket + static_cast<int>(i)) < 0)
            return failErrno(errno, "passing descriptors on to CRIU");
    if (::close_range(criuError + 1, ~0U, 0) < 0)
        return failErrno(errno, "closing descriptors");
    return {};
}

// CRIU itself stays outside of the container's cgroups: it needs devices that are not in their list, and its
// memory is not the container's. What it makes inherits the cgroup namespace.
[[noreturn]] void becomeCriu(Kernel &kernel, const LaunchPlan &plan, const Stdio &stdio, int socket,
                             const Fd &cgroupNamespace)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    Result<> done;
    if (const int joined = kernel.setns(cgroupNamespace.get(), CLONE_NEWCGROUP); joined < 0)
        done = failErrno(-joined, "joining the cgroup namespace");
    if (done)
        done = useInCriu(stdio, socket);
    std::array<char *, 4> argv{const_cast<char *>("criu"), const_cast<char *>("swrk"),
                               const_cast<char *>(criuSocketText), nullptr};
    std::array<char *, 3> environment{const_cast<char *>("PATH=/usr/sbin:/usr/bin:/sbin:/bin"),
                                      const_cast<char *>("LC_ALL=C"), nullptr};
    if (done)
        ::execve(plan.restore.program.c_str(), argv.data(), environment.data());
    ::_exit(1);
}

// Stands in the container's cgroups until its namespace, which is rooted where its maker is, has been opened.
[[noreturn]] void makeCgroupNamespace(Kernel &kernel, const LaunchPlan &plan, int link)
{
    auto done = cgroups::enter(kernel, plan.cgroup);
    if (done)
        done = namespaces::enterCgroupNamespace(kernel, plan.namespaces);
    const Message made{.kind = MessageKind::Created};
    sendPlainly(link, done ? made : failureMessage(done.error()), done ? "" : done.error().message);
    (void)awaitProceed(link);
    ::_exit(0);
}

// What the container's process does in an ordinary launch before it is the command, but for what CRIU has
// written down: names, working folder, streams, privileges. In a process that has joined the new namespaces.
Result<Fd> furnish(Kernel &kernel, const LaunchPlan &plan, Notes &notes)
{
    Steps steps(notes, {});
    ::umask(0);
    CHECK(namespaces::becomeRoot(kernel, plan.namespaces));
    CHECK(namespaces::enterCgroupNamespace(kernel, plan.namespaces)); // as which its cgroups are mounted
    CHECK(mounts::makePrivate(kernel));
    TRY(const Fd shelf, mounts::makeShelf(kernel));
    TRY(const Fd place, makeFolders(kernel, shelf.get(), mounts::shelfRoot));
    Fd root;
    CHECK(steps.run(StepId::Root, [&]() -> Result<> {
        TRY(root, mounts::mountRootAt(kernel, plan.root, place));
        return {};
    }));
    CHECK(steps.run(StepId::Mounts, [&] { return mounts::mountAll(kernel, plan.mounts, root.get()); }));
    CHECK(
        steps.run(StepId::Sysctls, [&] { return security::writeSysctls(kernel, plan.process, root.get()); }));
    CHECK(
        steps.run(StepId::HiddenPaths, [&] { return mounts::hidePaths(kernel, plan.security, root.get()); }));
    CHECK(mounts::layOut(kernel, root.get(), plan.restore.mountPoints, shelf));
    return root;
}

[[noreturn]] void runFurnisher(Kernel &kernel, const LaunchPlan &plan, int link, Notes &notes)
{
    auto root = furnish(kernel, plan, notes);
    if (root) {
        const std::array fds{root->get()};
        if (auto said = send(link, {.kind = MessageKind::Created}, {}, fds); !said)
            root = std::unexpected(std::move(said).error());
    }
    if (!root)
        sendPlainly(link, failureMessage(root.error()), root.error().message);
    ::_exit(root ? 0 : 1);
}

class Restoration
{
public:
    Restoration(Kernel &kernel, const LaunchPlan &plan, int control, Notes &notes)
        : m_kernel(kernel), m_plan(plan), m_control(control), m_notes(notes)
    {
    }
    Result<Running> run();

private:
    Result<Fd> cgroupNamespace();
    Result<Child> startCriu();
    Result<std::string> hear();
    Result<> say(const std::string &request) const;
    Result<> talk();
    Result<> prepare(pid_t pid);
    Result<> furnishNamespaces();
    Result<> awaitNetwork() const;

    Kernel &m_kernel;
    const LaunchPlan &m_plan;
    const int m_control;
    Notes &m_notes;
    Stdio m_stdio;
    Fd m_socket, m_root;
    std::optional<Child> m_first;
};

Result<Fd> Restoration::cgroupNamespace()
{
    TRY(Link link, makeLink());
    TRY(Cloned process, m_kernel.clone3({.cgroup = cgroupDescriptor(m_plan.cgroup)}));
    if (process.pid == 0)
        makeCgroupNamespace(m_kernel, m_plan, link.child.get());
    const Child maker(m_kernel, std::move(process));
    link.child.reset();
    TRY(const std::optional<Packet> packet, receive(link.stage.get()));
    if (packet && packet->message.kind == MessageKind::Failed)
        return std::unexpected(failureOf(*packet));
    Fd made(::open(std::format("/proc/{}/ns/cgroup", maker.pid()).c_str(), O_RDONLY | O_CLOEXEC));
    if (!packet || !made)
        return fail(ErrorKind::Internal, "the cgroup namespace of the container could not be made");
    return made;
}

Result<Child> Restoration::startCriu()
{
    TRY(const Fd cgroups, cgroupNamespace());
    TRY(m_stdio, makeStdio(m_kernel, m_plan.process, m_plan.namespaces));
    TRY(Link link, makeLink());
    TRY(Cloned process, m_kernel.clone3({}));
    if (process.pid == 0)
        becomeCriu(m_kernel, m_plan, m_stdio, link.child.get(), cgroups);
    m_stdio.in.reset(), m_stdio.out.reset(), m_stdio.error.reset();
    m_socket = std::move(link.stage);
    return Child(m_kernel, std::move(process));
}

Result<> Restoration::say(const std::string &request) const
{
    if (::send(m_socket.get(), request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size()))
        return failErrno(errno, "asking CRIU");
    return {};
}

// An engine that goes away meanwhile has given the launch up.
Result<std::string> Restoration::hear()
{
    constexpr int patience = 5000; // ms, of a CRIU whose first process has died
    std::array<pollfd, 3> sources{pollfd{m_socket.get(), POLLIN, 0}, pollfd{m_control, POLLRDHUP, 0},
                                  pollfd{m_first ? m_first->pidfd() : -1, POLLIN, 0}};
    while (::poll(sources.data(), sources.size(), -1) < 0)
        if (errno != EINTR)
            return failErrno(errno, "waiting for CRIU");
    if (sources[1].revents != 0)
        return fail(ErrorKind::Cancelled, "the engine hung up before the container was restored");
    if (sources[0].revents == 0 && ::poll(sources.data(), 1, patience) <= 0)
        return fail(ErrorKind::Internal, "the first process died while it was restored");
    std::string bytes(64 * 1024, '\0');
    const ssize_t size = ::recv(m_socket.get(), bytes.data(), bytes.size(), 0);
    if (size <= 0)
        return fail(ErrorKind::Internal, "CRIU ended before the container was restored");
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

Result<> Restoration::awaitNetwork() const
{
    TRY(const std::optional<Packet> packet, receive(m_control));
    if (!packet || packet->message.kind != MessageKind::Proceed)
        return fail(ErrorKind::Cancelled, "the engine hung up before the network was there");
    return {};
}

Result<> Restoration::furnishNamespaces()
{
    NamespacePlan joined = m_plan.namespaces;
    joined.cgroup.mode = NamespaceMode::Host; // CRIU's own is not its; it makes one
    TRY(Link link, makeLink());
    const BirthOptions birth{0, m_plan.cgroup,
                             [&] { return namespaces::joinProcess(m_kernel, m_first->pidfd(), joined); }};
    TRY(const Cloned process, makeProcess(m_kernel, birth, link));
    if (process.pid == 0)
        runFurnisher(m_kernel, m_plan, link.child.get(), m_notes);
    link.child.reset();
    auto packet = receive(link.stage.get());
    // It must be gone before CRIU goes on: it has a number in the container's pid namespace.
    siginfo_t info{};
    while (::waitid(P_PIDFD, static_cast<id_t>(process.pidfd.get()), &info, WEXITED | __WALL) < 0 &&
           errno == EINTR) {
    }
    if (!packet || !*packet)
        return fail(ErrorKind::Internal, "the process that mounts ended without a word");
    if ((*packet)->message.kind == MessageKind::Failed)
        return std::unexpected(failureOf(**packet));
    if ((*packet)->fds.empty())
        return fail(ErrorKind::Internal, "the process that mounts sent no root");
    m_root = std::move((*packet)->fds[0]);
    return {};
}

// Nobody has waited for the first process yet: its number is its own.
Result<> Restoration::prepare(pid_t pid)
{
    m_first.emplace(m_kernel, Cloned{pid, Fd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)))});
    if (m_first->pidfd() < 0)
        return failErrno(errno, "opening the restored process {}", pid);
    CHECK(cgroups::admit(m_kernel, m_plan.cgroup, pid)); // and with it all that it makes
    CHECK(announce(m_plan, *m_first, m_control));
    CHECK(furnishNamespaces());
    return awaitNetwork();
}

Result<> Restoration::talk()
{
    criu::Restore wanted{.images = firstSlot + m_plan.restore.images,
                         .root = std::string(mounts::shelfPath) + "/" + mounts::shelfRoot,
                         .inherited = {},
                         .external = {}};
    const RestorePlan &from = m_plan.restore;
    for (const auto &[name, fd] : {std::pair(&from.input, criuInput), std::pair(&from.output, criuOutput),
                                   std::pair(&from.error, criuError)})
        if (!name->empty())
            wanted.inherited.emplace_back(*name, fd);
    for (std::size_t i = 0; i < from.mountPoints.size(); ++i)
        wanted.external.push_back(std::format("mnt[{}]:{}/{}", from.mountPoints[i], mounts::shelfPath, i));
    CHECK(say(criu::restoreRequest(wanted)));
    for (;;) {
        TRY(const std::string bytes, hear());
        TRY(const criu::Answer answer, criu::parseAnswer(bytes));
        if (answer.kind == criu::Answer::Kind::Restored && answer.success && m_first)
            return {};
        if (answer.kind != criu::Answer::Kind::Notify)
            return fail(ErrorKind::Internal, "CRIU could not restore the container");
        if (answer.script == criu::namespacesMade)
            CHECK(prepare(answer.pid));
        CHECK(say(criu::goOn()));
    }
}

Result<Running> Restoration::run()
{
    m_notes.begin(StepId::Clone);
    TRY(const Child criu, startCriu());
    CHECK(talk());
    m_notes.end(StepId::Clone);
    m_socket.reset();
    pollfd end{criu.pidfd(), POLLIN, 0};
    ::poll(&end, 1, 10'000); // its last words are said; it is killed where it does not end
    m_notes.begin(StepId::Exec);
    Running running;
    running.startedNs = nowNs();
    running.startTime = startTimeOf(m_first->pid());
    running.stdio = std::move(m_stdio);
    running.root = std::move(m_root);
    running.process = m_first->take();
    return running;
}

} // namespace

Result<Running> restore(Kernel &kernel, const LaunchPlan &plan, int control, Notes &notes)
{
    return Restoration(kernel, plan, control, notes).run();
}

} // namespace quayside::stage
