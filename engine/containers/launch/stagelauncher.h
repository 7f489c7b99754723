// The launcher of an engine: everything that is made for a launch, the stage, and the talk with it.
#pragma once

#include "engine/base/kernel.h"
#include "engine/containers/launch/control.h"
#include "engine/containers/launch/launcher.h"
#include "engine/containers/launch/mountsources.h"
#include "engine/containers/launch/planner.h"
#include "engine/containers/launch/spawn.h"
#include "engine/containers/launch/usercache.h"
#include "engine/isolation/cgroups/prepare.h"
#include "engine/isolation/namespaces/prepare.h"
#include "engine/isolation/security/prepare.h"

namespace quayside::containers
{

class StageLauncher final : public Launcher
{
public:
    static Result<std::unique_ptr<Launcher>> make(const Containers::Options &options,
                                                  storage::LayerStore &layers, volumes::Volumes &volumes);

    Result<Launched> launch(const LaunchRequest &request) override;
    Result<ExecLaunched> exec(const ExecLaunch &request) override;
    Result<std::string> plan(const std::string &containerId) override;
    void cleanUp(const std::string &containerId, bool sharesPid) override;
    [[nodiscard]] std::string socketPath(const std::string &containerId) const override;
    Result<> freeze(const std::string &containerId) override { return m_cgroups->freeze(containerId); }
    Result<> thaw(const std::string &containerId) override { return m_cgroups->thaw(containerId); }
    [[nodiscard]] isolation::cgroups::Cgroups &cgroups() override { return *m_cgroups; }
    void sweep(const std::vector<std::string> &running) override;
    // rootview.cpp
    Result<isolation::LaunchPlan> rootView(const Record &record, std::uint32_t firstId, bool mounts,
                                           isolation::Slots &slots) override;
    Result<isolation::LaunchPlan> volumeView(const Fd &folder, std::uint32_t firstId, bool readOnly,
                                             isolation::Slots &slots) override;
    Result<Fd> userNamespace(std::uint32_t firstId) override;
    Result<ResolvedUser> userOf(const Record &record) override;

private:
    StageLauncher(const Containers::Options &options, storage::LayerStore &layers, volumes::Volumes &volumes,
                  std::unique_ptr<isolation::cgroups::Cgroups> cgroups, SealedProgram stage);

    // prepare.cpp
    struct Launch; // one that is under way: undoes itself unless it is kept
    Result<isolation::LaunchPlan> prepare(const LaunchRequest &request, Launch &launch);
    Result<> makeCgroup(const LaunchRequest &request, Launch &launch,
                        const isolation::cgroups::Limits &limits, Prepared &parts);
    Result<isolation::NamespacePlan> namespaces(const LaunchRequest &request, isolation::Slots &slots);
    Result<std::vector<isolation::MountPlan>> mounts(const LaunchRequest &request, const Fd &folder,
                                                     Launch &launch, const storage::RootSource &root);
    Result<isolation::cgroups::Limits> devicesAndLimits(const LaunchRequest &request, Launch &launch,
                                                        std::vector<isolation::MountPlan> &mounts);
    Result<std::uint64_t> capabilities(const api::HostConfig &host, bool privileged,
                                       std::vector<std::string> *warnings);
    Result<isolation::Slot> seccomp(const api::HostConfig &host, std::uint64_t capabilities, bool privileged,
                                    isolation::Slots &slots);
    Result<ResolvedUser> userOf(const Record &record, const storage::RootSource &root);
    // stagelauncher.cpp
    Result<> writePlan(const std::string &containerId, std::string_view bytes);
    [[nodiscard]] std::string runFolder(const std::string &containerId) const;
    [[nodiscard]] std::string deviceFolder(const std::string &containerId) const;
    // execlauncher.cpp
    Result<ResolvedUser> userInside(const ExecLaunch &request);

    const Containers::Options m_options;
    storage::LayerStore &m_layers;
    Kernel &m_kernel;
    isolation::namespaces::IdMaps m_idMaps;
    std::unique_ptr<isolation::cgroups::Cgroups> m_cgroups;
    isolation::security::SeccompPrograms m_seccomp;
    MountSources m_sources;
    UserCache m_users;
    SealedProgram m_stage;
};

} // namespace quayside::containers
