#include "engine/dockerfile/position.h"

#include <algorithm>

namespace quayside::dockerfile
{

Error asError(const ParseError &error, std::string_view name)
{
    const auto message =
        std::format("dockerfile parse error on line {}: {}", error.range.start.line, error.message);
    return {ErrorKind::InvalidArgument, 0, name.empty() ? message : std::format("{}: {}", name, message)};
}

LineTable::LineTable(std::string_view text) : m_starts{0}, m_size(text.size())
{
    for (auto end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1))
        m_starts.push_back(end + 1);
}

Position LineTable::position(std::size_t offset) const
{
    offset = std::min(offset, m_size);
    const auto next = std::ranges::upper_bound(m_starts, offset);
    return {static_cast<int>(next - m_starts.begin()), static_cast<int>(offset - *std::prev(next)) + 1};
}

std::size_t LineTable::offset(Position position) const
{
    if (position.line < 1)
        return 0;
    if (position.line > lines())
        return m_size;
    const auto start = lineStart(position.line), next = lineStart(position.line + 1);
    return std::min(start + static_cast<std::size_t>(std::max(position.column, 1) - 1), next);
}

std::size_t LineTable::lineStart(int line) const
{
    if (line < 1)
        return 0;
    return line > lines() ? m_size : m_starts[static_cast<std::size_t>(line) - 1];
}

std::string_view slice(std::string_view text, const LineTable &lines, const Range &range)
{
    const auto start = std::min(lines.offset(range.start), text.size());
    const auto end = std::min(std::max(lines.offset(range.end), start), text.size());
    return text.substr(start, end - start);
}

} // namespace quayside::dockerfile
