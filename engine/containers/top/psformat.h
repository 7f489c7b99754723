// What `docker top CONTAINER [ps OPTIONS]` asks for. dockerd runs the host's ps, as root, with whatever
// options the client sends; this engine runs no program for it, but reads /proc itself and knows the formats
// of ps(1) that list one line a process (ADR 6). Selecting options (-e, -A, a, x, …) are accepted: of a
// container always all processes are shown. What is not known is refused with a sentence.
//
// Process ids are the host's, as dockerd shows them. User and group ids are those inside the container: its
// user namespace gives it a range of the host's that says nothing to anybody. 0 is root, others are numbers:
// what the container calls them only its own passwd knows. A process that entered from outside has the
// host's.
#pragma once

#include "engine/base/result.h"
#include "engine/containers/top/processes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::containers
{

// What a value needs besides its process.
struct PsContext {
    std::uint32_t firstId = 0, ids = 0; // the host's number of the container's 0, and how many follow
    std::int64_t nowSeconds = 0, bootSeconds = 0; // UTC
    std::int64_t memoryBytes = 0;
    long ticksPerSecond = 100;
    std::int64_t pageBytes = 4096;
};

struct PsColumn {
    std::string title;
    std::string (*value)(const ProcessFacts &, const PsContext &);
};

// InvalidArgument or NotSupported, with the option in the message.
Result<std::vector<PsColumn>> parsePsArgs(const std::string &psArgs);

} // namespace quayside::containers
