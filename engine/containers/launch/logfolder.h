// Where a container's output goes. With the log driver none it is a ring in <run-dir>, which holds nothing
// that outlives the machine's run: enough for those who are attached (ADR 2), and gone with the container.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/containers/containers.h"

#include <string>
#include <vector>

namespace quayside::containers
{

// The folder that the stage writes into and attach reads from. A ring's is made where it is missing.
Result<Fd> openLogFolder(const Containers::Options &options, const std::string &id,
                         const api::LogConfig &log);
// Idempotent; without a ring nothing happens.
void removeRing(const Containers::Options &options, const std::string &id);
// Removes the rings of containers that are not among `known`.
void sweepRings(const Containers::Options &options, const std::vector<std::string> &known);

} // namespace quayside::containers
