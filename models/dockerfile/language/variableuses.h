// Where variables are used: names behind a "$".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::models::language
{

enum class Reading {
    Word,    // of an instruction: quotes and the file's escape character count, '…' keeps what is in it
    Content, // of a here-document that is expanded: only backslashes count
    Shell,   // what a shell reads: as a word, always with backslashes
};

// The name's bytes are [begin, end) of the text.
struct VariableUse {
    std::string name;
    std::size_t begin = 0, end = 0;
};

// The uses in the bytes [begin, end) of a file, in order: "$name", "${name", those within "${name:-$other}"
// too. Lines of comments between continued lines are passed over. Linear.
[[nodiscard]] std::vector<VariableUse> variableUses(std::string_view text, std::size_t begin, std::size_t end,
                                                    char escape, Reading reading);

// Whether a script makes this variable its own before its byte `before`: NAME=…, for NAME in, read NAME.
[[nodiscard]] bool isAssigned(std::string_view script, std::string_view name, std::size_t before);

// Letters, digits and underscores, no digit first: what "$name" can stand for.
[[nodiscard]] bool isVariableName(std::string_view name);
[[nodiscard]] bool isNameByte(char c);
// The name that ENV has, as it is written: perhaps in quotes.
[[nodiscard]] std::string variableName(std::string_view written, char escape);

} // namespace quayside::models::language
