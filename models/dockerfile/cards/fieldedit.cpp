// Fields back into the text.
#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/unicode.h"
#include "models/dockerfile/cards/cardtext.h"
#include "models/dockerfile/cards/edits.h"
#include "models/dockerfile/cards/nodetext.h"
#include "models/dockerfile/cards/quoting.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace quayside::models
{
namespace
{

using Edits = std::vector<dockerfile::Edit>;
using Shape = CommandText::Shape;
// A value as bytes of the file; `old` is what stands at its place, null where nothing does.
using Encoder = std::function<std::optional<std::string>(const std::string &value, const Token *old)>;

std::unexpected<Error> refuse(const QString &sentence)
{
    return fail(ErrorKind::InvalidArgument, "{}", sentence.toStdString());
}

std::unexpected<Error> cannotWrite(const std::string &value)
{
    return refuse(CardText::tr("“%1” cannot be written there in a Dockerfile: no quotes could hold it.")
                      .arg(QString::fromStdString(value)));
}

bool hasBlank(std::string_view text)
{
    return text.empty() || text.find_first_of(" \t\v\f") != text.npos;
}

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

// The value of a flag: quotes group there, and an escape takes what follows as it is.
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

class FieldWriter
{
public:
    FieldWriter(const DockerfileSnapshot &snapshot, std::size_t index)
        : m_snapshot(snapshot), m_index(index), m_text(snapshot, snapshot.parsed.tree.nodes[index]),
          m_lineEnd(lineEndOf(snapshot.text)), m_form(formOf(snapshot, m_text.node()))
    {
    }

    Result<Edits> write(const Field &field)
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

private:
    static bool hasLineBreak(const Field &field);
    Result<Edits> editsFor(const Field &field, const Field &old);
    Result<Edits> name(const Field &field);
    Result<Edits> none(const Field &field);
    Result<Edits> flagEdit(const Field &field);
    Result<Edits> flagList(const Field &field);
    Result<Edits> onlyWord(const Field &field, bool quoted);
    Result<Edits> words(const std::vector<std::string> &values, bool quoted);
    Result<Edits> array(const std::vector<Token> &tokens, const std::vector<std::string> &values);
    Result<Edits> pairs(const Field &field);
    std::optional<std::string> pair(const std::string &value, const Token *old) const;
    Result<Edits> tokens(const std::vector<Token> &old, const std::vector<std::string> &values,
                         std::size_t anchor, const Encoder &encode, bool all = false);
    Result<Edits> command(const CommandText &wanted);
    Result<Edits> scriptContent(const std::string &text) const;
    Result<std::string> commandBytes(const CommandText &wanted) const;
    Result<std::string> shellLines(const std::string &text) const;
    std::string script(const std::string &text) const;
    Result<> check(const Edits &edits, const Field &field) const;
    Result<> checkOthers(const dockerfile::Tree &tree) const;

    Edits replace(std::size_t begin, std::size_t end, std::string text) const
    {
        return {{m_text.range(begin, end), std::move(text)}};
    }

    const DockerfileSnapshot &m_snapshot;
    std::size_t m_index;
    NodeText m_text;
    std::string_view m_lineEnd;
    Form m_form;
};

bool FieldWriter::hasLineBreak(const Field &field)
{
    const auto broken = [](const std::string &text) { return text.find_first_of("\r\n") != text.npos; };
    return broken(field.text) || std::ranges::any_of(field.list, broken);
}

Result<Edits> FieldWriter::editsFor(const Field &field, const Field &old)
{
    const auto &id = field.id;
    if (field.type == Field::Type::Command)
        return command(field.command);
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

// The stage's name.
Result<Edits> FieldWriter::name(const Field &field)
{
    const auto &words = m_text.node().words;
    const auto base = m_text.offset(words.front().range.end);
    if (words.size() != 3)
        return replace(base, base, " AS " + field.text);
    const auto end = m_text.offset(words[2].range.end);
    return field.text.empty() ? replace(base, end, {})
                              : replace(m_text.offset(words[2].range.start), end, field.text);
}

Result<Edits> FieldWriter::none(const Field &field)
{
    const auto begin = m_text.node().words.empty() ? m_text.anchor()
                                                   : m_text.offset(m_text.node().words.front().range.start);
    return replace(begin, m_text.headEnd(), field.on ? "NONE" : "CMD true");
}

// A flag that is there at most once.
Result<Edits> FieldWriter::flagEdit(const Field &field)
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

Result<Edits> FieldWriter::flagList(const Field &field)
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

Result<Edits> FieldWriter::onlyWord(const Field &field, bool quoted)
{
    const auto old = m_text.words(quoted);
    std::optional<std::string> word = field.text;
    const auto bare = dockerfile::trimmed(field.text);
    if (quoted && !field.text.empty()) {
        const auto style = old.empty() ? Quotes::None : quotesOf(m_text.bytes(old.front()));
        word = wordOfValue(field.text, m_text.escape(), style, bare.size() != field.text.size());
    }
    if (!word)
        return cannotWrite(field.text);
    if (old.empty())
        return replace(m_text.anchor(), m_text.anchor(), " " + *word);
    return replace(old.front().begin, old.front().end, *std::move(word));
}

// Words that stand one by one or in an array; one that holds white space wants an array.
Result<Edits> FieldWriter::words(const std::vector<std::string> &values, bool quoted)
{
    const auto old = m_text.words(quoted);
    const auto isNew = [&](const std::string &value) {
        return !std::ranges::contains(old, value, &Token::value);
    };
    const bool blank = std::ranges::any_of(
        values, [&](const std::string &value) { return isNew(value) && hasBlank(value); });
    if (m_text.node().json || (quoted && blank))
        return array(old, values);
    if (blank)
        return refuse(CardText::tr("There can be no white space in it."));
    return tokens(old, values, m_text.anchor(), [&](const std::string &value, const Token *token) {
        const auto style = token == nullptr ? Quotes::None : quotesOf(m_text.bytes(*token));
        if (!quoted || dockerfile::parseHeredocWord(value))
            return std::optional(value);
        return wordOfValue(value, m_text.escape(), style, true);
    });
}

Result<Edits> FieldWriter::array(const std::vector<Token> &old, const std::vector<std::string> &values)
{
    std::string text = "[";
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto same = std::ranges::find(old, values[i], &Token::value);
        const auto word =
            same != old.end()
                ? std::optional(m_text.node().words[static_cast<std::size_t>(same - old.begin())].text)
                : wordOfValue(values[i], m_text.escape(), Quotes::None, false);
        if (!word)
            return cannotWrite(values[i]);
        text += (i == 0 ? "" : ", ") + jsonString(*word);
    }
    const auto begin = m_text.commandBegin().value_or(m_text.headEnd());
    return replace(begin, m_text.headEnd(), text + "]");
}

std::optional<std::string> FieldWriter::pair(const std::string &value, const Token *old) const
{
    const auto sign = value.find('=');
    const auto name = wordOfValue(value.substr(0, sign), m_text.escape(), Quotes::None, true);
    if (!name || name->empty() || (sign == std::string::npos && m_form.keyword != "ARG"))
        return std::nullopt;
    if (sign == std::string::npos)
        return name;
    auto style = Quotes::None;
    if (old != nullptr) {
        const auto bytes = m_text.bytes(*old);
        style = quotesOf(std::string_view(bytes).substr(std::min(bytes.find('='), bytes.size() - 1) + 1));
    }
    const auto word = wordOfValue(value.substr(sign + 1), m_text.escape(), style, true);
    return word ? std::optional(*name + '=' + *word) : std::nullopt;
}

Result<Edits> FieldWriter::pairs(const Field &field)
{
    for (const auto &value : field.list)
        if (value.empty() || value.starts_with('=') || (!value.contains('=') && m_form.keyword != "ARG"))
            return refuse(
                CardText::tr("“%1” has to be of the form name=value.").arg(QString::fromStdString(value)));
    const auto &words = m_text.node().words;
    const bool legacy = m_form.keyword != "ARG" && words.size() == 3 && words[2].text.empty();
    return tokens(
        m_text.pairs(), field.list, m_text.anchor(),
        [&](const std::string &value, const Token *old) { return pair(value, old); }, legacy);
}

// Only those that are other ones are written, where they stand; `all`: every one.
Result<Edits> FieldWriter::tokens(const std::vector<Token> &old, const std::vector<std::string> &values,
                                  std::size_t anchor, const Encoder &encode, bool all)
{
    if (values.empty())
        return refuse(CardText::tr("%1 needs one at least. Remove the card where it shall have none.")
                          .arg(QString::fromStdString(m_form.keyword)));
    std::size_t begin = 0, oldEnd = old.size(), newEnd = values.size();
    while (!all && begin < std::min(oldEnd, newEnd) && old[begin].value == values[begin])
        ++begin;
    while (!all && oldEnd > begin && newEnd > begin && old[oldEnd - 1].value == values[newEnd - 1])
        --oldEnd, --newEnd;
    Edits edits;
    std::size_t at = begin;
    for (; at < std::min(oldEnd, newEnd); ++at) {
        const auto word = encode(values[at], &old[at]);
        if (!word)
            return cannotWrite(values[at]);
        edits.push_back({m_text.range(old[at].begin, old[at].end), *word});
    }
    std::string more;
    for (std::size_t i = at; i < newEnd; ++i) {
        const auto word = encode(values[i], nullptr);
        if (!word)
            return cannotWrite(values[i]);
        more += ' ' + *word;
    }
    const auto behind = at == 0 ? anchor : old[at - 1].end;
    if (!more.empty() && !edits.empty())
        edits.back().text += more;
    else if (!more.empty())
        edits.push_back({m_text.range(behind, behind), more});
    if (at < oldEnd) // the first may stand below others of its kind: what follows comes up to its place
        edits.push_back(at == 0 ? dockerfile::Edit{m_text.range(old[0].begin, old[oldEnd].begin), {}}
                                : dockerfile::Edit{m_text.range(behind, old[oldEnd - 1].end), {}});
    return edits;
}

Result<Edits> FieldWriter::command(const CommandText &wanted)
{
    const auto &node = m_text.node();
    if (m_form.keyword == "ONBUILD") {
        TRY(auto lines, shellLines(wanted.text));
        return replace(m_text.offset(node.child.front().range.start), m_text.headEnd(), std::move(lines));
    }
    const auto *old = m_form.field("command");
    if (wanted.shape == Shape::Script && old->command.shape == Shape::Script &&
        !std::ranges::contains(
            linesOf(wanted.text), node.heredocs.front().name, [&](const std::string &line) {
                return node.heredocs.front().chomp
                           ? line.substr(std::min(line.find_first_not_of('\t'), line.size()))
                           : line;
            }))
        return scriptContent(wanted.text);
    TRY(auto bytes, commandBytes(wanted));
    const auto end = old->command.shape == Shape::Script ? m_text.offset(node.range.end) : m_text.headEnd();
    const auto begin = m_text.commandBegin();
    if (begin)
        return replace(*begin, end, std::move(bytes));
    return replace(m_text.headEnd(), m_text.headEnd(), " " + bytes);
}

Result<Edits> FieldWriter::scriptContent(const std::string &text) const
{
    std::string content;
    for (const auto &line : linesOf(text))
        content += line + std::string(m_lineEnd);
    const auto &range = m_text.node().heredocs.front().contentRange;
    return Edits{{range, text.empty() ? std::string() : std::move(content)}};
}

Result<std::string> FieldWriter::commandBytes(const CommandText &wanted) const
{
    if (wanted.shape == Shape::Script)
        return script(wanted.text);
    if (wanted.shape == Shape::Shell)
        return shellLines(wanted.text);
    std::string text = "[";
    for (const auto &word : wanted.words)
        text += (text.size() == 1 ? "" : ", ") + jsonString(word);
    return text + "]";
}

// Each line but the last goes on in the next one.
Result<std::string> FieldWriter::shellLines(const std::string &text) const
{
    const auto lines = linesOf(text);
    if (dockerfile::trimmed(text).empty())
        return refuse(CardText::tr("%1 needs a command.").arg(QString::fromStdString(m_form.keyword)));
    if (lines.size() > 1 && dockerfile::trimmed(lines.back()).starts_with('#'))
        return refuse(CardText::tr("The last line of a command cannot be a comment: what follows in the file "
                                   "would be taken for its next line."));
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto line = withoutTrailingBlanks(lines[i]);
        const bool comment = i > 0 && dockerfile::trimmed(line).starts_with('#');
        if (i + 1 < lines.size() && !comment) {
            if (line.ends_with(m_text.escape()) && !line.ends_with(std::string(2, m_text.escape())))
                line.pop_back(); // somebody has written it already
            line = withoutTrailingBlanks(line);
            line += (line.empty() ? "" : " ") + std::string(1, m_text.escape());
        }
        out += line;
        if (i + 1 < lines.size())
            out += m_lineEnd;
    }
    return out;
}

std::string FieldWriter::script(const std::string &text) const
{
    const auto lines = linesOf(text);
    std::string name = "EOF";
    for (int i = 2; std::ranges::contains(lines, name); ++i)
        name = "EOF" + std::to_string(i);
    auto out = "<<" + name + std::string(m_lineEnd);
    for (const auto &line : lines)
        out += line + std::string(m_lineEnd);
    return out + name;
}

Result<> FieldWriter::checkOthers(const dockerfile::Tree &tree) const
{
    const auto &before = m_snapshot.parsed.tree.nodes;
    bool same = tree.nodes.size() == before.size();
    for (std::size_t i = 0; same && i < before.size(); ++i)
        same = i == m_index || tree.nodes[i].original == before[i].original;
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
    CHECK(checkOthers(after.parsed.tree));
    const auto &node = after.parsed.tree.nodes[m_index];
    if (const auto read = dockerfile::interpret(node); !read)
        return refuse(CardText::tr("This cannot be written there: %1.")
                          .arg(QString::fromStdString(read.error().message)));
    const auto form = formOf(after, node);
    for (const auto &old : m_form.fields) {
        if (field.id == "none" && old.id == "command")
            continue;
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

} // namespace

Result<Edits> withField(const DockerfileSnapshot &snapshot, std::size_t node, const Field &field)
{
    return FieldWriter(snapshot, node).write(field);
}

} // namespace quayside::models
