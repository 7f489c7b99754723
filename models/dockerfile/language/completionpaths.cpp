// Files: of the context, of images, and as they are at a line.
#include "models/dockerfile/language/completer.h"

#include <algorithm>

namespace quayside::models::language
{
namespace
{

// "/app//./lib/x" → {"app/lib", "x"}: the folder without "." and "..", and what is typed of a name in it.
struct TypedPath {
    std::string folder;
    std::string_view name;
};

TypedPath takenApart(std::string_view typed)
{
    TypedPath path;
    std::vector<std::string_view> parts;
    for (auto slash = typed.find('/'); slash != typed.npos; slash = typed.find('/')) {
        const auto part = typed.substr(0, slash);
        typed.remove_prefix(slash + 1);
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
    }
    path.name = typed;
    for (const auto part : parts)
        path.folder.append(path.folder.empty() ? "" : "/").append(part);
    return path;
}

// A name as a word, or in a string of an array: a "$" is no variable. nullopt: it cannot be written there.
std::optional<std::string> writtenName(std::string_view name, char escape, bool array)
{
    std::string out;
    for (const char c : name) {
        const bool control = (c >= 0 && c < 0x20) || c == 0x7f;
        // Words are split at white space whether it is escaped or not.
        if (control || c == '"' || c == '\'' || c == escape || (c == ' ' && !array))
            return std::nullopt;
        if (c == '$')
            out.append(array ? 2 : 1, escape);
        out += c;
    }
    return out;
}

} // namespace

void Completer::addPaths(const std::optional<std::vector<PathEntry>> &entries, std::string_view typed)
{
    if (!entries)
        return;
    const auto name = takenApart(typed).name;
    start(name);
    for (const auto &entry : *entries) {
        const bool hidden = entry.name.starts_with('.') && !name.starts_with('.');
        auto written = writtenName(entry.name, m_structure.tree.escape, m_typed.array);
        if (!written)
            continue;
        m_matches.add({.label = shown(entry.name) + (entry.folder ? QStringLiteral("/") : QString()),
                       .insert = *written + (entry.folder ? "/" : ""),
                       .kind = entry.folder ? CompletionItem::Kind::Folder : CompletionItem::Kind::File,
                       .continues = entry.folder},
                      hidden ? 1 : 0);
    }
}

void Completer::completeContextPath(std::string_view typed)
{
    if (m_sources != nullptr)
        addPaths(known(m_sources->contextFolder(takenApart(typed).folder)), typed);
}

// `from`: a stage, as it is at its end, or an image.
void Completer::completeImagePath(const std::string &from, std::string_view typed)
{
    if (m_sources == nullptr || from.contains('$'))
        return;
    const auto folder = takenApart(typed).folder;
    if (const auto *stage = m_structure.stageCalled(from, stageIndex()))
        addPaths(known(m_sources->placeFolder(
                     placeBefore(*stage, m_snapshot.lines.position(m_snapshot.text.size())), folder)),
                 typed);
    else
        addPaths(known(m_sources->imageFolder(from, folder)), typed);
}

void Completer::completePlacePath(std::string_view typed)
{
    const int stage = stageIndex();
    if (m_sources == nullptr || stage < 0)
        return;
    const auto &here = m_structure.stages[static_cast<std::size_t>(stage)];
    const auto path =
        typed.starts_with('/') ? std::string(typed) : workingFolder(here) + '/' + std::string(typed);
    addPaths(known(m_sources->placeFolder(placeBefore(here, m_cursor.start), takenApart(path).folder)),
             takenApart(typed).name);
}

// What WORKDIRs above say, those of the stages below too.
std::string Completer::workingFolder(const dockerfile::StageView &stage)
{
    dockerfile::Environment environment;
    for (auto &variable : variablesAt(m_structure, m_cursor.start, surroundings()))
        if (variable.known)
            environment.emplace(std::move(variable.name), std::move(variable.value));
    std::string folder;
    std::vector<const dockerfile::StageView *> chain{&stage};
    while (chain.back()->parent >= 0)
        chain.push_back(&m_structure.stages[static_cast<std::size_t>(chain.back()->parent)]);
    for (auto one = chain.rbegin(); one != chain.rend(); ++one)
        for (const auto &step : m_structure.stepsOf(**one)) {
            if (!step.is("workdir") || step.onbuild || m_cursor.start <= step.outer->range.start)
                continue;
            const auto value =
                dockerfile::expand(step.word(0), environment, {.escape = m_structure.tree.escape});
            if (value)
                folder = value->text.starts_with('/') ? value->text : folder + '/' + value->text;
        }
    return folder;
}

std::string Completer::expandedBase(const dockerfile::StageView &stage) const
{
    const auto globals = dockerfile::globalArguments(m_structure, {}, m_arguments);
    const auto base = dockerfile::expand(stage.base, globals.values, {.escape = m_structure.tree.escape});
    return base ? base->text : std::string();
}

FileSystemPlace Completer::placeBefore(const dockerfile::StageView &stage, dockerfile::Position end) const
{
    const auto *root = &stage;
    while (root->parent >= 0)
        root = &m_structure.stages[static_cast<std::size_t>(root->parent)];
    FileSystemPlace place{.base = expandedBase(*root), .instruction = {}, .line = 0};
    // The newest that there is: of this stage, else the end of the one that it is built on.
    for (const auto *one = &stage; place.line == 0;
         one = &m_structure.stages[static_cast<std::size_t>(one->parent)]) {
        for (const auto &step : m_structure.stepsOf(*one))
            if (!step.is("from") && step.outer->range.start < end) {
                place.instruction = step.outer->original;
                place.line = step.outer->range.start.line;
            }
        if (one->parent < 0)
            break;
        end = m_snapshot.lines.position(m_snapshot.text.size());
    }
    return place;
}

} // namespace quayside::models::language
