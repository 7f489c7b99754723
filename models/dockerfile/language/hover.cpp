#include "models/dockerfile/language/hover.h"

#include "engine/dockerfile/linter/linter.h"
#include "engine/dockerfile/structure/structure.h"
#include "engine/dockerfile/unicode.h"
#include "models/common/text.h"
#include "models/dockerfile/language/reference.h"
#include "models/dockerfile/language/symbols.h"
#include "models/dockerfile/language/texts.h"
#include "models/dockerfile/language/variables.h"

#include <algorithm>

namespace quayside::models::language
{
namespace
{

using dockerfile::Position;
using dockerfile::Range;
using dockerfile::Step;
using dockerfile::Word;

constexpr std::size_t mostOfValue = 400; // bytes that are shown of a value

bool holds(const Range &range, Position position)
{
    return range.start <= position && position <= range.end;
}

QString paragraph(const QString &escaped)
{
    return QStringLiteral("<p>") + escaped + QStringLiteral("</p>");
}

QString code(std::string_view text)
{
    return QStringLiteral("<code>") + shown(text).toHtmlEscaped() + QStringLiteral("</code>");
}

QString explained(const char *summary, std::string_view form, std::string_view example)
{
    auto text = paragraph(DockerfileLanguage::tr(summary).toHtmlEscaped()) + paragraph(code(form));
    if (!example.empty())
        text += paragraph(DockerfileLanguage::tr("For example: %1").arg(code(example)));
    return text;
}

QString flagAnchor(std::string_view instruction, std::string_view flag)
{
    auto lower = shown(dockerfile::lowered(instruction));
    // Flags of FROM and HEALTHCHECK have no headings of their own.
    if (instruction == "FROM" || instruction == "HEALTHCHECK")
        return lower;
    return lower + QStringLiteral("---") + shown(flag);
}

class HoverFinder
{
public:
    HoverFinder(const DockerfileSnapshot &snapshot, Position position, CompletionSources *sources,
                const dockerfile::Environment &arguments)
        : m_snapshot(snapshot), m_structure(snapshot.parsed.tree), m_position(position), m_sources(sources),
          m_surroundings{.arguments = arguments, .platform = {}, .image = {}}
    {
        if (sources != nullptr)
            m_surroundings.image = [this](const std::string &name) -> std::optional<dockerfile::Environment> {
                const auto fact = m_sources->image(name);
                m_pending = m_pending || !fact;
                return fact ? fact->environment : std::nullopt;
            };
    }

    std::optional<Hover> find()
    {
        auto found = directive();
        if (!found)
            found = symbol();
        if (const auto *step = stepAt(m_structure, m_position); !found && step != nullptr)
            found = inStep(*step);
        if (found)
            found->pending = m_pending;
        return found;
    }

private:
    std::string_view slice(const Range &range) const
    {
        return dockerfile::slice(m_snapshot.text, m_snapshot.lines, range);
    }

    std::optional<Hover> directive() const
    {
        for (const auto &one : m_structure.tree.directives)
            if (const auto *info = directiveInfo(one.name); info != nullptr && holds(one.range, m_position))
                return Hover{.title = shown(one.name),
                             .text = explained(info->summary, info->form, {}),
                             .url = referenceUrl(info->anchor),
                             .range = one.range};
        return std::nullopt;
    }

    std::optional<Hover> symbol()
    {
        const auto index = indexSymbols(m_snapshot);
        const auto *found = index.at(m_position);
        if (found == nullptr)
            return foreignVariable(index);
        const auto &symbol = index.symbols[static_cast<std::size_t>(found->symbol)];
        if (symbol.kind == SymbolKind::Variable)
            return variable(symbol.name, *found);
        if (found->definition && symbol.name.empty())
            return std::nullopt; // the keyword FROM
        return stage(m_structure.stages[static_cast<std::size_t>(found->symbol)], *found);
    }

    Hover stage(const dockerfile::StageView &stage, const Occurrence &place) const
    {
        const int number = m_structure.indexOf(stage);
        auto text = paragraph(
            DockerfileLanguage::tr("Stage %1 of this file, from %2.").arg(number).arg(code(stage.base)));
        text += paragraph(DockerfileLanguage::tr("Line %1, with %n instruction(s).", nullptr,
                                                 static_cast<int>(stage.end - stage.begin - 1))
                              .arg(stage.from->outer->range.start.line));
        if (!stage.kept)
            text += paragraph(
                DockerfileLanguage::tr("Its layers are in no result: only files that are copied from "
                                       "it are."));
        return {.title = stage.name.empty() ? DockerfileLanguage::tr("Stage %1").arg(number)
                                            : shown(stage.from->word(2)),
                .text = text,
                .url = referenceUrl("from"),
                .range = place.range};
    }

