// Names that other instructions use: they get the new one, as the editor's rename has it.
#include "models/dockerfile/cards/fieldwriter.h"
#include "models/dockerfile/language/symbols.h"
#include "models/dockerfile/language/variables.h"

#include <algorithm>

namespace quayside::models
{
namespace
{

std::string_view nameOf(std::string_view pair)
{
    return pair.substr(0, pair.find('='));
}

// Where a stage is named besides its FROM; none: nowhere.
std::optional<int> lineOfUse(const DockerfileSnapshot &snapshot, dockerfile::Position definition)
{
    const auto index = language::indexSymbols(snapshot);
    const auto *found = index.at(definition);
    if (found == nullptr)
        return std::nullopt;
    for (const auto &occurrence : index.occurrences)
        if (occurrence.symbol == found->symbol && !occurrence.definition && occurrence.exact)
            return occurrence.range.start.line;
    return std::nullopt;
}

// The name is one that the file or the builder knows for something else: then the card means that one now.
bool isAnothersName(const language::SymbolIndex &index, std::string_view name)
{
    return language::isPredefined(name) || std::ranges::binary_search(index.foreign, name) ||
           std::ranges::any_of(index.symbols, [&](const language::Symbol &symbol) {
               return symbol.kind == language::SymbolKind::Variable && symbol.name == name;
           });
}

} // namespace

// The stage's name.
Result<FieldWriter::Edits> FieldWriter::name(const Field &field)
{
    const auto &words = m_text.node().words;
    const auto base = m_text.offset(words.front().range.end);
    if (words.size() != 3)
        return replace(base, base, " AS " + field.text);
    if (!field.text.empty())
        return stageName(words[2], field.text);
    if (const auto line = lineOfUse(m_snapshot, words[2].range.start))
        return refuse(CardText::tr("Line %1 uses this stage by its name: change it there first.").arg(*line));
    return replace(base, m_text.offset(words[2].range.end), {});
}

Result<FieldWriter::Edits> FieldWriter::stageName(const dockerfile::Word &word, const std::string &name) const
{
    auto edits = language::rename(m_snapshot, word.range.start, name);
    if (!edits)
        return refuse(edits.error());
    return *std::move(edits);
}

// One name of an ARG is another one, and nothing else is.
bool FieldWriter::isOtherName(const std::vector<std::string> &list, const std::vector<std::string> &old)
{
    if (list.size() != old.size())
        return false;
    const auto [now, before] = std::ranges::mismatch(list, old);
    return now != list.end() && std::equal(now + 1, list.end(), before + 1) &&
           nameOf(*now) != nameOf(*before) && !nameOf(*now).empty() &&
           now->substr(nameOf(*now).size()) == before->substr(nameOf(*before).size());
}

Result<FieldWriter::Edits> FieldWriter::argumentName(const Field &field, const Field &old)
{
    const auto index = std::ranges::mismatch(field.list, old.list).in1 - field.list.begin();
    const std::string name(nameOf(field.list[std::size_t(index)]));
    const auto place = m_text.node().words[std::size_t(index)].range.start;
    if (const auto symbols = language::indexSymbols(m_snapshot);
        isAnothersName(symbols, name) || language::isPredefined(nameOf(old.list[std::size_t(index)])))
        return pairs(field);
    auto edits = language::rename(m_snapshot, place, name);
    if (!edits)
        return refuse(edits.error());
    m_renamesArgument = true;
    return *std::move(edits);
}

} // namespace quayside::models
