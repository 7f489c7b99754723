// What each stage is made of: the stages and images that FROM, --from and the mounts of RUN name, found as
// the builder finds them (Dockerfile reference, "FROM", "COPY --from", "RUN --mount").
#pragma once

#include "engine/dockerfile/expansion/expansion.h"
#include "engine/dockerfile/structure/structure.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

struct Use {
    enum class Kind { From, Copy, Mount };
    Kind kind = Kind::From;
    int stage = 0;              // that needs it
    const Step *step = nullptr; // of the structure
    std::string name;           // of FROM: its variables expanded, those without a value left as they are
    int found = -1;             // the stage above that it means; -1: an image, or nothing that there is
};

// In the file's order. What ONBUILD triggers is another file's. `globals`: globalArguments().values.
[[nodiscard]] std::vector<Use> usesOf(const Structure &structure, const Environment &globals);

// Whether a target is made of each stage, itself included. `target`: name or number; "", and what there is
// not: the last one.
[[nodiscard]] std::vector<bool> neededStages(const Structure &structure, std::span<const Use> uses,
                                             std::string_view target = {});

} // namespace quayside::dockerfile
