// What quayside-stage and the engine say to each other.
//
// One SOCK_SEQPACKET unix socket, one message a packet, descriptors as SCM_RIGHTS. At launch it is the
// socketpair whose far end is LaunchPlan::control. A new engine connects to RecordPlan::socketPath
// instead and gets a Hello at once. The latest engine to connect wins; the stage lives on without one.
//
//   stage → engine   Created {pid}            + pidfd, + net namespace (where it is new): set the network up now
//   engine → stage   Proceed                  the network is there (sent also where there is none to set up)
//   stage → engine   Started {pid, startTime} + pidfd, + stdin writer or pty master (where there is one): execve worked
//   stage → engine   Failed {kind, errnum, message}  nothing runs; the stage exits and leaves nothing behind
//   stage → engine   Hello  {pid, startTime, running} + the same descriptors as Started: answer to a reconnect
//   stage hangs up                            after the exit record is on disk
//
// If the engine vanishes before Proceed, the stage kills the child and exits: the launch never happened.
//
// The exit record, <state folder>/exit, is written by rename and is text, one "key value" a line:
//   code 137\nsignal 9\noom 0\nstarted 1700000000.000000000\nfinished 1700000001.000000000\n
// The log is complete before the record appears. started/finished are UTC seconds and nanoseconds.
#pragma once

#include <cstdint>
#include <string>

namespace quayside::stage
{

enum class MessageKind : std::uint32_t { Created = 1, Proceed, Started, Failed, Hello };

inline constexpr std::size_t maxMessageText = 4096;

// Fixed part of each packet, native byte order (both ends come from one build); Failed's text follows it.
struct Message {
    MessageKind kind = MessageKind::Created;
    std::int32_t pid = 0;
    std::uint64_t startTime = 0; // field 22 of /proc/PID/stat: with pid, an identity
    std::uint32_t running = 0;
    std::uint32_t errorKind = 0; // ErrorKind of Failed
    std::int32_t errnum = 0;
    std::uint32_t textLength = 0;
};

inline constexpr const char *exitRecordName = "exit";

} // namespace quayside::stage
