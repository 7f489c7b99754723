// USER of an image or of --user, looked up in the image's own passwd(5) and group(5): never with the host's
// NSS.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers
{

struct ResolvedUser {
    std::uint32_t uid = 0, gid = 0;
    std::vector<std::uint32_t> groups; // supplementary, without doubles, sorted; `gid` is one of them
    std::string home = "/";            // from passwd
};

inline constexpr std::uint32_t maxContainerId = 65535; // ids that a container's user namespace has

// `user`: "", "name", "uid", "name:group", "uid:gid" …; `groupAdd`: names or numbers (--group-add). `passwd`
// and `group`: the files' content, "" where there is none. Malformed lines are passed over. As moby/sys/user
// does: a name that no line has is an error in Docker's words, a number need not be in passwd; out of range
// is refused. Supplementary groups are those that list the user, unless a group was given.
Result<ResolvedUser> resolveUser(const std::string &user, const std::vector<std::string> &groupAdd,
                                 std::string_view passwd, std::string_view group);

} // namespace quayside::containers
