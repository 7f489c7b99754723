// A container for tests of the stage and of isolation: a root file system of the distribution's static
// busybox, a plan as the engine would make it, and a stage that carries it out. Needs root.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/isolation/cgroups/prepare.h"
#include "engine/isolation/namespaces/prepare.h"
#include "engine/isolation/plan/launchplan.h"
#include "engine/isolation/plan/slots.h"
#include "engine/logs/reader.h"
#include "engine/stage/exitrecord.h"
#include "engine/stage/message.h"
#include "tests/fakes/temproot.h"

#include <memory>
#include <string>
#include <vector>

#include <sys/types.h>

namespace quayside::test
{

inline constexpr std::uint32_t firstTestId = 1'000'000;

// Starts the stage program from a sealed memfd with a plan and its slots. Returns the stage's pid.
pid_t spawnStage(const std::string &mode, const std::string &encodedPlan, const isolation::Slots &slots);
void waitForStage(pid_t stage);

class Container
{
public:
    Container();
    ~Container(); // kills what still runs

    isolation::LaunchPlan plan; // with defaults; change it before start()
    isolation::Slots slots;
    std::unique_ptr<isolation::namespaces::IdMaps> idMaps;
    std::unique_ptr<isolation::cgroups::Cgroups> cgroups;
    isolation::cgroups::Limits limits{.pids = 2048, .devices = isolation::cgroups::defaultDevices()};

    [[nodiscard]] std::string path(const std::string &below) const { return m_root.path() + "/" + below; }
    // A shell command as the container's: plan.process.argv.
    void command(const std::string &script) { plan.process.argv = {"/bin/sh", "-c", script}; }

    // Starts the stage, with Proceed as an engine without a network would; an error is what Failed said.
    Result<> start();
    // Waits for Ended and for the stage; the exit record from disk.
    stage::ExitRecord wait();
    // All of the log's text so far: of both streams, or of one.
    std::string log();
    std::string log(logs::Source stream);
    // start() and wait(): the log of a script that must end with 0, else what happened instead.
    std::string output(const std::string &script);

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] pid_t stagePid() const { return m_stage; }
    [[nodiscard]] int pidfd() const { return m_pidfd.get(); }
    [[nodiscard]] int input() const { return m_input.get(); } // stdin writer or pty master
    void closeInput();                                        // with CloseInput
    Fd control;                                               // the engine's end
    std::string warnings;
    bool proceed = true; // false: hang up when the stage says Created
    void hangUp() { control.reset(); }
    Result<stage::Packet> reconnect();
    void kill(int signal);

    // One more command: its exit code, or the error; `text` gets stdout and stderr.
    Result<int> exec(const std::string &script, std::string &text, isolation::ProcessPlan process = {});

private:
    void makeRootFileSystem();
    Result<> finishPlan();
    Result<> converse();
    TempRoot m_root;
    Fd m_pidfd, m_input;
    pid_t m_pid = 0, m_stage = 0;
};

} // namespace quayside::test
