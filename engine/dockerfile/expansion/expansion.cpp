#include "engine/dockerfile/expansion/expansion.h"

#include "engine/dockerfile/expansion/lexer.h"
#include "engine/dockerfile/unicode.h"

#include <algorithm>

namespace quayside::dockerfile
{

namespace
{

// A message shows so much of a word: an error of a line of a megabyte is no megabyte.
constexpr std::size_t mostShown = 200;

std::unexpected<Error> failed(Error error, std::string_view text)
{
    const auto shown = inQuotes(text.substr(0, mostShown)) + (text.size() > mostShown ? "…" : "");
    return wrap(std::move(error), "failed to process {}", shown);
}

} // namespace

Result<Expansion> expand(std::string_view word, const Environment &environment, const ExpandOptions &options)
{
    Lexer lexer(word, environment, options);
    if (auto done = lexer.run(); !done)
        return failed(std::move(done).error(), word);
    return lexer.takeExpansion();
}

Result<std::vector<std::string>> expandWords(std::string_view text, const Environment &environment,
                                             const ExpandOptions &options)
{
    Lexer lexer(text, environment, options);
    if (auto done = lexer.run(); !done)
        return failed(std::move(done).error(), text);
    std::vector<std::string> words;
    for (auto &piece : lexer.takePieces())
        words.push_back(std::move(piece.text));
    return words;
}

Result<std::vector<Piece>> splitWords(std::string_view text, const ExpandOptions &options)
{
    static const Environment nothing;
    Lexer lexer(text, nothing, options);
    if (auto done = lexer.run(); !done)
        return failed(std::move(done).error(), text);
    return lexer.takePieces();
}

} // namespace quayside::dockerfile
