#include "engine/dockerfile/linter/findings.h"

#include <algorithm>
#include <format>
#include <optional>

namespace quayside::dockerfile
{

namespace
{

constexpr std::string_view white = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(white);
    return first == text.npos ? std::string_view()
                              : text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::string_view takeUntil(std::string_view &text, char separator)
{
    const auto at = std::min(text.find(separator), text.size());
    const auto part = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return trimmed(part);
}

void readIds(std::string_view list, std::set<std::string, std::less<>> &into)
{
    while (!list.empty())
        if (const auto id = takeUntil(list, ','); !id.empty())
            into.emplace(id);
}

// "hadolint global ignore=DL3003,DL3006 # why" → "global" and the ids; nothing where it is no such comment.
struct Pragma {
    std::string_view scope; // "", "global" or "stage"
    std::string_view ids;
};

std::optional<Pragma> parsePragma(std::string_view comment)
{
    auto rest = trimmed(comment);
    rest = trimmed(rest.substr(0, rest.find('#')));
    const auto equals = rest.find('=');
    if (!rest.starts_with("hadolint") || equals == rest.npos)
        return std::nullopt;
    auto words = trimmed(rest.substr(8, equals - 8));
    if (!words.ends_with("ignore"))
        return std::nullopt;
    words = trimmed(words.substr(0, words.size() - 6));
    if (!words.empty() && words != "global" && words != "stage")
        return std::nullopt;
    return Pragma{words, rest.substr(equals + 1)};
}

// As Go's strconv.ParseBool; nothing where it is neither.
std::optional<bool> truth(std::string_view value)
{
    constexpr std::string_view yes[] = {"1", "t", "T", "TRUE", "true", "True"};
    constexpr std::string_view no[] = {"0", "f", "F", "FALSE", "false", "False"};
    if (std::ranges::find(yes, value) != std::end(yes))
        return true;
    return std::ranges::find(no, value) != std::end(no) ? std::optional(false) : std::nullopt;
}

} // namespace

Findings::Findings(const Document &document, const LintOptions &options)
    : document(document), options(options), m_enabled(options.enable)
{
    m_everywhere.ids = options.skip;
    readDirective();
    readComments();
}

void Findings::readDirective()
{
    if (const auto *check = document.tree.directive("check"))
        if (const std::string wrong = readCheck(check->value.text, m_everywhere, true); !wrong.empty())
            add("SyntaxError", nullptr, check->value.range, wrong);
}

// "skip=A,B;error=true;experimental=all". What makes no sense is passed over and told: the first of it.
std::string Findings::readCheck(std::string_view value, Ignored &into, bool top)
{
    std::string wrong;
    const auto tell = [&](std::string_view option) {
        if (wrong.empty())
            wrong = std::format("invalid check option \"{}\": there are skip=ID,… (or all), experimental=ID,… "
                                "(or all) and error=true, with ; between",
                                option);
    };
    while (!value.empty()) {
        auto option = takeUntil(value, ';');
        if (option.empty())
            continue;
        if (option.find('=') == option.npos) {
            tell(option);
            continue;
        }
        const auto name = takeUntil(option, '=');
        if (name == "skip" && option == "all")
            into.allOfBuildKit = true;
        else if (name == "skip")
            readIds(option, into.ids);
        else if (name == "experimental" && top && option == "all")
            m_everythingEnabled = true;
        else if (name == "experimental" && top)
            readIds(option, m_enabled);
        else if (name == "error" && top && truth(option))
            m_errors = *truth(option);
        else
            tell(name == "error" ? std::format("error={}", option) : std::string(name));
    }
    return wrong;
}

void Findings::readComments()
{
    for (const auto &comment : document.tree.comments)
        if (const auto pragma = parsePragma(comment.text); pragma && pragma->scope == "global")
            readIds(pragma->ids, m_everywhere.ids);
    for (const auto &step : document.steps) {
        for (const auto &comment : step.outer->comments) {
            if (const auto pragma = parsePragma(comment.text); pragma && pragma->scope.empty())
                readIds(pragma->ids, m_at[step.outer].ids);
            else if (pragma && pragma->scope == "stage" && step.is("from"))
                readIds(pragma->ids, m_stages[step.stage].ids);
            auto option = std::string_view(comment.text);
            if (takeUntil(option, '=') == "check")
                (void)readCheck(option, m_at[step.outer], false); // as BuildKit: it is a comment after all
        }
    }
}

bool Findings::ignores(const Ignored &ignored, const RuleInfo &rule) const
{
    return ignored.ids.contains(rule.id) ||
           (ignored.allOfBuildKit && rule.family == RuleFamily::BuildKit && !rule.optional);
}

bool Findings::wanted(std::string_view id) const
{
    const auto *rule = lintRule(id);
    if (rule == nullptr || (rule->family == RuleFamily::Hadolint && !options.hadolint))
        return false;
    if (rule->family == RuleFamily::Syntax)
        return true;
    if (rule->optional && !m_enabled.contains(id) &&
        !(m_everythingEnabled && rule->family == RuleFamily::BuildKit))
        return false;
    return !ignores(m_everywhere, *rule);
}

void Findings::add(std::string_view id, const Step *step, const Range &range, std::string message,
                   std::vector<Fix> fixes)
{
    if (!wanted(id))
        return;
    const auto &rule = *lintRule(id);
    if (step != nullptr && rule.family != RuleFamily::Syntax) {
        const auto here = m_at.find(step->outer);
        const auto stage = m_stages.find(step->stage);
        if ((here != m_at.end() && ignores(here->second, rule)) ||
            (stage != m_stages.end() && ignores(stage->second, rule)))
            return;
    }
    const bool error = m_errors && rule.family == RuleFamily::BuildKit;
    std::erase_if(fixes, [](const Fix &fix) { return fix.edits.empty(); });
    m_found.emplace_back(Finding{.id = std::string(id),
                                 .severity = error ? Severity::Error : rule.severity,
                                 .range = range,
                                 .message = std::move(message),
                                 .url = ruleUrl(rule),
                                 .fixes = std::move(fixes)},
                         step != nullptr ? step->outer : nullptr);
}

std::vector<Finding> Findings::take()
{
    std::set<std::pair<std::string, const Node *>> reported;
    for (const auto &[finding, node] : m_found)
        if (node != nullptr)
            reported.emplace(finding.id, node);
    std::vector<Finding> result;
    result.reserve(m_found.size());
    for (auto &[finding, node] : m_found) {
        const auto *rule = lintRule(finding.id);
        if (!rule->sameAs.empty() && reported.contains({std::string(rule->sameAs), node}))
            finding.sameAs = rule->sameAs;
        result.push_back(std::move(finding));
    }
    std::ranges::stable_sort(result, {}, [](const Finding &finding) { return finding.range.start; });
    return result;
}

} // namespace quayside::dockerfile
