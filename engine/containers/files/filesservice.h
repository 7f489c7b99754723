// ContainerFiles of the containers' service.
#pragma once

#include "engine/containers/files/containerfiles.h"
#include "engine/containers/files/process.h"
#include "engine/containers/files/sessions.h"
#include "engine/containers/launch/launcher.h"
#include "engine/containers/launch/spawn.h"
#include "engine/containers/state/container.h"
#include "engine/containers/state/idranges.h"
#include "engine/containers/state/index.h"
#include "engine/records/records.h"
#include "engine/volumes/volumes.h"

#include <map>

namespace quayside::containers
{

// InvalidArgument: no path that may be asked for.
Result<> checkPath(const std::string &path);

class FilesService final : public ContainerFiles
{
public:
    // What it needs of the service that owns it.
    struct Host {
        const Index &index;
        Launcher &launcher;
        IdRanges &idRanges;
        storage::LayerStore &layers;
        images::Images &images;
        volumes::Volumes &volumes;
        Records &records;
        std::string workerFile; // its main() calls runFilesChild() (child.h)
        std::function<void(const Record &, const std::string &action, std::map<std::string, std::string>)>
            emit;
        std::function<Result<>(const Peer &, const std::string &id)> pause, unpause;
    };
    explicit FilesService(Host host) : m_host(std::move(host)) {}

    Result<api::ContainerPathStat> stat(const Peer &, const std::string &ref,
                                        const std::string &path) override;
    Result<> read(const Peer &, const std::string &ref, const std::string &path, const Found &found,
                  api::SocketSink &archive) override;
    Result<> write(const Peer &, const std::string &ref, const std::string &path, const WriteOptions &options,
                   api::SocketSource &archive) override;
    Result<> exportRoot(const Peer &, const std::string &ref, const std::function<void()> &found,
                        api::SocketSink &archive) override;
    Result<std::vector<api::FilesystemChange>> changes(const Peer &, const std::string &ref) override;
    // browsing.cpp
    Result<api::FileFolder> list(const Peer &, const FilePlace &, const ListOptions &options) override;
    Result<> readFile(const Peer &, const FilePlace &, const FileFound &found,
                      api::SocketSink &content) override;
    Result<std::string> putFile(const Peer &, const FilePlace &, const std::string &version,
                                api::SocketSource &content) override;
    Result<> edit(const Peer &, const FilePlace &, const api::FileEdit &edit) override;
    Result<std::string> commit(const Peer &, const std::string &ref, const CommitOptions &options) override;

    // Before a start, with `operation` held: nobody has the root mounted when this returns.
    void clearForStart(const std::string &containerId);
    // Before a removal.
    void endForRemoval(const std::string &containerId);
    // Containers that a commit had paused when the engine was killed run on.
    void resumePaused();

private:
    struct Opened {
        files::FilesProcess process;
        api::ContainerPathStat found;
        Record record;
    };
    Result<Opened> open(const Peer &peer, const std::string &ref, files::FilesRequest request, int socket);
    Result<Opened> open(const Peer &peer, const FilePlace &place, files::FilesRequest request, int socket);
    Result<Opened> openVolume(const Peer &peer, const std::string &name, files::FilesRequest request,
                              int socket);
    Result<isolation::LaunchPlan> volumeView(const volumes::VolumeKey &key, std::uint32_t firstId,
                                             isolation::Slots &slots);
    Result<files::FilesProcess> startChild(const isolation::LaunchPlan *plan, files::Channels channels,
                                           const files::FilesRequest &request,
                                           std::shared_ptr<files::Sessions::Place> place);
    Result<> markChanges(const Record &record, const ListOptions &options, api::FileFolder &folder) const;
    Result<files::FilesProcess> begin(const ContainerPtr &container, files::FilesRequest request, int socket,
                                      Record &record);
    Result<std::shared_ptr<files::Sessions::Place>>
    enter(const ContainerPtr &container, files::FilesRequest &request, Fd &process, Record &record);
    Result<std::vector<api::FilesystemChange>> changesOf(const Record &record) const;
    Result<std::string> commitFiles(const Peer &peer, const Record &record, const CommitOptions &options,
                                    bool running);

    const Host m_host;
    files::Sessions m_sessions;
};

} // namespace quayside::containers
