#include "engine/dockerfile/instructions/suggestion.h"

#include "engine/dockerfile/unicode.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace quayside::dockerfile
{

namespace
{

constexpr std::size_t tooFar = 3;

// Levenshtein's distance, by characters, as far as it is below tooFar.
std::size_t distance(std::u32string_view a, std::u32string_view b)
{
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= tooFar)
        return tooFar;
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = std::exchange(row[j + 1], std::min({replaced, row[j] + 1, row[j + 1] + 1}));
        }
    }
    return row.back();
}

std::u32string characters(std::string_view text)
{
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = decode(text, at);
        out += c;
        at += size;
    }
    return out;
}

// In whatever case.
std::size_t commonStart(std::string_view a, std::string_view b)
{
    const auto first = lowered(a), second = lowered(b);
    return static_cast<std::size_t>(std::ranges::mismatch(first, second).in1 - first.begin());
}

} // namespace

std::string suggestion(std::string_view value, std::span<const std::string_view> options, bool caseCounts)
{
    const auto prepared = [caseCounts](std::string_view text) {
        return caseCounts ? std::string(text) : lowered(text);
    };
    const auto wanted = characters(prepared(value));
    std::string_view best;
    auto nearest = tooFar;
    for (const auto option : options) {
        const auto away = distance(wanted, characters(prepared(option)));
        if (away == 0)
            return {};
        // Of several that are equally near, the one that begins alike.
        const bool alike =
            away == nearest && away < tooFar && commonStart(value, option) > commonStart(value, best);
        if (away < nearest || alike) {
            nearest = away;
            best = option;
        }
    }
    if (best.empty())
        return {};
    std::string shown(best);
    if (!caseCounts && value == lowered(value))
        shown = lowered(best);
    else if (!caseCounts && value == uppered(value))
        shown = uppered(best);
    else if (!caseCounts)
        shown = lowered(best);
    return " (did you mean " + shown + "?)";
}

} // namespace quayside::dockerfile
