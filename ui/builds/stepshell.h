// A shell in what was there after a step, and what goes with it.
#pragma once

#include "models/builds/enterstepoperation.h"
#include "models/system/enginesession.h"

namespace quayside::ui
{

// Begins, as an operation of the session. Once the container has ended, the image that was made for it is
// removed.
models::EnterStepOperation *enterStep(models::EngineSession *session, const QString &build, int step,
                                      const QString &name);

} // namespace quayside::ui
