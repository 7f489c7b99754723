#include "engine/containers/state/idranges.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <fstream>
#include <iterator>
#include <pwd.h>
#include <ranges>
#include <sstream>
#include <sys/stat.h>

namespace quayside::containers
{

namespace
{

constexpr std::uint64_t firstReserved = 0x70000000, endReserved = 0x7ffe0000; // below systemd's foreign ids
constexpr const char *kind = "idrange";

std::string contentOf(const std::string &path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}}; // one that is missing is an empty one
}

// Tells whether any of the files was changed or replaced.
std::string stampOf(std::initializer_list<const char *> paths)
{
    std::string stamp;
    for (const char *path : paths) {
        struct stat status{};
        if (::stat(path, &status) == 0)
            stamp += std::format("{}:{}.{}:{} ", status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                                 status.st_size);
        else
            stamp += "- ";
    }
    return stamp;
}

template <typename Number>
bool toNumber(std::string_view text, Number &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

std::vector<std::string> fieldsOf(std::string_view line)
{
    std::vector<std::string> fields;
    for (const auto field : std::views::split(line, ':'))
        fields.emplace_back(field.begin(), field.end());
    return fields;
}

bool overlap(std::uint64_t first, std::uint64_t count, std::uint64_t otherFirst, std::uint64_t otherCount)
{
    return first < otherFirst + otherCount && otherFirst < first + count;
}

// Third field of each line of passwd(5) and group(5).
std::vector<std::uint64_t> idsIn(const std::string &path)
{
    std::vector<std::uint64_t> ids;
    std::istringstream lines(contentOf(path));
    for (std::string line; std::getline(lines, line);) {
        const auto fields = fieldsOf(line);
        std::uint64_t id = 0;
        if (fields.size() >= 3 && toNumber(std::string_view(fields[2]), id))
            ids.push_back(id);
    }
    return ids;
}

std::string nameOf(std::uint32_t uid)
{
    std::vector<char> buffer(16384);
    passwd entry{}, *found = nullptr;
    if (::getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) != 0 || !found)
        return {};
    return found->pw_name;
}

bool belongs(const SubordinateRange &range, std::uint32_t uid, const std::string &name)
{
    std::uint32_t number = 0;
    return (!name.empty() && range.owner == name) ||
           (toNumber(std::string_view(range.owner), number) && number == uid);
}

} // namespace

std::vector<SubordinateRange> parseSubordinateIds(std::string_view text)
{
    std::vector<SubordinateRange> ranges;
    for (const auto part : std::views::split(text, '\n')) {
        const auto fields = fieldsOf(std::string_view(part.begin(), part.end()));
        SubordinateRange range;
        if (fields.size() != 3 || fields[0].empty() || !toNumber(std::string_view(fields[1]), range.first) ||
            !toNumber(std::string_view(fields[2]), range.count) || range.first > UINT32_MAX ||
            range.count > UINT32_MAX || range.count == 0)
            continue;
        range.owner = fields[0];
        ranges.push_back(std::move(range));
    }
    return ranges;
}

Result<std::unique_ptr<IdRanges>> IdRanges::open(Records &records, Files files)
{
    std::unique_ptr<IdRanges> ranges(new IdRanges(records, std::move(files)));
    TRY(const auto known, records.all(kind));
    for (const auto &[id, document] : known) {
        std::uint32_t uid = 0, first = 0;
        if (!toNumber(std::string_view(id), uid) || !toNumber(std::string_view(document), first))
            return fail(ErrorKind::Internal, "the id range of user {} is damaged in the records", id);
        ranges->m_reserved[uid] = first;
    }
    return ranges;
}

Result<std::uint32_t> IdRanges::firstIdOf(std::uint32_t uid)
{
    const std::string stamp = stampOf(
        {m_files.subuid.c_str(), m_files.subgid.c_str(), m_files.passwd.c_str(), m_files.group.c_str()});
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_known.find(uid); stamp == m_stamp && known != m_known.end())
            return known->second;
    }
    TRY(const auto first, lookUp(uid));
    const std::scoped_lock lock(m_mutex);
    if (stamp != m_stamp)
        m_known.clear();
    m_stamp = stamp;
    m_known[uid] = first;
    return first;
}

Result<std::uint32_t> IdRanges::lookUp(std::uint32_t uid)
{
    const auto uids = parseSubordinateIds(contentOf(m_files.subuid));
    const auto gids = parseSubordinateIds(contentOf(m_files.subgid));
    const std::string name = nameOf(uid);
    auto users = idsIn(m_files.passwd);
    std::ranges::copy(idsIn(m_files.group), std::back_inserter(users));
    for (const auto &range : uids) {
        // A range that holds real users is an administrator's slip: it must not hand their files to
        // containers.
        const bool usable =
            belongs(range, uid, name) && range.count >= idsPerUser && range.first >= idsPerUser &&
            range.first + idsPerUser <= UINT32_MAX &&
            std::ranges::none_of(users, [&](auto id) { return overlap(range.first, idsPerUser, id, 1); });
        const bool alsoGroups = std::ranges::any_of(gids, [&](const auto &other) {
            return belongs(other, uid, name) && other.first <= range.first &&
                   other.first + other.count >= range.first + idsPerUser;
        });
        if (usable && alsoGroups)
            return static_cast<std::uint32_t>(range.first);
    }
    auto others = uids;
    std::ranges::copy(gids, std::back_inserter(others));
    for (const auto id : users)
        others.push_back({{}, id, 1});
    return reserve(uid, others);
}

Result<std::uint32_t> IdRanges::reserve(std::uint32_t uid, const std::vector<SubordinateRange> &others)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto known = m_reserved.find(uid); known != m_reserved.end())
        return known->second;
    for (std::uint64_t first = firstReserved; first + idsPerUser <= endReserved; first += idsPerUser) {
        const bool taken =
            std::ranges::any_of(m_reserved, [&](const auto &one) { return one.second == first; }) ||
            std::ranges::any_of(others,
                                [&](const auto &o) { return overlap(first, idsPerUser, o.first, o.count); });
        if (taken)
            continue;
        CHECK(m_records.put(kind, std::to_string(uid), std::to_string(first)));
        m_reserved[uid] = static_cast<std::uint32_t>(first);
        return static_cast<std::uint32_t>(first);
    }
    return fail(ErrorKind::Unavailable,
                "no 65,536 free user ids are left for the containers of user {}: give the "
                "user a line in /etc/subuid and /etc/subgid",
                uid);
}

} // namespace quayside::containers
