#include "engine/build/context/sourcepath.h"

#include "engine/base/pathparts.h"
#include "engine/build/context/wildcard.h"

#include <algorithm>
#include <deque>
#include <functional>

namespace quayside::build
{
namespace
{

constexpr std::size_t maxParts = 1024;
constexpr std::size_t maxVisited = 1'000'000; // each ** multiplies them

// Goes down a pattern's parts, one folder after the other.
class Matcher
{
public:
    Matcher(SourceReader &reader, const SourcePattern &pattern, const dockerfile::IgnorePatterns &ignore)
        : m_reader(reader), m_pattern(pattern), m_ignore(ignore)
    {
    }

    Result<> match(const std::string &path, std::size_t at, std::size_t pivot)
    {
        if (at == m_pattern.pivot)
            pivot = path.empty() ? 0 : path.size() + 1;
        if (at == m_pattern.parts.size()) {
            m_found.push_back({path, std::min(pivot, path.size())});
            return {};
        }
        const std::string &part = m_pattern.parts[at];
        if (m_pattern.parents && part == "**")
            return deep(path, at, pivot);
        if (!hasWildcard(part))
            return plain(below(path, part), at + 1, pivot);
        return each(path, [&](const SourceEntry &entry, const std::string &full) -> Result<> {
            TRY(const bool matches, matchesWildcard(part, entry.name));
            const bool last = at + 1 == m_pattern.parts.size();
            if (!matches || (!last && !S_ISDIR(entry.status.st_mode)) || (last && hidden(entry, full)))
                return {};
            return match(full, at + 1, pivot);
        });
    }

    std::vector<FoundPath> take()
    {
        std::ranges::sort(m_found, {}, &FoundPath::path);
        const auto twice =
            std::ranges::unique(m_found, {}, &FoundPath::path); // a/**/** finds a file in two ways
        m_found.erase(twice.begin(), twice.end());
        return std::move(m_found);
    }

private:
    // Behind a wildcard what does not exist is no match; a path without any is told of later.
    Result<> plain(const std::string &path, std::size_t next, std::size_t pivot)
    {
        if (m_wild) {
            const auto there = m_reader.look(path);
            if (!there && there.error().errnum == EACCES)
                return std::unexpected(there.error()); // to pass it over would make another image
            if (!there)
                return {};
        }
        return match(path, next, pivot);
    }

    // "**": this folder and all below it.
    Result<> deep(const std::string &path, std::size_t at, std::size_t pivot)
    {
        m_wild = true;
        if (at + 1 < m_pattern.parts.size())
            CHECK(match(path, at + 1, pivot));
        return each(path, [&](const SourceEntry &entry, const std::string &full) -> Result<> {
            const bool folder = S_ISDIR(entry.status.st_mode);
            if (at + 1 == m_pattern.parts.size() && !folder && !hidden(entry, full))
                m_found.push_back({full, std::min(pivot, full.size())});
            return folder ? deep(full, at, pivot) : Result<>();
        });
    }

    Result<> each(const std::string &path,
                  const std::function<Result<>(const SourceEntry &, const std::string &)> &act)
    {
        m_wild = true;
        if (++m_visited > maxVisited)
            return fail(ErrorKind::TooLarge, "a pattern looks into more than {} folders: use fewer **",
                        maxVisited);
        auto entries = m_reader.list(path);
        if (!entries && (entries.error().kind == ErrorKind::NotFound || entries.error().errnum == ENOTDIR) &&
            entries.error().errnum != EACCES)
            return {};
        TRY(const auto there, std::move(entries));
        for (const SourceEntry &entry : there)
            CHECK(act(entry, below(path, entry.name)));
        return {};
    }

    [[nodiscard]] bool hidden(const SourceEntry &entry, const std::string &path) const
    {
        return m_ignore.ignored(path) && !(S_ISDIR(entry.status.st_mode) && m_ignore.mayReachBelow(path));
    }

    SourceReader &m_reader;
    const SourcePattern &m_pattern;
    const dockerfile::IgnorePatterns &m_ignore;
    std::vector<FoundPath> m_found;
    std::size_t m_visited = 0;
    bool m_wild = false;
};

} // namespace

std::string below(const std::string &folder, const std::string &name)
{
    return folder.empty() ? name : folder + "/" + name;
}

std::string lastPart(const std::string &path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string folderPart(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

Result<SourcePattern> parseSourcePath(std::string_view text, bool parents)
{
    if (text.find('\0') != std::string_view::npos)
        return fail(ErrorKind::InvalidArgument, "a path may not contain a zero byte");
    std::deque<std::string> parts;
    splitInto(parts, text);
    SourcePattern pattern{.parents = parents};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i] == "." && parents && i > 0 && i + 1 < parts.size() && pattern.pivot == 0)
            pattern.pivot = pattern.parts.size(); // the first one counts
        if (parts[i] == ".")
            continue;
        if (parts[i] != "..")
            pattern.parts.push_back(std::move(parts[i]));
        else if (pattern.parts.empty()) // above the root is the root (Dockerfile reference)
            pattern.above = true;
        else
            pattern.parts.pop_back();
    }
    pattern.pivot = std::min(pattern.pivot, pattern.parts.size());
    if (pattern.parts.size() > maxParts)
        return fail(ErrorKind::InvalidArgument, "the path has more than {} parts", maxParts);
    return pattern;
}

Result<std::vector<FoundPath>> findMatches(SourceReader &reader, const SourcePattern &pattern,
                                           const dockerfile::IgnorePatterns &ignore)
{
    Matcher matcher(reader, pattern, ignore);
    CHECK(matcher.match("", 0, 0));
    return matcher.take();
}

Result<Followed> followLinks(SourceReader &reader, const std::string &path)
{
    std::deque<std::string> ahead;
    splitInto(ahead, path);
    Followed followed;
    TRY(followed.entry, reader.look(""));
    for (int links = 0; !ahead.empty();) {
        const std::string part = std::move(ahead.front());
        ahead.pop_front();
        if (part == ".")
            continue;
        if (part == "..") {
            followed.path = folderPart(followed.path);
            TRY(followed.entry, reader.look(followed.path));
            continue;
        }
        const std::string next = below(followed.path, part);
        TRY(SourceEntry entry, reader.look(next));
        if (!S_ISLNK(entry.status.st_mode)) {
            followed = {next, std::move(entry)};
            continue;
        }
        if (++links > maxLinks)
            return fail(ErrorKind::InvalidArgument, "too many links in {}", path);
        if (entry.link.starts_with('/')) {
            followed.path.clear();
            TRY(followed.entry, reader.look(""));
        }
        splitInto(ahead, entry.link);
    }
    return followed;
}

} // namespace quayside::build
