#include "models/dockerfile/language/matches.h"

#include "engine/dockerfile/unicode.h"
#include "models/dockerfile/language/variableuses.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace quayside::models::language
{
namespace
{

bool beginsWord(std::string_view name, std::size_t at)
{
    return at == 0 || !isNameByte(name[at - 1]) || name[at - 1] == '_';
}

} // namespace

std::optional<int> matchOf(std::string_view name, std::string_view typed)
{
    if (name.starts_with(typed))
        return 0;
    const auto lowerName = dockerfile::lowered(name), lowerTyped = dockerfile::lowered(typed);
    if (lowerName.starts_with(lowerTyped))
        return 1;
    const auto first = lowerName.find(lowerTyped);
    for (auto at = first; at != lowerName.npos; at = lowerName.find(lowerTyped, at + 1))
        if (beginsWord(lowerName, at))
            return 2;
    if (first != lowerName.npos)
        return 3;
    std::size_t at = 0;
    for (const char c : lowerName)
        if (at < lowerTyped.size() && c == lowerTyped[at])
            ++at;
    // One letter somewhere says nothing.
    return at == lowerTyped.size() && lowerTyped.size() > 1 ? std::optional(4) : std::nullopt;
}

void Matches::add(CompletionItem item, int rank)
{
    add(std::move(item), rank, m_replace, m_typed);
}

void Matches::add(CompletionItem item, int rank, dockerfile::Range replace, std::string_view typed)
{
    const auto label = item.label.toStdString();
    if (const auto quality = matchOf(label, typed)) {
        item.replace = replace;
        m_found.push_back({std::move(item), *quality, rank});
    }
}

std::vector<CompletionItem> Matches::take()
{
    std::ranges::stable_sort(m_found, [](const Match &a, const Match &b) {
        return std::tie(a.quality, a.rank, a.item.label) < std::tie(b.quality, b.rank, b.item.label);
    });
    std::set<QString> seen;
    std::vector<CompletionItem> items;
    for (auto &match : m_found)
        if (items.size() < mostCompletions && seen.insert(match.item.label).second)
            items.push_back(std::move(match.item));
    return items;
}

} // namespace quayside::models::language
