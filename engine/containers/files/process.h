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

#include <memory>
#include <optional>

namespace quayside::containers::files
{

// The engine's ends of what every child is given; `slots` begins with the child's.
struct Channels {
    Fd data, control;
    isolation::Slots slots;
    static Result<Channels> make(bool engineReads, Fd target);
};

// Started by start(), gone (killed where it still runs) with this object.
class FilesProcess
{
public:
    static Result<FilesProcess> start(const StageFile &program, const Fd &plan, Channels channels,
                                      const FilesRequest &request, std::shared_ptr<Sessions::Place> place);
    FilesProcess(FilesProcess &&) = default;
    FilesProcess &operator=(FilesProcess &&) = delete;
    ~FilesProcess();

    // Waits for the child to have found the path.
    Result<api::ContainerPathStat> found();
    Result<> copyTo(api::ByteSink &archive);     // all that it sends, then its result
    Result<> copyFrom(api::ByteSource &archive); // all that it wants, then its result
    Result<> finish();                           // its result

private:
    FilesProcess(Fd process, Channels channels, std::shared_ptr<Sessions::Place> place);
    Result<Packet> receive();
    std::unexpected<Error> failed(const Packet &packet) const;
    std::unexpected<Error> gone();

    Fd m_process;
    Channels m_channels;
    std::shared_ptr<Sessions::Place> m_place;
};

} // namespace quayside::containers::files
