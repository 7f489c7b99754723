// What a launch has made so far. Goes again, in the reverse order, unless the launch succeeds.
#pragma once

#include "engine/containers/launch/stagelauncher.h"

namespace quayside::containers
{

struct StageLauncher::Launch {
    Launch(isolation::cgroups::Cgroups &cgroups, std::string id) : m_cgroups(cgroups), m_id(std::move(id)) {}
    ~Launch();
    Launch(const Launch &) = delete;
    Launch &operator=(const Launch &) = delete;
    void keep() { m_kept = true; }

    isolation::Slots slots;
    std::vector<std::string> warnings;
    Fd control; // the engine's end
    Fd stage;   // pidfd of the stage, once it is there
    bool cgroup = false;
    std::string runFolder; // made, in <run-dir>

private:
    isolation::cgroups::Cgroups &m_cgroups;
    const std::string m_id;
    bool m_kept = false;
};

// After the engine has hung up: the stage ends by itself, within moments; one that does not is killed.
void endStage(const Fd &stage);

} // namespace quayside::containers
