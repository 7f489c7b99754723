// A plan as JSON for people: golden tests and the Learn views. Not linked into the stage.
#pragma once

#include "engine/isolation/plan/launchplan.h"

#include <string>

namespace quayside::isolation
{

// Pretty-printed, keys in the order of launchplan.h; masks in hexadecimal, flags by name.
std::string toJson(const LaunchPlan &plan);
std::string toJson(const ExecPlan &plan);

} // namespace quayside::isolation