    // A definition shows what it sets: the value right behind its instruction.
    std::optional<Hover> variable(const std::string &name, const Occurrence &place)
    {
        const auto *step = stepAt(m_structure, m_position);
        auto at = m_position;
        if (place.definition && step != nullptr)
            at = {step->outer->range.end.line, step->outer->range.end.column + 1};
        const bool global = place.definition && step != nullptr && step->stage < 0;
        const auto variables = global ? globals() : variablesAt(m_structure, at, m_surroundings);
        const auto found = std::ranges::find(variables, name, &Variable::name);
        if (found == variables.end())
            return std::nullopt;
        return Hover{.title = u'$' + shown(name), .text = textOf(*found), .url = {}, .range = place.range};
    }

    // One that the base image or the builder sets; what a script sets for itself is nobody's.
    std::optional<Hover> foreignVariable(const SymbolIndex &index)
    {
        const auto use = std::ranges::find_if(
            index.foreignUses, [this](const auto &one) { return holds(one.range, m_position); });
        if (use == index.foreignUses.end())
            return std::nullopt;
        const auto variables = variablesAt(m_structure, m_position, m_surroundings);
        const auto found = std::ranges::find(variables, use->name, &Variable::name);
        if (found == variables.end() && !m_pending)
            return std::nullopt;
        return Hover{.title = u'$' + shown(use->name),
                     .text = found != variables.end() ? textOf(*found) : asking(),
                     .url = {},
                     .range = use->range};
    }

    static QString asking() { return paragraph(DockerfileLanguage::tr("Asking the engine about it.")); }

    std::vector<Variable> globals() const
    {
        const auto first = m_structure.stages.empty() ? m_snapshot.lines.position(m_snapshot.text.size())
                                                      : m_structure.stages.front().from->outer->range.start;
        return variablesAt(m_structure, first, m_surroundings);
    }

    QString textOf(const Variable &variable) const
    {
        const auto value = std::string_view(variable.value).substr(0, mostOfValue);
        auto text = !variable.known
                        ? paragraph(DockerfileLanguage::tr("Its value is not known before the build."))
                    : value.empty() ? paragraph(DockerfileLanguage::tr("It is empty here."))
                                    : paragraph(code(value));
        if (variable.origin == Variable::Origin::Builder)
            text += paragraph(DockerfileLanguage::tr("The builder sets it."));
        else if (variable.origin == Variable::Origin::Image)
            text += paragraph(DockerfileLanguage::tr("The base image sets it."));
        else if (variable.given)
            text += paragraph(DockerfileLanguage::tr("Given by --build-arg."));
        if (variable.defined)
            text += paragraph(
                (variable.origin == Variable::Origin::Environment
                     ? DockerfileLanguage::tr("Set by ENV in line %1; containers have it too.")
                     : DockerfileLanguage::tr("Declared by ARG in line %1; containers do not have it."))
                    .arg(variable.defined->start.line));
        return text;
    }

    std::optional<Hover> inStep(const Step &step)
    {
        for (const auto *node = step.outer;; node = &node->child[0]) {
            if (holds(node->written.range, m_position))
                return instruction(*node);
            for (const auto &flag : node->flags)
                if (holds(flag.range, m_position))
                    return inFlag(*node, flag);
            if (node->child.empty())
                break;
        }
        if (step.is("from") && !step.node->words.empty() && holds(step.node->words[0].range, m_position))
            return image(step.word(0), step.node->words[0].range);
        return std::nullopt;
    }

    static std::optional<Hover> instruction(const dockerfile::Node &node)
    {
        const auto *info = instructionInfo(node.keyword);
        if (info == nullptr)
            return std::nullopt;
        return Hover{.title = shown(info->keyword),
                     .text = explained(info->summary, info->form, info->example),
                     .url = referenceUrl(info->anchor),
                     .range = node.written.range};
    }

