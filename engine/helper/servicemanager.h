// What systemd and its like say to a service and want to hear, without libsystemd.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <string>

namespace quayside::helper
{

// sd_notify(3): "READY=1", "STOPPING=1" to the socket of $NOTIFY_SOCKET. Nothing happens where there is none.
Result<> notifyServiceManager(const std::string &state);

// sd_listen_fds(3): the listening socket that the service manager opened for us ($LISTEN_FDS, $LISTEN_PID;
// descriptor 3), or an invalid one. The variables are removed, so that no child takes them for its own.
// InvalidArgument where what was given is not one listening stream socket.
Result<Fd> takeListeningSocket();

} // namespace quayside::helper
