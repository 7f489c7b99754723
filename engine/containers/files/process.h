// A files child, seen from the engine.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/api/types/pathstat.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/containers/files/protocol.h"
#include "engine/containers/files/request.h"
#include "engine/containers/files/sessions.h"
#include "engine/containers/launch/spawn.h"
#include "engine/isolation/plan/slots.h"

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace quayside::containers::files
{

// The engine's end of what every child is given; `slots` begins with the child's.
struct Channels {
    Fd control;
    isolation::Slots slots;
    // `socket`: the client's, borrowed; -1: the child neither sends nor takes an archive.
    static Result<Channels> make(int socket, Fd target);
};

// Started by start(), gone (killed where it still runs) with this object.
class FilesProcess
{
public:
    static Result<FilesProcess> start(int program, const Fd &plan, Channels channels,
                                      const FilesRequest &request, std::shared_ptr<Sessions::Place> place);
    FilesProcess(FilesProcess &&) = default;
    FilesProcess &operator=(FilesProcess &&) = delete;
    ~FilesProcess();

    // Waits for the child to have found the path.
    Result<api::ContainerPathStat> found();
    // Lends it the socket that it was started with, for all that it sends or wants; then its result.
    Result<> copyTo(api::SocketSink &archive);
    // `told` hears what it says besides, until it is done.
    using Told = std::function<Result<>(const Packet &)>;
    Result<> copyFrom(api::SocketSource &archive, const Told &told = {});
    Result<> finish(const Told &told = {}); // its result

private:
    FilesProcess(Fd process, Channels channels, std::shared_ptr<Sessions::Place> place);
    Result<> go(const Go &go, std::string_view ahead);
    Result<> finishWith(const std::function<bool()> &waitsForClient, const Told &told);
    Result<Packet> receive(const std::function<bool()> &waitsForClient = {});
    std::unexpected<Error> failed(const Packet &packet) const;
    std::unexpected<Error> gone();

    Fd m_process;
    Channels m_channels;
    std::shared_ptr<Sessions::Place> m_place;
};

} // namespace quayside::containers::files
