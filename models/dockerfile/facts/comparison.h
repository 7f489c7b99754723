// Two builds of a Dockerfile, step beside step. Pure.
#pragma once

#include "models/builds/buildsteps.h"

#include <QList>

#include <optional>

namespace quayside::models
{

struct ComparedStep {
    std::optional<BuildStep> before, now; // none: the instruction was not there, or is not any more
};

// In the order of `now`; what is gone stands where it was. By the texts of the two Dockerfiles, which the
// records have.
QList<ComparedStep> compareBuilds(const api::BuildRecord &before, const api::BuildRecord &now);

} // namespace quayside::models
