// The containers of an engine: what containers.h promises, a file for each verb.
#pragma once

#include "engine/containers/checkpoint/checkpointsservice.h"
#include "engine/containers/containers.h"
#include "engine/containers/exec/exectable.h"
#include "engine/containers/files/filesservice.h"
#include "engine/containers/files/volumefilesservice.h"
#include "engine/containers/health/monitor.h"
#include "engine/containers/launch/launcher.h"
#include "engine/containers/launches/launchesservice.h"
#include "engine/containers/lifecycle/validate.h"
#include "engine/containers/state/idranges.h"
#include "engine/containers/state/index.h"
#include "engine/containers/state/watcher.h"
#include "engine/containers/state/workers.h"
#include "engine/containers/stats/sampler.h"
#include "engine/containers/xray/xray.h"
#include "engine/images/images.h"
#include "engine/records/records.h"
#include "engine/volumes/volumes.h"

#include <map>

namespace quayside::containers
{

// NotFound from create means to docker's command that the image has to be pulled: nothing else may say it.
std::unexpected<Error> notTheImage(Error error);

// Whether it may be started as it is now. `mutex` held.
Result<> mayStart(const Container &container);

// The network namespace of a running container. `mutex` not held.
Result<Fd> networkNamespace(const Container &container);

class Service final : public Containers
{
public:
    Service(Options options, Services services, std::unique_ptr<Launcher> launcher,
            std::unique_ptr<IdRanges> idRanges, std::unique_ptr<Watcher> watcher);
    ~Service() override;
    // recovery.cpp
    Result<> recover();

    Result<api::ContainerCreateResponse> create(const Peer &, const std::string &name,
                                                const api::ContainerCreateRequest &) override;
    Result<std::vector<api::ContainerSummary>> list(const Peer &, bool all, std::optional<int> limit,
                                                    bool size, const api::Filters &filters) override;
    Result<api::ContainerInspect> inspect(const Peer &, const std::string &ref, bool size) override;
    Result<> start(const Peer &, const std::string &ref) override;
    Result<> stop(const Peer &, const std::string &ref, std::optional<int> seconds,
                  const std::string &signal) override;
    Result<> restart(const Peer &, const std::string &ref, std::optional<int> seconds,
                     const std::string &signal) override;
    Result<> kill(const Peer &, const std::string &ref, const std::string &signal) override;
    Result<> pause(const Peer &, const std::string &ref) override;
    Result<> unpause(const Peer &, const std::string &ref) override;
    Result<> rename(const Peer &, const std::string &ref, const std::string &newName) override;
    Result<> remove(const Peer &, const std::string &ref, bool force, bool volumes) override;
    Result<> resize(const Peer &, const std::string &ref, int rows, int columns) override;
    Result<std::vector<std::string>> update(const Peer &peer, const std::string &ref,
                                            const api::HostConfig &wanted) override;
    Result<api::ContainerPruneResponse> prune(const Peer &peer, std::optional<std::int64_t> createdBefore,
                                              const api::Filters &filters) override;
    Result<api::ContainerTopResponse> top(const Peer &peer, const std::string &ref,
                                          const std::string &psArgs) override;
    // delegates.cpp
    Result<api::Delegates> delegates(const Peer &, const std::string &ref) override;
    Result<api::Delegates> setDelegates(const Peer &, const std::string &ref,
                                        const std::vector<std::string> &users) override;
    [[nodiscard]] Stats &stats() override;
    [[nodiscard]] Xray &xray() override;
    [[nodiscard]] Launches &launches() override;
    [[nodiscard]] Checkpoints &checkpoints() override;
    Result<> connectNetwork(const Peer &, const std::string &network, const std::string &ref,
                            const api::EndpointSettings &settings) override;
    Result<> disconnectNetwork(const Peer &, const std::string &network, const std::string &ref,
                               bool force) override;
    // portcheck.cpp
    Result<api::PortCheck> checkPort(const Peer &, const std::string &ref, const std::string &port) override;
    Result<> repairNetworks(const Peer &, const std::string &ref) override;
    Result<std::unique_ptr<WaitHandle>> wait(const Peer &, const std::string &ref, WaitCondition condition,
                                             std::function<void(WaitResult)> done) override;
    Result<std::unique_ptr<logs::Reader>> logs(const Peer &, const std::string &ref,
                                               const logs::ReadOptions &options) override;
    Result<Streams> attach(const Peer &, const std::string &ref, bool logs, bool wantStdin, bool wantStdout,
                           bool wantStderr) override;
    Result<std::unique_ptr<WaitHandle>> whenLogEnds(const Peer &, const std::string &ref,
                                                    std::function<void()> ended) override;
    Result<std::unique_ptr<WaitHandle>> whenInputOpens(const Peer &, const std::string &ref,
                                                       std::function<void(Fd)> opened) override;
    Result<std::string> createExec(const Peer &, const std::string &ref,
                                   const api::ExecCreateRequest &) override;
    Result<Streams> startExec(const Peer &, const std::string &execId, bool detach, bool terminal, int rows,
                              int columns) override;
    Result<api::ExecInspect> inspectExec(const Peer &, const std::string &execId) override;
    Result<> resizeExec(const Peer &, const std::string &execId, int rows, int columns) override;
    Result<std::unique_ptr<WaitHandle>> whenExecEnds(const Peer &, const std::string &execId,
                                                     std::function<void()> ended) override;
    Result<bool> hasTerminal(const Peer &, const std::string &ref) override;
    Result<std::unique_ptr<Step>> beginStep(const Peer &peer, StepRequest request) override;
    ContainerFiles &files() override { return *m_files; }
    VolumeFiles &volumeFiles() override { return *m_volumeFiles; }
    Result<std::string> plan(const Peer &, const std::string &ref) override;
    [[nodiscard]] std::vector<User> usersOfImage(const std::string &imageId) const override;
    [[nodiscard]] Counts counts() const override;

private:
    // create.cpp
    Result<Record> newRecord(const Peer &peer, const api::ContainerCreateRequest &request);
    Result<> checkJoins(const Peer &peer, api::HostConfig &host);
    Result<> saveNew(const ContainerPtr &container);

