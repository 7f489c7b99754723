// Could a running container be saved here, and go on elsewhere? Of the kernel and of CRIU, if that is
// installed.
#pragma once

#include "engine/api/types/handingover.h"

#include <string>

namespace quayside::containers
{

// `program`: criu, as an absolute path; "": it is not installed. Asks it (`criu check`), for ten seconds at
// most.
api::CheckpointCheck checkCheckpoint(const std::string &program);
// The same of the criu that is installed, asked once; again where it comes or goes.
bool checkpointsWork();

} // namespace quayside::containers
