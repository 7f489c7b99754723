#include "tests/fakes/container.h"

#include "engine/isolation/mounts/prepare.h"
#include "engine/isolation/plan/codec.h"
#include "engine/isolation/security/prepare.h"
#include "tests/folders.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>

namespace quayside::test
{
namespace
{

namespace fs = std::filesystem;
using namespace isolation;

Fd sealed(const char *name, std::string_view bytes)
{
    Fd file(::memfd_create(name, MFD_ALLOW_SEALING | MFD_CLOEXEC));
    while (!bytes.empty())
        bytes.remove_prefix(static_cast<std::size_t>(::write(file.get(), bytes.data(), bytes.size())));
    ::fcntl(file.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK);
    return file;
}

std::string contentOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

const Fd &stageFile()
{
    static const Fd file = sealed("quayside-stage", contentOf(QUAYSIDE_BIN_DIR "/quayside-stage"));
    return file;
}

security::SeccompPrograms &programs()
{
    static security::SeccompPrograms programs;
    return programs;
}

Fd openPath(const std::string &path)
{
    return Fd(::open(path.c_str(), O_PATH | O_CLOEXEC));
}

std::string readAll(int fd)
{
    std::string all;
    std::array<char, 4096> buffer{};
    for (ssize_t size = 0; (size = ::read(fd, buffer.data(), buffer.size())) > 0;)
        all.append(buffer.data(), static_cast<std::size_t>(size));
    return all;
}

} // namespace

pid_t spawnStage(const std::string &mode, const std::string &encodedPlan, const Slots &slots)
{
    const Fd plan = sealed("plan", encodedPlan);
    const int program = stageFile().get();
    const pid_t pid = ::fork();
    if (pid != 0)
        return pid;
    // Out of the way first: a slot's own number may be another one's target.
    std::vector<int> from{::fcntl(plan.get(), F_DUPFD_CLOEXEC, 500)};
    for (const Fd &fd : slots.fds())
        from.push_back(::fcntl(fd.get(), F_DUPFD_CLOEXEC, 500));
    const int high = ::fcntl(program, F_DUPFD_CLOEXEC, 500);
    for (std::size_t i = 0; i < from.size(); ++i)
        ::dup2(from[i], 3 + static_cast<int>(i));
    std::array<char *, 3> arguments{const_cast<char *>("quayside-stage"), nullptr, nullptr};
    if (!mode.empty())
        arguments[1] = const_cast<char *>(mode.c_str());
    char *environment[] = {nullptr};
    ::syscall(SYS_execveat, high, "", arguments.data(), environment, AT_EMPTY_PATH);
    ::_exit(125);
}

void waitForStage(pid_t stage)
{
    while (::waitpid(stage, nullptr, 0) < 0 && errno == EINTR) {
    }
}

Container::Container() : idMaps(std::make_unique<namespaces::IdMaps>(systemKernel()))
{
    makeRootFileSystem();
    plan.process.env = {"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root"};
    plan.record.id = std::string(64, 'a');
    plan.record.stateFolder = slots.add(openPath(path("container")));
    plan.record.logFolder = slots.add(openPath(path("container/log")));
    plan.record.socketPath = path("run/stage.sock");
    cgroups = *cgroups::Cgroups::open(m_root.path(), systemKernel());
    plan.mounts = mounts::defaultMounts({.cgroupOptions = cgroups->mountOptions()});
    security::setCapabilities(plan.security, security::defaultCapabilities());
    plan.security.maskedPaths = security::defaultMaskedPaths();
    plan.security.readOnlyPaths = security::defaultReadOnlyPaths();
    plan.security.seccomp = slots.add(*programs().standard(security::defaultCapabilities()));
    int ends[2];
    ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends);
    control.reset(ends[0]);
    plan.control = slots.add(Fd(ends[1]));
    namespaces::Request request{.firstId = firstTestId, .hostname = "box"};
    plan.namespaces = *namespaces::prepare(std::move(request), slots);
}

Container::~Container()
{
    kill(SIGKILL);
    if (m_stage > 0)
        waitForStage(m_stage);
    if (const auto removed = cgroups->remove(plan.record.id); !removed)
        std::fputs((removed.error().message + "\n").c_str(), stderr);
    cgroups->removeGroup();
}

void Container::makeRootFileSystem()
{
    for (const char *folder : {"lower/bin", "lower/etc", "lower/root", "lower/tmp", "container/upper",
                               "container/work", "container/log", "run"})
        fs::create_directories(path(folder));
    fs::copy_file("/bin/busybox", path("lower/bin/busybox"));
    for (const char *name :
         {"sh",    "cat", "echo", "ls",    "id",   "true",   "false",    "sleep", "head",     "stat", "mount",
          "touch", "dd",  "yes",  "kill",  "ps",   "grep",   "readlink", "mkdir", "hostname", "wc",   "tty",
          "stty",  "rm",  "seq",  "chmod", "date", "usleep", "mknod",    "chown", "ip",       "nc"})
        fs::create_symlink("busybox", path("lower/bin/") + name);
    std::ofstream(path("lower/etc/passwd")) << "root:x:0:0:root:/root:/bin/sh\n";
    fs::permissions(path("lower/tmp"), fs::perms(01777));
}

