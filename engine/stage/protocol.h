// What quayside-stage and the engine say to each other.
//
// quayside-stage is started with no arguments to launch (plan: LaunchPlan) and with the one argument "exec"
// to run one more command (plan: ExecPlan); from a sealed memfd copy of its file, argv[0] free. Its
// descriptors:
//   0, 1, 2       the stage's own; 2 is where it reports what it cannot tell the engine
//   3             the plan: a memfd sealed with F_SEAL_WRITE|F_SEAL_GROW|F_SEAL_SHRINK, encoded by
//   plan/codec.h 4 …           the slots (plan/slots.h), in order: slot s is descriptor firstSlot + s
// Environment: none is needed. The stage calls setsid() itself and ignores its parent's death.
//
// One SOCK_SEQPACKET unix socket, one message a packet, descriptors as SCM_RIGHTS. At launch it is the
// socketpair whose far end is LaunchPlan::control. A new engine connects to RecordPlan::socketPath
// instead and gets a Hello at once. The latest engine to connect wins; the stage lives on without one.
//
//   stage → engine   Created {pid}            + pidfd, + net namespace (where it is new): set the network up
//   now engine → stage   Proceed                  the network is there (sent also where there is none to set
//   up) stage → engine   Started {pid, startTime} + pidfd, + stdin writer or pty master (where there is one):
//   execve worked;
//                                             text: warnings, one a line (a limit that could not be raised,
//                                             …)
//   stage → engine   Failed {errorKind, errnum, text}  nothing runs; the stage exits and leaves nothing
//   behind stage → engine   Hello  {pid, startTime, running} + the same descriptors as Started: answer to a
//   reconnect engine → stage   CloseInput               close the stage's own stdin writer (StdinOnce; the
//   engine closes its copy) stage → engine   Ended  {exitCode, oom}   after the exit record is on disk stage
//   hangs up                            after Ended
//
// If the engine vanishes before Proceed, the stage kills the child and exits: the launch never happened.
//
// A held launch (LaunchPlan::hold) waits before each of its steps (isolation/plan/steps.h):
//   stage → engine   Step {running: number of the step, text: StepTimes}   and waits for
//   engine → stage   Next                     The step of the process that comes first also waits for the
//   network: there is no Proceed. Before each Step, and before Started and Failed, come
//   stage → engine   Calls {text}             lines of stage/notes.h, where the plan has noteCalls
// Every launch says Times {text: StepTimes} before Started or Failed.
//
// exec: no Created and Proceed; Started or Failed, then Ended, then the stage hangs up. There is no exit
// record, and the command runs on where the engine vanishes.
//
// Failed.errorKind is NoCommand (docker's 127) or CannotRun (126) for what is wrong with the command, with
// docker's wording: exec: "foo": executable file not found in $PATH. exitCode is 128 + n for a command that
// died by signal n.
//
// The exit record, <state folder>/exit, is written by rename and is text, one "key value" a line:
//   code 137\nsignal 9\noom 0\nstarted 1700000000.000000000\nfinished 1700000001.000000000\n
// The log is complete before the record appears. started/finished are UTC seconds and nanoseconds.
#pragma once

#include <cstdint>
#include <string>

namespace quayside::stage
{

enum class MessageKind : std::uint32_t {
    Created = 1,
    Proceed,
    Started,
    Failed,
    Hello,
    CloseInput,
    Ended,
    Step,
    Next,
    Calls,
    Times,
};

inline constexpr std::size_t maxMessageText = 4096;

// Fixed part of each packet, native byte order (both ends come from one build); the text follows it.
struct Message {
    MessageKind kind = MessageKind::Created;
    std::int32_t pid = 0;
    std::uint64_t startTime = 0; // field 22 of /proc/PID/stat: with pid, an identity
    std::uint32_t running = 0;   // Step: its number
    std::uint32_t errorKind = 0; // ErrorKind of Failed
    std::int32_t errnum = 0;
    std::uint32_t textLength = 0; // bytes that follow, at most maxMessageText
    std::int32_t exitCode = 0;    // Ended
    std::uint32_t oom = 0;        // Ended: the cgroup's oom_kill counter rose while it ran
};

inline constexpr const char *exitRecordName = "exit";

} // namespace quayside::stage