    std::optional<Hover> inFlag(const dockerfile::Node &node, const Word &flag)
    {
        const auto text = std::string_view(flag.text);
        const auto sign = text.find('=');
        const auto name = text.substr(2, sign == text.npos ? sign : sign - 2);
        const auto *info = flagInfo(node.keyword, name);
        if (info == nullptr)
            return std::nullopt;
        const auto start = m_snapshot.lines.offset(flag.range.start);
        const auto at = m_snapshot.lines.offset(m_position) - start;
        const auto raw = slice(flag.range);
        const auto value = raw.find('=');
        if (name == "mount" && value != raw.npos && at > value)
            if (auto found = inMount(raw, value + 1, at, start))
                return found;
        if (name == "from" && value != raw.npos && at > value && node.keyword == "copy")
            return image(text.substr(sign + 1), range(start + value + 1, start + raw.size()));
        return Hover{.title = shown(info->instruction) + QStringLiteral(" --") + shown(info->name),
                     .text = explained(info->summary, info->form, info->example),
                     .url = referenceUrl(flagAnchor(info->instruction, info->name).toStdString()),
                     .range = flag.range};
    }

    Range range(std::size_t begin, std::size_t end) const
    {
        return {m_snapshot.lines.position(begin), m_snapshot.lines.position(end)};
    }

    // The field of "type=cache,target=/x" that the position is in.
    std::optional<Hover> inMount(std::string_view raw, std::size_t begin, std::size_t at,
                                 std::size_t start) const
    {
        std::string_view type = "bind";
        if (const auto said = raw.find("type="); said != raw.npos)
            type = raw.substr(said + 5, raw.find_first_of(",\"' ", said) - said - 5);
        for (auto field = begin; field < raw.size();) {
            const auto end = std::min(raw.find(',', field), raw.size());
            if (at <= end) {
                const auto key = raw.substr(field, raw.substr(0, end).find('=', field) - field);
                const auto *info = mountKeyInfo(type, key.substr(0, end - field));
                if (info == nullptr)
                    return std::nullopt;
                const auto anchor = "run---mounttype" + std::string(type);
                return Hover{.title = shown(type) + u' ' + shown(info->name),
                             .text = explained(info->summary, info->form, {}),
                             .url = referenceUrl(anchor),
                             .range = range(start + field, start + end)};
            }
            field = end + 1;
        }
        return std::nullopt;
    }

    std::optional<Hover> image(std::string_view written, const Range &place)
    {
        if (written == "scratch")
            return Hover{
                .title = QStringLiteral("scratch"),
                .text = paragraph(DockerfileLanguage::tr("Nothing: the stage begins with no file at all.")),
                .url = referenceUrl("from"),
                .range = place};
        const auto globals = dockerfile::globalArguments(m_structure, {}, m_surroundings.arguments);
        const auto name = dockerfile::expand(written, globals.values, {.escape = m_structure.tree.escape});
        if (!name || m_sources == nullptr)
            return std::nullopt;
        const auto fact = m_sources->image(name->text);
        m_pending = m_pending || !fact;
        QString text;
        if (!fact)
            text = asking();
        else if (fact->name.isEmpty())
            text = paragraph(DockerfileLanguage::tr("It is not on this computer: the build fetches it."));
        else
            text = textOf(*fact);
        return Hover{.title = shown(name->text), .text = text, .url = {}, .range = place};
    }

    static QString textOf(const ImageFact &fact)
    {
        auto text =
            paragraph(QStringLiteral("%1, %2").arg(Text::size(fact.size), fact.platform.toHtmlEscaped()));
        if (fact.created > 0)
            text +=
                paragraph(DockerfileLanguage::tr("Made: %1.").arg(Text::ago(fact.created).toHtmlEscaped()));
        return text;
    }

    const DockerfileSnapshot &m_snapshot;
    dockerfile::Structure m_structure;
    Position m_position;
    CompletionSources *m_sources;
    Surroundings m_surroundings;
    bool m_pending = false;
};

} // namespace

std::optional<Hover> hover(const DockerfileSnapshot &snapshot, Position position, CompletionSources *sources,
                           const dockerfile::Environment &arguments)
{
    return HoverFinder(snapshot, position, sources, arguments).find();
}

Hover hoverOf(const dockerfile::Finding &finding)
{
    const auto *rule = dockerfile::lintRule(finding.id);
    auto text = paragraph(shown(finding.message).toHtmlEscaped());
    if (rule != nullptr && rule->family != dockerfile::RuleFamily::Syntax)
        text += paragraph(DockerfileLanguage::tr("The rule: %1.").arg(shown(rule->summary).toHtmlEscaped()));
    return {.title = shown(finding.id), .text = text, .url = shown(finding.url), .range = finding.range};
}

} // namespace quayside::models::language
