#include "engine/containers/files/filesservice.h"

#include "engine/containers/files/changes.h"
#include "engine/containers/files/paths.h"
#include "engine/containers/launch/imagefiles.h"
#include "engine/isolation/plan/codec.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace quayside::containers
{

using files::FilesRequest;
using files::SessionKind;

namespace
{

using namespace std::chrono_literals;

// Longer than most copies take; then a start goes before a copy.
constexpr auto patience = 5s;

constexpr int mostTries = 3;

bool hasOwnUserNamespace(std::int32_t pid)
{
    struct stat theirs{}, ours{};
    const std::string path = std::format("/proc/{}/ns/user", pid);
    // Gone by now: entering it will say so.
    return ::stat(path.c_str(), &theirs) != 0 || ::stat("/proc/self/ns/user", &ours) != 0 ||
           theirs.st_ino != ours.st_ino || theirs.st_dev != ours.st_dev;
}

} // namespace

Result<> checkPath(const std::string &path)
{
    if (path.empty())
        return fail(ErrorKind::InvalidArgument, "bad parameter: path cannot be empty");
    if (path.contains('\0'))
        return fail(ErrorKind::InvalidArgument, "a path may not contain a zero byte");
    if (path.size() > 4096)
        return fail(ErrorKind::InvalidArgument, "the path is longer than 4096 bytes");
    return {};
}

Result<std::shared_ptr<files::Sessions::Place>>
FilesService::enter(const ContainerPtr &container, FilesRequest &request, Fd &process, Record &record)
{
    for (;;) {
        {
            // With `operation` held nobody starts it between the look and the entry.
            const std::scoped_lock operation(container->operation);
            const std::scoped_lock lock(container->mutex);
            if (container->removed || container->removing)
                return fail(ErrorKind::NotFound, "No such container: {}", container->id);
            if (container->launching)
                return fail(ErrorKind::Conflict,
                            "a launch of container {} is held: its files can be looked at when it is over",
                            container->id);
            record = container->record;
            request.running = container->runs();
            if (request.running) {
                process = Fd(::fcntl(container->run.process.get(), F_DUPFD_CLOEXEC, 3));
                request.ownUser = hasOwnUserNamespace(container->state.pid);
            }
            if (auto place = m_sessions.tryEnter(container->id,
                                                 request.running ? SessionKind::Enters : SessionKind::Mounts))
                return place;
        }
        m_sessions.waitForRoot(container->id);
    }
}

Result<files::FilesProcess> FilesService::begin(const ContainerPtr &container, FilesRequest request,
                                                int socket, Record &record)
{
    Fd target;
    TRY(auto place, enter(container, request, target, record));
    std::uint32_t firstId = 0;
    if (!request.running) {
        TRY(firstId, m_host.idRanges.firstIdOf(record.owner.uid));
        TRY(target, m_host.launcher.userNamespace(firstId));
    }
    TRY(auto channels, files::Channels::make(socket, std::move(target)));
    if (request.running)
        return startChild(nullptr, std::move(channels), request, std::move(place));
    TRY(const auto view,
        m_host.launcher.rootView(record, firstId, request.act != files::Act::Export, channels.slots));
    return startChild(&view, std::move(channels), request, std::move(place));
}

Result<files::FilesProcess> FilesService::startChild(const isolation::LaunchPlan *plan,
                                                     files::Channels channels, const FilesRequest &request,
                                                     std::shared_ptr<files::Sessions::Place> place)
{
    TRY(const Fd planFile, sealedFile("quayside-plan", plan ? isolation::encode(*plan) : std::string()));
    const Fd worker(::open(m_host.workerFile.c_str(), O_PATH | O_CLOEXEC));
    if (!worker)
        return failErrno(errno, "opening {}, which copies the container's files", m_host.workerFile);
    return files::FilesProcess::start(worker.get(), planFile, std::move(channels), request, std::move(place));
}

// Until the child has found the path. A container that ends just now is tried again: it is a stopped one
// then.
Result<FilesService::Opened> FilesService::open(const Peer &peer, const std::string &ref,
                                                FilesRequest request, int socket)
{
    CHECK(checkPath(request.path));
    const std::string path = std::exchange(request.path, files::absolutePath(request.path));
    TRY(const auto container, m_host.index.find(peer, ref, Right::Use));
    for (int tries = 1;; ++tries) {
        Record record;
        TRY(auto process, begin(container, request, socket, record));
        auto found = process.found();
        if (found)
            return Opened{std::move(process), *std::move(found), std::move(record)};
        if (found.error().errnum == ESRCH && tries < mostTries)
            continue;
        if (found.error().kind == ErrorKind::NotFound)
            return fail(ErrorKind::NotFound, "Could not find the file {} in container {}", path, ref);
        return std::unexpected(std::move(found).error());
    }
}

Result<api::ContainerPathStat> FilesService::stat(const Peer &peer, const std::string &ref,
                                                  const std::string &path)
{
    TRY(auto opened, open(peer, ref, {.act = files::Act::Stat, .path = path}, -1));
    CHECK(opened.process.finish());
    return std::move(opened.found);
}

Result<> FilesService::read(const Peer &peer, const std::string &ref, const std::string &path,
                            const Found &found, api::SocketSink &archive)
{
    TRY(auto opened, open(peer, ref, {.act = files::Act::Pack, .path = path}, archive.socket()));
    found(opened.found);
    m_host.emit(opened.record, "archive-path", {});
    return opened.process.copyTo(archive);
}

Result<> FilesService::write(const Peer &peer, const std::string &ref, const std::string &path,
                             const WriteOptions &options, api::SocketSource &archive)
{
    FilesRequest request{.act = files::Act::Extract, .path = path};
    request.extract.keepDirectories = options.keepDirectories;
    if (options.copyOwner) {
        TRY(const auto container, m_host.index.find(peer, ref, Right::Use));
        Record record;
        {
            const std::scoped_lock lock(container->mutex);
            record = container->record;
        }
        request.extract.exactIds = true;
        if (!record.config.user.empty()) {
            TRY(const auto user, m_host.launcher.userOf(record));
            request.extract.owner = {user.uid, user.gid};
        }
    }
    TRY(auto opened, open(peer, ref, std::move(request), archive.socket()));
    CHECK(opened.process.copyFrom(archive));
    m_host.emit(opened.record, "extract-to-dir", {});
    return {};
}

Result<> FilesService::exportRoot(const Peer &peer, const std::string &ref,
                                  const std::function<void()> &found, api::SocketSink &archive)
{
    TRY(auto opened, open(peer, ref, {.act = files::Act::Export, .path = "/"}, archive.socket()));
    found();
    CHECK(opened.process.copyTo(archive));
    m_host.emit(opened.record, "export", {});
    return {};
}

Result<std::vector<api::FilesystemChange>> FilesService::changesOf(const Record &record) const
{
    TRY(const auto root, m_host.layers.openRoot(record.id, record.layers));
    TRY(const Fd image, openImageRoot(systemKernel(), root));
    const Fd upper(::openat(root.upper.get(), "upper", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!upper)
        return failErrno(errno, "opening the container's own files");
    return files::changesOf(upper.get(), image.get());
}

Result<std::vector<api::FilesystemChange>> FilesService::changes(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, m_host.index.find(peer, ref, Right::Use));
    Record record;
    {
        const std::scoped_lock lock(container->mutex);
        record = container->record;
    }
    const auto place = m_sessions.tryEnter(record.id, SessionKind::Walks);
    auto found = changesOf(record);
    if (!place->endedBy().empty())
        return fail(ErrorKind::NotFound, "No such container: {}", ref);
    return found;
}

void FilesService::clearForStart(const std::string &containerId)
{
    m_sessions.clear(containerId, patience, "started");
}

void FilesService::endForRemoval(const std::string &containerId)
{
    m_sessions.end(containerId, "removed");
}

} // namespace quayside::containers
