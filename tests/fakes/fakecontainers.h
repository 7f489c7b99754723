// Containers that only remember what was asked of them, and answer what the test says.
#pragma once

#include "engine/containers/checkpoint/checkpoints.h"
#include "engine/containers/containers.h"
#include "engine/containers/stats/stats.h"
#include "engine/containers/steps/steps.h"
#include "engine/containers/xray/xray.h"
#include "tests/fakes/fakecontainerfiles.h"
#include "tests/fakes/fakelaunches.h"
#include "tests/fakes/fakereader.h"

#include <atomic>
#include <format>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace quayside::fakes
{

// Statistics that come when the test says.
class FakeStats : public containers::Stats
{
public:
    Result<Snapshot> now(const Peer &, const std::string &ref) override
    {
        if (refusal)
            return std::unexpected(*refusal);
        Snapshot snapshot{.running = running};
        snapshot.stats.id = ref;
        snapshot.stats.cpu.totalUsage = ++taken;
        return snapshot;
    }
    Result<std::unique_ptr<containers::Containers::WaitHandle>> follow(const Peer &, const std::string &,
                                                                       Sampled wanted) override
    {
        if (refusal)
            return std::unexpected(*refusal);
        sampled = std::move(wanted);
        if (early)
            sampled(early);
        return std::make_unique<containers::Containers::WaitHandle>();
    }
    Result<std::vector<std::string>> find(const Peer &, const std::vector<std::string> &refs) override
    {
        if (refusal)
            return std::unexpected(*refusal);
        return refs;
    }
    std::string round(const Peer &, const std::vector<std::string> &ids) override
    {
        ++rounds;
        std::string lines;
        for (const std::string &id : ids)
            lines += "{\"Id\":\"" + id + "\"}\n";
        return lines + std::string(padding, ' ') + "{\"Round\":1}\n";
    }
    std::optional<Error> refusal;
    bool running = true;
    std::atomic<int> rounds = 0, taken = 0;
    std::size_t padding = 0; // how much longer a round is
    Sampled sampled;
    std::shared_ptr<const std::string> early; // comes before follow() has returned
};

class FakeXray : public containers::Xray
{
public:
    Result<api::Xray> ofContainer(const Peer &, const std::string &ref, const std::string &file) override
    {
        if (refusal)
            return std::unexpected(*refusal);
        api::Xray xray{.id = ref};
        if (!file.empty())
            xray.file = api::XrayFile{.path = file};
        return xray;
    }
    Result<api::Xray> ofHost(const Peer &) override { return api::Xray{.kernel = "6.18"}; }
    std::optional<Error> refusal;
};

class FakeCheckpoints : public containers::Checkpoints
{
public:
    Result<> create(const Peer &, const std::string &ref, const api::CheckpointCreateRequest &given) override
    {
        calls.push_back(std::format("create {} {} exit={}", ref, given.checkpointID, given.exit));
        return {};
    }
    Result<std::vector<api::Checkpoint>> list(const Peer &, const std::string &ref) override
    {
        calls.push_back("list " + ref);
        return std::vector{api::Checkpoint{.name = "one", .created = {}, .size = 7}};
    }
    Result<> remove(const Peer &, const std::string &ref, const std::string &name) override
    {
        calls.push_back("remove " + ref + " " + name);
        return {};
    }
    Result<> start(const Peer &, const std::string &ref, const std::string &name) override
    {
        calls.push_back("start " + ref + " " + name);
        return {};
    }
    Result<std::string> move(const Peer &, const std::string &ref, const std::string &name,
                             const std::string &newName) override
    {
        calls.push_back("move " + ref + " " + name + " " + newName);
        return "4567";
    }
    std::vector<std::string> calls;
};

class FakeContainers : public containers::Containers
{
public:
    // Set by the test.
    std::optional<Error> refusal; // what every call returns, where it is set
    bool terminal = false;        // of the container
    std::shared_ptr<FakeLog> log = std::make_shared<FakeLog>();
    containers::Streams execStreams;     // handed out once
    api::ContainerCreateRequest created; // the last create()
    logs::ReadOptions readOptions;       // the last logs()
    std::function<void(containers::WaitResult)> waiter;
    std::function<void()> logEnds, execEnds;
    std::function<void(Fd)> inputOpens;
    bool inputLater = false; // of attach()
    std::vector<User> users;
    std::vector<api::ContainerSummary> listed{1}; // what list() says

    [[nodiscard]] std::vector<std::string> calls() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_calls;
    }

    Result<api::ContainerCreateResponse> create(const Peer &, const std::string &name,
                                                const api::ContainerCreateRequest &request) override
    {
        CHECK(note("create {}", name));
        created = request;
        return api::ContainerCreateResponse{.id = "0123", .warnings = {}};
    }
    Result<std::vector<api::ContainerSummary>> list(const Peer &, bool all, std::optional<int> limit,
                                                    bool size, const api::Filters &filters) override
    {
        CHECK(note("list all={} limit={} size={} filters={}", all, limit.value_or(-1), size,
                   filters.values.size()));
        return listed;
    }
    Result<api::ContainerInspect> inspect(const Peer &, const std::string &ref, bool size) override
    {
        CHECK(note("inspect {} size={}", ref, size));
        return api::ContainerInspect{.id = ref};
    }
    Result<> start(const Peer &, const std::string &ref) override { return note("start {}", ref); }
    Result<api::Delegates> delegates(const Peer &, const std::string &ref) override
    {
        CHECK(note("delegates {}", ref));
        return api::Delegates{.users = {"alice"}, .owner = "bob"};
    }
    Result<api::Delegates> setDelegates(const Peer &, const std::string &ref,
                                        const std::vector<std::string> &wanted) override
    {
        CHECK(note("hand over {} to {}", ref, wanted.size()));
        return api::Delegates{.users = wanted, .owner = "bob"};
    }
    Result<> stop(const Peer &, const std::string &ref, std::optional<int> seconds,
                  const std::string &signal) override
    {
        return note("stop {} {} {}", ref, seconds.value_or(-99), signal);
    }
    Result<> restart(const Peer &, const std::string &ref, std::optional<int> seconds,
                     const std::string &signal) override
    {
        return note("restart {} {} {}", ref, seconds.value_or(-99), signal);
    }
    Result<> kill(const Peer &, const std::string &ref, const std::string &signal) override
    {
        return note("kill {} {}", ref, signal);
    }
    Result<> pause(const Peer &, const std::string &ref) override { return note("pause {}", ref); }
    Result<> unpause(const Peer &, const std::string &ref) override { return note("unpause {}", ref); }
    Result<> rename(const Peer &, const std::string &ref, const std::string &name) override
    {
        return note("rename {} {}", ref, name);
    }
    Result<> remove(const Peer &, const std::string &ref, bool force, bool volumes) override
    {
        return note("remove {} force={} volumes={}", ref, force, volumes);
    }
    Result<> resize(const Peer &, const std::string &ref, int rows, int columns) override
    {
        return note("resize {} {}x{}", ref, rows, columns);
    }
    Result<std::vector<std::string>> update(const Peer &, const std::string &ref,
                                            const api::HostConfig &wanted) override
    {
        CHECK(note("update {} memory={} restart={}", ref, wanted.memory, wanted.restartPolicy.name));
        return std::vector<std::string>{"a warning"};
    }
    Result<api::ContainerPruneResponse> prune(const Peer &, std::optional<std::int64_t> createdBefore,
                                              const api::Filters &filters) override
    {
        CHECK(note("prune before={} filters={}", createdBefore.value_or(-1), filters.values.size()));
        return api::ContainerPruneResponse{{"0123"}, 42};
    }
    Result<api::ContainerTopResponse> top(const Peer &, const std::string &ref,
                                          const std::string &psArgs) override
    {
        CHECK(note("top {} {}", ref, psArgs));
        return api::ContainerTopResponse{{"PID"}, {{"1"}}};
    }
    [[nodiscard]] containers::Stats &stats() override { return sampler; }
    FakeStats sampler;
    [[nodiscard]] containers::Xray &xray() override { return observer; }
    FakeXray observer;
    [[nodiscard]] containers::Launches &launches() override { return held; }
    [[nodiscard]] containers::Checkpoints &checkpoints() override { return saved; }
    FakeCheckpoints saved;
    FakeLaunches held;
    Result<> connectNetwork(const Peer &, const std::string &network, const std::string &ref,
                            const api::EndpointSettings &) override
    {
        return note("connect {} {}", ref, network);
    }
    Result<> disconnectNetwork(const Peer &, const std::string &network, const std::string &ref,
                               bool force) override
    {
        return note("disconnect {} {} {}", ref, network, force);
    }
    Result<std::unique_ptr<WaitHandle>> wait(const Peer &, const std::string &ref,
                                             containers::WaitCondition condition,
                                             std::function<void(containers::WaitResult)> done) override
    {
        CHECK(note("wait {} {}", ref, static_cast<int>(condition)));
        waiter = std::move(done);
        return std::make_unique<WaitHandle>();
    }
    Result<std::unique_ptr<logs::Reader>> logs(const Peer &, const std::string &ref,
                                               const logs::ReadOptions &options) override
    {
        CHECK(note("logs {}", ref));
        readOptions = options;
        return std::make_unique<FakeReader>(log, options.follow);
    }
    Result<containers::Streams> attach(const Peer &, const std::string &ref, bool logs, bool wantStdin,
                                       bool wantStdout, bool wantStderr) override
    {
        CHECK(note("attach {} logs={} in={} out={} err={}", ref, logs, wantStdin, wantStdout, wantStderr));
        containers::Streams streams;
        streams.terminal = terminal;
        streams.inputLater = inputLater && wantStdin;
        if (wantStdout || wantStderr)
            streams.log = std::make_unique<FakeReader>(log, true);
        return streams;
    }
    Result<std::unique_ptr<WaitHandle>> whenLogEnds(const Peer &, const std::string &,
                                                    std::function<void()> ended) override
    {
        logEnds = std::move(ended);
        return std::make_unique<WaitHandle>();
    }
    Result<std::unique_ptr<WaitHandle>> whenInputOpens(const Peer &, const std::string &,
                                                       std::function<void(Fd)> opened) override
    {
        inputOpens = std::move(opened);
        return std::make_unique<WaitHandle>();
    }
    Result<std::string> createExec(const Peer &, const std::string &ref,
                                   const api::ExecCreateRequest &wanted) override
    {
        CHECK(note("createExec {} {}", ref, wanted.cmd.front()));
        return "e1";
    }
    Result<containers::Streams> startExec(const Peer &, const std::string &id, bool detach, bool tty,
                                          int rows, int columns) override
    {
        CHECK(note("startExec {} detach={} tty={} {}x{}", id, detach, tty, rows, columns));
        return std::move(execStreams);
    }
    Result<api::ExecInspect> inspectExec(const Peer &, const std::string &id) override
    {
        CHECK(note("inspectExec {}", id));
        return api::ExecInspect{.id = id};
    }
    Result<> resizeExec(const Peer &, const std::string &id, int rows, int columns) override
    {
        return note("resizeExec {} {}x{}", id, rows, columns);
    }
    Result<std::unique_ptr<WaitHandle>> whenExecEnds(const Peer &, const std::string &,
                                                     std::function<void()> ended) override
    {
        execEnds = std::move(ended);
        return std::make_unique<WaitHandle>();
    }
    Result<bool> hasTerminal(const Peer &, const std::string &) override
    {
        if (refusal)
            return std::unexpected(*refusal);
        return terminal;
    }
    Result<api::PortCheck> checkPort(const Peer &, const std::string &ref, const std::string &port) override
    {
        CHECK(note("checkPort {} {}", ref, port));
        return api::PortCheck{};
    }
    Result<> repairNetworks(const Peer &, const std::string &ref) override { return note("repair {}", ref); }
    FakeContainerFiles filesOfAll;
    containers::ContainerFiles &files() override { return filesOfAll; }
    FakeVolumeFiles filesOfVolumes;
    containers::VolumeFiles &volumeFiles() override { return filesOfVolumes; }
    Result<std::unique_ptr<containers::Step>> beginStep(const Peer &, containers::StepRequest) override
    {
        CHECK(note("beginStep"));
        return fail(ErrorKind::NotSupported, "no steps here");
    }
    Result<std::string> plan(const Peer &, const std::string &ref) override
    {
        CHECK(note("plan {}", ref));
        return "{\"plan\":true}";
    }
    [[nodiscard]] std::vector<User> usersOfImage(const std::string &) const override { return users; }
    [[nodiscard]] Counts counts() const override { return {.running = 1, .paused = 2, .stopped = 4}; }

private:
    template <typename... Args>
    Result<> note(std::format_string<Args...> text, Args &&...args)
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.push_back(std::format(text, std::forward<Args>(args)...));
        if (refusal)
            return std::unexpected(*refusal);
        return {};
    }

    mutable std::mutex m_mutex;
    std::vector<std::string> m_calls;
};

} // namespace quayside::fakes
