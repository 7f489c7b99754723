// What it means to give a container other options: what is asked of the engine, what stays, what is lost.
#pragma once

#include "models/client/observe.h"
#include "models/containers/runoptions.h"

namespace quayside::models
{

// A container as it is, and what is wanted of it.
struct Recreation {
    api::ContainerInspect container;
    api::ImageConfig image;   // its image's
    RunOptions before, after; // before: optionsOf(container, image)
    // Volumes that no one named go along; else the new one gets empty ones.
    bool takeVolumes = true;
    // In the container's own layer; absent: not known (yet).
    std::optional<qint64> changedFiles = {};
    bool limitsAway = true; // the engine can take limits away while it runs
};

struct RecreatePlan {
    enum class Kind { Nothing, Live, Recreate }; // Live: the engine can change it while it runs
    Kind kind = Kind::Nothing;
    QStringList kept, lost;     // sentences
    QStringList added, removed; // options as words of docker run: "-p 4000:80"
    bool anonymousVolumes = false;
};

RecreatePlan planOf(const Recreation &recreation);

// How many files and folders go with its own layer: what it only changed because of what is in it, and where
// something is mounted, is not counted.
qint64 countLost(const api::ContainerInspect &container, const std::vector<client::PathChange> &changes);

// All that the container has, also what RunOptions has no words for, with the differences between before and
// after. InvalidArgument as of toCreateRequest().
Result<api::ContainerCreateRequest> recreateRequest(const Recreation &recreation);

// What of the differences a running container can be given.
client::LimitsUpdate liveUpdate(const RunOptions &before, const RunOptions &after);

} // namespace quayside::models
