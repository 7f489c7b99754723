// One build: its stages, what they share, and the end of it. Several stages are threads; one alone runs on
// the caller's, since most builds have one and are over in a millisecond where all of it is in the cache.
#pragma once

#include "engine/base/fd.h"
#include "engine/build/build.h"
#include "engine/build/context/buildfolder.h"
#include "engine/build/context/hashcache.h"
#include "engine/build/solve/output.h"
#include "engine/build/steps/config.h"
#include "engine/images/content/document.h"
#include "engine/images/images.h"
#include "engine/storage/layerstore.h"

#include <atomic>
#include <chrono>
#include <future>
#include <mutex>
#include <thread>

namespace quayside::build
{

class CacheMounts; // steps/cachemounts.h

// A file system and what is said of it, after some instruction.
struct StageState {
    StageScope scope;
    images::ImageDocument document; // its config is scope's
    std::vector<images::LayerRecord> layers;
    std::string key;     // for the next step's
    std::string encoded; // documentOf() it, as the image's configuration
};
images::ImageDocument documentOf(const StageState &state);
std::vector<storage::LayerId> layerIds(const std::vector<images::LayerRecord> &layers);

class BuildRun
{
public:
    BuildRun(const Builds::Services &services, const access::Peer &peer, const BuildRequest &request,
             BuildFolder &folder, const std::string &hashFolder, CacheMounts &cacheMounts,
             Recording &recording);
    ~BuildRun();

    // `context`: borrowed. Blocks; see Builds::build().
    BuildOutcome run(const FileSource &context, const std::string &dockerfile,
                     const std::function<void(const BuildEvent &)> &sink,
                     const std::function<bool()> &cancelled);

    // For its stages, on their threads.
    [[nodiscard]] const Builds::Services &services() const { return m_services; }
    [[nodiscard]] const access::Peer &peer() const { return m_peer; }
    [[nodiscard]] const BuildRequest &request() const { return m_request; }
    [[nodiscard]] const dockerfile::Dockerfile &file() const { return m_file; }
    [[nodiscard]] const Graph &graph() const { return m_graph; }
    [[nodiscard]] const FileSource &context() const { return *m_context; }
    [[nodiscard]] CacheMounts &cacheMounts() const { return m_cacheMounts; }
    [[nodiscard]] Recording &recording() const { return m_recording; }
    [[nodiscard]] HashCache *hashes() { return m_hashes.get(); }
    [[nodiscard]] int steps() const { return m_steps; }
    // Ask it often while anything takes long: it keeps what is told going as well.
    [[nodiscard]] bool stopped();
    Result<> tell(std::size_t stage, BuildEvent event);
    // What was told until now is passed on, and from now on all of it as it comes. Say so before what may
    // take long.
    void goLive();
    // Waits for an earlier stage. Cancelled where that failed: its own error is the build's.
    Result<const StageState *> stage(std::size_t index);
    // A local image, else one that is pulled. `fresh`: asks the registry in any case.
    Result<std::shared_ptr<const images::ImageRecord>> image(std::size_t stage, const std::string &name,
                                                             const std::string &platform, bool fresh);
    // A layer that has just been made: from now on the store knows it, and at the end it stays.
    Result<> keep(std::unique_ptr<storage::LayerDraft> draft, const storage::LayerId &id);
    void made(CachedStep step);
    void used(const std::string &key);
    void failedWith(int exitCode) { m_exitCode = exitCode; }
    // RFC 3339: now, or SOURCE_DATE_EPOCH.
    [[nodiscard]] std::string timeStamp() const;
    [[nodiscard]] const std::optional<std::string> &fixedTime() const { return m_fixedTime; }
    Result<Fd> scratchFolder() { return m_folder.makeFolder(); }
    BuildFolder &folder() { return m_folder; }
    [[nodiscard]] std::string placeOf(std::size_t stage, int step) const;

private:
    Result<> prepare(const std::string &dockerfile);
    [[nodiscard]] std::vector<api::BuildStep> plannedSteps() const;
    Result<> solve(const std::function<void(const BuildEvent &)> &sink,
                   const std::function<bool()> &cancelled);
    Result<> tellGlobalArguments();
    void runStage(const PlannedStage &plan, int firstStep);
    void runAlone(const PlannedStage &plan, int firstStep, std::function<void()> pump);
    Result<> settle();
    Result<std::string> finish(const std::function<void(const BuildEvent &)> &sink,
                               const std::function<bool()> &cancelled);

    struct Pending {
        std::promise<Result<StageState>> promise;
        std::shared_future<Result<StageState>> result = promise.get_future().share();
    };
    struct Draft {
        std::unique_ptr<storage::LayerDraft> draft;
        storage::LayerId id;
    };

    const Builds::Services &m_services;
    const access::Peer &m_peer;
    const BuildRequest &m_request;
    BuildFolder &m_folder;
    CacheMounts &m_cacheMounts;
    Recording &m_recording;
    std::unique_ptr<HashCache> m_hashes;
    const FileSource *m_context = nullptr;
    dockerfile::Dockerfile m_file;
    Graph m_graph;
    int m_steps = 0;
    std::optional<std::string> m_fixedTime;
    std::shared_ptr<void> m_hold; // on all layers
    std::map<std::size_t, Pending> m_stages;
    std::unique_ptr<OrderedOutput> m_output;
    std::function<void()> m_pump; // passes on what is told; empty where a thread does it all along
    std::once_flag m_live;
    std::jthread m_pumping; // runs m_pump once that is wanted
    const std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    std::atomic<std::size_t> m_toldBytes = 0;
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_exitCode = 0;
    std::mutex m_mutex;           // of what follows
    std::optional<Error> m_error; // the first
    std::vector<Draft> m_drafts;
    std::vector<CachedStep> m_made;
    std::vector<std::string> m_used;
    std::mutex m_pullMutex;              // the same image is pulled once
    std::vector<std::jthread> m_threads; // of the stages; joined before anything that they use goes
};

} // namespace quayside::build
