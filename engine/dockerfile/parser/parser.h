// Text to tree. The rules are BuildKit's, its oddities included, since people's files rely on them
// (https://docs.docker.com/reference/dockerfile/ and frontend/dockerfile/parser): a blank line within a
// continued one is skipped with a warning, an array that isn't quite JSON is the shell form, an unknown
// instruction parses.
#pragma once

#include "engine/dockerfile/parser/tree.h"

#include <optional>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

inline constexpr std::size_t mostText = 4UL * 1024 * 1024; // bytes of a Dockerfile
inline constexpr std::size_t mostLine = 64UL * 1024 - 1;   // bytes of a line of it, as in BuildKit
inline constexpr int mostTriggers = 16;                    // ONBUILD ONBUILD …
inline constexpr std::size_t mostInstructions = 100'000;

// The tree, or what is wrong first. An empty file, or one of comments only, is an error too.
[[nodiscard]] Parsed<Tree> parse(std::string_view text);

// For an editor: what there is, and all that is wrong. An instruction with an error is missing in the tree.
struct Outcome {
    Tree tree;
    std::vector<ParseError> errors; // in order of their places
};
[[nodiscard]] Outcome parseAll(std::string_view text);

// "3<<-EOF" as the word of an instruction: a here-document without its content, or nothing.
[[nodiscard]] std::optional<Heredoc> parseHeredocWord(std::string_view word);

} // namespace quayside::dockerfile