    // steps/servicestep.cpp
    class ServiceStep;
    Result<> removeStep(const ContainerPtr &container);
    void removeOldSteps();

    // start.cpp. `operation` not held.
    Result<> startFrom(const ContainerPtr &container, const Restoring *from);
    // `operation` held.
    Result<> launch(const ContainerPtr &container, const Restoring *from = nullptr);
    Result<> launchObserved(const ContainerPtr &container, LaunchObserver &observer,
                            const Restoring *from = nullptr);
    Result<std::vector<networks::Endpoint>> reserveNetworks(const Record &record, const Restoring *from);
    Result<> launchReserved(const ContainerPtr &container, const Record &record, LaunchRequest request);
    Result<> joinOthers(const Record &record, LaunchRequest &request);
    Result<JoinedProcess> joined(const std::string &mode, const Record &record, bool ipc);
    Result<> markRunning(const ContainerPtr &container, Launched launched);
    void recordStartFailure(const ContainerPtr &container, const Error &error);

    // checkpoints.cpp
    CheckpointsService::Host checkpointsHost();
    Result<std::string> copyStopped(const Peer &peer, const ContainerPtr &container, const std::string &name);
    void discardCopy(const ContainerPtr &container);
    void discardImage(const Peer &owner, const std::string &imageId);

    // heldstart.cpp
    LaunchesService::Host launchesHost();
    Result<> launchHeld(const ContainerPtr &container, HeldLaunch &held);
    Result<> beginCommand(Container &container);
    void keepRecording(const ContainerPtr &container, const std::shared_ptr<LaunchTrace> &trace,
                       const Result<> &done);

    // connect.cpp
    Result<> saveNetworks(Container &container, const api::NetworkingConfig &networking,
                          const std::vector<networks::Endpoint> &endpoints);
    void refreshEtcFiles(const Record &record, const std::vector<networks::Endpoint> &before,
                         const std::vector<networks::Endpoint> &now);
    void adoptNetworks(const ContainerPtr &container);

    // ended.cpp
    void watchStage(const ContainerPtr &container);
    void stageSpoke(const ContainerPtr &container, std::uint64_t launch);
    void finishRun(const ContainerPtr &container); // `operation` held
    void reapLater(Fd stage);
    void releaseRun(const ContainerPtr &container, bool mayLiveOn);
    void afterRun(const ContainerPtr &container, const RunState &ended);
    bool wantsRestart(Container &container) const; // `mutex` held
    void scheduleRestart(const ContainerPtr &container);
    void restartNow(const ContainerPtr &container, std::uint64_t launch);

