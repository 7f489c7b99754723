// From a plan to a running command: the talk with the engine and with the new process, up to Started.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/steps.h"
#include "engine/stage/birth.h"
#include "engine/stage/stdio.h"

#include <cstdint>
#include <optional>
#include <string>

namespace quayside::stage
{

// What runs then.
struct Running {
    Cloned process;
    std::uint64_t startTime = 0; // field 22 of /proc/PID/stat
    std::int64_t startedNs = 0;  // UTC
    Stdio stdio;                 // our ends
    Fd terminal;                 // the pty's master
    Fd root;                     // the container's; only to be held
    std::string warnings;

    // What Started and Hello carry: pidfd, and where input goes.
    [[nodiscard]] std::vector<int> descriptors() const
    {
        const int input = terminal.valid() ? terminal.get() : stdio.inWriter.get();
        return input >= 0 ? std::vector{process.pidfd.get(), input} : std::vector{process.pidfd.get()};
    }
};

// A process that is killed and reaped with this object, unless it was taken out.
class Child
{
public:
    Child(Kernel &kernel, Cloned process) : m_kernel(&kernel), m_process(std::move(process)) {}
    Child(Child &&other) noexcept = default;
    Child &operator=(Child &&other) = delete;
    ~Child();
    [[nodiscard]] pid_t pid() const { return m_process.pid; }
    [[nodiscard]] int pidfd() const { return m_process.pidfd.get(); }
    Cloned take() { return std::move(m_process); }

private:
    Kernel *m_kernel;
    Cloned m_process;
};

// Does not return in the new process. `control`: the engine's socket.
Result<Running> launch(Kernel &kernel, const isolation::LaunchPlan &plan, int control);
// Created, to the engine: it sets the network up.
Result<> announce(const isolation::LaunchPlan &plan, const Child &child, int control);
// One more process in a running container.
Result<Running> launchExec(Kernel &kernel, const isolation::ExecPlan &plan);

// Waits for the process to say Started and for its execve. `terminal` gets the master that comes with
// Created.
class Progress
{
public:
    Progress(const Child &child, int link) : m_child(child), m_link(link) {}
    // One packet of the child's, or its end.
    Result<> receive();
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] bool running() const { return m_running; }
    // The step that the child of a held launch has asked for, once.
    std::optional<isolation::StepId> takeStep() { return std::exchange(m_step, std::nullopt); }
    // What came with Created.
    std::vector<Fd> takeDescriptors() { return std::move(m_descriptors); }

private:
    Result<> ended();
    const Child &m_child;
    int m_link;
    std::vector<Fd> m_descriptors;
    std::optional<isolation::StepId> m_step;
    bool m_ready = false, m_executing = false, m_running = false;
};

std::uint64_t startTimeOf(pid_t pid);
std::int64_t nowNs();

} // namespace quayside::stage
