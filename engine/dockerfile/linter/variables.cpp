// Variables that nobody has defined: UndefinedArgInFrom, InvalidDefaultArgInFrom, DL3044; undefinedvar.cpp
// has UndefinedVar.
#include "engine/dockerfile/linter/variables.h"
#include "engine/dockerfile/linter/findings.h"
#include "engine/dockerfile/linter/imagename.h"
#include "engine/dockerfile/structure/arguments.h"

#include <algorithm>
#include <format>

namespace quayside::dockerfile
{

namespace
{

bool isNameByte(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

void undefinedIn(Findings &findings, const Step &from, const Word &word, std::string_view text,
                 const GlobalArguments &arguments)
{
    if (!text.contains('$'))
        return;
    const auto expansion = expand(text, arguments.values, {.escape = findings.document.tree.escape});
    if (!expansion)
        return;
    for (const auto &name : expansion->undefined) {
        if (arguments.names.contains(name) || expansion->provided.contains(name))
            continue;
        const auto better = similarName(name, arguments.names);
        const auto place = variablePlace(findings.document, word.range, name);
        auto message = std::format("FROM argument '{}' is not declared", name);
        if (!better.empty())
            message += std::format(" (did you mean {}?)", better);
        findings.add("UndefinedArgInFrom", &from, place.value_or(word.range), std::move(message),
                     {better.empty() ? Fix{} : fixOf(std::format("Use {}", better), place, better)});
    }
}

void baseName(Findings &findings, const StageView &stage, const GlobalArguments &arguments)
{
    if (!stage.base.contains('$'))
        return;
    const auto expansion = expand(stage.base, arguments.values, {.escape = findings.document.tree.escape});
    if (!expansion || isImageName(expansion->text) ||
        findings.document.stageNamed(expansion->text, stage.from->stage) != nullptr)
        return;
    findings.add(
        "InvalidDefaultArgInFrom", stage.from, stage.from->node->words[0].range,
        std::format("Default value for ARG {} results in empty or invalid base image name", stage.base));
}

// ENV a=1 b=$a: b gets what a was before.
void ownVariables(Findings &findings, const Step &step, const std::set<std::string_view> &defined)
{
    const auto &words = step.node->words;
    std::map<std::string_view, std::size_t> own;
    for (std::size_t i = 0; i + 2 < words.size(); i += 3)
        own.emplace(words[i].text, i);
    for (std::size_t i = 0; i + 2 < words.size(); i += 3) {
        if (!words[i + 1].text.contains('$'))
            continue;
        const auto uses = expand(words[i + 1].text, {}, {.escape = findings.document.tree.escape});
        if (!uses)
            continue;
        for (const auto &name : uses->undefined)
            if (const auto found = own.find(name);
                found != own.end() && found->second != i && !defined.contains(name)) {
                const auto place = variablePlace(findings.document, words[i + 1].range, name);
                findings.add(
                    "DL3044", &step, place.value_or(words[i + 1].range),
                    "Do not refer to an environment variable within the same `ENV` statement where it is "
                    "defined.");
                return;
            }
    }
}

} // namespace

// Levenshtein's distance, as far as it is below 3.
int nameDistance(std::string_view a, std::string_view b)
{
    constexpr int far = 3;
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() >= far || b.size() > 256)
        return far;
    std::vector<int> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i));
        int least = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
            least = std::min(least, row[j]);
        }
        if (least >= far)
            return far;
    }
    return std::min(row.back(), far);
}

std::string similarName(std::string_view name, const std::set<std::string, std::less<>> &names)
{
    int best = 3;
    std::string result;
    for (const auto &candidate : names) {
        const int distance = nameDistance(name, candidate);
        if (distance == 0)
            return {};
        if (distance < best) {
            best = distance;
            result = candidate;
        }
    }
    return result;
}

std::optional<Range> variablePlace(const Document &document, const Range &within, std::string_view name)
{
    const auto text = document.slice(within);
    const auto start = document.offset(within.start);
    for (std::size_t at = text.find('$'); at != text.npos; at = text.find('$', at + 1)) {
        const auto begin = at + (text.substr(at + 1).starts_with('{') ? 2 : 1);
        const auto end = begin + name.size();
        if (text.substr(std::min(begin, text.size())).starts_with(name) &&
            (end >= text.size() || !isNameByte(text[end])))
            return document.range(start + begin, start + end);
    }
    return std::nullopt;
}

void checkVariables(Findings &findings)
{
    const auto arguments = globalArguments(findings.document, findings.options.platform);
    for (const auto &stage : findings.document.stages) {
        if (stage.base.empty())
            continue;
        undefinedIn(findings, *stage.from, stage.from->node->words[0], stage.base, arguments);
        if (const auto *flag = stage.from->flag("platform"))
            undefinedIn(findings, *stage.from, *flag, stage.from->flagText("platform"), arguments);
        baseName(findings, stage, arguments);
    }
    std::set<std::string_view> defined;
    for (const auto &step : findings.document.steps) {
        const auto &words = step.node->words;
        if (step.is("arg"))
            for (const auto &word : words)
                defined.insert(std::string_view(word.text).substr(0, word.text.find('=')));
        if (!step.is("env"))
            continue;
        ownVariables(findings, step, defined);
        for (std::size_t i = 0; i < words.size(); i += 3)
            defined.insert(words[i].text);
    }
    checkUndefined(findings);
}

} // namespace quayside::dockerfile
