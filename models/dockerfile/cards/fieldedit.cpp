// Fields back into the text.
#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/unicode.h"
#include "models/dockerfile/cards/fieldwriter.h"

#include <algorithm>
#include <utility>

namespace quayside::models
{

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string withoutTrailingBlanks(std::string_view line)
{
    return std::string(line.substr(0, line.find_last_not_of(" \t\r") + 1));
}

std::string flagBytes(const std::string &value, char escape)
{
    std::string out;
    for (const char c : value) {
        if (c == '"' || c == '\'' || c == escape || c == ' ' || c == '\t')
            out += escape;
        out += c;
    }
    return out;
}

Result<FieldWriter::Edits> FieldWriter::write(const Field &field)
{
    const auto *old = m_form.field(field.id);
    if (old == nullptr)
        return refuse(
            CardText::tr("%1 has no field of that name.").arg(QString::fromStdString(m_form.keyword)));
    if (*old == field)
        return Edits{};
    if (hasLineBreak(field))
        return refuse(CardText::tr("A line break cannot be written there in a Dockerfile."));
    TRY(auto edits, editsFor(field, *old));
    CHECK(check(edits, field));
    return edits;
}

bool FieldWriter::hasLineBreak(const Field &field)
{
    const auto broken = [](const std::string &text) { return text.find_first_of("\r\n") != text.npos; };
    return broken(field.text) || std::ranges::any_of(field.list, broken);
}

Result<FieldWriter::Edits> FieldWriter::editsFor(const Field &field, const Field &old)
{
    const auto &id = field.id;
    if (field.type == Field::Type::Command)
        return command(field.command);
    if (field.type == Field::Type::Pairs && m_form.keyword == "ARG" && isOtherName(field.list, old.list))
        return argumentName(field, old);
    if (field.type == Field::Type::Pairs)
        return pairs(field);
    if (id == "none")
        return none(field);
    if (id == "ports" || id == "paths")
        return words(field.list, id == "paths");
    if (id == "image" || id == "user" || id == "signal" || (id == "name" && m_form.keyword != "FROM"))
        return onlyWord(field, false);
    if (id == "path")
        return onlyWord(field, true);
    if (id == "name")
        return name(field);
    if (id == "sources" || id == "destination") {
        auto values = (id == "sources" ? field : *m_form.field("sources")).list;
        if (values.empty())
            return refuse(CardText::tr("At least one file or folder has to be copied."));
        values.push_back(id == "destination" ? field.text : m_form.field("destination")->text);
        return words(values, true);
    }
    return old.type == Field::Type::List ? flagList(field) : flagEdit(field);
}

Result<FieldWriter::Edits> FieldWriter::none(const Field &field)
{
    const auto begin = m_text.node().words.empty() ? m_text.anchor()
                                                   : m_text.offset(m_text.node().words.front().range.start);
    return replace(begin, m_text.headEnd(), field.on ? "NONE" : "CMD true");
}

// A flag that is there at most once.
Result<FieldWriter::Edits> FieldWriter::flagEdit(const Field &field)
{
    const auto *flag = m_text.flag(field.id);
    const bool wanted = field.type == Field::Type::Switch ? field.on : !field.text.empty();
    auto text = "--" + field.id;
    if (field.type != Field::Type::Switch)
        text += '=' + flagBytes(field.text, m_text.escape());
    if (flag == nullptr)
        return replace(m_text.anchor(), m_text.anchor(), " " + text);
    const auto begin = m_text.offset(flag->range.start), end = m_text.offset(flag->range.end);
    if (wanted)
        return replace(begin, end, text);
    const bool first = flag == m_text.node().flags.data();
    return replace(m_text.offset(first ? m_text.node().written.range.end : (flag - 1)->range.end), end, {});
}

Result<FieldWriter::Edits> FieldWriter::flagList(const Field &field)
{
    std::vector<Token> old;
    for (const auto &flag : m_text.node().flags)
        if (flag.text.starts_with("--" + field.id + "="))
            old.push_back(
                {m_text.offset(flag.range.start), m_text.offset(flag.range.end), NodeText::flagValue(flag)});
    if (field.list.empty()) { // each of them may have another flag behind it
        Edits edits;
        for (const auto &token : old) {
            const auto blank = m_text.text().find_last_not_of(" \t", token.begin - 1) + 1;
            edits.push_back({m_text.range(blank, token.end), {}});
        }
        return edits;
    }
    return tokens(old, field.list, m_text.anchor(),
                  [&](const std::string &value, const Token *) -> std::optional<std::string> {
                      return "--" + field.id + "=" + flagBytes(value, m_text.escape());
                  });
}

// All that the edits do not touch has to read as before; a name that they change is read where it stands.
Result<> FieldWriter::checkOthers(const dockerfile::Tree &tree, const Edits &edits) const
{
    const auto &before = m_snapshot.parsed.tree.nodes;
    bool same = tree.nodes.size() == before.size();
    for (std::size_t i = 0; same && i < before.size(); ++i) {
        const bool touched = std::ranges::any_of(edits, [&](const dockerfile::Edit &edit) {
            return before[i].range.start <= edit.range.start && edit.range.end <= before[i].range.end;
        });
        same = tree.nodes[i].keyword == before[i].keyword &&
               (touched || i == m_index || tree.nodes[i].original == before[i].original);
    }
    if (!same)
        return refuse(CardText::tr("This cannot be written there: the instructions below would read "
                                   "differently."));
    return {};
}

// Reads the file as it would be: the field has to be what was asked for, and nothing else another.
Result<> FieldWriter::check(const Edits &edits, const Field &field) const
{
    DockerfileSnapshot after;
    after.text = dockerfile::applied(m_snapshot.text, {.title = {}, .edits = edits});
    after.lines = dockerfile::LineTable(after.text);
    after.parsed = dockerfile::parseAll(after.text);
    CHECK(checkOthers(after.parsed.tree, edits));
    const auto &node = after.parsed.tree.nodes[m_index];
    if (const auto read = dockerfile::interpret(node); !read)
        return refuse(CardText::tr("This cannot be written there: %1.")
                          .arg(QString::fromStdString(read.error().message)));
    const auto form = formOf(after, node);
    for (const auto &old : m_form.fields) {
        if (field.id == "none" && old.id == "command")
            continue;
        if (m_renamesArgument && old.id == field.id)
            continue; // other words of it may use the name
        auto wanted = old.id == field.id ? field : old;
        if (const auto *now = form.field(old.id); now == nullptr || *now != wanted) {
            std::string lines;
            for (const auto &line : linesOf(wanted.command.text))
                lines += (lines.empty() ? "" : "\n") + withoutTrailingBlanks(line);
            wanted.command.text = dockerfile::trimmed(lines);
            if (now == nullptr || wanted.type != Field::Type::Command || *now != wanted)
                return refuse(CardText::tr("This cannot be written there: it would be read as something "
                                           "else."));
        }
    }
    return {};
}

Result<std::vector<dockerfile::Edit>> withField(const DockerfileSnapshot &snapshot, std::size_t node,
                                                const Field &field)
{
    return FieldWriter(snapshot, node).write(field);
}

} // namespace quayside::models
