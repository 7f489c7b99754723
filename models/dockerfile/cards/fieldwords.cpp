// Fields that are words of an instruction, one by one or many.
#include "engine/dockerfile/unicode.h"
#include "models/dockerfile/cards/fieldwriter.h"
#include "models/dockerfile/cards/quoting.h"

#include <algorithm>
#include <utility>

namespace quayside::models
{
namespace
{

std::unexpected<Error> cannotWrite(const std::string &value)
{
    return refuse(CardText::tr("“%1” cannot be written there in a Dockerfile: no quotes could hold it.")
                      .arg(QString::fromStdString(value)));
}

bool hasBlank(std::string_view text)
{
    return text.empty() || text.find_first_of(" \t\v\f") != text.npos;
}

} // namespace

Result<FieldWriter::Edits> FieldWriter::onlyWord(const Field &field, bool quoted)
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
Result<FieldWriter::Edits> FieldWriter::words(const std::vector<std::string> &values, bool quoted)
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

Result<FieldWriter::Edits> FieldWriter::array(const std::vector<Token> &old,
                                              const std::vector<std::string> &values)
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

Result<FieldWriter::Edits> FieldWriter::pairs(const Field &field)
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
Result<FieldWriter::Edits> FieldWriter::tokens(const std::vector<Token> &old,
                                               const std::vector<std::string> &values, std::size_t anchor,
                                               const Encoder &encode, bool all)
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

} // namespace quayside::models
