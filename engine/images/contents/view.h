// Several layers laid over each other, as overlayfs shows them: pure, over their indices.
#pragma once

#include "engine/base/result.h"
#include "engine/images/contents/layerindex.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::images
{

// A folder (or anything else) of one layer.
struct LayerPart {
    const LayerIndex *index = nullptr;
    std::uint32_t node = 0;
    std::uint32_t layer = 0; // its number, bottom first

    [[nodiscard]] const IndexNode &entry() const { return index->node(node); }
    [[nodiscard]] std::string_view name() const { return index->name(entry()); }
    bool operator==(const LayerPart &) const = default;
};

// What is seen at a path: nothing, or an entry of one layer; of a folder also the layers that fill it.
struct Seen {
    std::vector<LayerPart> parts; // topmost first; one, unless it is a folder

    explicit operator bool() const { return !parts.empty(); }
    [[nodiscard]] const LayerPart &top() const { return parts.front(); }
    [[nodiscard]] const IndexNode &entry() const { return top().entry(); }
    [[nodiscard]] bool isFolder() const { return !parts.empty() && entry().isFolder(); }
};

// The root of these layers, bottom first, numbered from `first` on. None: nothing is seen.
Seen rootOf(std::span<const LayerIndex *const> layers, std::uint32_t first = 0);
// In the folder `folder`; nothing where `folder` is none.
Seen childOf(const Seen &folder, std::string_view name);

namespace detail
{
// Lays one more part (of a lower layer) below what is seen. False: nothing below it is seen.
bool layBelow(Seen &seen, const LayerPart &part);
} // namespace detail

// Goes through the children of a folder by name. What it was made of must outlive it.
class Children
{
public:
    explicit Children(const Seen &folder);
    bool next(); // false: that was the last one
    [[nodiscard]] std::string_view name() const { return m_name; }
    [[nodiscard]] const Seen &seen() const { return m_seen; }

private:
    struct Cursor {
        LayerPart part; // its node is the next child
        std::uint32_t end;
        [[nodiscard]] bool done() const { return part.node == end; }
    };
    void take(); // all that the cursors have of m_name

    std::vector<Cursor> m_cursors; // topmost first
    std::string_view m_name;
    Seen m_seen;
};

// The entry at `path` ("/etc//passwd", "." and ".." as usual), no link followed. NotFound.
Result<Seen> findPath(const Seen &root, std::string_view path);

struct Resolved {
    Seen seen;
    std::string path; // without a link in it and without a leading '/': "usr/bin/env"
};
// The same with links followed, as inside a container: they never lead above the root. NotFound;
// InvalidArgument: more than 40 links, or a path through something that is no folder.
Result<Resolved> resolvePath(const Seen &root, std::string_view path);

std::vector<std::string> pathParts(std::string_view path); // without "" and "."

} // namespace quayside::images
