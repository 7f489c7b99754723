// Containers from create to remove: the backend of the container routes.
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/container.h"
#include "engine/api/types/containeractions.h"
#include "engine/api/types/event.h"
#include "engine/api/types/exec.h"
#include "engine/api/types/handingover.h"
#include "engine/api/types/portcheck.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/logs/reader.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quayside
{
class Records;
namespace images
{
class Images;
}
namespace networks
{
class Networks;
}
namespace storage
{
class LayerStore;
}
namespace volumes
{
class Volumes;
}
} // namespace quayside

namespace quayside::containers
{

class ContainerFiles;
class VolumeFiles;  // files/volumefiles.h
class Step;         // steps/steps.h
struct StepRequest; // steps/steps.h
class Stats;        // stats/stats.h
class Xray;         // xray/xray.h
class Launches;     // launches/launches.h
class Checkpoints;  // checkpoint/checkpoints.h

// Of events about a container that has been handed over: numbers of users, with commas between, who see them
// besides its owner. The engine's word: a label of this name is left out.
inline constexpr const char *delegatesAttribute = "quayside.delegates";

enum class WaitCondition { NotRunning, NextExit, Removed };

struct WaitResult {
    std::int64_t statusCode = 0;
    std::string error; // removal failed, …
};

// An open way into a container's or an exec's standard streams. Descriptors are the caller's own (dup'ed).
struct Streams {
    bool terminal = false;
    // Non-blocking (the flags of a pty master are shared): write until EAGAIN.
    Fd input; // where standard input goes: a pipe's end or the pty master; invalid: no stdin
    // The container reads its input but does not run yet (docker run attaches first): see whenInputOpens().
    bool inputLater = false;
    // Call once when the client has ended its side of the input (EOF, or gone), then drop `input`. Does what
    // the container's StdinOnce asks for; an exec's standard input ends with `input` itself. Empty: nothing
    // to do.
    std::function<void()> inputEnded;
    // Container attach: output comes from the log. Exec: from these descriptors (output is the pty master
    // with a TTY). An exec's descriptors are non-blocking; EOF of a pipe, or EIO of a pty master, is the end.
    std::unique_ptr<logs::Reader> log;
    Fd output, error;
};

// Thread-safe; calls block as long as the kernel does (stop: up to its timeout), so call them on worker
// threads. `ref` is an id, an unambiguous prefix of one, or a name (a leading '/' is ignored). A container of
// somebody else is NotFound for a peer that is not root.
class Containers
{
public:
    struct Options {
        std::string root, runDir;
        std::string stageFile; // path of quayside-stage; run from a sealed memfd copy
        // Of quayside-worker, from such a copy already: a path that is good for as long as this is open.
        std::string workerFile = "/proc/self/exe";
        std::string socketPath; // the engine's own socket, kept out of binds; "": none
    };
    struct Services {
        Records &records;
        images::Images &images;
        storage::LayerStore &layers;
        networks::Networks &networks;
        volumes::Volumes &volumes;
        api::EventSink events;
        // Told, on any thread, what a start could not do as asked but went on without (a limit that may not
        // be raised, …), as one sentence with the container's id. Empty: nobody wants to know.
        std::function<void(const std::string &)> warn = {};
    };
    // Loads the records, finds the stages that still run and takes them back, records the exits that happened
    // meanwhile, applies restart policies, sweeps what dead launches left.
    static Result<std::unique_ptr<Containers>> open(const Options &options, Services services);
    virtual ~Containers() = default; // containers run on

    using Peer = access::Peer;
    virtual Result<api::ContainerCreateResponse> create(const Peer &, const std::string &name,
                                                        const api::ContainerCreateRequest &) = 0;
    virtual Result<std::vector<api::ContainerSummary>> list(const Peer &, bool all, std::optional<int> limit,
                                                            bool size, const api::Filters &filters) = 0;
    virtual Result<api::ContainerInspect> inspect(const Peer &, const std::string &ref, bool size) = 0;
    virtual Result<> start(const Peer &, const std::string &ref) = 0; // NotModified: runs already
    virtual Result<> stop(const Peer &, const std::string &ref, std::optional<int> seconds,
                          const std::string &signal) = 0;
    virtual Result<> restart(const Peer &, const std::string &ref, std::optional<int> seconds,
                             const std::string &signal) = 0;
    virtual Result<> kill(const Peer &, const std::string &ref, const std::string &signal) = 0;
    virtual Result<> pause(const Peer &, const std::string &ref) = 0;
    virtual Result<> unpause(const Peer &, const std::string &ref) = 0;
    virtual Result<> rename(const Peer &, const std::string &ref, const std::string &newName) = 0;
    virtual Result<> remove(const Peer &, const std::string &ref, bool force, bool volumes) = 0;
    virtual Result<> resize(const Peer &, const std::string &ref, int rows, int columns) = 0;
    // Limits and restart policy from now on, in a running container at once. `wanted` is a HostConfig as the
    // request's body has it: of its members zero and empty mean "as it is". Returns warnings. Conflict: what
    // is wanted and what is set exclude each other; NotSupported: a member that only create takes.
    virtual Result<std::vector<std::string>> update(const Peer &, const std::string &ref,
                                                    const api::HostConfig &wanted) = 0;
    // Removes the stopped containers that the peer may see, that `label` and `label!` of the filters choose,
    // and that were made before `createdBefore` (UTC nanoseconds). Conflict: a prune is under way.
    virtual Result<api::ContainerPruneResponse> prune(const Peer &, std::optional<std::int64_t> createdBefore,
                                                      const api::Filters &filters) = 0;
    // The container's processes in the format that `psArgs` asks for (top/psformat.h); "" is "-ef".
    virtual Result<api::ContainerTopResponse> top(const Peer &, const std::string &ref,
                                                  const std::string &psArgs) = 0;
    // To whom it has been handed over. Set by the owner and root, by names or numbers; InvalidArgument: no
    // such user, or the owner.
    virtual Result<api::Delegates> delegates(const Peer &, const std::string &ref) = 0;
    virtual Result<api::Delegates> setDelegates(const Peer &, const std::string &ref,
                                                const std::vector<std::string> &users) = 0;
    [[nodiscard]] virtual Stats &stats() = 0;
    [[nodiscard]] virtual Xray &xray() = 0;
    [[nodiscard]] virtual Launches &launches() = 0;
    [[nodiscard]] virtual Checkpoints &checkpoints() = 0;
    // Also while the container runs. `network`: a name or an id. Forbidden: it is on that network already.
    virtual Result<> connectNetwork(const Peer &, const std::string &network, const std::string &ref,
                                    const api::EndpointSettings &settings) = 0;
    // `port`: "80/tcp". The way to it, hop by hop; NotFound: it is not published.
    virtual Result<api::PortCheck> checkPort(const Peer &, const std::string &ref,
                                             const std::string &port) = 0;
    // Bridges and rules of networks, where something of them is missing. `ref`: a container of the peer's.
    virtual Result<> repairNetworks(const Peer &, const std::string &ref) = 0;
    // `force`: also from a network that is not there any more.
    virtual Result<> disconnectNetwork(const Peer &, const std::string &network, const std::string &ref,
                                       bool force) = 0;

