#include "models/dockerfile/language/completion.h"

#include "models/dockerfile/language/completer.h"

#include <algorithm>

namespace quayside::models::language
{
namespace
{

// The bytes of a name behind a "$" or "${" at the end of a text; nothing where there is none, or it is
// escaped or in single quotes.
std::optional<std::size_t> variableTail(std::string_view text, char escape)
{
    auto at = text.size();
    while (at > 0 && isNameByte(text[at - 1]))
        --at;
    const auto bytes = text.size() - at;
    if (at > 0 && text[at - 1] == '{')
        --at;
    if (at == 0 || text[at - 1] != '$')
        return std::nullopt;
    bool single = false, twice = false;
    for (std::size_t i = 0; i + 1 < at; ++i) {
        if (text[i] == escape && !single && i + 2 == at)
            return std::nullopt;
        if (text[i] == escape && !single)
            ++i;
        else if (text[i] == '\'' && !twice)
            single = !single;
        else if (text[i] == '"' && !single)
            twice = !twice;
    }
    return single ? std::nullopt : std::optional(bytes);
}

} // namespace

Completions Completer::run()
{
    switch (m_cursor.kind) {
    case Cursor::Kind::Nothing:
        break;
    case Cursor::Kind::Comment:
        completeComment();
        break;
    case Cursor::Kind::Content:
        if (const auto bytes = m_cursor.expands ? variableTail(m_cursor.before, '\\') : std::nullopt)
            completeVariable(*bytes);
        break;
    case Cursor::Kind::Instruction:
        completeInstruction();
    }
    return {m_matches.take(), m_pending};
}

void Completer::completeInstruction()
{
    const auto bytes = variableTail(m_typed.current, m_structure.tree.escape);
    if (m_typed.keyword.empty())
        completeKeyword();
    else if (bytes && !m_typed.trigger)
        completeVariable(*bytes);
    else if (m_typed.words.empty() && !m_typed.array && m_typed.current.starts_with('-'))
        completeFlag();
    else
        completeWord();
}

void Completer::completeKeyword()
{
    start(m_typed.current);
    // As the file has it: BuildKit asks for one case throughout.
    const auto &nodes = m_structure.tree.nodes;
    const auto other = std::ranges::find_if(nodes, [&](const dockerfile::Node &node) {
        return m_cursor.position < node.range.start || node.range.end < m_cursor.position;
    });
    const bool lower = other != nodes.end() && other->written.text == other->keyword;
    const bool top = m_typed.trigger || m_structure.stages.empty() ||
                     m_cursor.start < m_structure.stages.front().from->outer->range.start;
    for (const auto &info : instructionInfos()) {
        const bool first = info.keyword == "FROM" || info.keyword == "ARG";
        if (m_typed.trigger &&
            (info.keyword == "FROM" || info.keyword == "ONBUILD" || info.keyword == "MAINTAINER"))
            continue;
        const auto word = lower ? dockerfile::lowered(info.keyword) : std::string(info.keyword);
        const int rank = info.keyword == "MAINTAINER" ? 2 : top && !m_typed.trigger && !first ? 1 : 0;
        m_matches.add({.label = shown(word),
                       .insert = word + ' ',
                       .kind = CompletionItem::Kind::Instruction,
                       .detail = shown(info.form),
                       .documentation = DockerfileLanguage::tr(info.summary),
                       .continues = true},
                      rank);
    }
}

void Completer::completeVariable(std::size_t bytes)
{
    const auto &text = m_cursor.before;
    start(std::string_view(text).substr(text.size() - bytes));
    const bool braced = bytes < text.size() && text[text.size() - bytes - 1] == '{';
    const auto next = m_snapshot.lines.offset(m_cursor.position);
    const bool closed = next < m_snapshot.text.size() && m_snapshot.text[next] == '}';
    for (const auto &variable : variablesAt(m_structure, m_cursor.position, surroundings())) {
        if (!isVariableName(variable.name))
            continue;
        const auto value = variable.known ? shown(variable.value).simplified().left(80)
                                          : DockerfileLanguage::tr("not known before the build");
        m_matches.add({.label = shown(variable.name),
                       .insert = variable.name + (braced && !closed ? "}" : ""),
                       .kind = CompletionItem::Kind::Variable,
                       .detail = value},
                      variable.origin == Variable::Origin::Builder ? 2
                      : variable.origin == Variable::Origin::Image ? 1
                                                                   : 0);
    }
}

void Completer::completeComment()
{
    const auto hash = m_cursor.before.find_first_not_of(" \t", 1);
    const auto text = hash == std::string::npos ? std::string() : m_cursor.before.substr(hash);
    const auto sign = text.find('=');
    if (sign == std::string::npos) {
        if (!m_cursor.top || text.contains(' '))
            return;
        start(text);
        for (const auto &info : directiveInfos())
            if (m_structure.tree.directive(info.name) == nullptr)
                m_matches.add({.label = shown(info.name),
                               .insert = std::string(info.name) + '=',
                               .kind = CompletionItem::Kind::Keyword,
                               .detail = shown(info.form),
                               .documentation = DockerfileLanguage::tr(info.summary),
                               .continues = true});
        return;
    }
    const auto name = std::string(dockerfile::trimmed(text.substr(0, sign)));
    const auto value =
        std::string_view(text).substr(std::min(text.find_first_not_of(" \t", sign + 1), text.size()));
    if (name == "check")
        completeCheck(value);
    else if (name.starts_with("hadolint") && name.ends_with("ignore"))
        completeRules(value, dockerfile::RuleFamily::Hadolint);
    else if (m_cursor.top && name == "syntax")
        completeValues(value, "docker/dockerfile:1");
    else if (m_cursor.top && name == "escape")
        completeValues(value, "`,\\");
}

// "skip=A,B;error=true"
void Completer::completeCheck(std::string_view value)
{
    value.remove_prefix(value.rfind(';') + 1); // npos + 1 is 0
    value = value.substr(std::min(value.find_first_not_of(' '), value.size()));
    if (value.starts_with("skip="))
        return completeRules(value.substr(5), dockerfile::RuleFamily::BuildKit);
    if (value.starts_with("error="))
        return completeValues(value.substr(6), "true,false");
    if (value.starts_with("experimental="))
        return completeRules(value.substr(13), dockerfile::RuleFamily::BuildKit);
    start(value);
    for (const auto *option : {"skip=", "error=", "experimental="})
        m_matches.add({.label = QString::fromLatin1(option),
                       .insert = option,
                       .kind = CompletionItem::Kind::Key,
                       .continues = true});
}

void Completer::completeRules(std::string_view list, dockerfile::RuleFamily family)
{
    const auto typed = list.substr(list.rfind(',') + 1);
    start(typed.substr(std::min(typed.find_first_not_of(' '), typed.size())));
    for (const auto &rule : dockerfile::lintRules())
        if (rule.family == family)
            m_matches.add({.label = shown(rule.id),
                           .insert = std::string(rule.id),
                           .kind = CompletionItem::Kind::Rule,
                           .detail = shown(rule.summary)});
    if (family == dockerfile::RuleFamily::BuildKit)
        m_matches.add({.label = QStringLiteral("all"),
                       .insert = "all",
                       .kind = CompletionItem::Kind::Rule,
                       .detail = DockerfileLanguage::tr("every rule")},
                      1);
}

void Completer::completeValues(std::string_view typed, std::string_view values, CompletionItem::Kind kind)
{
    start(typed);
    for (int rank = 0; !values.empty(); ++rank) {
        const auto value = values.substr(0, values.find(','));
        values.remove_prefix(std::min(value.size() + 1, values.size()));
        m_matches.add({.label = shown(value), .insert = std::string(value), .kind = kind}, rank);
    }
}

Surroundings Completer::surroundings()
{
    Surroundings result{.arguments = m_arguments, .platform = {}, .image = {}};
    if (m_sources != nullptr)
        result.image = [this](const std::string &reference) -> std::optional<dockerfile::Environment> {
            const auto fact = known(m_sources->image(reference));
            return fact ? fact->environment : std::nullopt;
        };
    return result;
}

Completions complete(const DockerfileSnapshot &snapshot, dockerfile::Position position,
                     CompletionSources *sources, const dockerfile::Environment &arguments)
{
    return Completer(snapshot, position, sources, arguments).run();
}

bool isCompletionTrigger(const DockerfileSnapshot &snapshot, dockerfile::Position position, char typed)
{
    const auto cursor = cursorAt(snapshot, position);
    const auto last = cursor.before.empty() ? '\0' : cursor.before.back();
    if (cursor.kind == Cursor::Kind::Nothing || last != typed)
        return false;
    if (cursor.kind == Cursor::Kind::Comment)
        return typed == '#' || typed == '=' || typed == ',';
    const auto parts = typedAt(cursor, snapshot.parsed.tree.escape);
    const bool variable = variableTail(parts.current, snapshot.parsed.tree.escape).has_value();
    if (cursor.kind == Cursor::Kind::Content || variable)
        return variable && cursor.before.size() > 1;
    if (parts.keyword.empty())
        return isNameByte(typed);
    const bool flag = parts.words.empty() && parts.current.starts_with('-');
    if (parts.keyword == "run" || parts.keyword == "cmd" || parts.keyword == "entrypoint")
        return flag && (typed == '-' || typed == '=' || typed == ',');
    return std::string_view("=-/:,").contains(typed) || (flag && typed == '=');
}

} // namespace quayside::models::language
