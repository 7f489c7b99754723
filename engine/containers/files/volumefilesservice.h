// VolumeFiles of the containers' service.
#pragma once

#include "engine/containers/files/process.h"
#include "engine/containers/files/sessions.h"
#include "engine/containers/files/volumefiles.h"
#include "engine/containers/launch/launcher.h"
#include "engine/containers/state/idranges.h"
#include "engine/volumes/volumes.h"

namespace quayside::containers
{

class VolumeFilesService final : public VolumeFiles
{
public:
    // What it needs of the service that owns it.
    struct Host {
        volumes::Volumes &volumes;
        Launcher &launcher;
        IdRanges &idRanges;
        std::string workerFile; // its main() calls runFilesChild() (child.h)
    };
    explicit VolumeFilesService(Host host) : m_host(std::move(host)) {}

    Result<> read(const Peer &, const std::string &name, files::Compression compression, const Found &found,
                  api::SocketSink &archive) override;
    Result<std::size_t> write(const Peer &, const std::string &name, const WriteOptions &options,
                              api::SocketSource &archive) override;

private:
    Result<files::FilesProcess> begin(const Fd &folder, std::uint32_t owner,
                                      const files::FilesRequest &request, int socket);

    const Host m_host;
    files::Sessions m_sessions; // of children that nothing has to end
};

} // namespace quayside::containers
