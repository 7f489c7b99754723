// Who may do what (security.md §1): pure policy, no system calls. A request that has been decoded and the
// peer that sent it go in; allowed, or an error that names the option, comes out.
#pragma once

#include "engine/api/types/container.h"
#include "engine/base/result.h"

#include <cstdint>
#include <vector>

namespace quayside::access
{

// Taken once, at connect (SO_PEERCRED, SO_PEERGROUPS, SO_PEERPIDFD).
struct Peer {
    std::int32_t pid = 0;
    std::uint32_t uid = 0, gid = 0;
    std::vector<std::uint32_t> groups;
    [[nodiscard]] bool isRoot() const { return uid == 0; }
};

// May this peer create this container? Root: yes. Others: Forbidden where it asks for more than the table's
// first row.
Result<> mayCreateContainer(const Peer &peer, const api::ContainerCreateRequest &request);
// May this peer see or manage an object of `owner`? A stranger's object does not exist for it: NotFound is
// the caller's.
bool maySee(const Peer &peer, std::uint32_t owner);
// May this peer run and look into a container that its owner has handed over to `delegates` (uids)? More than
// that, its removal above all, takes maySee().
bool mayUse(const Peer &peer, std::uint32_t owner, const std::vector<std::uint32_t> &delegates);
Result<> mayExec(const Peer &peer, const api::ExecCreateRequest &request);

} // namespace quayside::access
