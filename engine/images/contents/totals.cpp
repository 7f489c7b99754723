#include "engine/images/contents/totals.h"

namespace quayside::images
{
namespace
{

void addAll(const Seen &folder, FolderTotals &totals)
{
    for (Children children(folder); children.next();) {
        if (!children.seen().isFolder()) {
            totals.add(children.seen().top());
            continue;
        }
        totals.enter();
        addAll(children.seen(), totals);
        (void)totals.leave();
    }
}

} // namespace

void FolderTotals::enter()
{
    m_frames.push_back({.entered = ++m_clock});
}

void FolderTotals::add(const LayerPart &part)
{
    const IndexNode &node = part.entry();
    Frame &folder = m_frames.back();
    ++folder.own.files;
    if (node.type != NodeType::File)
        return;
    if (node.first == 0) {
        folder.own.bytes += node.size;
        return;
    }
    std::uint64_t &last = m_last[std::uint64_t{part.layer} << 32U | node.first];
    // Folders that were entered before it was met last have it already, and so have those around them.
    for (auto frame = m_frames.rbegin(); frame != m_frames.rend() && last < frame->entered; ++frame)
        frame->linked += node.size;
    last = ++m_clock;
}

Totals FolderTotals::leave()
{
    const Frame frame = m_frames.back();
    m_frames.pop_back();
    if (!m_frames.empty()) {
        m_frames.back().own.bytes += frame.own.bytes;
        m_frames.back().own.files += frame.own.files;
    }
    return {.bytes = frame.own.bytes + frame.linked, .files = frame.own.files};
}

Totals totalsOf(const Seen &seen)
{
    if (!seen)
        return {};
    FolderTotals totals;
    totals.enter();
    if (seen.isFolder())
        addAll(seen, totals);
    else
        totals.add(seen.top());
    return totals.leave();
}

} // namespace quayside::images
