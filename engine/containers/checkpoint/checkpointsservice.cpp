#include "engine/containers/checkpoint/checkpointsservice.h"

#include "engine/containers/checkpoint/check.h"
#include "engine/containers/checkpoint/criu.h"
#include "engine/containers/checkpoint/subject.h"
#include "engine/containers/state/times.h"
#include "engine/images/base/process.h"

#include <csignal>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

using namespace std::chrono_literals;

constexpr auto timeForDump = 120s;
constexpr const char *restoreLog = "restore.log"; // stage/criu.h

// What the dump needs of a container that runs; taken with `mutex` held.
struct Subject {
    Record record;
    std::int32_t pid = 0;
    std::uint64_t launch = 0;
    bool stoppedBefore = false;
    EndState endBefore;
    SavedCheckpoint saved;
};

Result<Subject> subjectOf(const Container &container, const api::CheckpointCreateRequest &request)
{
    if (container.removed)
        return fail(ErrorKind::NotFound, "No such container: {}", container.id);
    if (container.state.status == Status::Paused)
        return fail(ErrorKind::Conflict, "container {} is paused: let it go on first", container.id);
    if (container.state.status != Status::Running)
        return fail(ErrorKind::Conflict, "container {} is not running", container.id);
    CHECK(mayCheckpoint(container.record));
    if (request.exit && container.record.hostConfig.autoRemove)
        return fail(
            ErrorKind::Conflict,
            "container \"/{}\" removes itself when it ends (--rm), and its checkpoint with it: let it "
            "run on (--leave-running)",
            container.record.name);
    if (::syscall(SYS_pidfd_send_signal, container.run.process.get(), 0, nullptr, 0) < 0)
        return fail(ErrorKind::Conflict, "container {} is just ending", container.id);
    Subject subject{.record = container.record,
                    .pid = container.state.pid,
                    .launch = container.launches,
                    .stoppedBefore = container.state.stoppedByUser,
                    .endBefore = container.state.end};
    for (const auto &endpoint : container.state.endpoints)
        if (!endpoint.ipv4Address.empty())
            subject.saved.addresses[endpoint.networkId] = endpoint.ipv4Address;
    return subject;
}

std::string textOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text(256 * 1024, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

Result<> dump(const Subject &subject, const std::string &program, const std::string &images,
              bool leaveRunning)
{
    const auto run = runCriu(dumpArguments({.program = program,
                                            .images = images,
                                            .pid = subject.pid,
                                            .leaveRunning = leaveRunning,
                                            .mountPoints = subject.saved.mountPoints,
                                            .input = subject.saved.input}),
                             timeForDump);
    if (!run)
        return std::unexpected(run.error());
    if (run->status == 0)
        return {};
    const std::string reason = reasonIn(textOf(images + "/" + dumpLog));
    return fail(ErrorKind::Internal, "no checkpoint of container \"/{}\" was made, it runs on: CRIU {}",
                subject.record.name,
                !reason.empty()      ? "says: " + reason
                : run->status >= 128 ? "was ended by a signal"
                                     : "does not say why");
}

} // namespace

// `operation` held: nothing else changes what runs. The end of the run is told afterwards, by the stage.
Result<> CheckpointsService::save(const Peer &peer, const ContainerPtr &container,
                                  const api::CheckpointCreateRequest &request)
{
    const SavedCheckpoints store = of(*container);
    Subject subject;
    {
        const std::scoped_lock lock(container->mutex);
        TRY(subject, subjectOf(*container, request));
        if (request.exit) { // no policy brings it back
            container->state.stoppedByUser = true;
            container->state.end = {.asked = "stop", .uid = peer.uid, .askedSignal = SIGKILL};
        }
    }
    subject.saved.createdNs = nowNs();
    auto done = describe(subject.pid, subject.record, subject.saved);
    auto images = done ? store.makeDraft() : std::unexpected(done.error());
    if (images)
        done = dump(subject, images::findProgram("criu"), *images, !request.exit);
    if (done && images)
        return store.keepDraft(request.checkpointID, std::move(subject.saved));
    store.dropDraft();
    const std::scoped_lock lock(container->mutex);
    container->state.stoppedByUser = subject.stoppedBefore;
    container->state.end = subject.endBefore;
    return images ? std::move(done) : std::unexpected(images.error());
}

