// UndefinedVar. What a base image defines is known from the options only; where it is not, a name counts as
// undefined that the file has as an ARG elsewhere (below, above the first FROM, in another stage), or that is
// a slip of another's.
#include "engine/dockerfile/linter/variables.h"

#include <algorithm>
#include <format>

namespace quayside::dockerfile
{

namespace
{

using Names = std::set<std::string, std::less<>>;

constexpr std::size_t mostCopied = 200'000; // variables that stages take over from others, all in all
constexpr int mostSuggestions = 100;        // looking for one costs a pass over all names

struct Scope {
    Environment environment;
    Names declared;     // by an ARG, with a value or without
    bool known = false; // the environment is complete
};

// Whether the second is the first with one letter wrong, missing, added, or two exchanged.
bool isSlip(std::string_view name, std::string_view meant)
{
    if (name.size() < 4 || nameDistance(name, meant) > 2)
        return false;
    if (nameDistance(name, meant) == 1)
        return true;
    return name.size() == meant.size() && std::ranges::is_permutation(name, meant);
}

class Checker
{
public:
    explicit Checker(Findings &findings) : findings(findings), document(findings.document) {}

    void run()
    {
        collectNames();
        std::vector<int> children(document.stages.size());
        for (const auto &stage : document.stages)
            if (stage.parent >= 0)
                ++children[static_cast<std::size_t>(stage.parent)];
        std::vector<Scope> scopes(document.stages.size());
        for (std::size_t i = 0; i < document.stages.size(); ++i) {
            const auto &stage = document.stages[i];
            if (stage.parent < 0)
                scopes[i] = fromImage(stage);
            else if (auto &parent = scopes[static_cast<std::size_t>(stage.parent)];
                     --children[static_cast<std::size_t>(stage.parent)] == 0)
                scopes[i] = std::move(parent);
            else if (copied += parent.environment.size(); copied <= mostCopied)
                scopes[i] = parent;
            for (const auto &step : document.stepsOf(stage))
                if (!step.onbuild)
                    check(step, scopes[i]);
        }
    }

private:
    void collectNames()
    {
        for (const auto &step : document.steps)
            if (step.is("arg"))
                for (const auto &word : step.node->words)
                    argumentNames.insert(word.text.substr(0, word.text.find('=')));
    }

    Scope fromImage(const StageView &stage) const
    {
        Scope scope;
        if (stage.base == "scratch")
            scope.known = true;
        else if (findings.options.image && !stage.base.contains('$'))
            if (const auto facts = findings.options.image(stage.base); facts && facts->environment) {
                scope.environment = *facts->environment;
                scope.known = true;
            }
        scope.environment.emplace("PATH", "/"); // there is one in any case
        return scope;
    }

    void check(const Step &step, Scope &scope)
    {
        const auto &words = step.node->words;
        if (step.is("arg")) {
            for (const auto &word : words)
                argument(step, word, scope);
        } else if (step.is("env") || step.is("label")) {
            for (std::size_t i = 0; i + 2 < words.size(); i += 3)
                pair(step, words[i], words[i + 1], scope);
            for (std::size_t i = 0; step.is("env") && i + 2 < words.size(); i += 3)
                scope.environment.insert_or_assign(words[i].text,
                                                   "x"); // only whether it is there is of interest
        } else if (step.is("copy") || step.is("add")) {
            copy(step, scope);
        } else if (step.is("workdir") || step.is("user") || step.is("volume") || step.is("stopsignal")) {
            for (const auto &word : words)
                use(step, word, word.text, scope);
        } else if (step.is("run")) {
            for (const auto &flag : step.node->flags)
                if (flag.text.starts_with("--mount"))
                    use(step, flag, flag.text, scope);
        }
    }

    void pair(const Step &step, const Word &name, const Word &value, const Scope &scope)
    {
        use(step, name, name.text, scope);
        use(step, value, value.text, scope);
    }

    void argument(const Step &step, const Word &word, Scope &scope)
    {
        const auto equals = word.text.find('=');
        const auto name = word.text.substr(0, equals);
        if (equals != std::string::npos)
            use(step, word, std::string_view(word.text).substr(equals + 1), scope);
        scope.declared.insert(name);
        if (equals != std::string::npos || findings.options.arguments.contains(name))
            scope.environment.insert_or_assign(name, "x");
    }

    void copy(const Step &step, const Scope &scope)
    {
        for (const auto *name : {"chown", "chmod", "checksum"})
            if (const auto *flag = step.flag(name))
                use(step, *flag, step.flagText(name), scope);
        for (const auto &word : step.node->words)
            use(step, word, word.text, scope);
        for (const auto &heredoc : step.node->heredocs)
            if (heredoc.expand)
                use(step, {heredoc.content, heredoc.contentRange}, heredoc.content, scope, true);
    }

    void use(const Step &step, const Word &word, std::string_view text, const Scope &scope,
             bool heredoc = false)
    {
        if (!text.contains('$'))
            return;
        const auto expansion =
            expand(text, scope.environment,
                   {.escape = heredoc ? '\\' : document.tree.escape, .ignoreQuotes = heredoc});
        if (!expansion) {
            const auto &message = expansion.error().message;
            if (message.contains("syntax error") || message.contains("unsupported modifier"))
                findings.add("SyntaxError", &step, word.range, message);
            return;
        }
        for (const auto &name : expansion->undefined)
            if (!scope.declared.contains(name) && !expansion->provided.contains(name) && !name.empty())
                report(step, word, name, scope);
    }

    void report(const Step &step, const Word &word, const std::string &name, const Scope &scope)
    {
        std::string better;
        if (++suggested <= mostSuggestions)
            better = suggestion(name, scope);
        if (!scope.known && !argumentNames.contains(name) && (better.empty() || !isSlip(name, better)))
            return;
        const auto place = variablePlace(document, word.range, name);
        auto message = std::format("Usage of undefined variable '${}'", name);
        if (!better.empty())
            message += std::format(" (did you mean ${}?)", better);
        findings.add("UndefinedVar", &step, place.value_or(word.range), std::move(message),
                     {better.empty() ? Fix{} : fixOf(std::format("Use ${}", better), place, better)});
    }

    std::string suggestion(const std::string &name, const Scope &scope) const
    {
        Names names;
        for (const auto &[key, value] : scope.environment)
            names.insert(key);
        return similarName(name, names);
    }

    Findings &findings;
    const Document &document;
    Names argumentNames;
    std::size_t copied = 0;
    int suggested = 0;
};

} // namespace

void checkUndefined(Findings &findings)
{
    if (findings.wanted("UndefinedVar"))
        Checker(findings).run();
}

} // namespace quayside::dockerfile