    // stop.cpp
    // Who asks a running container to end, and how; kept with how it ends.
    static void noteAsked(const ContainerPtr &container, const Peer &peer, const char *what);
    Result<> stopContainer(const ContainerPtr &container, std::optional<int> seconds,
                           const std::string &signal);
    Result<> signalContainer(const ContainerPtr &container, int signal);
    bool cancelRestart(const ContainerPtr &container); // true: it was waiting for its restart
    bool waitForEnd(Container &container, std::uint64_t launch,
                    std::optional<std::chrono::milliseconds> timeout);

    // update.cpp
    Result<> saveUpdated(Container &container, api::HostConfig config, bool pending); // `mutex` held
    void finishUpdate(const ContainerPtr &container); // one that the engine's end has cut short

    // remove.cpp. `operation` held.
    Result<> removeStopped(const ContainerPtr &container, bool volumes);
    Result<> killForRemoval(const ContainerPtr &container);

    // common.cpp
    // Right::Use only where those may do it too to whom the container was handed over (ADR 32).
    Result<ContainerPtr> find(const Peer &peer, const std::string &ref, Right right = Right::Own) const
    {
        return m_index.find(peer, ref, right);
    }
    Result<> saveState(const Container &container); // `mutex` held
    [[nodiscard]] std::string folderOf(const std::string &id) const;
    Result<Fd> openFolder(const std::string &id, const char *below = nullptr) const;
    void emit(const Container &container, std::string action,
              std::map<std::string, std::string> extra = {}) const;
    void emit(const Record &record, std::string action, std::map<std::string, std::string> extra = {}) const;
    // mounts.cpp
    Result<> findImages(const Peer &peer, std::vector<MountSpec> &mounts) const; // of --mount type=image
    Result<> makeVolumes(Record &record);
    void undoVolumes(const Record &record); // of a create that failed
    Result<std::vector<MountSpec>> mountsFrom(const Peer &peer, const std::vector<std::string> &others);
    void volumesMounted(const Record &record) const;
    void releaseVolumes(const Record &record, bool tell); // the end of a run
    std::unique_ptr<WaitHandle> addWaiter(Container &container, Waiter::For condition,
                                          std::function<void(WaitResult)> done);

    // attach.cpp
    void offerInput(const ContainerPtr &container); // to those who attached before the start
    void inputEnded(const ContainerPtr &container, std::uint64_t launch);

    // inspect.cpp
    Result<> addSizes(const Record &record, std::optional<std::int64_t> &rw,
                      std::optional<std::int64_t> &rootFs) const;

    // exec/
    Result<ExecPtr> findExec(const Peer &peer, const std::string &execId,
                             ContainerPtr *container = nullptr) const;
    Result<ExecLaunched> launchExec(const ContainerPtr &container, const ExecPtr &exec, bool attach, int rows,
                                    int columns);
    void execEnded(const ContainerPtr &container, const ExecPtr &exec, int exitCode);
    void watchExec(const ContainerPtr &container, const ExecPtr &exec);
    void execRuns(const ContainerPtr &container, const ExecPtr &exec, ExecLaunched &launched);

    // health/
    HealthMonitor::Host healthHost();
    Result<ProbeProcess> runProbe(const ContainerPtr &container, const std::vector<std::string> &argv,
                                  std::function<void(int)> ended);

    // recovery.cpp
    Result<> loadRecords();
    void recoverOne(const ContainerPtr &container);
    bool reconnect(const ContainerPtr &container);
    void holdVolumes(const std::vector<std::string> &running);
    void endedMeanwhile(const ContainerPtr &container);
    void resumePolicy(const ContainerPtr &container, bool engineRestart);

    const Options m_options;
    const Services m_services;
    const std::string m_bootId;
    const HostFacts m_facts;
    std::unique_ptr<Launcher> m_launcher;
    std::unique_ptr<IdRanges> m_idRanges;
    Index m_index;
    ExecTable m_execs;
    std::unique_ptr<FilesService> m_files;
    std::unique_ptr<Xray> m_xray;
    std::unique_ptr<LaunchesService> m_launches;
    std::unique_ptr<CheckpointsService> m_checkpoints;
    std::unique_ptr<VolumeFilesService> m_volumeFiles;
    std::unique_ptr<HealthMonitor> m_health;
    // Last, so that they end first: their threads use all of the above.
    std::unique_ptr<Watcher> m_watcher;
    std::unique_ptr<Workers> m_workers;
    std::unique_ptr<Sampler> m_sampler;
    std::mutex m_pruning;
};

} // namespace quayside::containers
