// Names of users and groups for those who read a listing: by the passwd(5) and group(5) in sight, never by
// the host's.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers::files
{

// The texts of the Names packets. Files that are not there, are no regular files or are longer than 1 MiB
// name nobody.
std::vector<std::string> namesOf(int root, const std::set<std::uint32_t> &uids,
                                 const std::set<std::uint32_t> &gids);

// "u1000:www\0" for each of `ids` that a line "www:x:1000:…" names; the first line wins. `kind`: 'u' or 'g'.
std::vector<std::string> namesIn(std::string_view lines, char kind, std::set<std::uint32_t> ids);

} // namespace quayside::containers::files
