#include "engine/access/names.h"

#include <algorithm>
#include <format>

namespace quayside::access
{

Result<const Owned *> theOneMeant(const Peer &peer, std::string_view what, std::string_view name,
                                  const std::vector<Owned> &seen)
{
    const auto own = std::ranges::find(seen, peer.uid, &Owned::owner);
    if (own != seen.end())
        return &*own;
    if (seen.size() < 2)
        return seen.empty() ? nullptr : &seen.front();
    std::string list;
    for (const auto &one : seen)
        list += std::format("{}{} of user {}", list.empty() ? "" : ", ", one.id, one.owner);
    return fail(ErrorKind::InvalidArgument,
                "several users have a {} {}: give the id of the one that is meant ({})", what, name, list);
}

} // namespace quayside::access
