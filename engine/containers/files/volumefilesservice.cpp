#include "engine/containers/files/volumefilesservice.h"

#include "engine/containers/launch/spawn.h"
#include "engine/isolation/plan/codec.h"

#include <fcntl.h>

namespace quayside::containers
{

using files::FilesRequest;

Result<files::FilesProcess> VolumeFilesService::begin(const Fd &folder, std::uint32_t owner,
                                                      const FilesRequest &request, int socket)
{
    TRY(const std::uint32_t firstId, m_host.idRanges.firstIdOf(owner));
    TRY(Fd target, m_host.launcher.userNamespace(firstId));
    TRY(auto channels, files::Channels::make(socket, std::move(target)));
    TRY(const auto view,
        m_host.launcher.volumeView(folder, firstId, request.act == files::Act::Pack, channels.slots));
    TRY(const Fd plan, sealedFile("quayside-plan", isolation::encode(view)));
    const Fd worker(::open(m_host.workerFile.c_str(), O_PATH | O_CLOEXEC));
    if (!worker)
        return failErrno(errno, "opening {}, which copies the volume's files", m_host.workerFile);
    return files::FilesProcess::start(worker.get(), plan, std::move(channels), request,
                                      m_sessions.tryEnter("volume", files::SessionKind::Enters));
}

Result<> VolumeFilesService::read(const Peer &peer, const std::string &name, files::Compression compression,
                                  const Found &found, api::SocketSink &archive)
{
    TRY(const auto content, m_host.volumes.content(peer.uid, name));
    const FilesRequest request{
        .act = files::Act::Pack, .running = false, .volume = true, .compression = compression};
    TRY(auto process, begin(content.data, content.key.owner, request, archive.socket()));
    TRY(const auto stat, process.found());
    found(content.runningUsers);
    return process.copyTo(archive);
}

Result<std::size_t> VolumeFilesService::write(const Peer &peer, const std::string &name,
                                              const WriteOptions &options, api::SocketSource &archive)
{
    std::size_t users = 0;
    if (!options.create) {
        TRY(const auto content, m_host.volumes.content(peer.uid, name));
        users = content.runningUsers;
    } else if (m_host.volumes.inspect(peer.uid, name)) {
        return fail(ErrorKind::Conflict, "a volume {} is there already: choose another name", name);
    }
    TRY(auto draft, m_host.volumes.draft());
    FilesRequest request{.act = files::Act::Extract, .running = false, .volume = true};
    TRY(auto process, begin(draft.data(), peer.uid, request, archive.socket()));
    TRY(const auto stat, process.found());
    CHECK(process.copyFrom(archive));
    if (options.create) {
        TRY(const auto made, m_host.volumes.adopt(peer, {.name = name}, std::move(draft)));
        return users;
    }
    CHECK(m_host.volumes.pour(peer.uid, name, std::move(draft), options.replace));
    return users;
}

} // namespace quayside::containers
