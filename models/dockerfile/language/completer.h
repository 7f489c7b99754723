// One completion on its way: what completion.cpp begins and completionwords.cpp goes on with.
#pragma once

#include "engine/dockerfile/linter/linter.h"
#include "engine/dockerfile/structure/structure.h"
#include "models/dockerfile/language/completion.h"
#include "models/dockerfile/language/cursor.h"
#include "models/dockerfile/language/matches.h"
#include "models/dockerfile/language/reference.h"
#include "models/dockerfile/language/texts.h"
#include "models/dockerfile/language/variableuses.h"

#include <optional>

namespace quayside::models::language
{

class Completer
{
public:
    Completer(const DockerfileSnapshot &snapshot, dockerfile::Position position, CompletionSources *sources,
              const dockerfile::Environment &arguments)
        : m_snapshot(snapshot), m_structure(snapshot.parsed.tree), m_cursor(cursorAt(snapshot, position)),
          m_typed(typedAt(m_cursor, snapshot.parsed.tree.escape)), m_sources(sources), m_arguments(arguments)
    {
    }

    Completions run();

private:
    void completeInstruction();
    void completeKeyword();
    void completeVariable(std::size_t bytes);
    void completeComment();
    void completeCheck(std::string_view value);
    void completeRules(std::string_view list, dockerfile::RuleFamily family);
    void completeValues(std::string_view typed, std::string_view values,
                        CompletionItem::Kind kind = CompletionItem::Kind::Value);

    void completeFlag();
    void completeFlagValue(std::string_view name, std::string_view value);
    void completeMount(std::string_view value);
    void completeMountValue(std::string_view type, std::string_view key, std::string_view value);
    void completeWord();
    void completeFrom();
    void completeCopy();
    void completeArgument();
    void completeExpose();
    void completeShell();

    void addStages(std::string_view typed, bool numbers);
    void addImages(std::string_view typed);
    void addTags(std::string_view repository, std::string_view typed);
    void completeContextPath(std::string_view typed);
    void completeImagePath(const std::string &from, std::string_view typed);
    void completePlacePath(std::string_view typed);
    void addPaths(const std::optional<std::vector<PathEntry>> &entries, std::string_view typed);

    // From here on items replace the last bytes before the cursor.
    void start(std::string_view typed) { m_matches = Matches(m_cursor.tail(typed.size()), typed); }
    Surroundings surroundings();
    [[nodiscard]] int stageIndex() const; // of the stage that the cursor is in; -1 above all
    [[nodiscard]] std::string workingFolder(const dockerfile::StageView &stage);
    [[nodiscard]] std::string expandedBase(const dockerfile::StageView &stage) const;
    [[nodiscard]] FileSystemPlace placeBefore(const dockerfile::StageView &stage,
                                              dockerfile::Position end) const;

    template <typename T>
    std::optional<T> known(std::optional<T> answer)
    {
        m_pending = m_pending || !answer;
        return answer;
    }

    const DockerfileSnapshot &m_snapshot;
    dockerfile::Structure m_structure;
    Cursor m_cursor;
    Typed m_typed;
    CompletionSources *m_sources;
    const dockerfile::Environment &m_arguments;
    Matches m_matches{{}, {}}; // nothing, before start()
    bool m_pending = false;
};

} // namespace quayside::models::language
