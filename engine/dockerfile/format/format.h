// A Dockerfile in one style, meaning what it meant: keywords in upper case, one space between words,
// continued lines indented by four columns or more and joined by one space and the escape character, ENV and
// LABEL with "=", one empty line at most between instructions, one line end at the end. Comments keep their
// text, here-documents and what is between quotes every byte. Formatting a formatted text changes nothing.
#pragma once

#include "engine/dockerfile/parser/parser.h"

#include <string>
#include <string_view>

namespace quayside::dockerfile
{

// Fails where the text does not parse.
[[nodiscard]] Parsed<std::string> format(std::string_view text);

// Whether two files say the same: their trees are equal but for the case of keywords, for white space between
// the words of shell commands, and for "ENV a b" being ENV a="b".
[[nodiscard]] bool sameMeaning(const Tree &a, const Tree &b);

// format() without its last step, to give the text back as it is where the new one would not say the same.
// For tests.
[[nodiscard]] std::string rewritten(std::string_view text, const Tree &tree);

} // namespace quayside::dockerfile
