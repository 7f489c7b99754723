// Which stages a build needs, and of what: pure. Source: Dockerfile reference, "FROM", "ARG", "COPY --from",
// "Understand how ARG and FROM interact".
#pragma once

#include "engine/base/result.h"
#include "engine/dockerfile/expansion/expansion.h"
#include "engine/dockerfile/instructions/instructions.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quayside::build
{

using BuildArgs = std::map<std::string, std::optional<std::string>>; // --build-arg; no value: not set

struct GraphRequest {
    BuildArgs arguments;
    std::string target; // --target: a stage's name or number; "": the last one
    // --platform, "linux/amd64"; "": this machine's. Of the machine that builds, with "linux/".
    std::string platform, buildPlatform;
};

struct PlannedStage {
    std::size_t index = 0; // in Dockerfile::stages
    std::string label;     // its name, else its number
    bool scratch = false;
    std::optional<std::size_t> baseStage;
    std::string baseImage;           // expanded; empty for scratch and for a stage
    std::string platform;            // of FROM --platform or the request; "": this machine's
    std::set<std::size_t> needs;     // stages that must be done, or begun, for it: base, --from
    std::set<std::string> images;    // of --from: neither stage nor context
    std::set<std::string> arguments; // build arguments that its ARGs name
};

struct Graph {
    std::vector<PlannedStage> stages; // those that the target needs, and it, in the file's order
    std::size_t target = 0;           // index in Dockerfile::stages
    dockerfile::Environment global;   // ARGs before the first FROM, with BuildKit's platform arguments
    std::set<std::string> unused;     // build arguments that no ARG of the file names
};

// InvalidArgument, in dockerd's words: no stage, an unknown target, a base name that is empty, a --from that
// leads to its own stage.
Result<Graph> makeGraph(const dockerfile::Dockerfile &file, const GraphRequest &request);

// HTTP_PROXY and the like: usable in RUN without an ARG, and neither in history nor in cache keys then.
bool isPredefined(const std::string &argument);

// The stage that a --from (of COPY, RUN --mount) in stage `index` means; none: an image.
Result<std::optional<std::size_t>> stageOf(const dockerfile::Dockerfile &file, const std::string &from,
                                           std::size_t index);

} // namespace quayside::build
