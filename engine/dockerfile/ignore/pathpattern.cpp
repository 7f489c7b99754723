#include "engine/dockerfile/ignore/pathpattern.h"

#include "engine/dockerfile/unicode.h"

#include <algorithm>
#include <utility>

namespace quayside::dockerfile
{

namespace
{

std::unexpected<Error> malformed(std::string_view pattern, std::string_view what)
{
    return fail(ErrorKind::InvalidArgument, "syntax error in pattern {}: {}", inQuotes(pattern), what);
}

} // namespace

class PathPattern::States
{
public:
    explicit States(const std::vector<Token> &tokens) : m_tokens(&tokens), m_there(tokens.size() + 1, false)
    {
        enter(0);
    }

    bool empty() const { return m_now.empty(); }
    bool complete() const { return m_there.back(); }

    void step(char32_t c)
    {
        const auto before = std::exchange(m_now, {});
        for (const auto state : before)
            m_there[state] = false;
        for (const auto state : before)
            if (state < m_tokens->size())
                advance(state, c);
    }

private:
    void add(std::size_t state)
    {
        if (!m_there[state])
            m_now.push_back(state);
        m_there[state] = true;
    }

    // Also what is reached without any character.
    void enter(std::size_t state)
    {
        for (;; ++state) {
            add(state);
            if (state == m_tokens->size())
                return;
            const auto kind = (*m_tokens)[state].kind;
            if (kind != Kind::Some && kind != Kind::All && kind != Kind::Folders)
                return;
        }
    }

    void advance(std::size_t state, char32_t c)
    {
        const auto &token = (*m_tokens)[state];
        switch (token.kind) {
        case Kind::All:
            return enter(state);
        case Kind::Some:
            return c == '/' ? void() : enter(state);
        case Kind::Folders: // within it: on to what follows only behind a '/'
            add(state);
            return c == '/' ? enter(state + 1) : void();
        default:
            return takes(token, c) ? enter(state + 1) : void();
        }
    }

    const std::vector<Token> *m_tokens;
    std::vector<std::size_t> m_now;
    std::vector<bool> m_there;
};

bool PathPattern::takes(const Token &token, char32_t c)
{
    if (token.kind == Kind::One)
        return c != '/';
    if (token.kind == Kind::Character)
        return c == token.character;
    const bool within =
        std::ranges::any_of(token.spans, [c](const Span &span) { return span.first <= c && c <= span.last; });
    return within != token.negated;
}

Result<char32_t> PathPattern::classCharacter(std::string_view pattern, std::size_t &at)
{
    if (at >= pattern.size() || pattern[at] == '-' || pattern[at] == ']')
        return malformed(pattern, "a class without characters, or not closed");
    at += pattern[at] == '\\' ? 1 : 0;
    const auto [c, size] = decode(pattern, at);
    at += size;
    if (size == 0 || at >= pattern.size())
        return malformed(pattern, "a class that is not closed");
    return c;
}

// From behind the '['.
Result<PathPattern::Token> PathPattern::compileClass(std::string_view pattern, std::size_t &at)
{
    Token token{.kind = Kind::Class};
    token.negated = pattern.substr(at).starts_with('^');
    at += token.negated ? 1 : 0;
    while (!(pattern.substr(at).starts_with(']') && !token.spans.empty())) {
        TRY(const auto first, classCharacter(pattern, at));
        auto last = first;
        if (pattern[at] == '-') {
            ++at;
            TRY(last, classCharacter(pattern, at));
        }
        if (last < first)
            return malformed(pattern, "a range in a class that goes backwards");
        token.spans.push_back({first, last});
    }
    ++at;
    return token;
}

// The token at `at`, and past it.
Result<PathPattern::Token> PathPattern::compileToken(std::string_view pattern, std::size_t &at)
{
    auto next = decode(pattern, at);
    at += next.size;
    switch (next.character) {
    case '*':
        if (!pattern.substr(at).starts_with('*'))
            return Token{.kind = Kind::Some};
        ++at;
        at += pattern.substr(at).starts_with('/') ? 1 : 0;
        return Token{.kind = at == pattern.size() ? Kind::All : Kind::Folders};
    case '?':
        return Token{.kind = Kind::One};
    case '[':
        return compileClass(pattern, at);
    case '\\':
        next = decode(pattern, at);
        at += next.size;
        if (next.size == 0)
            return malformed(pattern, "a backslash at its end");
        break;
    default:
        break;
    }
    return Token{.kind = Kind::Character, .character = next.character};
}

Result<PathPattern> PathPattern::compile(std::string_view pattern)
{
    PathPattern out;
    auto &tokens = out.m_tokens;
    for (std::size_t at = 0; at < pattern.size();) {
        TRY(auto token, compileToken(pattern, at));
        tokens.push_back(std::move(token));
    }
    // moby takes "**x", with nothing special in x, as any end of a path; other patterns with "**x" in them,
    // as the name of something in a folder.
    if (pattern.starts_with("**") && !pattern.starts_with("**/") &&
        pattern.find_first_of("*?[]\\", 2) == pattern.npos)
        tokens.front().kind = Kind::All;
    for (const auto &token : tokens) {
        if (token.kind != Kind::Character || token.character == replacement)
            break;
        append(out.m_literal, token.character);
    }
    return out;
}

PathPattern::States PathPattern::run(std::string_view text) const
{
    States states(m_tokens);
    for (std::size_t at = 0; at < text.size() && !states.empty();) {
        const auto [c, size] = decode(text, at);
        states.step(c);
        at += size;
    }
    return states;
}

bool PathPattern::matches(std::string_view path) const
{
    return path.starts_with(m_literal) && run(path).complete();
}

bool PathPattern::mayContinue(std::string_view start) const
{
    return !run(start).empty();
}

} // namespace quayside::dockerfile
