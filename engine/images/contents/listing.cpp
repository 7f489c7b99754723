#include "engine/images/contents/listing.h"

#include "engine/api/http/uri.h"
#include "engine/api/json.h"

#include <algorithm>
#include <optional>

namespace quayside::images
{
namespace
{

std::string_view typeWord(NodeType type)
{
    switch (type) {
    case NodeType::File:
        return "file";
    case NodeType::Folder:
        return "folder";
    case NodeType::Link:
        return "link";
    case NodeType::Pipe:
        return "pipe";
    case NodeType::Socket:
        return "socket";
    case NodeType::Device:
    case NodeType::Whiteout:
        return "device";
    }
    return "file";
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

class Text
{
public:
    explicit Text(std::string_view text) : m_text(text), m_ofPaths(text.contains('/'))
    {
        std::ranges::transform(m_text, m_text.begin(), lower);
    }
    // `path`: with a leading '/'.
    [[nodiscard]] bool isIn(std::string_view path) const
    {
        if (!m_ofPaths)
            path.remove_prefix(path.rfind('/') + 1);
        return m_text.empty() || !std::ranges::search(path, m_text, {}, lower).empty();
    }

private:
    std::string m_text;
    bool m_ofPaths;
};

bool isShown(const Listing &listing, const Difference &difference)
{
    return listing.shown == Listing::Shown::All ? static_cast<bool>(difference.after)
                                                : difference.change != Change::Unchanged;
}

api::ImageEntry entryOf(const Listing &listing, const std::string &path, const Difference &difference)
{
    const Seen &seen = difference.after ? difference.after : difference.before;
    const Totals &totals = difference.after ? difference.afterTotals : difference.beforeTotals;
    const IndexNode &node = seen.entry();
    api::ImageEntry entry{.name = std::string(seen.top().name()), .encoded = codedPath(path)};
    entry.type = typeWord(node.type);
    entry.size = static_cast<std::int64_t>(totals.bytes);
    if (node.isFolder())
        entry.files = static_cast<std::int64_t>(totals.files);
    entry.mode = node.mode;
    entry.uid = node.uid;
    entry.gid = node.gid;
    entry.modified = node.modified;
    if (node.type == NodeType::Link)
        entry.target = seen.top().index->target(node);
    entry.change = wordOf(difference.change);
    entry.layer = seen.top().layer;
    if (listing.bothSizes) {
        entry.size = static_cast<std::int64_t>(difference.beforeTotals.bytes);
        entry.otherSize = static_cast<std::int64_t>(difference.afterTotals.bytes);
    }
    return entry;
}

// "/" + the folder + "/" + the path below it.
std::string below(const std::string &folder, const std::string &path)
{
    return (folder == "/" ? "/" : folder + "/") + path;
}

class FolderLister : public DifferenceVisitor
{
public:
    FolderLister(const Listing &listing, std::string_view text, api::ImageFolder &into)
        : m_listing(listing), m_text(text), m_into(into)
    {
    }

    std::size_t enter(const std::string &path, const Seen &, const Seen &after) override
    {
        const bool child = !path.contains('/');
        if (child) {
            m_path = below(m_into.path, path);
            m_matches = false;
        }
        m_matches = m_matches || ((after || m_listing.shown == Listing::Shown::Differences) &&
                                  m_text.isIn(below(m_into.path, path)));
        return child ? 1 : 0;
    }

    void leave(std::size_t child, const Difference &difference) override
    {
        if (child == 0 || !m_matches || !isShown(m_listing, difference))
            return;
        if (m_into.entries.size() == maxListed)
            m_into.truncated = true;
        else
            m_into.entries.push_back(entryOf(m_listing, m_path, difference));
    }

private:
    const Listing &m_listing;
    Text m_text;
    api::ImageFolder &m_into;
    std::string m_path; // of the child that the walk is at
    bool m_matches = false;
};

class Finder : public DifferenceVisitor
{
public:
    Finder(const Listing &listing, std::string_view text, std::size_t limit)
        : m_listing(listing), m_text(text), m_limit(limit)
    {
    }

    std::size_t enter(const std::string &path, const Seen &, const Seen &after) override
    {
        if ((!after && m_listing.shown == Listing::Shown::All) || !m_text.isIn("/" + path))
            return 0;
        if (m_found.size() == m_limit)
            return beyond;
        m_found.emplace_back().path = "/" + path;
        return m_found.size();
    }

    void leave(std::size_t token, const Difference &difference) override
    {
        if (token == 0 || !isShown(m_listing, difference))
            return;
        if (token == beyond) {
            m_truncated = true;
            return;
        }
        Found &found = m_found[token - 1];
        found.entry = entryOf(m_listing, found.path, difference);
        found.entry->path = found.path;
    }

    // What turned out to be none of the answer's is left out.
    [[nodiscard]] api::FoundEntries found()
    {
        api::FoundEntries answer{.truncated = m_truncated};
        for (Found &one : m_found)
            if (one.entry)
                answer.found.push_back(std::move(*one.entry));
        return answer;
    }

private:
    static constexpr std::size_t beyond = SIZE_MAX;
    struct Found {
        std::string path;
        std::optional<api::ImageEntry> entry; // known when all below it is walked
    };
    const Listing &m_listing;
    Text m_text;
    std::size_t m_limit;
    std::vector<Found> m_found;
    bool m_truncated = false;
};

} // namespace

std::string codedPath(std::string_view path)
{
    const std::string quoted = api::quotedJson(path);
    if (std::string_view(quoted).substr(1, quoted.size() - 2) == path)
        return {};
    return api::percentEncode(path, true);
}

Result<std::string> decodedPath(std::string_view coded)
{
    const auto digit = [](char c) {
        const char small = lower(c);
        return small >= '0' && small <= '9'   ? small - '0'
               : small >= 'a' && small <= 'f' ? small - 'a' + 10
                                              : -1;
    };
    std::string path;
    for (std::size_t at = 0; at < coded.size(); ++at) {
        if (coded[at] != '%') {
            path += coded[at];
            continue;
        }
        const int high = at + 2 < coded.size() ? digit(coded[at + 1]) : -1;
        const int low = high >= 0 ? digit(coded[at + 2]) : -1;
        if (low < 0 || high * 16 + low == 0)
            return fail(ErrorKind::InvalidArgument,
                        "\"{}\" is no coded path: after '%' two hex digits are expected",
                        coded.substr(0, 300));
        path += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return path;
}

Result<api::ImageFolder> listFolder(const Listing &listing, std::string_view path, std::string_view text)
{
    TRY(const Sides sides, findSides(listing.root, path));
    // Of the whole image only what is there is shown, and not what was there once.
    if (listing.shown == Listing::Shown::All && !pathParts(path).empty() && !sides.after.isFolder())
        return fail(sides.after ? ErrorKind::InvalidArgument : ErrorKind::NotFound, "there is no folder {}",
                    path.substr(0, 300));
    api::ImageFolder folder;
    for (const std::string &part : pathParts(path))
        folder.path += "/" + part;
    if (folder.path.empty())
        folder.path = "/";
    FolderLister lister(listing, text, folder);
    compare(sides, lister);
    return folder;
}

Result<api::FoundEntries> findEntries(const Listing &listing, std::string_view text, std::size_t limit)
{
    if (text.empty())
        return fail(ErrorKind::InvalidArgument, "nothing to look for: give a part of a name as text");
    Finder finder(listing, text, limit);
    compare(listing.root, finder);
    return finder.found();
}

} // namespace quayside::images