    // Calls `done` once, on some engine thread, when the condition holds. cancel: stop waiting (client gone).
    struct WaitHandle {
        virtual ~WaitHandle() = default; // cancels
    };
    virtual Result<std::unique_ptr<WaitHandle>> wait(const Peer &, const std::string &ref,
                                                     WaitCondition condition,
                                                     std::function<void(WaitResult)> done) = 0;

    virtual Result<std::unique_ptr<logs::Reader>> logs(const Peer &, const std::string &ref,
                                                       const logs::ReadOptions &options) = 0;
    // Output from now on (or from the log's start where `logs`), input into its stdin.
    virtual Result<Streams> attach(const Peer &, const std::string &ref, bool logs, bool wantStdin,
                                   bool wantStdout, bool wantStderr) = 0;
    // Calls `ended` (on some engine thread) when the container's current run has ended and its log is
    // complete, at once where it does not run and was not just created. A created container: after its first
    // run.
    virtual Result<std::unique_ptr<WaitHandle>> whenLogEnds(const Peer &, const std::string &ref,
                                                            std::function<void()> ended) = 0;

    // Calls `opened` once (on some engine thread) with the container's input, as Streams::input, when its
    // next run has begun; at once where it runs. Never for one that keeps no standard input open.
    virtual Result<std::unique_ptr<WaitHandle>> whenInputOpens(const Peer &, const std::string &ref,
                                                               std::function<void(Fd)> opened) = 0;

    virtual Result<std::string> createExec(const Peer &, const std::string &ref,
                                           const api::ExecCreateRequest &) = 0;
    // NotFound: no such exec; Conflict: it ran already, or its container does not run or is paused. With
    // `detach` the streams are empty. rows, columns: 0 where the client did not say.
    virtual Result<Streams> startExec(const Peer &, const std::string &execId, bool detach, bool terminal,
                                      int rows, int columns) = 0;
    virtual Result<api::ExecInspect> inspectExec(const Peer &, const std::string &execId) = 0;
    virtual Result<> resizeExec(const Peer &, const std::string &execId, int rows, int columns) = 0;
    // Calls `ended` (on some engine thread) when the exec's process has ended and inspectExec() has its exit
    // code; at once where it has ended already. End the client's stream after both this and the end of the
    // output.
    virtual Result<std::unique_ptr<WaitHandle>> whenExecEnds(const Peer &, const std::string &execId,
                                                             std::function<void()> ended) = 0;

    // Whether the container has a terminal (Config.Tty): raw stream, or multiplexed frames.
    virtual Result<bool> hasTerminal(const Peer &, const std::string &ref) = 0;

    // The RUN of a build (steps/steps.h), checked like a create.
    virtual Result<std::unique_ptr<Step>> beginStep(const Peer &, StepRequest request) = 0;

    // Its files: docker cp, export, diff, commit (files/containerfiles.h).
    virtual ContainerFiles &files() = 0;
    virtual VolumeFiles &volumeFiles() = 0;

    // The plan of the container's last launch as JSON (isolation/plan/json.h). NotFound: not started since
    // boot.
    virtual Result<std::string> plan(const Peer &, const std::string &ref) = 0;

    // For images: who uses this image id. For info: counts.
    struct User {
        std::string containerId;
        bool running = false;
        std::uint32_t owner = 0;
    };
    [[nodiscard]] virtual std::vector<User> usersOfImage(const std::string &imageId) const = 0;
    struct Counts {
        int running = 0, paused = 0, stopped = 0;
    };
    [[nodiscard]] virtual Counts counts() const = 0;
};

} // namespace quayside::containers
