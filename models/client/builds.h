// Calls about builds as our engine records them (feature "builds", docs/extensions.md). As all calls: see
// engineclient.h.
#pragma once

#include "engine/api/types/build.h"
#include "models/client/engineclient.h"

namespace quayside::client
{

// The newest first, without steps and texts. limit 0: all.
Call listBuilds(EngineClient &client, int limit, QObject *context, Done<std::vector<api::BuildRecord>> done);
Call inspectBuild(EngineClient &client, const std::string &id, QObject *context, Done<api::BuildRecord> done);
// Bytes as the step's command wrote them.
Call buildStepLog(EngineClient &client, const std::string &id, int step, QObject *context,
                  Done<std::string> done);
// What is known, then each change, until the build has ended.
Call followBuild(EngineClient &client, const std::string &id, QObject *context,
                 std::function<void(const api::BuildChange &)> onChange, Done<void> onEnd);
// Conflict: the step was not run, or its files are gone. The image is the caller's to remove.
Call enterBuildStep(EngineClient &client, const std::string &id, int step, QObject *context,
                    Done<api::BuildStepImage> done);
// Conflict: it is running.
Call removeBuild(EngineClient &client, const std::string &id, QObject *context, Done<void> done);

} // namespace quayside::client
