// The stages of a BuildRun run, and what they tell is passed on.
#include "engine/build/solve/buildrun.h"

#include "engine/build/solve/stagerun.h"

#include <format>
#include <thread>

namespace quayside::build
{
namespace
{

constexpr auto notLive = std::chrono::milliseconds(20); // so long nobody misses what is told
constexpr std::size_t mostUntold = 64 << 10;            // bytes

} // namespace

Result<> BuildRun::solve(const std::function<void(const BuildEvent &)> &sink,
                         const std::function<bool()> &cancelled)
{
    int step = 1 + static_cast<int>(m_file.metaArgs.size());
    bool gone = false;
    const auto pump = [&] {
        m_output->pump(sink, [&] {
            gone = gone || cancelled();
            m_stop = m_stop || gone;
            return gone;
        });
        m_output->close();
    };
    if (m_graph.stages.size() == 1) {
        runAlone(m_graph.stages.front(), step, pump);
    } else {
        for (const auto &plan : m_graph.stages) {
            m_threads.emplace_back([this, &plan, first = step] { runStage(plan, first); });
            step += 1 + static_cast<int>(m_file.stages[plan.index].instructions.size());
        }
        pump();
    }
    if (gone || m_stop)
        m_threads.clear(); // joins. Else all have ended, but for a moment that nobody waits for
    if (gone)
        return fail(ErrorKind::Cancelled, "the build was cancelled");
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

// dockerd counts them as well.
Result<> BuildRun::tellGlobalArguments()
{
    int step = 1;
    for (const auto &arg : m_file.metaArgs) {
        m_recording.started(step);
        m_recording.ended(step, {}, nullptr);
        CHECK(tell(
            m_graph.stages.front().index,
            {BuildEvent::Kind::Stream, std::format("Step {}/{} : {}\n", step++, m_steps, arg.origin.code)}));
    }
    return {};
}

void BuildRun::runStage(const PlannedStage &plan, int firstStep)
{
    if (&plan == &m_graph.stages.front())
        (void)tellGlobalArguments(); // nobody listens any more: the stage is told so as well
    auto state = StageRun(*this, plan, firstStep).run();
    if (!state) {
        const std::scoped_lock lock(m_mutex);
        if (!m_error || (m_error->kind == ErrorKind::Cancelled && state.error().kind != ErrorKind::Cancelled))
            m_error = state.error();
        m_stop = true;
    }
    m_stages.at(plan.index).promise.set_value(std::move(state));
    m_output->ended(plan.index);
}

void BuildRun::runAlone(const PlannedStage &plan, int firstStep, std::function<void()> pump)
{
    m_pump = std::move(pump);
    runStage(plan, firstStep);
    std::call_once(m_live, [this] { m_pump(); }); // unless a thread does
    if (m_pumping.joinable())
        m_pumping.join();
}

void BuildRun::goLive()
{
    if (m_pump)
        std::call_once(m_live, [this] { m_pumping = std::jthread([this] { m_pump(); }); });
}

bool BuildRun::stopped()
{
    if (std::chrono::steady_clock::now() - m_begun > notLive)
        goLive();
    return m_stop;
}

Result<> BuildRun::tell(std::size_t stage, BuildEvent event)
{
    if ((m_toldBytes += event.text.size()) > mostUntold)
        goLive();
    return m_output->write(stage, std::move(event));
}

Result<const StageState *> BuildRun::stage(std::size_t index)
{
    const auto found = m_stages.find(index);
    if (found == m_stages.end())
        return fail(
            ErrorKind::InvalidArgument,
            "stage {} is wanted by a trigger of the base image, but was not a part of this build: name "
            "it with a COPY --from as well",
            index);
    const auto &state = found->second.result.get();
    if (!state)
        return fail(ErrorKind::Cancelled, "stage {} has failed", index);
    return &*state;
}

} // namespace quayside::build
