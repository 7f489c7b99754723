#include "engine/build/history/recording.h"

#include "engine/build/history/entry.h"
#include "engine/build/history/history.h"

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <unistd.h>

namespace quayside::build
{
namespace
{

constexpr std::size_t mostInstruction = 512; // bytes; the rest is in the Dockerfile
constexpr std::size_t mostWhy = 1024;        // bytes of a reason
constexpr std::size_t mostError = 4096;      // bytes; it may quote a long command before it says what

std::int64_t steadyNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

bool hasEnded(const api::BuildStep &step)
{
    return step.state != "waiting" && step.state != "running";
}

} // namespace

Recording::Recording(History &history, std::shared_ptr<BuildEntry> entry)
    : m_history(history), m_entry(std::move(entry)), m_id(m_entry->record.id), m_begin(steadyNs())
{
}

Recording::~Recording()
{
    std::unique_lock lock(m_entry->mutex);
    const bool over = m_entry->over;
    lock.unlock();
    if (!over)
        finish(Error{ErrorKind::Internal, 0, "the build ended without a result"}, 0);
}

api::BuildStep *Recording::stepLocked(int step)
{
    auto &steps = m_entry->record.steps;
    if (m_entry->over || step < 1 || static_cast<std::size_t>(step) > steps.size())
        return nullptr;
    return &steps[static_cast<std::size_t>(step) - 1];
}

void Recording::touchLocked(int step)
{
    m_entry->stepRevisions[static_cast<std::size_t>(step) - 1] = ++m_entry->revision;
    m_entry->changed.notify_all();
}

void Recording::plan(std::string_view dockerfile, std::vector<api::BuildStep> steps)
{
    const std::scoped_lock lock(m_entry->mutex);
    m_entry->text = dockerfile;
    auto &record = m_entry->record;
    record.stepCount = static_cast<std::int64_t>(steps.size());
    if (steps.size() > History::mostSteps)
        steps.resize(History::mostSteps);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        steps[i].number = static_cast<std::int64_t>(i) + 1;
        steps[i].state = "waiting";
        steps[i].stage = plainText(steps[i].stage, mostInstruction);
        steps[i].instruction = plainText(steps[i].instruction, mostInstruction);
    }
    record.steps = std::move(steps);
    m_entry->buildRevision = ++m_entry->revision;
    m_entry->stepRevisions.assign(record.steps.size(), m_entry->revision);
    m_entry->changed.notify_all();
}

void Recording::started(int number)
{
    const std::scoped_lock lock(m_entry->mutex);
    auto *step = stepLocked(number);
    if (!step)
        return;
    step->state = "running";
    step->started = timeText(nowNs());
    m_begun[number] = steadyNs();
    touchLocked(number);
}

void Recording::missed(int number, const std::string &key, const std::string &why)
{
    m_ranSteps = true;
    const std::scoped_lock lock(m_entry->mutex);
    auto *step = stepLocked(number);
    if (!step)
        return;
    step->cacheKey = key;
    step->why = plainText(why, mostWhy);
    touchLocked(number);
    m_history.saveLocked(m_entry, m_entry->savePause); // an engine that is killed leaves what was saved last
}

void Recording::log(int number, std::string_view bytes)
{
    const std::scoped_lock lock(m_entry->mutex);
    auto *step = stepLocked(number);
    if (!step || bytes.empty())
        return;
    m_entry->makeFolder();
    auto &log = m_logs.try_emplace(number, m_entry->logPath(number)).first->second;
    log.write(bytes, m_allowance);
    step->logBytes = log.size();
    step->logLeftOut = log.leftOut();
    ++m_entry->revision;
    m_entry->changed.notify_all();
}

