// How well a name fits what was typed of it.
#pragma once

#include "models/dockerfile/language/completion.h"

#include <optional>
#include <string_view>

namespace quayside::models::language
{

// 0: begins with it in the same case, 1: begins with it, 2: a word in it does, 3: contains it, 4: has its
// characters in this order. nullopt: not at all. Case counts for 0 only.
[[nodiscard]] std::optional<int> matchOf(std::string_view name, std::string_view typed);

// Items in the order in which they are offered, those that fit only.
class Matches
{
public:
    // typed: what `replace` covers, or the last part of it.
    Matches(dockerfile::Range replace, std::string_view typed) : m_replace(replace), m_typed(typed) {}

    // Those that are added with a smaller rank come first where they fit as well. item.replace is set here.
    void add(CompletionItem item, int rank = 0);
    // The same for a range and a text of its own.
    void add(CompletionItem item, int rank, dockerfile::Range replace, std::string_view typed);

    [[nodiscard]] std::vector<CompletionItem> take(); // sorted, each label once

private:
    struct Match {
        CompletionItem item;
        int quality = 0, rank = 0;
    };
    dockerfile::Range m_replace;
    std::string m_typed;
    std::vector<Match> m_found;
};

} // namespace quayside::models::language
