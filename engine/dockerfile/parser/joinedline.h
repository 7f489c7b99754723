// An instruction in one line, as it counts once its continuations are joined, that knows where each byte
// stands in the file.
#pragma once

#include "engine/dockerfile/position.h"
#include "engine/dockerfile/unicode.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

class JoinedLine
{
public:
    // `text` and `lines` are the file's, and must outlive this.
    JoinedLine(std::string_view text, const LineTable &lines) : m_file(text), m_lines(lines) {}

    void append(std::size_t begin, std::size_t end); // offsets of the file
    const std::string &text() const { return m_text; }
    std::string_view text(Bounds bounds) const
    {
        return std::string_view(m_text).substr(bounds.begin, bounds.end - bounds.begin);
    }

    // The place of the bytes [begin, end) of text(). Where these are none: the place of `begin`.
    Range range(Bounds bounds) const;
    Word word(Bounds bounds) const { return {std::string(text(bounds)), range(bounds)}; }
    // The same with a text that differs from the bytes there.
    Word word(Bounds bounds, std::string text) const { return {std::move(text), range(bounds)}; }

private:
    struct Segment {
        std::size_t joined; // where it begins
        Position file;      // the same in the file; all of it is in that line
    };
    Position position(std::size_t joined) const;

    std::string_view m_file;
    const LineTable &m_lines;
    std::string m_text;
    std::vector<Segment> m_segments;
};

} // namespace quayside::dockerfile
