// The talk with a stage from its start until the container runs (engine/stage/protocol.h).
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/containers/launch/control.h"
#include "engine/containers/launch/launcher.h"

#include <string>
#include <vector>

namespace quayside::containers
{

class StageTalk
{
public:
    StageTalk(const LaunchRequest &request, const Fd &control) : m_request(request), m_control(control) {}
    // Of what it returns `control`, `stage` and the warnings are the caller's to fill. `warnings`: what the
    // stage has to say.
    Result<Launched> run(std::vector<std::string> &warnings);

private:
    // The next message of this kind. What is noted of the launch, and what a held one waits for, is dealt
    // with on the way to it.
    Result<StageMessage> expect(stage::MessageKind kind);
    Result<bool> takeNote(const StageMessage &message);
    Result<> permit(std::uint32_t number);
    Result<> connect();

    const LaunchRequest &m_request;
    const Fd &m_control;
    Fd m_network; // new, and not connected yet
};

} // namespace quayside::containers
