// What is interrupted half-way: by the engine's end, or by somebody else's removal.
#include "engine/containers/state/record.h"
#include "tests/fakes/containerbench.h"

#include <algorithm>
#include <barrier>
#include <thread>

using namespace quayside;
using test::ContainerBench;

namespace
{

class Interrupted : public testing::Test
{
protected:
    // As the container sees it, in either version of control groups.
    std::string memoryLimitOf(const std::string &id)
    {
        api::ExecCreateRequest request;
        request.cmd = {
            "sh", "-c",
            "cat /sys/fs/cgroup/memory.max 2>&- || cat /sys/fs/cgroup/memory/memory.limit_in_bytes"};
        request.attachStdout = true;
        const auto exec = engine().createExec(bench.peer, id, request);
        auto streams = engine().startExec(bench.peer, exec.value(), false, false, 0, 0);
        auto text = streams ? ContainerBench::drain(streams->output) : streams.error().message;
        return text.substr(0, text.find('\n'));
    }
    ContainerBench bench;
    containers::Containers &engine() { return *bench.containers; }
};

// An engine that died between the record of new limits and the control group: the next one carries them out.
TEST_F(Interrupted, limitsThatWereSavedReachTheContainer)
{
    constexpr std::int64_t before = 64 << 20, after = 96 << 20;
    auto request = ContainerBench::command({"sleep", "100"});
    request.hostConfig.memory = before;
    const auto id = bench.run(request);
    EXPECT_EQ(memoryLimitOf(id), std::to_string(before));
    bench.close();
    {
        const auto records = *Records::open(bench.root() + "/quayside.db");
        const auto document = [&](const char *kind) {
            const auto all = *records->all(kind);
            return std::ranges::find(all, id, &std::pair<std::string, std::string>::first)->second;
        };
        auto record = *containers::decodeRecord(document(containers::recordKind));
        auto state = *containers::decodeState(document(containers::stateKind));
        EXPECT_FALSE(state.limitsPending);
        record.hostConfig.memory = after;
        record.hostConfig.memorySwap = 2 * after;
        state.limitsPending = true;
        ASSERT_TRUE(records->apply(
            {{containers::recordKind, id, encode(record)}, {containers::stateKind, id, encode(state)}},
            Durability::Full));
    }
    bench.open();
    EXPECT_EQ(memoryLimitOf(id), std::to_string(after));
    bench.close();
    {
        const auto records = *Records::open(bench.root() + "/quayside.db");
        const auto states = *records->all(containers::stateKind);
        EXPECT_FALSE(containers::decodeState(states.at(0).second)->limitsPending) << "it is done";
    }
    bench.open(); // to be able to end it
}

// Whoever waits to disconnect a container while it is removed must not write its record again.
TEST_F(Interrupted, oneThatIsRemovedStaysRemoved)
{
    for (const char *name : {"front", "back"})
        ASSERT_TRUE(bench.networks->create(bench.peer, {.name = name}));
    for (int i = 0; i < 20; ++i) {
        auto request = ContainerBench::command({"true"});
        request.hostConfig.networkMode = "front";
        const auto id = bench.create(request);
        std::barrier together(3);
        const auto beside = [&](auto what) {
            return std::jthread([&together, what] {
                together.arrive_and_wait();
                (void)what();
            });
        };
        {
            const auto remove = beside([&] { return engine().remove(bench.peer, id, false, false); });
            const auto leave =
                beside([&] { return engine().disconnectNetwork(bench.peer, "front", id, false); });
            const auto join = beside([&] { return engine().connectNetwork(bench.peer, "back", id, {}); });
        }
        EXPECT_TRUE(bench.records->all(containers::recordKind)->empty()) << "round " << i;
        ASSERT_FALSE(engine().inspect(bench.peer, id, false));
    }
}

} // namespace
