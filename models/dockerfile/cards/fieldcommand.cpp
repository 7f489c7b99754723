// Fields that are a command: for the shell, as an array, as a script.
#include "engine/dockerfile/unicode.h"
#include "models/dockerfile/cards/fieldwriter.h"
#include "models/dockerfile/cards/quoting.h"

#include <algorithm>
#include <utility>

namespace quayside::models
{
namespace
{

using Shape = CommandText::Shape;

} // namespace

Result<FieldWriter::Edits> FieldWriter::command(const CommandText &wanted)
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

Result<FieldWriter::Edits> FieldWriter::scriptContent(const std::string &text) const
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

} // namespace quayside::models
