// Puts a launch together: record and prepared parts in, one LaunchPlan out. Pure, so that tests compare the
// result with golden JSON, unprivileged.
#pragma once

#include "engine/base/result.h"
#include "engine/containers/launch/users.h"
#include "engine/containers/lifecycle/validate.h"
#include "engine/containers/state/record.h"
#include "engine/isolation/plan/launchplan.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::containers
{

struct Prepared {
    isolation::NamespacePlan namespaces;
    isolation::RootPlan root;
    std::vector<isolation::MountPlan> mounts;
    isolation::CgroupPlan cgroup;
    ResolvedUser user;
    std::uint64_t capabilities = 0;
    isolation::Slot seccomp = -1, stateFolder = -1, logFolder = -1, control = -1;
    std::string socketPath;
    bool lockMounts = false;
};

// InvalidArgument where the record holds what create would have refused.
Result<isolation::LaunchPlan> buildPlan(const Record &record, Prepared parts);

struct PreparedExec {
    isolation::CgroupPlan cgroup;
    ResolvedUser user;
    std::uint64_t capabilities = 0;
    isolation::Slot seccomp = -1, target = -1, control = -1, input = -1, output = -1, error = -1;
    int rows = 0, columns = 0;
    std::uint32_t firstId = 0; // of the container
    isolation::Slot root = -1; // there is one: an onlooker (ADR 34)
};
Result<isolation::ExecPlan> buildExecPlan(const Record &record, const api::ExecCreateRequest &request,
                                          const PreparedExec &parts);

} // namespace quayside::containers
