#include "engine/containers/launches/launchtrace.h"

#include "engine/containers/state/times.h"
#include "engine/containers/xray/parse.h"
#include "engine/isolation/plan/shell.h"

#include <algorithm>
#include <charconv>
#include <ctime>

namespace quayside::containers
{

namespace
{

using isolation::StepId;

std::int64_t monotonicNs()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

const char *nameOf(isolation::StepSide side)
{
    switch (side) {
    case isolation::StepSide::Engine:
        return "engine";
    case isolation::StepSide::Stage:
        return "stage";
    case isolation::StepSide::Process:
        break;
    }
    return "process";
}

// Takes the next word of a line; anything that is no number is 0.
std::int64_t takeNote(std::string_view &line)
{
    std::int64_t number = 0;
    std::from_chars(line.data(), line.data() + line.size(), number);
    line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
    return number;
}

struct NotedCall {
    std::size_t step = 0;
    api::LaunchCall call;
};

// "step start end result\tcall" (stage/notes.h). Only a line that is whole has a tab.
std::optional<NotedCall> parseCall(std::string_view line)
{
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos)
        return std::nullopt;
    NotedCall noted;
    noted.call.call = printable(std::string(line.substr(tab + 1)));
    line = line.substr(0, tab);
    noted.step = static_cast<std::size_t>(takeNote(line));
    noted.call.startNs = takeNote(line);
    noted.call.endNs = takeNote(line);
    noted.call.result = printable(std::string(line));
    return noted;
}

} // namespace

LaunchTrace::LaunchTrace() : m_startedUtc(nowNs()), m_started(monotonicNs()) {}

void LaunchTrace::planned(const isolation::LaunchPlan &plan)
{
    m_plan = plan;
    m_steps = isolation::stepsOf(plan);
}

void LaunchTrace::began(StepId step)
{
    m_times.at(static_cast<std::size_t>(step)).start = monotonicNs();
}

void LaunchTrace::ended(StepId step)
{
    m_times.at(static_cast<std::size_t>(step)).end = monotonicNs();
}

void LaunchTrace::told(const isolation::StepTimes &times)
{
    for (std::size_t i = 0; i < times.size(); ++i)
        if (times.at(i).start != 0) // the engine's own are not the stage's to know
            m_times.at(i) = times.at(i);
}

void LaunchTrace::called(std::string_view lines)
{
    constexpr std::size_t most = 256 * 1024; // of all steps
    if (m_calls.size() + lines.size() <= most)
        m_calls += lines;
}

void LaunchTrace::created(std::int32_t pid, const Fd &)
{
    m_pid = pid;
}

void LaunchTrace::finish(const std::string &failed)
{
    m_finished = monotonicNs();
    m_failed = failed;
}

int LaunchTrace::indexOf(StepId step) const
{
    const auto found = std::ranges::find(m_steps, step);
    return found == m_steps.end() ? -1 : static_cast<int>(found - m_steps.begin());
}

void LaunchTrace::addCalls(std::vector<api::LaunchStep> &steps) const
{
    for (std::string_view rest = m_calls; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        auto noted = parseCall(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const int index =
            noted && noted->step < isolation::stepCount ? indexOf(static_cast<StepId>(noted->step)) : -1;
        if (index < 0)
            continue;
        auto &call = noted->call;
        call.startNs -= m_started;
        call.endNs = call.endNs == 0 ? 0 : call.endNs - m_started;
        steps[static_cast<std::size_t>(index)].calls.push_back(std::move(call));
    }
}

api::Launch LaunchTrace::view() const
{
    api::Launch launch{.started = rfc3339(m_startedUtc), .failed = m_failed, .pid = m_pid};
    launch.held = holds();
    launch.state = m_finished == 0 ? "running" : m_failed.empty() ? "done" : "failed";
    launch.durationNs = m_finished == 0 ? 0 : m_finished - m_started;
    for (const StepId step : m_steps) {
        const auto &info = isolation::infoOf(step);
        const auto &time = m_times.at(static_cast<std::size_t>(step));
        launch.steps.push_back({.name = info.name,
                                .title = info.title,
                                .side = nameOf(info.side),
                                .startNs = time.start == 0 ? 0 : time.start - m_started,
                                .endNs = time.end == 0 ? 0 : time.end - m_started,
                                .shell = isolation::shellOf(m_plan, step)});
        if (time.end != 0)
            launch.at = static_cast<std::int64_t>(launch.steps.size());
    }
    addCalls(launch.steps);
    return launch;
}

} // namespace quayside::containers
