#include "engine/dockerfile/parser/joinedline.h"

#include <algorithm>

namespace quayside::dockerfile
{

void JoinedLine::append(std::size_t begin, std::size_t end)
{
    // A segment of nothing would hide the place of what follows.
    if (!m_segments.empty() && m_segments.back().joined == m_text.size())
        m_segments.pop_back();
    m_segments.push_back({m_text.size(), m_lines.position(begin)});
    m_text += m_file.substr(begin, end - begin);
}

Position JoinedLine::position(std::size_t joined) const
{
    if (m_segments.empty())
        return {};
    const auto next = std::ranges::upper_bound(m_segments, joined, {}, &Segment::joined);
    const auto &segment = next == m_segments.begin() ? *next : *std::prev(next);
    return {segment.file.line, segment.file.column + static_cast<int>(joined - segment.joined)};
}

Range JoinedLine::range(Bounds bounds) const
{
    const auto start = position(bounds.begin);
    if (bounds.end <= bounds.begin)
        return {start, start};
    const auto last = position(bounds.end - 1);
    return {start, {last.line, last.column + 1}};
}

} // namespace quayside::dockerfile
