// Who is at the other end of a local socket.
#pragma once

#include "engine/access/access.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <memory>

namespace quayside::server
{

struct Client {
    access::Peer peer;
    std::shared_ptr<const Fd> process; // its pidfd, whatever becomes of the number; none before Linux 6.5
};

// Credentials as of connect(2): SO_PEERCRED, SO_PEERGROUPS (socket(7)). Forbidden where the peer lives in
// another pid or user namespace than this process: its ids would not mean what they mean here. SO_PEERPIDFD
// (Linux 6.5) guards against a pid that is somebody else's by now; older kernels leave a window of a few
// microseconds.
Result<Client> clientOf(int socket);

} // namespace quayside::server