Result<> CheckpointsService::create(const Peer &peer, const std::string &ref,
                                    const api::CheckpointCreateRequest &request)
{
    TRY(const auto container, m_host.find(peer, ref, Right::Use));
    CHECK(checkCheckpointName(request.checkpointID));
    if (!request.checkpointDir.empty())
        return fail(ErrorKind::NotSupported,
                    "a folder for checkpoints (--checkpoint-dir) is not supported: they are kept with their "
                    "container, as they hold all of its memory");
    if (!checkpointsWork())
        return fail(ErrorKind::NotSupported, "this machine cannot make checkpoints: {}",
                    checkCheckpoint(images::findProgram("criu")).why);
    std::uint64_t launch;
    {
        const std::scoped_lock operation(container->operation);
        const SavedCheckpoints store = of(*container);
        if (store.has(request.checkpointID))
            return fail(ErrorKind::Conflict, "checkpoint with name {} already exists for container {}",
                        request.checkpointID, container->id);
        if (store.list().size() >= SavedCheckpoints::most)
            return fail(ErrorKind::Conflict, "container {} has {} checkpoints already: remove one first",
                        container->id, SavedCheckpoints::most);
        launch = container->launches;
        CHECK(save(peer, container, request));
    }
    if (request.exit)
        m_host.awaitEnd(container, launch);
    m_host.emit(*container, "checkpoint", {{"checkpoint", request.checkpointID}});
    return {};
}

Result<std::vector<api::Checkpoint>> CheckpointsService::list(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, m_host.find(peer, ref, Right::Use));
    return of(*container).list();
}

Result<> CheckpointsService::remove(const Peer &peer, const std::string &ref, const std::string &name)
{
    TRY(const auto container, m_host.find(peer, ref, Right::Own));
    const std::scoped_lock operation(container->operation);
    return of(*container).remove(name);
}

Result<> CheckpointsService::start(const Peer &peer, const std::string &ref, const std::string &name)
{
    TRY(const auto container, m_host.find(peer, ref, Right::Use));
    if (!checkpointsWork())
        return fail(ErrorKind::NotSupported, "this machine cannot start from a checkpoint: {}",
                    checkCheckpoint(images::findProgram("criu")).why);
    const SavedCheckpoints store = of(*container);
    TRY(SavedCheckpoint saved, store.read(name));
    CHECK(store.check(name, saved));
    const std::string images = store.imagesOf(name);
    Restoring from{.images = Fd(::open(images.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)),
                   .program = images::findProgram("criu"),
                   .input = std::move(saved.input),
                   .output = std::move(saved.output),
                   .error = std::move(saved.error),
                   .mountPoints = std::move(saved.mountPoints),
                   .addresses = std::move(saved.addresses),
                   .reason = [log = images + "/" + restoreLog] { return reasonIn(textOf(log)); }};
    if (!from.images)
        return fail(ErrorKind::Internal, "checkpoint {} is damaged: its images are not there", name);
    ::unlinkat(from.images.get(), restoreLog, 0); // of an earlier start
    return m_host.start(container, from);
}

// By links: what CRIU has written is only read.
Result<> CheckpointsService::goOnIn(const Peer &peer, const Container &copy, const SavedCheckpoints &from,
                                    const std::string &name, SavedCheckpoint saved)
{
    const SavedCheckpoints to = of(copy);
    TRY(const std::string images, to.makeDraft());
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(from.imagesOf(name), error))
        if (entry.path().extension() != ".log")
            std::filesystem::create_hard_link(entry.path(),
                                              std::filesystem::path(images) / entry.path().filename(), error);
    if (error)
        return failErrno(error.value(), "taking over checkpoint {}", name);
    CHECK(to.keepDraft(name, std::move(saved)));
    return start(peer, copy.id, name);
}

Result<std::string> CheckpointsService::move(const Peer &peer, const std::string &ref,
                                             const std::string &name, const std::string &newName)
{
    TRY(const auto container, m_host.find(peer, ref, Right::Own));
    const SavedCheckpoints from = of(*container);
    TRY(SavedCheckpoint saved, from.read(name));
    CHECK(from.check(name, saved)); // before its files are kept as an image
    TRY(const std::string id, m_host.copy(peer, container, newName));
    TRY(const auto copy, m_host.find(peer, id, Right::Own));
    if (auto moved = goOnIn(peer, *copy, from, name, std::move(saved)); !moved) {
        m_host.discard(copy);
        return std::unexpected(std::move(moved).error());
    }
    return id;
}

} // namespace quayside::containers
