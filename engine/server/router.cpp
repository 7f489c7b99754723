#include "engine/server/router.h"

#include "engine/api/types/system.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace quayside::server
{

namespace
{

std::vector<std::string> splitPattern(std::string_view pattern)
{
    std::vector<std::string> segments;
    while (!pattern.empty()) {
        pattern.remove_prefix(1);
        const std::size_t slash = pattern.find('/');
        segments.emplace_back(pattern.substr(0, slash));
        pattern = slash == std::string_view::npos ? std::string_view() : pattern.substr(slash);
    }
    return segments;
}

bool isParameter(std::string_view segment)
{
    return segment.starts_with('{') && segment.ends_with('}');
}

bool isGreedy(std::string_view segment)
{
    return isParameter(segment) && segment.ends_with(":*}");
}

std::string parameterName(std::string_view segment)
{
    return std::string(segment.substr(1, segment.size() - (isGreedy(segment) ? 4 : 2)));
}

std::string join(const std::vector<std::string> &segments, std::size_t from, std::size_t count)
{
    std::string joined = segments[from];
    for (std::size_t i = from + 1; i < from + count; ++i)
        joined += '/' + segments[i];
    return joined;
}

// One greedy parameter at most; it takes what the other segments leave, at least one.
std::optional<std::map<std::string, std::string>> fit(const std::vector<std::string> &pattern,
                                                      const std::vector<std::string> &segments)
{
    const bool greedy = std::ranges::any_of(pattern, isGreedy);
    if (greedy ? segments.size() < pattern.size() : segments.size() != pattern.size())
        return std::nullopt;
    std::map<std::string, std::string> parameters;
    std::size_t at = 0;
    for (const std::string &part : pattern) {
        const std::size_t taken = isGreedy(part) ? segments.size() - pattern.size() + 1 : 1;
        if (!isParameter(part) ? part != segments[at] : segments[at].empty())
            return std::nullopt;
        if (isParameter(part))
            parameters[parameterName(part)] = join(segments, at, taken);
        at += taken;
    }
    return parameters;
}

} // namespace

void Router::add(Routes routes)
{
    for (Route &route : routes) {
        Entry entry{.route = std::move(route)};
        entry.pattern = splitPattern(entry.route.pattern);
        entry.literals =
            static_cast<std::size_t>(std::ranges::count_if(entry.pattern, std::not_fn(isParameter)));
        m_entries.push_back(std::move(entry));
    }
    std::ranges::stable_sort(m_entries, std::ranges::greater(), &Entry::literals);
}

Result<Router::Match> Router::match(std::string_view method, const std::vector<std::string> &segments) const
{
    for (const Entry &entry : m_entries) {
        if (entry.route.method != method)
            continue;
        if (auto parameters = fit(entry.pattern, segments))
            return Match{&entry.route, *std::move(parameters)};
    }
    return fail(ErrorKind::NotFound, "page not found");
}

Result<VersionedPath> splitVersion(std::string_view path)
{
    const VersionedPath plain{api::maxApiMinor, path};
    if (!path.starts_with("/v"))
        return plain;
    const std::size_t end = path.find('/', 1);
    const std::string_view version = path.substr(2, end == std::string_view::npos ? end : end - 2);
    if (version.empty() || version.find_first_not_of("0123456789.") != std::string_view::npos ||
        end == std::string_view::npos)
        return plain; // "/volumes", "/version"
    int major = 0, minor = 0;
    const char *last = version.data() + version.size();
    const auto first = std::from_chars(version.data(), last, major);
    const auto second = first.ptr != last && *first.ptr == '.'
                            ? std::from_chars(first.ptr + 1, last, minor)
                            : std::from_chars_result{last, std::errc::invalid_argument};
    if (first.ec != std::errc() || second.ec != std::errc() || second.ptr != last)
        return fail(ErrorKind::InvalidArgument, "invalid API version \"{}\" in the path", version);
    if (major < 1 || (major == 1 && minor < api::minApiMinor))
        return fail(
            ErrorKind::InvalidArgument,
            "client version {} is too old. Minimum supported API version is 1.{}, please upgrade your client "
            "to a newer version",
            version, api::minApiMinor);
    if (major > 1 || minor > api::maxApiMinor)
        return fail(ErrorKind::InvalidArgument,
                    "client version {} is too new. Maximum supported API version is 1.{}", version,
                    api::maxApiMinor);
    return VersionedPath{minor, path.substr(end)};
}

} // namespace quayside::server
