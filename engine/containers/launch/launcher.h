// From a container's record to a running process.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/containers/containers.h"
#include "engine/containers/launch/users.h"
#include "engine/containers/state/record.h"
#include "engine/containers/steps/steps.h"
#include "engine/isolation/cgroups/prepare.h"
#include "engine/isolation/plan/launchplan.h"
#include "engine/isolation/plan/slots.h"
#include "engine/isolation/plan/steps.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers
{

// Whose namespaces are shared (container:ID): the process must stay that one while the launch goes on.
struct JoinedProcess {
    std::int32_t pid = 0;
    Fd pidfd; // a dup
    std::string id;
    std::uint32_t firstId = 0; // as RunState::firstId
    bool lab = false;          // who joins is in the hands of those inside
};

// Told how a launch goes, on the thread that launches; and, where it is held, asked whether it may go on.
class LaunchObserver
{
public:
    virtual ~LaunchObserver() = default;
    // What is going to be done; of a held launch twice: before anything is made, and when all is known.
    virtual void planned(const isolation::LaunchPlan &plan) = 0;
    virtual void began(isolation::StepId step) = 0; // the engine's own steps
    virtual void ended(isolation::StepId step) = 0;
    virtual void told(const isolation::StepTimes &times) = 0; // the others, as far as they have come
    virtual void called(std::string_view lines) = 0;          // stage/notes.h
    virtual void created(std::int32_t pid, const Fd &process) = 0;

    [[nodiscard]] virtual bool holds() const { return false; }
    // Returns when the step may be begun; the launch is undone where it returns an error.
    virtual Result<> before(isolation::StepId) { return {}; }
    // begun and ended, with `before`.
    Result<> around(isolation::StepId step, const std::function<Result<>()> &work)
    {
        CHECK(before(step));
        began(step);
        auto done = work();
        ended(step);
        return done;
    }
};

// A checkpoint to go on from.
struct Restoring {
    Fd images;                        // the folder that CRIU has written
    std::string program;              // CRIU
    std::string input, output, error; // as in RestorePlan
    std::vector<std::string> mountPoints;
    std::map<std::string, std::string> addresses; // IPv4 by network: to be had again, where they are free
    std::function<std::string()> reason;          // CRIU's, where the launch fails; "": it says none
};

struct LaunchRequest {
    const Record &record;
    LaunchObserver &observer;
    std::vector<StepMount> stepMounts{}; // besides the record's
    std::vector<std::string> secrets{};  // of the environment, besides the record's; on no disk
    std::uint32_t firstId = 0;           // outside id of the container's 0; 0: the host's user namespace
    std::vector<networks::Endpoint> endpoints; // for /etc/hosts and /etc/resolv.conf
    std::optional<JoinedProcess> network, ipc, pid;
    std::vector<std::string> nameServers;
    // Called between the creation of the process and its execve, with its new network namespace.
    std::function<Result<>(const Fd &netns)> connect;
    const Restoring *from = nullptr; // else the command is started
};

struct Launched {
    Fd control, process, input, stage; // as in Runtime
    std::int32_t pid = 0;
    std::uint64_t startTime = 0;
    std::vector<std::string> warnings;
};

struct ExecLaunch {
    const Record &record;
    const RunState &state;
    const Fd &process; // pidfd of the container's process 1
    std::string execId;
    api::ExecCreateRequest request;
    bool attachStreams = false; // else standard streams are /dev/null
    int rows = 0, columns = 0;
    // The launch is held: the command is root of the container's user namespace; and, before the container
    // has changed its root, an onlooker (ADR 34).
    bool held = false, pivoted = false;
};

struct ExecLaunched {
    Fd control, stage;
    Fd input, output,
        error; // the engine's ends; with a terminal `output` is the pty master and `input` a dup of it
    Fd process;
    std::int32_t pid = 0;
    bool terminal = false;
};

// Thread-safe: launches go on side by side. On an error nothing of the launch is left. Errors: NoCommand or
// CannotRun for what is wrong with the command, with Docker's words in front.
class Launcher
{
public:
    virtual ~Launcher() = default;
    virtual Result<Launched> launch(const LaunchRequest &request) = 0;
    virtual Result<ExecLaunched> exec(const ExecLaunch &request) = 0;
    // The plan of the last launch, as JSON.
    virtual Result<std::string> plan(const std::string &containerId) = 0;
    // After the end of a run: cgroups, folder in <run-dir>. Idempotent.
    virtual void cleanUp(const std::string &containerId, bool sharesPid) = 0;
    // Where the stage of a container that an earlier engine started listens.
    [[nodiscard]] virtual std::string socketPath(const std::string &containerId) const = 0;
    virtual Result<> freeze(const std::string &containerId) = 0;
    virtual Result<> thaw(const std::string &containerId) = 0;
    // For a look at a container that does not run (files/): its root, and with `mounts` its volumes and
    // binds, as a plan without a process; and the user namespace that it would have, to mount them in.
    virtual Result<isolation::LaunchPlan> rootView(const Record &record, std::uint32_t firstId, bool mounts,
                                                   isolation::Slots &slots) = 0;
    // The same for a volume's folder alone (O_PATH): its one mount is the root.
    virtual Result<isolation::LaunchPlan> volumeView(const Fd &folder, std::uint32_t firstId, bool readOnly,
                                                     isolation::Slots &slots) = 0;
    virtual Result<Fd> userNamespace(std::uint32_t firstId) = 0;
    // USER of the container, by its passwd and group as they are now.
    virtual Result<ResolvedUser> userOf(const Record &record) = 0;
    // Where the containers of this launcher are, by their ids.
    [[nodiscard]] virtual isolation::cgroups::Cgroups &cgroups() = 0;
    // Cleans up after every launch that none of `running` owns.
    virtual void sweep(const std::vector<std::string> &running) = 0;
};

} // namespace quayside::containers
