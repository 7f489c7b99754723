#include "engine/dockerfile/linter/shellwords.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace quayside::dockerfile
{

namespace
{

// Longest first.
constexpr std::array<std::string_view, 15> separators{";;&", "&&", "||", ";;", ";&", "|&", "((",  "()",
                                                      ";",   "|",  "&",  "\n", "(",  ")",  "\r\n"};
constexpr std::array<std::string_view, 11> redirections{"<<<", "<<-", "&>>", "<<", ">>", ">&",
                                                        "<&",  "<>",  ">|",  "&>", ">"};

bool isNameByte(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

bool endsWord(char c)
{
    return std::string_view(" \t\r\n;&|()<>").contains(c);
}

} // namespace

struct ShellScanner::Cursor {
    ScannedWord scanned;
    std::size_t at = 0;

    void expansion(std::string_view name)
    {
        scanned.word.literal = false;
        scanned.word.text += "${";
        scanned.word.text += name;
        scanned.word.text += '}';
    }
};

std::size_t ShellScanner::redirection(std::size_t at) const
{
    std::size_t end = at;
    while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])))
        ++end;
    const auto rest = text.substr(end);
    if (rest.starts_with("<(") || rest.starts_with(">("))
        return 0; // a process substitution: a word
    for (const auto sign : redirections)
        if (rest.starts_with(sign))
            return sign[0] == '&' && end > at ? 0 : end - at + sign.size();
    return rest.starts_with('<') ? end - at + 1 : 0;
}

std::string_view ShellScanner::separator(std::size_t at) const
{
    const auto rest = text.substr(at);
    for (const auto sign : separators)
        if (rest.starts_with(sign))
            return sign;
    return {};
}

std::size_t ShellScanner::behindBlanks(std::size_t at) const
{
    return std::min(text.find_first_not_of(" \t", at), text.size());
}

std::size_t ShellScanner::behindArithmetic(std::size_t at) const
{
    const auto end = text.find("))", at);
    return end == text.npos ? text.size() : end + 2;
}

ScannedWord ShellScanner::word(std::size_t at) const
{
    Cursor cursor{.at = at};
    cursor.scanned.word.begin = at;
    while (cursor.at < text.size()) {
        const char c = text[cursor.at];
        if (c == '\'' || c == '"')
            quoted(cursor);
        else if (c == '$')
            dollar(cursor);
        else if (c == '`')
            backtick(cursor);
        else if ((c == '<' || c == '>') && text.substr(cursor.at + 1).starts_with('(')) {
            const auto end = matching(cursor.at + 2, '(', ')');
            cursor.scanned.substitutions.emplace_back(cursor.at + 2, end);
            cursor.expansion("");
            cursor.at = std::min(end + 1, text.size());
        } else if (endsWord(c))
            break;
        else {
            if (c == '\\' && cursor.at + 1 < text.size())
                ++cursor.at;
            if (c != '\\' || text[cursor.at] != '\n')
                cursor.scanned.word.text += text[cursor.at];
            ++cursor.at;
        }
    }
    cursor.scanned.word.end = cursor.at;
    return std::move(cursor.scanned);
}

void ShellScanner::quoted(Cursor &cursor) const
{
    auto &word = cursor.scanned.word;
    const char quote = text[cursor.at++];
    if (quote == '\'') {
        const auto end = std::min(text.find('\'', cursor.at), text.size());
        word.text += text.substr(cursor.at, end - cursor.at);
        cursor.at = std::min(end + 1, text.size());
        return;
    }
    while (cursor.at < text.size() && text[cursor.at] != '"') {
        const char c = text[cursor.at];
        if (c == '$')
            dollar(cursor);
        else if (c == '`')
            backtick(cursor);
        else {
            const bool escape = c == '\\' && cursor.at + 1 < text.size() &&
                                std::string_view("$`\"\\\n").contains(text[cursor.at + 1]);
            word.text += text[cursor.at += escape ? 1 : 0];
            ++cursor.at;
        }
    }
    cursor.at = std::min(cursor.at + 1, text.size());
}

void ShellScanner::dollar(Cursor &cursor) const
{
    const auto rest = text.substr(cursor.at + 1);
    if (rest.starts_with("((")) {
        cursor.expansion("");
        cursor.at = behindArithmetic(cursor.at + 3);
    } else if (rest.starts_with('(')) {
        const auto end = matching(cursor.at + 2, '(', ')');
        cursor.scanned.substitutions.emplace_back(cursor.at + 2, end);
        cursor.expansion("");
        cursor.at = std::min(end + 1, text.size());
    } else if (rest.starts_with('{')) {
        const auto end = matching(cursor.at + 2, '{', '}');
        cursor.expansion(text.substr(cursor.at + 2, end - cursor.at - 2));
        cursor.at = std::min(end + 1, text.size());
    } else if (!rest.empty() && (isNameByte(rest[0]) || std::string_view("@*#?-!$").contains(rest[0]))) {
        std::size_t size = 1;
        if (!std::isdigit(static_cast<unsigned char>(rest[0])) && isNameByte(rest[0]))
            while (size < rest.size() && isNameByte(rest[size]))
                ++size;
        cursor.expansion(rest.substr(0, size));
        cursor.at += 1 + size;
    } else {
        cursor.scanned.word.text += '$';
        ++cursor.at;
    }
}

void ShellScanner::backtick(Cursor &cursor) const
{
    std::size_t end = cursor.at + 1;
    while (end < text.size() && text[end] != '`')
        end += text[end] == '\\' ? 2 : 1;
    end = std::min(end, text.size());
    cursor.scanned.substitutions.emplace_back(cursor.at + 1, end);
    cursor.expansion("");
    cursor.at = std::min(end + 1, text.size());
}

// Where the bracket that is open at a position is closed; quotes are passed over.
std::size_t ShellScanner::matching(std::size_t at, char open, char close) const
{
    int depth = 1;
    char quote = '\0';
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\' && quote != '\'')
            ++at;
        else if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '\'' || c == '"')
            quote = c;
        else if (c == open)
            ++depth;
        else if (c == close && --depth == 0)
            return at;
    }
    return text.size();
}

std::size_t ShellScanner::behindHeredocs(std::size_t at)
{
    for (const auto &[delimiter, stripTabs] : heredocs) {
        while (at < text.size()) {
            const auto end = std::min(text.find('\n', at), text.size());
            auto line = text.substr(at, end - at);
            if (stripTabs)
                line.remove_prefix(std::min(line.find_first_not_of('\t'), line.size()));
            at = std::min(end + 1, text.size());
            if (line == delimiter)
                break;
        }
    }
    heredocs.clear();
    return at;
}

} // namespace quayside::dockerfile
