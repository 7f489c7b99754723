// Where something stands in a Dockerfile (or a .dockerignore): what a person sees in an editor, and what all
// messages about these files are made of.
#pragma once

#include "engine/base/result.h"

#include <compare>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

// Both count from 1; columns are bytes of the line (a byte order mark at the top of the file counts, so that
// offsets stay exact), not characters.
struct Position {
    int line = 1;
    int column = 1;
    auto operator<=>(const Position &) const = default;
};

// `end` is the position behind the last byte. Empty where both are equal.
struct Range {
    Position start, end;
    bool operator==(const Range &) const = default;
};

// A part of an instruction as it counts, and where it is written. The text is not always the bytes of the
// range: line continuations are gone, strings of a JSON array are decoded, flags have lost their quotes.
struct Word {
    std::string text;
    Range range;
};

// What is wrong with the text of a Dockerfile, at `range`; the message is a sentence without a full stop.
struct ParseError {
    Range range;
    std::string message;
};

template <typename T>
using Parsed = std::expected<T, ParseError>;

// dockerd's words, as an InvalidArgument: "dockerfile parse error on line 3: unknown instruction: FRM". With
// a name (of a file that is not the Dockerfile that everybody means): "Dockerfile.dev: dockerfile parse error
// on line 3: …".
[[nodiscard]] Error asError(const ParseError &error, std::string_view name = {});

// Offsets into a text as positions and back. Lines end behind their '\n'.
class LineTable
{
public:
    explicit LineTable(std::string_view text);

    int lines() const
    {
        return static_cast<int>(m_starts.size());
    } // at least 1; a final '\n' begins one more
    Position position(std::size_t offset) const; // an offset beyond the end counts as the end
    std::size_t
    offset(Position position) const;       // what lies outside of the text is moved to its nearest place
    std::size_t lineStart(int line) const; // the same

private:
    std::vector<std::size_t> m_starts;
    std::size_t m_size = 0;
};

// The bytes of `range`: text.substr() through a LineTable of that very text.
[[nodiscard]] std::string_view slice(std::string_view text, const LineTable &lines, const Range &range);

} // namespace quayside::dockerfile
