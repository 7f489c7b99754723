// What a launch notes of itself: when each step began and ended, and, where the plan wants it, every call. In
// memory that the stage shares with the process that it makes, until that one becomes the command: noting
// takes no call of its own, and what was noted is there also where the process dies.
#pragma once

#include "engine/base/result.h"
#include "engine/isolation/plan/steps.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace quayside::stage
{

inline constexpr std::size_t notedBytes = 32 * 1024; // of calls that have not been taken

std::int64_t monotonicNs();

class Notes
{
public:
    static Result<Notes> make();

    void begin(isolation::StepId step);
    void end(isolation::StepId step);
    // "step start end result\tcall\n", with the step that was begun last. The last line says so where the
    // memory is full. `end` 0: it does not return.
    void add(std::string_view call, std::string_view result, std::int64_t start, std::int64_t end);

    [[nodiscard]] const isolation::StepTimes &times() const;
    // The next lines, as many as one packet takes; empty: there are no more, and the memory is free again.
    // For the stage, while the process waits.
    [[nodiscard]] std::string takeLines();

private:
    struct Shared;
    struct Unmap {
        void operator()(Shared *shared) const;
    };
    explicit Notes(Shared *shared) : m_shared(shared) {}
    std::unique_ptr<Shared, Unmap> m_shared;
    std::uint32_t m_taken = 0;
};

// Runs the steps of a launch: each is timed, and, where the launch is held, not begun before it may be.
class Steps
{
public:
    using Ask = std::function<Result<>(isolation::StepId)>;
    Steps(Notes &notes, Ask ask) : m_notes(notes), m_ask(std::move(ask)) {}
    [[nodiscard]] bool held() const { return static_cast<bool>(m_ask); }
    Result<> begin(isolation::StepId step)
    {
        if (m_ask)
            CHECK(m_ask(step));
        m_notes.begin(step);
        return {};
    }
    void end(isolation::StepId step) { m_notes.end(step); }
    Result<> run(isolation::StepId step, const std::function<Result<>()> &work)
    {
        CHECK(begin(step));
        auto done = work();
        end(step);
        return done;
    }
    // A call that is not one of the Kernel's and does not return.
    void note(std::string_view call) { m_notes.add(call, "", monotonicNs(), 0); }

private:
    Notes &m_notes;
    Ask m_ask;
};

} // namespace quayside::stage
