#include "engine/access/users.h"

#include <charconv>
#include <vector>

#include <pwd.h>

namespace quayside::access
{

namespace
{

constexpr std::size_t longestName = 256; // LOGIN_NAME_MAX
constexpr std::size_t entryBytes = 64 * 1024;

} // namespace

Result<std::uint32_t> userNumber(const std::string &nameOrNumber)
{
    std::uint32_t uid = 0;
    const char *end = nameOrNumber.data() + nameOrNumber.size();
    const auto [stop, error] = std::from_chars(nameOrNumber.data(), end, uid);
    if (!nameOrNumber.empty() && stop == end && error == std::errc() &&
        uid != UINT32_MAX) // (uid_t)-1 is nobody
        return uid;
    std::vector<char> buffer(entryBytes);
    passwd entry{}, *found = nullptr;
    if (!nameOrNumber.empty() && nameOrNumber.size() <= longestName && !nameOrNumber.contains('\0'))
        ::getpwnam_r(nameOrNumber.c_str(), &entry, buffer.data(), buffer.size(), &found);
    if (found == nullptr)
        return fail(ErrorKind::InvalidArgument, "there is no user \"{}\" on this machine",
                    nameOrNumber.substr(0, longestName));
    return found->pw_uid;
}

std::string userName(std::uint32_t uid)
{
    std::vector<char> buffer(entryBytes);
    passwd entry{}, *found = nullptr;
    ::getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found);
    return found != nullptr ? std::string(found->pw_name) : std::to_string(uid);
}

} // namespace quayside::access
