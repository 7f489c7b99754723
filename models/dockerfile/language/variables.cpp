#include "models/dockerfile/language/variables.h"

#include "engine/dockerfile/unicode.h"
#include "models/dockerfile/language/variableuses.h"

#include <algorithm>
#include <array>
#include <map>

namespace quayside::models::language
{
namespace
{

using dockerfile::Environment;
using dockerfile::Position;
using dockerfile::StageView;
using dockerfile::Step;
using dockerfile::Structure;
using dockerfile::Word;

constexpr std::size_t longestVariable = 1024;
constexpr std::size_t mostEvaluated = 20'000; // assignments: more are of a file that nobody wrote

class Evaluation
{
public:
    Evaluation(const Structure &structure, Position position, const Surroundings &surroundings)
        : m_structure(structure), m_position(position), m_surroundings(surroundings),
          m_globals(globalArguments(structure, surroundings.platform, surroundings.arguments))
    {
    }

    std::vector<Variable> run(const StageView *stage)
    {
        if (stage == nullptr)
            takeGlobals();
        else
            takeStage(*stage);
        std::vector<Variable> result;
        result.reserve(m_variables.size());
        for (auto &[name, variable] : m_variables)
            result.push_back(std::move(variable));
        return result;
    }

private:
    void takeGlobals()
    {
        for (const auto &[name, value] : dockerfile::platformArguments(m_surroundings.platform))
            set({.name = name, .value = value, .origin = Variable::Origin::Builder});
        for (const auto &step : m_structure.steps)
            if (step.stage < 0 && step.is("arg"))
                takeArgs(step);
    }

    void takeStage(const StageView &stage)
    {
        std::vector<const StageView *> chain{&stage};
        while (chain.back()->parent >= 0)
            chain.push_back(&m_structure.stages[static_cast<std::size_t>(chain.back()->parent)]);
        takeImage(*chain.back());
        for (auto one = chain.rbegin(); one != chain.rend(); ++one)
            for (const auto &step : m_structure.stepsOf(**one))
                takeStep(step, *one == &stage);
    }

    void takeImage(const StageView &stage)
    {
        if (!m_surroundings.image || stage.base == "scratch")
            return;
        const auto base =
            dockerfile::expand(stage.base, m_globals.values, {.escape = m_structure.tree.escape});
        if (!base)
            return;
        if (const auto environment = m_surroundings.image(base->text))
            for (const auto &[name, value] : *environment)
                set({.name = name, .value = value, .origin = Variable::Origin::Image});
    }

    void takeStep(const Step &step, bool sameStage)
    {
        if (step.onbuild || m_taken > mostEvaluated || (sameStage && m_position < step.outer->range.start))
            return;
        // Within an ENV its own names count for nothing yet; an ARG knows those in front.
        const bool within = sameStage && m_position <= step.outer->range.end;
        if (step.is("arg"))
            takeArgs(step);
        else if (step.is("env") && !within)
            takeEnv(step);
    }

    void takeArgs(const Step &step)
    {
        for (const auto &word : step.node->words)
            if (word.range.end < m_position || step.outer->range.end < m_position)
                takeArg(step, word);
    }

    void takeArg(const Step &step, const Word &word)
    {
        const auto equals = word.text.find('=');
        Variable variable{.name = word.text.substr(0, equals), .known = false, .defined = word.range};
        if (const auto old = m_variables.find(variable.name);
            old != m_variables.end() && old->second.origin == Variable::Origin::Environment)
            return; // an ENV stays in front of an ARG
        const auto global = m_globals.values.find(variable.name);
        if (const auto given = m_surroundings.arguments.find(variable.name);
            given != m_surroundings.arguments.end()) {
            variable.value = given->second;
            variable.known = variable.given = true;
        } else if (equals != std::string::npos) {
            evaluate(variable, std::string_view(word.text).substr(equals + 1));
        } else if (step.stage >= 0 && global != m_globals.values.end()) {
            variable.value = global->second;
            variable.known = true;
            if (isPredefined(variable.name))
                variable.origin = Variable::Origin::Builder;
        }
        set(std::move(variable));
    }

    void takeEnv(const Step &step)
    {
        const auto &words = step.node->words;
        std::vector<Variable> fresh;
        for (std::size_t i = 0; i + 2 < words.size(); i += 3) {
            fresh.push_back({.name = variableName(words[i].text, m_structure.tree.escape),
                             .origin = Variable::Origin::Environment,
                             .defined = dockerfile::Range{words[i].range.start, words[i + 1].range.end}});
            evaluate(fresh.back(), words[i + 1].text);
        }
        for (auto &variable : fresh)
            set(std::move(variable));
    }

    void evaluate(Variable &variable, std::string_view text)
    {
        auto value = dockerfile::expand(text, m_environment, {.escape = m_structure.tree.escape});
        variable.known = value && value->text.size() <= longestVariable &&
                         std::ranges::all_of(value->undefined, [&](const std::string &name) {
                             return value->provided.contains(name);
                         });
        if (value && value->text.size() <= longestVariable)
            variable.value = std::move(value->text);
    }

    void set(Variable variable)
    {
        ++m_taken;
        if (variable.known)
            m_environment.insert_or_assign(variable.name, variable.value);
        else
            m_environment.erase(variable.name);
        m_variables.insert_or_assign(variable.name, std::move(variable));
    }

    const Structure &m_structure;
    Position m_position;
    const Surroundings &m_surroundings;
    dockerfile::GlobalArguments m_globals;
    Environment m_environment;
    std::map<std::string, Variable, std::less<>> m_variables;
    std::size_t m_taken = 0;
};

} // namespace

const Step *stepAt(const Structure &structure, Position position)
{
    const auto next = std::ranges::upper_bound(structure.steps, position, {},
                                               [](const Step &step) { return step.outer->range.start; });
    return next == structure.steps.begin() ? nullptr : &*std::prev(next);
}

const StageView *stageAt(const Structure &structure, Position position)
{
    const auto *step = stepAt(structure, position);
    return step == nullptr || step->stage < 0 ? nullptr
                                              : &structure.stages[static_cast<std::size_t>(step->stage)];
}

std::vector<Variable> variablesAt(const Structure &structure, Position position,
                                  const Surroundings &surroundings)
{
    const auto *step = stepAt(structure, position);
    const bool inFrom =
        step != nullptr && step->is("from") && !step->onbuild && position <= step->outer->range.end;
    return Evaluation(structure, position, surroundings).run(inFrom ? nullptr : stageAt(structure, position));
}

bool isPredefined(std::string_view name)
{
    static const auto platform = dockerfile::platformArguments({});
    static constexpr std::array<std::string_view, 5> proxies{"http_proxy", "https_proxy", "ftp_proxy",
                                                             "no_proxy", "all_proxy"};
    return platform.contains(name) || std::ranges::contains(proxies, dockerfile::lowered(name));
}

} // namespace quayside::models::language
