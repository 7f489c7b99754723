// The engine's end of the control socket to a stage (engine/stage/protocol.h).
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/stage/protocol.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace quayside::containers
{

struct StageMessage {
    stage::Message head;
    std::string text;
    std::vector<Fd> fds;
};

// One packet, waiting for it at most `timeout`. Unavailable: nothing came in time. Cancelled: the stage hung
// up.
Result<StageMessage> receive(const Fd &control, std::chrono::milliseconds timeout);
// One packet if there is one now; empty: nothing at the moment. Cancelled: the stage hung up.
Result<std::optional<StageMessage>> receiveNow(const Fd &control);
Result<> send(const Fd &control, stage::MessageKind kind);

// To the stage that listens at `path`. NotFound: nobody does.
Result<Fd> connectToStage(const std::string &path);

} // namespace quayside::containers
