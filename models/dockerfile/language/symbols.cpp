#include "models/dockerfile/language/symbols.h"

#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/structure/structure.h"
#include "models/dockerfile/language/texts.h"
#include "models/dockerfile/language/variables.h"
#include "models/dockerfile/language/variableuses.h"

#include <algorithm>

namespace quayside::models::language
{
namespace
{

using dockerfile::Edit;
using dockerfile::lowered;
using dockerfile::Range;

// Why a variable cannot be called so; empty: it can.
QString problemOfVariable(const SymbolIndex &index, const std::string &old, const std::string &name)
{
    if (isPredefined(old))
        return DockerfileLanguage::tr("%1 is set by the builder: under another name it would stay empty.")
            .arg(shown(old));
    if (!isVariableName(name))
        return DockerfileLanguage::tr("“%1” is no name of a variable: letters, digits and underscores are, "
                                      "with no digit first.")
            .arg(shown(name));
    if (isPredefined(name))
        return DockerfileLanguage::tr("%1 is a variable that the builder sets: choose another name.")
            .arg(shown(name));
    for (const auto &symbol : index.symbols)
        if (symbol.kind == SymbolKind::Variable && symbol.name == name)
            return DockerfileLanguage::tr("There is a variable %1 in this file: choose another name.")
                .arg(shown(name));
    if (std::ranges::binary_search(index.foreign, name))
        return DockerfileLanguage::tr(
                   "$%1 is used in this file for a variable from elsewhere: choose another "
                   "name.")
            .arg(shown(name));
    return {};
}

// Whether FROM, --from or a mount would mean the stage by this name, and mean an image now.
bool isNameOfImage(const DockerfileSnapshot &snapshot, const std::string &name)
{
    const dockerfile::Structure structure(snapshot.parsed.tree);
    const auto same = [&](std::string_view other) { return lowered(other) == name; };
    return std::ranges::any_of(structure.steps, [&](const dockerfile::Step &step) {
        if (step.is("from") && same(step.word(0)))
            return true;
        return std::ranges::any_of(step.node->flags, [&](const dockerfile::Word &flag) {
            const auto text = lowered(flag.text);
            return text == "--from=" + name || (text + ',').contains(",from=" + name + ',') ||
                   (text + ',').contains("--mount=from=" + name + ',');
        });
    });
}

QString problemOfStage(const DockerfileSnapshot &snapshot, const SymbolIndex &index, const std::string &old,
                       const std::string &name)
{
    const auto lower = lowered(name);
    if (!dockerfile::isStageName(lower))
        return DockerfileLanguage::tr(
                   "“%1” is no name of a stage: a letter comes first, then letters, digits, "
                   "dots, hyphens and underscores.")
            .arg(shown(name));
    if (lower == "scratch" || lower == "context")
        return DockerfileLanguage::tr("“%1” has a meaning of its own in a Dockerfile: choose another name.")
            .arg(shown(name));
    if (lower == lowered(old))
        return {}; // only its case
    for (const auto &symbol : index.symbols)
        if (symbol.kind == SymbolKind::Stage && lowered(symbol.name) == lower)
            return DockerfileLanguage::tr("There is a stage called “%1” in this file: choose another name.")
                .arg(shown(name));
    if (isNameOfImage(snapshot, lower))
        return DockerfileLanguage::tr("“%1” is an image that this file uses: a stage of that name would take "
                                      "its place. Choose another name.")
            .arg(shown(name));
    return {};
}

} // namespace

const Occurrence *SymbolIndex::at(dockerfile::Position position) const
{
    const Occurrence *best = nullptr;
    for (const auto &occurrence : occurrences)
        if (occurrence.range.start <= position && position <= occurrence.range.end &&
            (best == nullptr || best->range.end == position))
            best = &occurrence;
    return best;
}

std::optional<Range> definition(const DockerfileSnapshot &snapshot, dockerfile::Position position)
{
    const auto index = indexSymbols(snapshot);
    const auto *found = index.at(position);
    return found == nullptr ? std::nullopt : std::optional(found->defined);
}

std::vector<Range> references(const DockerfileSnapshot &snapshot, dockerfile::Position position)
{
    const auto index = indexSymbols(snapshot);
    std::vector<Range> result;
    if (const auto *found = index.at(position))
        for (const auto &occurrence : index.occurrences)
            if (occurrence.symbol == found->symbol)
                result.push_back(occurrence.range);
    return result;
}

std::optional<Renamable> renamable(const DockerfileSnapshot &snapshot, dockerfile::Position position)
{
    const auto index = indexSymbols(snapshot);
    const auto *found = index.at(position);
    if (found == nullptr || !found->exact)
        return std::nullopt;
    return Renamable{index.symbols[static_cast<std::size_t>(found->symbol)].name, found->range};
}

std::expected<std::vector<Edit>, QString> rename(const DockerfileSnapshot &snapshot,
                                                 dockerfile::Position position, const std::string &newName)
{
    const auto index = indexSymbols(snapshot);
    const auto *found = index.at(position);
    if (found == nullptr)
        return std::unexpected(
            DockerfileLanguage::tr("There is no name here of a stage or a variable that this "
                                   "file defines."));
    const auto &symbol = index.symbols[static_cast<std::size_t>(found->symbol)];
    if (symbol.name.empty())
        return std::unexpected(
            DockerfileLanguage::tr("This stage has no name: write AS and a name behind its "
                                   "FROM first."));
    if (symbol.name == newName)
        return {};
    auto problem = symbol.kind == SymbolKind::Stage ? problemOfStage(snapshot, index, symbol.name, newName)
                                                    : problemOfVariable(index, symbol.name, newName);
    if (!problem.isEmpty())
        return std::unexpected(std::move(problem));
    std::vector<Edit> edits;
    for (const auto &occurrence : index.occurrences) {
        if (occurrence.symbol != found->symbol)
            continue;
        if (occurrence.exact)
            edits.push_back({occurrence.range, newName});
        else if (symbol.kind == SymbolKind::Variable || occurrence.definition)
            return std::unexpected(
                DockerfileLanguage::tr("In line %1 the name is written with quotes or over "
                                       "several lines: change it there by hand first.")
                    .arg(occurrence.range.start.line));
    }
    return edits;
}

} // namespace quayside::models::language
