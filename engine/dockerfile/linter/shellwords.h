// The lexical half of shell.h: where words, operators and here-documents of a shell script end.
#pragma once

#include "engine/dockerfile/linter/shell.h"

#include <utility>

namespace quayside::dockerfile
{

struct ScannedWord {
    ShellWord word;
    std::vector<std::pair<std::size_t, std::size_t>> substitutions; // insides of $(…) and `…`: begin, end
};

class ShellScanner
{
public:
    explicit ShellScanner(std::string_view text) : text(text) {}

    // The length of the redirection operator at a position ("2>&", "<<-"), 0 where there is none.
    std::size_t redirection(std::size_t at) const;
    // What ends a command at a position ("&&", "\n", "("), empty where nothing does.
    std::string_view separator(std::size_t at) const;
    // The word that starts at a position; empty where an operator stands there.
    ScannedWord word(std::size_t at) const;
    std::size_t behindBlanks(std::size_t at) const;
    std::size_t behindArithmetic(std::size_t at) const; // behind the next "))"

    // A here-document was announced; its lines follow the next end of a line.
    void heredoc(std::string delimiter, bool stripTabs)
    {
        heredocs.emplace_back(std::move(delimiter), stripTabs);
    }
    std::size_t behindHeredocs(std::size_t at);

private:
    struct Cursor; // what is known of the word being scanned
    void quoted(Cursor &cursor) const;
    void dollar(Cursor &cursor) const;
    void backtick(Cursor &cursor) const;
    std::size_t matching(std::size_t at, char open, char close) const;

    std::string_view text;
    std::vector<std::pair<std::string, bool>> heredocs;
};

} // namespace quayside::dockerfile
