// Launches of containers, held before each step, and recorded. As all calls: see engineclient.h. Our engine
// only: the feature "launch-steps" of docs/extensions.md.
#pragma once

#include "engine/api/types/launch.h"
#include "models/client/engineclient.h"

namespace quayside::client
{

// Starts it, held before its first step; done as soon as it is held. Conflict: a launch of it is under way.
Call startHeld(EngineClient &client, const std::string &id, QObject *context, Done<void> done);

// The launch that goes on, else that of the last start. NotFound: it was never started.
Call launch(EngineClient &client, const std::string &id, QObject *context, Done<api::Launch> done);
// The whole of it at once, and again at each change, until it is over.
Call followLaunch(EngineClient &client, const std::string &id, QObject *context,
                  std::function<void(const api::Launch &)> onChange, Done<void> onEnd);

struct LaunchNext {
    int steps = 1;
    std::string to;   // held before the step of this name; ""
    bool all = false; // to its end
};
// Conflict: nothing is held.
Call launchNext(EngineClient &client, const std::string &id, const LaunchNext &next, QObject *context,
                Done<void> done);
// As if it had never been asked for.
Call abortLaunch(EngineClient &client, const std::string &id, QObject *context, Done<void> done);

// The last starts, the newest first.
Call launchStarts(EngineClient &client, const std::string &id, QObject *context,
                  Done<std::vector<api::LaunchStart>> done);
Call recordedLaunch(EngineClient &client, const std::string &id, std::int64_t number, QObject *context,
                    Done<api::Launch> done);

} // namespace quayside::client
