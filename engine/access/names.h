// Names belong to users (docs/adr/009): which object is meant where several users have one of the name. Pure.
#pragma once

#include "engine/access/access.h"

#include <string>
#include <string_view>

namespace quayside::access
{

struct Owned {
    std::string id;
    std::uint32_t owner = 0; // uid
};
// Of `seen`, all objects of the name that the peer may see: the peer's own, else the only one; null where
// there is none. InvalidArgument, with the ids and whose they are, where several users have one: only root
// can be asked that.
Result<const Owned *> theOneMeant(const Peer &peer, std::string_view what, std::string_view name,
                                  const std::vector<Owned> &seen);

} // namespace quayside::access
