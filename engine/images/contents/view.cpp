#include "engine/images/contents/view.h"

#include <algorithm>
#include <deque>

namespace quayside::images
{
namespace
{

constexpr int maxLinks = 40; // path_resolution(7)

std::unexpected<Error> notThere(std::string_view path)
{
    return fail(ErrorKind::NotFound, "the image has no file {}", path.substr(0, 300));
}

} // namespace

bool detail::layBelow(Seen &seen, const LayerPart &part)
{
    const IndexNode &node = part.entry();
    if (node.type == NodeType::Whiteout || (seen && !node.isFolder()))
        return false;
    seen.parts.push_back(part);
    return node.isFolder() && !node.isOpaque();
}

Seen rootOf(std::span<const LayerIndex *const> layers, std::uint32_t first)
{
    Seen root;
    for (std::size_t number = layers.size(); number-- > 0;)
        if (!detail::layBelow(root,
                              {layers[number], LayerIndex::root, first + static_cast<std::uint32_t>(number)}))
            break;
    return root;
}

Seen childOf(const Seen &folder, std::string_view name)
{
    Seen seen;
    for (const LayerPart &part : folder.parts) {
        const IndexNode &node = part.entry();
        if (!node.isFolder())
            break;
        if (const auto child = part.index->child(node, name);
            child && !detail::layBelow(seen, {part.index, *child, part.layer}))
            break;
    }
    return seen;
}

Children::Children(const Seen &folder)
{
    for (const LayerPart &part : folder.parts)
        if (const IndexNode &node = part.entry(); node.isFolder() && node.count > 0)
            m_cursors.push_back({{part.index, node.first, part.layer}, node.first + node.count});
}

bool Children::next()
{
    do {
        std::erase_if(m_cursors, [](const Cursor &cursor) { return cursor.done(); });
        if (m_cursors.empty())
            return false;
        m_name = m_cursors.front().part.name();
        for (const Cursor &cursor : m_cursors)
            m_name = std::min(m_name, cursor.part.name());
        take();
    } while (!m_seen); // a layer removed it
    return true;
}

void Children::take()
{
    m_seen.parts.clear();
    bool open = true;
    for (Cursor &cursor : m_cursors) {
        if (cursor.part.name() != m_name)
            continue;
        open = open && detail::layBelow(m_seen, cursor.part);
        ++cursor.part.node;
    }
}

std::vector<std::string> pathParts(std::string_view path)
{
    std::vector<std::string> parts;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        if (const std::string_view part = path.substr(0, end); !part.empty() && part != ".")
            parts.emplace_back(part);
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return parts;
}

Result<Seen> findPath(const Seen &root, std::string_view path)
{
    std::vector<Seen> way{root};
    for (const std::string &part : pathParts(path)) {
        if (part == "..") {
            if (way.size() > 1)
                way.pop_back();
            continue;
        }
        way.push_back(childOf(way.back(), part));
        if (!way.back())
            return notThere(path);
    }
    if (!way.back())
        return notThere(path);
    return std::move(way.back());
}

Result<Resolved> resolvePath(const Seen &root, std::string_view path)
{
    if (!root)
        return notThere(path);
    std::vector<Seen> way{root};
    std::vector<std::string> names;
    const auto first = pathParts(path);
    std::deque<std::string> rest(first.begin(), first.end());
    for (int links = 0; !rest.empty();) {
        const std::string part = std::move(rest.front());
        rest.pop_front();
        if (!way.back().isFolder())
            return fail(ErrorKind::InvalidArgument, "{} leads through something that is no folder",
                        path.substr(0, 300));
        if (part == "..") {
            if (way.size() > 1) {
                way.pop_back();
                names.pop_back();
            }
            continue;
        }
        Seen next = childOf(way.back(), part);
        if (!next)
            return notThere(path);
        if (next.entry().type != NodeType::Link) {
            way.push_back(std::move(next));
            names.push_back(part);
            continue;
        }
        if (++links > maxLinks)
            return fail(ErrorKind::InvalidArgument, "{} leads through more than {} links",
                        path.substr(0, 300), maxLinks);
        const std::string_view target = next.top().index->target(next.entry());
        if (target.starts_with('/')) {
            way.resize(1);
            names.clear();
        }
        const auto parts = pathParts(target);
        rest.insert(rest.begin(), parts.begin(), parts.end());
    }
    Resolved resolved{.seen = std::move(way.back())};
    for (const std::string &name : names)
        resolved.path += (resolved.path.empty() ? "" : "/") + name;
    return resolved;
}

} // namespace quayside::images
