#include "engine/dockerfile/expansion/lexer.h"

#include "engine/dockerfile/expansion/glob.h"
#include "engine/dockerfile/unicode.h"

#include <iterator>

namespace quayside::dockerfile
{

namespace
{

std::unexpected<Error> syntax(std::string_view what)
{
    return fail(ErrorKind::InvalidArgument, "{}", what);
}

std::string character(char32_t c)
{
    std::string text;
    append(text, c);
    return text;
}

// POSIX's special parameters: $@, $* and so on, of one character.
bool isSpecial(char32_t c)
{
    return c < 0x80 && std::string_view("@*#?-$!0").contains(static_cast<char>(c));
}

constexpr auto missingBrace = "syntax error: missing '}'";

} // namespace

// Only the outermost part is split: what comes out of ${…} is split with the text around it.
struct Lexer::Output {
    std::string text;
    std::vector<Piece> *pieces = nullptr;
    std::string word = {}; // the piece under way
    std::size_t begin = 0;

    void startsAt(std::size_t offset)
    {
        if (word.empty())
            begin = offset;
    }
    void raw(std::string_view bytes, std::size_t offset)
    {
        text += bytes;
        if (pieces == nullptr)
            return;
        startsAt(offset);
        word += bytes;
    }
    // Splits at white space. A word that ends within ends at `ending`: a character's own place, or behind the
    // variable that it comes from.
    void split(std::string_view bytes, std::size_t offset, std::size_t ending)
    {
        text += bytes;
        for (std::size_t at = 0; pieces != nullptr && at < bytes.size();) {
            const auto [c, size] = decode(bytes, at);
            if (isSpace(c)) {
                finishWord(ending);
            } else {
                startsAt(offset);
                word += bytes.substr(at, size);
            }
            at += size;
        }
    }
    void finishWord(std::size_t offset)
    {
        if (pieces != nullptr && !word.empty())
            pieces->push_back({std::exchange(word, {}), begin, offset});
    }
};

Lexer::Lexer(std::string_view text, const Environment &environment, const ExpandOptions &options)
    : m_text(text), m_environment(environment), m_options(options), m_keepEscapes(options.keepEscapes)
{
    if (m_text.starts_with("\xef\xbb\xbf"))
        m_at = 3; // a byte order mark is no part of a word
}

char32_t Lexer::peek() const
{
    const auto [c, size] = decode(m_text, m_at);
    return size == 0 ? end : c;
}

char32_t Lexer::next()
{
    const auto [c, size] = decode(m_text, m_at);
    m_at += size;
    return size == 0 ? end : c;
}

Result<> Lexer::run()
{
    Output output{.pieces = &m_pieces};
    CHECK(part(output, end));
    output.finishWord(m_text.size());
    m_expansion.text = std::move(output.text);
    return {};
}

Expansion Lexer::takeExpansion()
{
    for (const auto &name : m_expansion.undefined)
        if (!m_required.contains(name))
            m_expansion.provided.insert(name);
    return std::move(m_expansion);
}

// Bounds what doubling variables (ENV a=$a$a) and nested forms can grow to.
Result<> Lexer::grow(std::size_t bytes)
{
    m_size += bytes;
    if (m_size > mostExpanded)
        return fail(ErrorKind::TooLarge, "the result has more than {} bytes", mostExpanded);
    return {};
}

// Up to the character `stop`, which is taken as well.
Result<std::string> Lexer::until(char32_t stop, bool keepEscapes)
{
    if (m_depth >= deepestExpansion)
        return fail(ErrorKind::InvalidArgument, "more than {} substitutions within one another",
                    deepestExpansion);
    ++m_depth;
    const bool outer = std::exchange(m_keepEscapes, keepEscapes);
    Output output;
    auto done = part(output, stop);
    m_keepEscapes = outer;
    --m_depth;
    CHECK(done);
    CHECK(grow(output.text.size()));
    return std::move(output.text);
}

Result<> Lexer::part(Output &output, char32_t stop)
{
    for (auto c = peek(); c != end; c = peek()) {
        if (c == stop) {
            next();
            return {};
        }
        const bool quote = (c == '\'' || c == '"') && !m_options.ignoreQuotes;
        if (quote || c == '$' || c == '<')
            CHECK(special(output, c));
        else
            plain(output);
    }
    if (stop != end)
        return syntax("unexpected end of statement while looking for matching " + character(stop));
    return {};
}

Result<> Lexer::special(Output &output, char32_t character)
{
    const auto offset = m_at;
    if (character == '<') {
        output.raw(possibleHeredoc(), offset);
        return {};
    }
    if (character == '$') {
        TRY(const auto value, dollar());
        output.split(value, offset, m_at);
        return grow(value.size());
    }
    TRY(const auto text, character == '"' ? doubleQuoted() : singleQuoted());
    output.raw(text, offset);
    return {};
}

// A character that means itself, or one that is escaped.
void Lexer::plain(Output &output)
{
    const auto offset = m_at;
    auto c = next();
    if (c != static_cast<unsigned char>(m_options.escape)) {
        output.split(character(c), offset, offset);
        return;
    }
    if (m_keepEscapes)
        output.raw(character(c), offset);
    c = next();
    if (c != end) // nothing to escape at the end
        output.raw(character(c), offset);
}

Result<std::string> Lexer::singleQuoted()
{
    next();
    std::string text = m_options.keepQuotes ? "'" : "";
    for (auto c = next(); c != end; c = next()) {
        if (c == '\'')
            return text += m_options.keepQuotes ? "'" : "";
        append(text, c);
    }
    return syntax("unexpected end of statement while looking for matching single-quote");
}

Result<std::string> Lexer::doubleQuoted()
{
    const auto escape = static_cast<unsigned char>(m_options.escape);
    next();
    std::string text = m_options.keepQuotes ? "\"" : "";
    for (auto c = peek(); c != end; c = peek()) {
        if (c == '$') {
            TRY(const auto value, dollar());
            text += value;
            CHECK(grow(value.size()));
            continue;
        }
        next();
        if (c == '"')
            return text += m_options.keepQuotes ? "\"" : "";
        if (c == escape) {
            if (m_keepEscapes)
                append(text, c);
            const auto escaped = peek();
            if (escaped == end)
                break; // ignored; the quote is missing anyway
            if (escaped == '"' || escaped == '$' || escaped == escape)
                c = next();
        }
        append(text, c);
    }
    return syntax("unexpected end of statement while looking for matching double-quote");
}

// "<<" and the white space behind it stay with the word that names a here-document.
std::string Lexer::possibleHeredoc()
{
    next();
    if (peek() != '<')
        return "<";
    next();
    std::string text = "<<";
    for (auto c = peek(); c == ' ' || c == '\t' || c == '\r'; c = peek())
        append(text, next());
    return text;
}

Result<std::string> Lexer::dollar()
{
    next();
    if (peek() == '{')
        return braced();
    const auto named = name();
    if (named.empty())
        return "$";
    if (const auto *value = find(named, false))
        return *value;
    return m_options.keepUnset ? "$" + named : std::string();
}

Result<std::string> Lexer::braced()
{
    next();
    const auto first = peek();
    if (first == end)
        return syntax(missingBrace);
    if (first == '{' || first == '}' || first == ':')
        return syntax("syntax error: bad substitution");
    const auto named = name();
    auto kind = next();
    if (kind == '}') {
        if (const auto *value = find(named, false))
            return *value;
        return m_options.keepUnset ? "${" + named + "}" : std::string();
    }
    if (kind == '/')
        return replaced(named);
    if (kind == end)
        return syntax(missingBrace);
    auto modifier = character(kind);
    if (kind == ':') {
        kind = next();
        append(modifier, kind);
    } else if (kind > 0x7f || !std::string_view("+-?#%").contains(static_cast<char>(kind))) {
        return syntax("unsupported modifier (" + modifier + ") in substitution");
    }
    return modified(named, std::move(modifier), kind);
}

// ${name:-word} and its like, from the word on.
Result<std::string> Lexer::modified(const std::string &name, std::string modifier, char32_t kind)
{
    const auto unsupported = [&] {
        return syntax("unsupported modifier (" + modifier + ") in substitution");
    };
    const bool emptyIsUnset = modifier.starts_with(':'), trims = kind == '#' || kind == '%';
    if (emptyIsUnset && trims)
        return unsupported();
    auto word = until('}', trims);
    if (!word)
        return peek() == end && word.error().kind == ErrorKind::InvalidArgument
                   ? syntax(missingBrace)
                   : std::unexpected(word.error());
    const auto *value = find(name, !trims);
    if (value == nullptr && m_options.keepUnset)
        return "${" + name + modifier + *word + "}";
    const bool unset = value == nullptr || (emptyIsUnset && value->empty());
    if (kind == '-')
        return unset ? *word : *value;
    if (kind == '+')
        return unset ? std::string() : *word;
    if (trims)
        return trimmedValue(value != nullptr ? *value : std::string(), *std::move(word), kind);
    if (kind != '?')
        return unsupported();
    if (!unset)
        return *value;
    if (!word->empty())
        return syntax(name + ": " + *word);
    return syntax(name + ": is not allowed to be " + (value == nullptr ? "unset" : "empty"));
}

Result<std::string> Lexer::trimmedValue(const std::string &value, std::string pattern, char32_t kind) const
{
    const bool longest = !pattern.empty() && static_cast<unsigned char>(pattern.front()) == kind;
    if (longest)
        pattern.erase(0, 1);
    const auto glob = Glob::compile(pattern);
    if (!glob)
        return syntax("invalid pattern (" + pattern + ") in substitution: " + glob.error().message);
    return kind == '%' ? glob->withoutSuffix(value, longest) : glob->withoutPrefix(value, longest);
}

// ${name/pattern/replacement} or ${name//…}, from behind the first slash.
Result<std::string> Lexer::replaced(const std::string &name)
{
    const bool all = peek() == '/';
    if (all)
        next();
    auto pattern = until('/', true);
    if (!pattern)
        return peek() == end ? syntax("syntax error: missing '/' in ${}") : std::unexpected(pattern.error());
    auto replacement = until('}', true);
    if (!replacement)
        return peek() == end ? syntax(missingBrace) : std::unexpected(replacement.error());
    const auto *value = find(name, false);
    if (value == nullptr && m_options.keepUnset)
        return "${" + name + "/" + *pattern + "/" + *replacement + "}";
    const auto glob = Glob::compile(*pattern);
    if (!glob)
        return syntax("invalid pattern (" + *pattern + ") in substitution: " + glob.error().message);
    const auto text = value != nullptr ? *value : std::string();
    return all ? glob->replaceAll(text, *replacement) : glob->replaceFirst(text, *replacement);
}

// Letters, digits and '_', not beginning with a digit; or digits alone; or a special parameter; or nothing.
std::string Lexer::name()
{
    std::string text;
    if (isDigit(peek())) {
        while (isDigit(peek()))
            append(text, next());
        return text;
    }
    if (isSpecial(peek()))
        return character(next());
    while (isLetter(peek()) || isDigit(peek()) || peek() == '_')
        append(text, next());
    return text;
}

const std::string *Lexer::find(const std::string &name, bool provided)
{
    if (const auto found = m_environment.find(name); found != m_environment.end()) {
        m_expansion.used.insert(name);
        return &found->second;
    }
    m_expansion.undefined.insert(name);
    if (!provided)
        m_required.insert(name);
    return nullptr;
}

} // namespace quayside::dockerfile
