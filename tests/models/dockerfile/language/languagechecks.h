// What must hold for any text, at any place in it: for random edits in a test, and for the fuzz target.
#pragma once

#include "models/dockerfile/language/completion.h"
#include "models/dockerfile/language/hover.h"
#include "models/dockerfile/language/outline.h"
#include "models/dockerfile/language/symbols.h"
#include "tests/models/dockerfile/language/fakesources.h"

#include <algorithm>
#include <string>

namespace quayside::test
{

class LanguageChecks
{
public:
    explicit LanguageChecks(const std::string &text) { m_document.setText(text); }

    // What does not hold, first; empty: all does. `offset`: of a place in the text.
    std::string problemAt(std::size_t offset)
    {
        const auto &snapshot = *m_document.snapshot();
        const auto at = snapshot.lines.position(offset);
        if (auto problem = completions(at); !problem.empty())
            return problem;
        (void)models::language::isCompletionTrigger(snapshot, at, 'a');
        if (const auto found = models::language::hover(snapshot, at, &m_sources);
            found && !isIn(found->range))
            return "what is explained lies outside";
        if (const auto found = models::language::definition(snapshot, at); found && !isIn(*found))
            return "a definition lies outside";
        return renaming(at);
    }

    // The whole text's tree and foldings.
    std::string problem() const
    {
        const auto &snapshot = *m_document.snapshot();
        for (const auto &item : models::language::outline(snapshot))
            if (auto problem = outlineProblem(item); !problem.empty())
                return problem;
        for (const auto &folding : models::language::foldings(snapshot))
            if (folding.first < 1 || folding.last <= folding.first || folding.last > snapshot.lines.lines())
                return "a folding lies outside";
        return {};
    }

private:
    bool isIn(const dockerfile::Range &range) const
    {
        const auto &lines = m_document.snapshot()->lines;
        return range.start <= range.end && lines.position(lines.offset(range.start)) == range.start &&
               lines.position(lines.offset(range.end)) == range.end;
    }

    std::string completions(dockerfile::Position at)
    {
        const auto found = models::language::complete(*m_document.snapshot(), at, &m_sources);
        for (const auto &item : found.items) {
            if (!isIn(item.replace) || item.replace.end != at || item.replace.start.line != at.line)
                return "a completion replaces something else: " + item.insert;
            if (item.label.isEmpty() || item.insert.empty() || item.insert.contains('\n'))
                return "a completion is empty or several lines";
        }
        return {};
    }

    std::string renaming(dockerfile::Position at) const
    {
        const auto references = models::language::references(*m_document.snapshot(), at);
        if (!std::ranges::all_of(references, [&](const auto &range) { return isIn(range); }))
            return "a use lies outside";
        const auto edits = models::language::rename(*m_document.snapshot(), at, "renamed9");
        if (!edits)
            return edits.error().isEmpty() ? "a refusal says nothing" : "";
        models::DockerfileDocument copy;
        copy.setText(m_document.text());
        if (!copy.apply(*edits, {}))
            return "edits of a new name do not fit the text";
        if (copy.snapshot()->parsed.tree.nodes.size() != m_document.snapshot()->parsed.tree.nodes.size())
            return "a new name makes other instructions";
        return {};
    }

    std::string outlineProblem(const models::language::OutlineItem &item) const
    {
        if (!isIn(item.range) || !isIn(item.name) || item.name.start < item.range.start ||
            item.range.end < item.name.end)
            return "an item of the outline lies outside";
        for (const auto &child : item.children) {
            if (child.range.start < item.range.start || item.range.end < child.range.end)
                return "an item of the outline lies outside of its stage";
            if (auto problem = outlineProblem(child); !problem.empty())
                return problem;
        }
        return {};
    }

    models::DockerfileDocument m_document;
    FakeSources m_sources;
};

} // namespace quayside::test
