// One pattern of a .dockerignore against one path. Any number of stars costs no more than length times
// length.
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

class PathPattern
{
public:
    // '*' and '?' do not match '/', "**" does, "[a-z]" and "[^a-z]" are classes, a backslash takes what
    // follows literally. Errors: a class that is not closed, or empty; a backslash at the end.
    [[nodiscard]] static Result<PathPattern> compile(std::string_view pattern);

    bool matches(std::string_view path) const;
    // Whether some path that begins with `start` may match.
    bool mayContinue(std::string_view start) const;

private:
    enum class Kind {
        Character,
        One,     // ?
        Some,    // *
        All,     // ** at the end
        Folders, // **/: none, or anything that ends with '/'
        Class,
    };
    struct Span {
        char32_t first, last;
    };
    struct Token {
        Kind kind = Kind::Character;
        char32_t character = 0;
        std::vector<Span> spans = {};
        bool negated = false;
    };
    // The states in which a match can be: indices into the tokens, their size for a match that is complete.
    class States;

    static Result<Token> compileToken(std::string_view pattern, std::size_t &at);
    static Result<Token> compileClass(std::string_view pattern, std::size_t &at);
    static Result<char32_t> classCharacter(std::string_view pattern, std::size_t &at);
    static bool takes(const Token &token, char32_t c);
    States run(std::string_view text) const;

    std::string m_literal; // the bytes that each match begins with
    std::vector<Token> m_tokens;
};

} // namespace quayside::dockerfile
