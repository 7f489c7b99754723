// The process that reads and writes a container's files for docker cp and docker export: quayside-worker in
// this mode, from a sealed copy (ADR 7).
#pragma once

#include "engine/containers/files/protocol.h"

namespace quayside::containers::files
{

// What main() does first thing where argv[1] is childArgument; its result is the exit status. Descriptors: 3
// the plan, then the slots of FilesSlot and of the plan. argv, as request.cpp writes it: what to do, the
// view, the path, and options of an extraction. It enters the container's view (view.h), gives up everything
// that files do not need, and only then looks at the first name.
int runFilesChild(int argc, char **argv);

} // namespace quayside::containers::files
