// How one launch went, or goes.
#pragma once

#include "engine/api/types/launch.h"
#include "engine/containers/launch/launcher.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers
{

class LaunchTrace : public LaunchObserver
{
public:
    LaunchTrace();
    void planned(const isolation::LaunchPlan &plan) override;
    void began(isolation::StepId step) override;
    void ended(isolation::StepId step) override;
    void told(const isolation::StepTimes &times) override;
    void called(std::string_view lines) override;
    void created(std::int32_t pid, const Fd &process) override;
    // `failed`: why; "": it has worked.
    void finish(const std::string &failed);

    // The state is done or failed where it is over, else running. Without number.
    [[nodiscard]] api::Launch view() const;
    [[nodiscard]] const std::vector<isolation::StepId> &steps() const { return m_steps; }
    // Of a step of the plan: its index; -1: the plan has none.
    [[nodiscard]] int indexOf(isolation::StepId step) const;

private:
    void addCalls(std::vector<api::LaunchStep> &steps) const;

    const std::int64_t m_startedUtc, m_started; // ns; the latter of CLOCK_MONOTONIC
    std::int64_t m_finished = 0;
    std::string m_failed;
    std::int32_t m_pid = 0;
    isolation::LaunchPlan m_plan;
    std::vector<isolation::StepId> m_steps;
    isolation::StepTimes m_times{};
    std::string m_calls;
};

} // namespace quayside::containers
