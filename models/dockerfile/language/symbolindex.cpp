#include "engine/dockerfile/structure/structure.h"
#include "models/dockerfile/language/symbols.h"
#include "models/dockerfile/language/variableuses.h"

#include <algorithm>
#include <map>
#include <set>

namespace quayside::models::language
{
namespace
{

using dockerfile::Range;
using dockerfile::Step;
using dockerfile::Word;

class SymbolIndexer
{
public:
    explicit SymbolIndexer(const DockerfileSnapshot &snapshot)
        : m_snapshot(snapshot), m_structure(snapshot.parsed.tree), m_scopes(m_structure.stages.size())
    {
    }

    SymbolIndex run()
    {
        nameStages();
        for (const auto &step : m_structure.steps)
            take(step);
        m_index.foreign.assign(m_foreign.begin(), m_foreign.end());
        std::ranges::stable_sort(m_index.occurrences, {}, [](const Occurrence &occurrence) {
            return std::pair(occurrence.range.start, occurrence.range.end);
        });
        return std::move(m_index);
    }

private:
    struct Binding {
        int symbol = 0;
        Range defined;
        bool environment = false; // it is there when the image runs
    };
    using Scope = std::map<std::string, Binding, std::less<>>;

    std::string_view slice(const Range &range) const
    {
        return dockerfile::slice(m_snapshot.text, m_snapshot.lines, range);
    }
    std::size_t offset(dockerfile::Position position) const { return m_snapshot.lines.offset(position); }
    Range range(std::size_t begin, std::size_t end) const
    {
        return {m_snapshot.lines.position(begin), m_snapshot.lines.position(end)};
    }
    int newSymbol(SymbolKind kind, std::string name)
    {
        m_index.symbols.push_back({kind, std::move(name)});
        return static_cast<int>(m_index.symbols.size()) - 1;
    }

    void nameStages()
    {
        for (const auto &stage : m_structure.stages) {
            const bool named = !stage.name.empty();
            const auto &word = named ? stage.from->node->words[2] : stage.from->node->written;
            const int symbol = newSymbol(SymbolKind::Stage, named ? word.text : std::string());
            m_stageDefinitions.push_back(word.range);
            m_index.occurrences.push_back(
                {word.range, symbol, true, named && slice(word.range) == word.text, word.range});
        }
    }

    void stageUse(const dockerfile::StageView &stage, const Range &place)
    {
        const int symbol = m_structure.indexOf(stage); // those of stages come first
        const auto &name = m_index.symbols[static_cast<std::size_t>(symbol)].name;
        const auto written = slice(place);
        const bool exact = !name.empty() && dockerfile::lowered(written) == dockerfile::lowered(name);
        m_index.occurrences.push_back(
            {place, symbol, false, exact, m_stageDefinitions[static_cast<std::size_t>(symbol)]});
    }

    void take(const Step &step)
    {
        for (const auto &flag : step.node->flags)
            takeFlag(step, flag);
        if (step.is("from") && !step.onbuild)
            takeFrom(step);
        else if (step.is("arg"))
            takeArg(step);
        else if (step.is("env"))
            takeEnv(step);
        else if (step.is("run") || step.is("cmd") || step.is("entrypoint") || step.is("healthcheck"))
            takeCommand(step);
        else
            takeWords(step);
    }

    void takeFrom(const Step &step)
    {
        const auto &stage = m_structure.stages[static_cast<std::size_t>(step.stage)];
        if (step.node->words.empty())
            return;
        const auto &base = step.node->words[0];
        if (stage.parent >= 0)
            stageUse(m_structure.stages[static_cast<std::size_t>(stage.parent)], base.range);
        else
            uses(step, base.range, Reading::Word);
    }

    // The value behind "from=" of --from and of --mount.
    void takeFlag(const Step &step, const Word &flag)
    {
        if (!flag.text.starts_with("--from=") && !flag.text.starts_with("--mount="))
            return uses(step, flag.range, Reading::Word);
        const auto raw = slice(flag.range);
        const auto start = offset(flag.range.start);
        for (auto at = raw.find("from="); at != raw.npos; at = raw.find("from=", at + 1)) {
            const bool key = at > 0 && (raw[at - 1] == ',' || raw[at - 1] == '=' || raw[at - 1] == '"' ||
                                        raw.substr(0, at) == "--");
            auto begin = at + 5;
            begin += begin < raw.size() && (raw[begin] == '"' || raw[begin] == '\'') ? 1 : 0;
            const auto end = std::min(raw.find_first_of(",\"' \t\r\n", begin), raw.size());
            if (!key || end <= begin)
                continue;
            if (const auto *stage = m_structure.stageCalled(raw.substr(begin, end - begin), step.stage))
                stageUse(*stage, range(start + begin, start + end));
        }
        uses(step, flag.range, Reading::Word);
    }

