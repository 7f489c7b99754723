#include "engine/containers/launch/users.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <ranges>

namespace quayside::containers
{

namespace
{

using Fields = std::vector<std::string_view>;

Fields fieldsOf(std::string_view line, char separator)
{
    Fields fields;
    for (const auto part : std::views::split(line, separator))
        fields.emplace_back(part.begin(), part.end());
    return fields;
}

// A number of decimal digits, of any size: "99999999999" is a number that is out of range, not a name.
bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::uint32_t> idOf(std::string_view text)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

Result<std::uint32_t> checkedId(std::string_view text, std::string_view what)
{
    const auto id = idOf(text);
    if (!id || *id > maxContainerId)
        return fail(ErrorKind::InvalidArgument, "{} {} is out of range: a container has the ids 0 to {}",
                    what, text, maxContainerId);
    return *id;
}

struct PasswdLine {
    std::string_view name, home;
    std::uint32_t uid, gid;
};

std::optional<PasswdLine> findUser(std::string_view passwd,
                                   const std::function<bool(const PasswdLine &)> &wanted)
{
    for (const auto line : std::views::split(passwd, '\n')) {
        const auto fields = fieldsOf({line.begin(), line.end()}, ':');
        if (fields.size() < 6 || fields[0].empty())
            continue;
        const auto uid = idOf(fields[2]), gid = idOf(fields[3]);
        if (!uid || !gid)
            continue;
        const PasswdLine one{fields[0], fields[5], *uid, *gid};
        if (wanted(one))
            return one;
    }
    return std::nullopt;
}

struct GroupLine {
    std::string_view name, members;
    std::uint32_t gid;
};

void eachGroup(std::string_view group, const std::function<void(const GroupLine &)> &found)
{
    for (const auto line : std::views::split(group, '\n')) {
        const auto fields = fieldsOf({line.begin(), line.end()}, ':');
        if (fields.size() < 3 || fields[0].empty())
            continue;
        if (const auto gid = idOf(fields[2]))
            found({fields[0], fields.size() > 3 ? fields[3] : std::string_view(), *gid});
    }
}

std::optional<std::uint32_t> findGroup(std::string_view group, std::string_view name)
{
    std::optional<std::uint32_t> gid;
    eachGroup(group, [&](const GroupLine &line) {
        if (!gid && line.name == name)
            gid = line.gid;
    });
    return gid;
}

Result<std::uint32_t> resolveGroup(std::string_view wanted, std::string_view group)
{
    // A name that is all digits wins over the number, as in moby/sys/user.
    if (const auto gid = findGroup(group, wanted))
        return checkedId(std::to_string(*gid), "group");
    if (!isNumber(wanted))
        return fail(ErrorKind::InvalidArgument, "unable to find group {}: no matching entries in group file",
                    wanted);
    return checkedId(wanted, "group");
}

Result<> findPrimary(std::string_view wanted, std::string_view passwd, ResolvedUser &user,
                     std::string_view &name)
{
    auto line = findUser(passwd, [&](const PasswdLine &one) { return one.name == wanted; });
    if (!line && isNumber(wanted)) {
        TRY(user.uid, checkedId(wanted, "user"));
        line = findUser(passwd, [&](const PasswdLine &one) { return one.uid == user.uid; });
        if (!line)
            return {}; // a bare number: gid 0, home "/"
    }
    if (!line)
        return fail(ErrorKind::InvalidArgument, "unable to find user {}: no matching entries in passwd file",
                    wanted);
    TRY(user.uid, checkedId(std::to_string(line->uid), "user"));
    TRY(user.gid, checkedId(std::to_string(line->gid), "group"));
    if (!line->home.empty())
        user.home = line->home;
    name = line->name;
    return {};
}

} // namespace

Result<ResolvedUser> resolveUser(const std::string &given, const std::vector<std::string> &groupAdd,
                                 std::string_view passwd, std::string_view group)
{
    ResolvedUser user;
    const auto colon = given.find(':');
    const std::string wantedUser = given.substr(0, colon).empty() ? "0" : given.substr(0, colon);
    const std::string wantedGroup = colon == std::string::npos ? "" : given.substr(colon + 1);
    std::string_view name;
    CHECK(findPrimary(wantedUser, passwd, user, name));
    if (!wantedGroup.empty()) {
        TRY(user.gid, resolveGroup(wantedGroup, group));
    } else if (!name.empty()) {
        eachGroup(group, [&](const GroupLine &line) {
            const auto members = fieldsOf(line.members, ',');
            if (line.gid <= maxContainerId && std::ranges::find(members, name) != members.end())
                user.groups.push_back(line.gid);
        });
    }
    for (const auto &extra : groupAdd) {
        TRY(const auto gid, resolveGroup(extra, group));
        user.groups.push_back(gid);
    }
    // As Docker has it: a program that gives up its group must not lose what that group may not
    // (CVE-2022-36109).
    user.groups.push_back(user.gid);
    std::ranges::sort(user.groups);
    user.groups.erase(std::ranges::unique(user.groups).begin(), user.groups.end());
    return user;
}

} // namespace quayside::containers
