// What the stage and CRIU say to each other: `criu swrk`, one packet of protocol buffers a message on a
// SOCK_SEQPACKET pair. Source: images/rpc.proto of CRIU, https://criu.org/RPC.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/types.h>

namespace quayside::stage::criu
{

struct Restore {
    int images = -1;  // open in the process that made the socket pair
    std::string root; // in the mount namespace of the new processes
    // Descriptors of CRIU's for what it calls "pipe:[1234]", "file[18:3]".
    std::vector<std::pair<std::string, int>> inherited;
    std::vector<std::string> external; // "mnt[/proc]:/etc/3"
};
inline constexpr const char *logName = "restore.log"; // in the folder of the images

std::string restoreRequest(const Restore &restore);
// To a Notify: CRIU waits for it.
std::string goOn();

struct Answer {
    enum class Kind : std::uint8_t { Notify, Restored, Other };
    Kind kind = Kind::Other;
    bool success = false;
    std::string script; // Notify: where CRIU is
    pid_t pid = 0;      // of the first process, where it is there
};
// Its first process and its namespaces are there, and empty.
inline constexpr std::string_view namespacesMade = "setup-namespaces";

// InvalidArgument: these bytes are no answer.
Result<Answer> parseAnswer(std::string_view bytes);

} // namespace quayside::stage::criu
