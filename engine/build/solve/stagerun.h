// The instructions of one stage, one after the other. A file of steps/ for each family.
#pragma once

#include "engine/build/context/context.h"
#include "engine/build/solve/buildrun.h"
#include "engine/containers/steps/steps.h"
#include "engine/dockerfile/instructions/mounts.h"

namespace quayside::build
{

// Layers (bottom first) as one tree, for look-ups; none where there are none. steps/copy.cpp
Result<Fd> rootOf(const storage::LayerStore &store, const std::vector<storage::LayerId> &layers);

class StageRun
{
public:
    StageRun(BuildRun &build, const PlannedStage &plan, int firstStep)
        : m_build(build), m_plan(plan), m_step(firstStep)
    {
    }
    Result<StageState> run();

private:
    // What a step that was not in the cache has made.
    struct Made {
        std::unique_ptr<storage::LayerDraft> draft; // finished; none: no file has changed
        images::LayerRecord layer;
    };
    using Make = std::function<Result<Made>()>;

    Result<> say(std::string text)
    {
        return m_build.tell(m_plan.index, {BuildEvent::Kind::Stream, std::move(text)});
    }
    Result<> announce(const std::string &code);
    Result<> steps();
    void record(std::size_t below, const std::string &base = {});
    [[nodiscard]] std::vector<std::string> shownArguments() const; // steps/run.cpp
    Result<> apply(const dockerfile::Instruction &instruction);

    // steps/from.cpp
    Result<> from();
    Result<> fromImage();
    void addPath();
    Result<> triggers(const std::vector<std::string> &expressions);
    // solve/stagerun.cpp
    Result<> config(const dockerfile::Instruction &instruction);
    Result<> arg(const dockerfile::Arg &arg);
    // Looks `key` up, or makes it; then it is a part of the stage. `history`: its entry.
    Result<> step(StepKey key, const std::string &history, const Make &make);
    [[nodiscard]] std::optional<CachedStep> lookUp(const StepKey &wanted, const std::string &key,
                                                   const std::string &history) const;
    [[nodiscard]] std::optional<CachedStep> importedStep(const std::string &history) const;
    void encode();
    Result<> commit(const std::string &history, const std::string &created,
                    const std::optional<images::LayerRecord> &layer);
    [[nodiscard]] StepKey keyOf(const std::string &instruction) const;
    // steps/run.cpp
    Result<> runCommand(const dockerfile::Run &run);
    Result<containers::StepRequest> stepRequest(const dockerfile::Run &run, std::vector<std::string> argv,
                                                const std::vector<std::string> &arguments) const;
    Result<Made> execute(containers::StepRequest request, const std::vector<std::string> &argv);
    void keepFailed(containers::Step &step, const std::string &command);
    // steps/mounts.cpp
    Result<std::vector<dockerfile::RunMount>> parsedMounts(const dockerfile::Run &run, StepKey &key);
    Result<> addBindKey(const dockerfile::RunMount &mount, StepKey &key);
    Result<> openMounts(std::vector<dockerfile::RunMount> mounts, containers::StepRequest &request);
    Result<containers::StepMount> openMount(const dockerfile::RunMount &mount);
    Result<containers::StepMount> openContext(const dockerfile::RunMount &mount);
    Result<containers::StepMount> openLayers(const dockerfile::RunMount &mount);
    Result<containers::StepMount> openCache(const dockerfile::RunMount &mount);
    // steps/secretmounts.cpp
    Result<> addSecret(const dockerfile::RunMount &mount, containers::StepRequest &request) const;
    Result<> addAgent(const dockerfile::RunMount &mount, int index, containers::StepRequest &request);
    Result<std::vector<storage::LayerId>> layersOf(const std::string &from);
    // steps/copy.cpp
    Result<> copy(const dockerfile::Copy &copy);
    Result<> add(const dockerfile::Add &add);
    Result<> workdir(const dockerfile::Workdir &workdir);
    // `shown`: keyword and options; `destination`: as addParts() gives it.
    Result<> copyFiles(CopyRequest request, const std::string &shown, const std::string &destination);
    Result<Made> makeLayer(const CopyRequest &request, const Checksum *expected);
    Result<Fd> view(const std::vector<storage::LayerId> &layers) const
    {
        return rootOf(m_build.services().layers, layers);
    }
    Result<> addOwner(const std::optional<dockerfile::Word> &chown,
                      const std::optional<dockerfile::Word> &chmod, CopyRequest &request,
                      std::string &options);
    Result<const FileSource *> sourceOf(const std::optional<dockerfile::Word> &from);
    // Gives the destination as it is written, expanded: for the history.
    Result<std::string> addParts(const dockerfile::Sources &sources, const FileSource *source,
                                 CopyRequest &request);

    BuildRun &m_build;
    const PlannedStage &m_plan;
    int m_step;        // the number that is shown
    int m_current = 0; // that of the step under way; 0: none
    int m_place = 0;   // in the stage, triggers counted
    StageState m_state;
    std::string m_base;                    // the id of the image that the stage begins with
    bool m_cached = false;                 // the step under way was in the cache
    int m_exitCode = 0;                    // of its command
    std::string m_config, m_encodedConfig; // that of m_state.encoded, in the API's form and in it
    std::set<std::string> m_declared;      // by ARG
    std::vector<std::unique_ptr<FileSource>> m_sources; // of the step under way
    std::vector<std::shared_ptr<void>> m_heldMounts;    // locks of cache mounts, ssh agents
    struct BoundFiles {
        CopyRequest request;
        Checksum sum;
    };
    std::map<std::string, BoundFiles> m_boundFiles; // of the context, by where they are mounted
};

} // namespace quayside::build
