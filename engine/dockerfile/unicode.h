// Characters as Go's unicode, utf8 and strconv packages see them: BuildKit's rules are written in these
// terms.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quayside::dockerfile
{

inline constexpr char32_t replacement = 0xfffd; // for what is not UTF-8

struct Decoded {
    char32_t character = replacement;
    std::size_t size = 1; // bytes; 1 for a byte that begins no character, 0 at the end of the text
};
// The character at `offset`.
[[nodiscard]] Decoded decode(std::string_view text, std::size_t offset);
void append(std::string &text, char32_t character); // what is no character as U+FFFD

[[nodiscard]] bool isSpace(char32_t c); // unicode.IsSpace
[[nodiscard]] bool isLetter(char32_t c);
[[nodiscard]] bool isDigit(char32_t c);
[[nodiscard]] bool isPrintable(char32_t c);

// The range [begin, end) of `text` without the white space at its ends.
struct Bounds {
    std::size_t begin = 0, end = 0;
};
[[nodiscard]] Bounds trimmedBounds(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);

[[nodiscard]] std::string lowered(std::string_view text); // ASCII only, as all keywords and flags are
[[nodiscard]] std::string uppered(std::string_view text);

// The text in double quotes, as Go's strconv.Quote writes it (%q in BuildKit's messages).
[[nodiscard]] std::string inQuotes(std::string_view text);

} // namespace quayside::dockerfile