void Recording::endLocked(api::BuildStep &step, const std::string &state)
{
    const int number = static_cast<int>(step.number);
    if (const auto log = m_logs.find(number); log != m_logs.end()) {
        log->second.end();
        step.logBytes = log->second.size();
        step.logLeftOut = log->second.leftOut();
        m_logs.erase(log);
    }
    if (const auto begun = m_begun.find(number); begun != m_begun.end()) {
        step.ended = timeText(nowNs());
        step.duration = steadyNs() - begun->second;
        m_begun.erase(begun);
    }
    step.state = state;
    auto &record = m_entry->record;
    ++record.endedSteps;
    if (state == "cached")
        ++record.cachedSteps;
    touchLocked(number);
}

// False: it is too much. What the writer has not got to yet is bounded like the file.
bool Recording::keepLocked(int number, const StepState &state)
{
    std::size_t bytes = state.document.size() + state.layers.size() * sizeof(images::LayerRecord);
    for (const auto &argument : state.arguments)
        bytes += argument.size();
    if (m_entry->newStateBytes + bytes > StepStates::mostBytes)
        return false;
    m_entry->newStateBytes += bytes;
    m_entry->newStates.emplace_back(number, state);
    return true;
}

void Recording::ended(int number, const StepEnd &end, const StepState *state)
{
    const std::scoped_lock lock(m_entry->mutex);
    auto *step = stepLocked(number);
    if (!step || hasEnded(*step))
        return;
    if (!end.key.empty())
        step->cacheKey = end.key;
    step->base = end.base;
    step->layer = end.layer;
    step->size = end.size;
    step->enterable = state && !state->layers.empty() && keepLocked(number, *state);
    endLocked(*step, end.cached ? "cached" : "done");
}

void Recording::hold(int number, const StepState &state, bool changed)
{
    {
        const std::scoped_lock lock(m_entry->mutex);
        auto *step = stepLocked(number);
        if (!step || !keepLocked(number, state))
            return;
        m_entry->held.clear();
        for (const auto &layer : state.layers)
            m_entry->held.push_back(layer.id);
        if (changed) {
            step->layer = state.layers.back().id;
            step->size = static_cast<std::int64_t>(state.layers.back().size);
        }
        step->enterable = true;
    }
    m_history.limitFailures(*m_entry);
}

void Recording::failed(int number, const Error &error, int exitCode)
{
    const std::scoped_lock lock(m_entry->mutex);
    auto *step = stepLocked(number);
    if (!step || hasEnded(*step))
        return;
    const bool cancelled = error.kind == ErrorKind::Cancelled;
    if (!cancelled) {
        step->error = plainText(error.message, mostError);
        step->exitCode = exitCode;
    }
    endLocked(*step, cancelled ? "cancelled" : "failed");
}

void Recording::finishLocked(const std::string &state)
{
    auto &record = m_entry->record;
    for (auto &step : record.steps)
        if (!hasEnded(step)) {
            endLocked(step, "cancelled");
            --record.endedSteps; // it has not come to its end
        }
    record.state = state;
    record.ended = timeText(nowNs());
    record.duration = steadyNs() - m_begin;
    m_entry->over = true;
    m_entry->buildRevision = ++m_entry->revision;
    m_history.saveLocked(m_entry, m_ranSteps ? Writer::Clock::duration() : History::quickBuild);
    m_entry->changed.notify_all();
}

void Recording::finish(const std::string &image)
{
    api::BuildRecord record;
    {
        const std::scoped_lock lock(m_entry->mutex);
        m_entry->record.image = image;
        finishLocked("done");
        record = m_entry->record;
    }
    m_history.announce(record, "end");
}

void Recording::finish(const Error &error, int exitCode)
{
    api::BuildRecord record;
    {
        const std::scoped_lock lock(m_entry->mutex);
        const bool cancelled = error.kind == ErrorKind::Cancelled;
        if (!cancelled) {
            m_entry->record.error = plainText(error.message, mostError);
            m_entry->record.exitCode = exitCode;
        }
        finishLocked(cancelled ? "cancelled" : "failed");
        record = m_entry->record;
    }
    m_history.announce(record, "end");
}

} // namespace quayside::build
