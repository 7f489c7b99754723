// Variables and quotes in words, as Dockerfiles have them: $name, ${name}, and of POSIX's and bash's forms
//   ${x-y} ${x:-y} ${x+y} ${x:+y} ${x?e} ${x:?e} ${x#p} ${x##p} ${x%p} ${x%%p} ${x/p/r} ${x//p/r}
// The rules are those of BuildKit's shell lexer (frontend/dockerfile/shell), not quite those of a shell.
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

using Environment = std::map<std::string, std::string, std::less<>>;

struct ExpandOptions {
    char escape = '\\';
    // '…' and "…" group, but the quotes stay: for text that a shell reads afterwards.
    bool keepQuotes = false;
    bool keepEscapes = false;
    // Quotes mean nothing: the content of a here-document.
    bool ignoreQuotes = false;
    // $name of what is not set stays as it is, and so does ${name-…} whatever it is.
    bool keepUnset = false;
};

inline constexpr int deepestExpansion = 100;                   // ${a:-${b:-…
inline constexpr std::size_t mostExpanded = 4UL * 1024 * 1024; // bytes

struct Expansion {
    std::string text;
    std::set<std::string, std::less<>> used;      // names that were looked up and found
    std::set<std::string, std::less<>> undefined; // looked up and not found
    // Those of `undefined` that were asked for in a form that says what to do then (-, +, ? with or without
    // colon) only.
    std::set<std::string, std::less<>> provided;
};

// One word: what comes out stays one, spaces or not. Errors (all InvalidArgument but for results that are too
// long, which are TooLarge) name the word: "failed to process \"${x\": syntax error: missing '}'".
[[nodiscard]] Result<Expansion> expand(std::string_view word, const Environment &environment,
                                       const ExpandOptions &options = {});

// Expands, and splits at white space that is neither quoted nor escaped; also at that which comes out of a
// variable.
[[nodiscard]] Result<std::vector<std::string>>
expandWords(std::string_view text, const Environment &environment, const ExpandOptions &options = {});

// The words of a text in which nothing is expanded, with the bytes [begin, end) of it that each comes from.
struct Piece {
    std::string text;
    std::size_t begin = 0, end = 0;
};
[[nodiscard]] Result<std::vector<Piece>> splitWords(std::string_view text, const ExpandOptions &options);

} // namespace quayside::dockerfile
