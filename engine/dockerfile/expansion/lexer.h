// The lexer behind expansion.h: goes through a text once, expanding and splitting it on the way.
#pragma once

#include "engine/dockerfile/expansion/expansion.h"

namespace quayside::dockerfile
{

class Lexer
{
public:
    Lexer(std::string_view text, const Environment &environment, const ExpandOptions &options);

    // To the end of the text. Once.
    [[nodiscard]] Result<> run();

    Expansion takeExpansion();                                      // what run() has expanded
    std::vector<Piece> takePieces() { return std::move(m_pieces); } // the same, split

private:
    static constexpr char32_t end = 0xffffffff; // behind the last character

    // The result of a part, cut into words or not.
    struct Output;

    char32_t peek() const;
    char32_t next();

    Result<std::string> until(char32_t stop, bool keepEscapes);
    Result<> part(Output &output, char32_t stop);
    Result<> special(Output &output, char32_t character);
    void plain(Output &output);
    Result<std::string> singleQuoted();
    Result<std::string> doubleQuoted();
    std::string possibleHeredoc();
    Result<std::string> dollar();
    Result<std::string> braced();
    Result<std::string> modified(const std::string &name, std::string modifier, char32_t kind);
    Result<std::string> trimmedValue(const std::string &value, std::string pattern, char32_t kind) const;
    Result<std::string> replaced(const std::string &name);
    std::string name();
    const std::string *find(const std::string &name, bool provided);
    Result<> grow(std::size_t bytes);

    std::string_view m_text;
    const Environment &m_environment;
    ExpandOptions m_options;
    std::size_t m_at = 0;
    bool m_keepEscapes = false;
    int m_depth = 0;
    std::size_t m_size = 0; // of all that has come out of variables and nested parts
    Expansion m_expansion;
    std::set<std::string, std::less<>> m_required; // undefined, and asked for without saying what to do then
    std::vector<Piece> m_pieces;
};

} // namespace quayside::dockerfile
