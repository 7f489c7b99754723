#include "engine/images/contents/comparison.h"

#include <compare>

namespace quayside::images
{
namespace
{

bool sameAttributes(const IndexNode &a, const IndexNode &b)
{
    return a.mode == b.mode && a.uid == b.uid && a.gid == b.gid;
}

bool sameLook(const LayerPart &a, const LayerPart &b)
{
    const IndexNode &left = a.entry(), &right = b.entry();
    return left.type == right.type && left.size == right.size && left.modified == right.modified &&
           sameAttributes(left, right) &&
           (left.type != NodeType::Link || a.index->target(left) == b.index->target(right));
}

bool isSame(const LayerPart &a, const LayerPart &b, After form)
{
    return (a.index == b.index && a.node == b.node) || (form == After::Copy && sameLook(a, b));
}

// What is before and after, for each name of either.
template <typename Visit>
void forEachPair(const Seen &before, const Seen &after, Visit visit)
{
    Children earlier(before), later(after);
    bool hasEarlier = earlier.next(), hasLater = later.next();
    while (hasEarlier || hasLater) {
        const auto order = !hasLater     ? std::strong_ordering::less
                           : !hasEarlier ? std::strong_ordering::greater
                                         : earlier.name() <=> later.name();
        if (order < 0)
            visit(earlier.name(), earlier.seen(), Seen());
        else if (order > 0)
            visit(later.name(), Seen(), later.seen());
        else
            visit(earlier.name(), earlier.seen(), later.seen());
        hasEarlier = order <= 0 ? earlier.next() : hasEarlier;
        hasLater = order >= 0 ? later.next() : hasLater;
    }
}

// The same where `after` is a folder of one layer that lets what is below it through.
template <typename Visit>
void forEachNamed(const Seen &before, const LayerPart &after, Visit visit)
{
    const IndexNode &folder = after.entry();
    for (std::uint32_t number = folder.first; number < folder.first + folder.count; ++number) {
        const LayerPart part{after.index, number, after.layer};
        Seen earlier = childOf(before, part.name());
        if (part.entry().type != NodeType::Whiteout)
            visit(part.name(), earlier, Seen{{part}});
        else if (earlier)
            visit(part.name(), earlier, Seen());
    }
}

class Walk
{
public:
    Walk(After form, DifferenceVisitor &visitor) : m_form(form), m_visitor(visitor) {}

    // True: something below differs.
    bool folder(const Seen &before, const Seen &after)
    {
        bool differs = false;
        const auto visit = [&](std::string_view name, const Seen &earlier, const Seen &later) {
            const std::size_t length = m_path.size();
            m_path += m_path.empty() ? "" : "/";
            m_path += name;
            differs = entry(earlier, later) || differs;
            m_path.resize(length);
        };
        const Seen earlier = before.isFolder() ? before : Seen();
        if (m_form == After::Layer && after.isFolder() && earlier && !after.entry().isOpaque())
            forEachNamed(earlier, after.top(), visit);
        else
            forEachPair(earlier, after.isFolder() ? after : Seen(), visit);
        return differs;
    }

private:
    bool entry(const Seen &before, const Seen &after)
    {
        const std::size_t token = m_visitor.enter(m_path, before, after);
        m_before.enter();
        m_after.enter();
        bool below = false;
        if (before.isFolder() || after.isFolder())
            below = folder(before, after);
        if (before && !before.isFolder())
            m_before.add(before.top());
        if (after && !after.isFolder())
            m_after.add(after.top());
        const Change change = changeOf(before, after, below);
        m_visitor.leave(token, {before, after, change, m_before.leave(), m_after.leave()});
        return change != Change::Unchanged;
    }

    [[nodiscard]] Change changeOf(const Seen &before, const Seen &after, bool below) const
    {
        if (!before)
            return Change::Added;
        if (!after)
            return Change::Removed;
        if (!before.isFolder() || !after.isFolder())
            return isSame(before.top(), after.top(), m_form) ? Change::Unchanged : Change::Changed;
        if (below)
            return Change::Mixed;
        return sameAttributes(before.entry(), after.entry()) ? Change::Unchanged : Change::Changed;
    }

    After m_form;
    DifferenceVisitor &m_visitor;
    std::string m_path;
    FolderTotals m_before, m_after;
};

} // namespace

std::string_view wordOf(Change change)
{
    switch (change) {
    case Change::Unchanged:
        return "unchanged";
    case Change::Added:
        return "added";
    case Change::Changed:
        return "changed";
    case Change::Removed:
        return "removed";
    case Change::Mixed:
        return "mixed";
    }
    return "unchanged";
}

Result<Sides> findSides(const Sides &root, std::string_view path)
{
    Sides sides = root;
    const auto names = pathParts(path);
    for (const std::string &name : names) {
        if (name == "..")
            return fail(ErrorKind::InvalidArgument, "\"..\" in the path of a folder: give the folder itself");
        Sides next{childOf(sides.before, name), childOf(sides.after, name), sides.form};
        // What a layer does not name below a folder that it has is not its business; what is below a folder
        // that it removes or hides is.
        const bool lets =
            sides.form == After::Layer && sides.after.isFolder() && !sides.after.entry().isOpaque();
        if (lets && !next.after && !sides.after.top().index->child(sides.after.entry(), name))
            next.before = {};
        if (!next.before && !next.after)
            return fail(ErrorKind::NotFound, "there is no folder {}", path.substr(0, 300));
        sides = std::move(next);
    }
    if (!names.empty() && !sides.before.isFolder() && !sides.after.isFolder())
        return fail(ErrorKind::InvalidArgument, "{} is no folder", path.substr(0, 300));
    return sides;
}

void compare(const Sides &folder, DifferenceVisitor &visitor)
{
    Walk(folder.form, visitor).folder(folder.before, folder.after);
}

} // namespace quayside::images
