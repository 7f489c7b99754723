// What systemd and its like say to a service and want to hear, without libsystemd.
#pragma once

#include "engine/base/result.h"

#include <string>

namespace quayside::helper
{

// sd_notify(3): "READY=1", "STOPPING=1" to the socket of $NOTIFY_SOCKET. Nothing happens where there is none.
Result<> notifyServiceManager(const std::string &state);

} // namespace quayside::helper