    void takeArg(const Step &step)
    {
        for (const auto &word : step.node->words) {
            const auto name = word.text.substr(0, word.text.find('='));
            uses(step, word.range, Reading::Word);
            if (!step.onbuild)
                define(step, word.range, name, false);
        }
    }

    void takeEnv(const Step &step)
    {
        const auto &words = step.node->words;
        for (std::size_t i = 0; i + 2 < words.size(); i += 3)
            uses(step, {words[i].range.start, words[i + 1].range.end}, Reading::Word);
        for (std::size_t i = 0; i + 2 < words.size() && !step.onbuild; i += 3)
            define(step, words[i].range, variableName(words[i].text, m_structure.tree.escape), true);
    }

    void takeCommand(const Step &step)
    {
        const auto &node = *step.node;
        if (node.json)
            return;
        const bool script =
            !node.heredocs.empty() && !node.words.empty() && node.words[0].text.starts_with("<<");
        if (!node.words.empty())
            uses(step, {node.words[0].range.start, node.head.end}, Reading::Shell);
        for (const auto &heredoc : node.heredocs)
            if (script || heredoc.expand)
                uses(step, heredoc.contentRange, script ? Reading::Shell : Reading::Content);
    }

    void takeWords(const Step &step)
    {
        for (const auto &word : step.node->words)
            uses(step, word.range, Reading::Word);
        for (const auto &heredoc : step.node->heredocs)
            if (heredoc.expand)
                uses(step, heredoc.contentRange, Reading::Content);
    }

    const Binding *find(const Step &step, std::string_view name) const
    {
        const bool global = step.stage < 0 || (step.is("from") && !step.onbuild);
        if (global) {
            const auto found = m_global.find(name);
            return found == m_global.end() ? nullptr : &found->second;
        }
        for (int stage = step.stage; stage >= 0;
             stage = m_structure.stages[static_cast<std::size_t>(stage)].parent) {
            const auto &scope = m_scopes[static_cast<std::size_t>(stage)];
            if (const auto found = scope.find(name); found != scope.end())
                return &found->second;
        }
        return nullptr;
    }

    void define(const Step &step, const Range &word, const std::string &name, bool environment)
    {
        if (!isVariableName(name))
            return;
        const auto *before = find(step, name);
        const auto global = m_global.find(name);
        const int symbol = before != nullptr                          ? before->symbol
                           : !environment && global != m_global.end() ? global->second.symbol
                                                                      : newSymbol(SymbolKind::Variable, name);
        const bool stays = environment || (before != nullptr && before->environment);
        const auto start = offset(word.start);
        const bool exact = std::string_view(m_snapshot.text).substr(start).starts_with(name);
        const auto place = exact ? range(start, start + name.size()) : word;
        auto &scope = step.stage < 0 ? m_global : m_scopes[static_cast<std::size_t>(step.stage)];
        scope.insert_or_assign(name, Binding{symbol, place, stays});
        m_index.occurrences.push_back({place, symbol, true, exact, place});
    }

    void uses(const Step &step, const Range &where, Reading reading)
    {
        const auto begin = offset(where.start), end = offset(where.end);
        const bool atRunTime =
            step.onbuild || step.is("cmd") || step.is("entrypoint") || step.is("healthcheck");
        for (auto &use : variableUses(m_snapshot.text, begin, end, m_structure.tree.escape, reading)) {
            const auto *binding = find(step, use.name);
            const auto script = std::string_view(m_snapshot.text).substr(begin, end - begin);
            const bool foreign =
                binding == nullptr || (atRunTime && !binding->environment) ||
                (reading != Reading::Word && isAssigned(script, use.name, use.begin - begin));
            if (foreign) {
                m_index.foreignUses.push_back({use.name, range(use.begin, use.end)});
                m_foreign.insert(std::move(use.name));
            } else {
                m_index.occurrences.push_back(
                    {range(use.begin, use.end), binding->symbol, false, true, binding->defined});
            }
        }
    }

    const DockerfileSnapshot &m_snapshot;
    dockerfile::Structure m_structure;
    SymbolIndex m_index;
    std::vector<Range> m_stageDefinitions;
    Scope m_global;
    std::vector<Scope> m_scopes; // of each stage, what it defines itself
    std::set<std::string> m_foreign;
};

} // namespace

SymbolIndex indexSymbols(const DockerfileSnapshot &snapshot)
{
    return SymbolIndexer(snapshot).run();
}

} // namespace quayside::models::language
