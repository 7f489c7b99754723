// Values as people write them in a field, and as words of a Dockerfile in which quotes, escapes and variables
// count (engine/dockerfile/expansion). In a field "$name" and "${…}" are variables, "\$" is a dollar sign,
// and all else is itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quayside::models
{

// Of the name of a variable, its first one apart.
[[nodiscard]] constexpr bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

enum class Quotes { None, Double, Single };

// How a word is written: by its first character.
[[nodiscard]] Quotes quotesOf(std::string_view word);

// Nothing where the word has no value in these terms (a quote that never ends).
[[nodiscard]] std::optional<std::string> valueOfWord(std::string_view word, char escape);

// In the quotes that are wanted, as far as they can hold it; nothing where none can. `splits`: white space
// ends a word there, so that it is put in quotes.
[[nodiscard]] std::optional<std::string> wordOfValue(std::string_view value, char escape, Quotes quotes,
                                                     bool splits);

// The text as a string of the exec form, in its quotes. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string jsonString(std::string_view text);

} // namespace quayside::models