Result<> Container::finishPlan()
{
    if (plan.root.upper < 0) {
        const bool mapped = plan.namespaces.user.mode != NamespaceMode::Host;
        TRY(const int map, mapped ? idMaps->forContainer(firstTestId) : Result<int>(-1));
        std::vector<Fd> lower;
        lower.push_back(openPath(path("lower")));
        TRY(plan.root, mounts::prepareRoot(systemKernel(), lower, openPath(path("container")), map,
                                           plan.root.readOnly, slots));
    }
    std::vector<std::string> ignored;
    TRY(plan.cgroup, cgroups->create(plan.record.id, limits, slots, ignored));
    return {};
}

Result<> Container::start()
{
    CHECK(finishPlan());
    m_stage = spawnStage("", encode(plan), slots);
    slots = Slots(); // the stage's alone now, so that a hang-up can be seen
    return converse();
}

Result<> Container::converse()
{
    for (;;) {
        TRY(std::optional<stage::Packet> packet, stage::receive(control.get()));
        if (!packet)
            return fail(ErrorKind::Internal, "the stage hung up");
        switch (packet->message.kind) {
        case stage::MessageKind::Created:
            if (!proceed)
                return fail(ErrorKind::Cancelled, "hung up at Created");
            CHECK(stage::send(control.get(), {.kind = stage::MessageKind::Proceed}));
            break;
        case stage::MessageKind::Times:
            break;
        case stage::MessageKind::Started:
            m_pid = packet->message.pid;
            m_pidfd = std::move(packet->fds.at(0));
            if (packet->fds.size() > 1)
                m_input = std::move(packet->fds[1]);
            warnings = packet->text;
            return {};
        case stage::MessageKind::Failed:
            return std::unexpected(stage::failureOf(*packet));
        default:
            return fail(ErrorKind::Internal, "unexpected message");
        }
    }
}

stage::ExitRecord Container::wait()
{
    waitForStage(m_stage);
    m_stage = 0;
    const auto record = stage::decodeExitRecord(contentOf(path("container/exit")));
    return record ? *record : stage::ExitRecord{.code = -1};
}

std::string Container::log()
{
    const auto reader = logs::Reader::open(openPath(path("container/log")), {.multiplexed = false});
    std::string text;
    while (reader && *(*reader)->read(text, 1 << 20) > 0) {
    }
    return text;
}

std::string Container::log(logs::Source stream)
{
    const auto reader =
        logs::Reader::open(openPath(path("container/log")), {.stdoutWanted = stream == logs::Source::Stdout,
                                                             .stderrWanted = stream == logs::Source::Stderr,
                                                             .multiplexed = false});
    std::string text;
    while (reader && *(*reader)->read(text, 1 << 20) > 0) {
    }
    return text;
}

std::string Container::output(const std::string &script)
{
    command(script);
    if (const auto started = start(); !started)
        return "failed: " + started.error().message;
    const stage::ExitRecord record = wait();
    return record.code == 0 ? log() : std::format("exit code {}: {}", record.code, log());
}

void Container::closeInput()
{
    m_input.reset();
    (void)stage::send(control.get(), {.kind = stage::MessageKind::CloseInput});
}

Result<stage::Packet> Container::reconnect()
{
    control.reset(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    plan.record.socketPath.copy(address.sun_path, sizeof address.sun_path - 1);
    if (::connect(control.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) < 0)
        return failErrno(errno, "connecting to {}", plan.record.socketPath);
    TRY(std::optional<stage::Packet> packet, stage::receive(control.get()));
    if (!packet)
        return fail(ErrorKind::Internal, "the stage hung up at once");
    return std::move(*packet);
}

void Container::kill(int signal)
{
    if (m_pidfd)
        systemKernel().pidfdSendSignal(m_pidfd.get(), signal);
}

Result<int> Container::exec(const std::string &script, std::string &text, ProcessPlan process)
{
    Slots fds;
    ExecPlan exec{.namespaces = plan.namespaces, .security = plan.security, .process = std::move(process)};
    exec.security.seccomp = fds.add(*programs().standard(security::defaultCapabilities()));
    if (const auto cgroup = cgroups->join(plan.record.id, fds))
        exec.cgroup = *cgroup;
    if (exec.process.argv.empty())
        exec.process.argv = {"/bin/sh", "-c", script};
    exec.process.env = plan.process.env;
    int ends[2], out[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0 || ::pipe2(out, O_CLOEXEC) < 0)
        return failErrno(errno, "making the channels of an exec");
    const Fd engine(ends[0]), reader(out[0]);
    exec.control = fds.add(Fd(ends[1]));
    exec.standardOutput = exec.standardError = fds.add(Fd(out[1]));
    exec.target = fds.add(Fd(::fcntl(m_pidfd.get(), F_DUPFD_CLOEXEC, 0)));
    const pid_t pid = spawnStage("exec", encode(exec), fds);
    fds = Slots();
    TRY(std::optional<stage::Packet> packet, stage::receive(engine.get()));
    if (packet && packet->message.kind == stage::MessageKind::Started) {
        text = readAll(exec.process.terminal ? packet->fds.at(1).get() : reader.get());
        TRY(packet, stage::receive(engine.get()));
    }
    waitForStage(pid);
    if (!packet)
        return fail(ErrorKind::Internal, "the stage of the exec hung up");
    if (packet->message.kind == stage::MessageKind::Failed)
        return std::unexpected(stage::failureOf(*packet));
    return packet->message.exitCode;
}

} // namespace quayside::test
