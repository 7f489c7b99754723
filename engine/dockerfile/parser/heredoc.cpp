#include "engine/dockerfile/expansion/expansion.h"
#include "engine/dockerfile/parser/parser.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace quayside::dockerfile
{

namespace
{

std::ptrdiff_t quotesIn(std::string_view text)
{
    return std::ranges::count_if(text, [](char c) { return c == '\'' || c == '"'; });
}

unsigned descriptorOf(std::string_view digits)
{
    unsigned value = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec ==
        std::errc::result_out_of_range)
        return std::numeric_limits<unsigned>::max();
    return value;
}

} // namespace

std::optional<Heredoc> parseHeredocWord(std::string_view word)
{
    const auto sign = word.find_first_not_of("0123456789");
    if (sign == word.npos || !word.substr(sign).starts_with("<<"))
        return std::nullopt;
    auto name = word.substr(sign + 2);
    const bool chomp = name.starts_with('-');
    if (chomp)
        name.remove_prefix(1);
    name.remove_prefix(std::min(name.find_first_not_of("\t\n\f\r "), name.size()));
    if (name.contains('<'))
        return std::nullopt;
    // With and without its quotes: where that makes a difference, some of the name is quoted.
    const auto plain = splitWords(name, {.keepUnset = true});
    const auto raw = splitWords(name, {.keepQuotes = true, .keepUnset = true});
    if (!plain || !raw || plain->size() != 1 || raw->size() != 1)
        return std::nullopt;
    Heredoc heredoc;
    heredoc.name = plain->front().text;
    heredoc.descriptor = descriptorOf(word.substr(0, sign));
    heredoc.expand = quotesIn(heredoc.name) == quotesIn(raw->front().text);
    heredoc.chomp = chomp;
    return heredoc;
}

std::string chomped(const Heredoc &heredoc)
{
    if (!heredoc.chomp)
        return heredoc.content;
    std::string out;
    bool leads = true;
    for (const auto c : heredoc.content) {
        if (leads && c == '\t')
            continue;
        leads = c == '\n';
        out += c;
    }
    return out;
}

} // namespace quayside::dockerfile
