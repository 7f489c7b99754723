#include "models/dockerfile/cards/edits.h"

#include "models/dockerfile/cards/cardtext.h"

#include <algorithm>
#include <utility>

namespace quayside::models
{
namespace
{

// Bytes of the text, to be replaced.
struct Splice {
    std::size_t begin = 0, end = 0;
    std::string text;
};

using Order = std::vector<std::string>; // the instructions of a file, each in one line

class CardEdit
{
public:
    CardEdit(const DockerfileSnapshot &snapshot, const Cards &cards)
        : m_snapshot(snapshot), m_cards(cards.cards), m_lineEnd(lineEndOf(snapshot.text))
    {
    }

    Result<CardChange> insert(std::size_t before, std::string text);
    Result<CardChange> remove(CardBlock block);
    Result<CardChange> move(CardBlock block, std::size_t before);
    Result<CardChange> duplicate(CardBlock block);
    Result<CardChange> toggle(std::size_t index);

private:
    std::string region(CardBlock block) const
    {
        const auto begin = m_cards[block.first].begin;
        return m_snapshot.text.substr(begin, m_cards[block.first + block.count - 1].end - begin);
    }
    bool isStage(CardBlock block) const { return m_cards[block.first].beginsStage(m_snapshot); }
    Order order() const { return orderOf(m_snapshot.parsed.tree); }
    static Order orderOf(const dockerfile::Tree &tree);
    Order originals(CardBlock block) const;
    std::size_t blankAbove(std::size_t index) const;
    std::size_t blankBelow(std::size_t index) const;
    std::size_t insertionPoint(std::size_t before) const;
    std::size_t nodesBefore(std::size_t index) const;
    Splice placed(std::size_t offset, std::string text) const;
    Result<CardChange> checked(std::vector<Splice> splices, std::size_t target, const Order &expected) const;
    std::unexpected<Error> refuse(const QString &sentence) const
    {
        return fail(ErrorKind::InvalidArgument, "{}", sentence.toStdString());
    }

    const DockerfileSnapshot &m_snapshot;
    const std::vector<Card> &m_cards;
    std::string_view m_lineEnd;
};

Order CardEdit::orderOf(const dockerfile::Tree &tree)
{
    Order order;
    for (const auto &node : tree.nodes)
        order.push_back(node.original);
    return order;
}

Order CardEdit::originals(CardBlock block) const
{
    Order order;
    for (std::size_t i = block.first; i < block.first + block.count; ++i)
        if (m_cards[i].index >= 0)
            order.push_back(m_cards[i].node(m_snapshot)->original);
    return order;
}

// How many nodes of the tree stand above a card.
std::size_t CardEdit::nodesBefore(std::size_t index) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_cards.begin(), m_cards.begin() + static_cast<std::ptrdiff_t>(index),
                              [](const Card &card) { return card.index >= 0; }));
}

// Where the blank lines directly above a card begin, and where those below end.
std::size_t CardEdit::blankAbove(std::size_t index) const
{
    auto begin = m_cards[index].begin;
    const auto gapBegin = begin - m_cards[index].gap.size();
    const auto &text = m_snapshot.text;
    for (auto at = begin; at > gapBegin; --at) {
        if (!std::string_view(" \t\r\n").contains(text[at - 1]))
            break;
        if (at - 1 == gapBegin || text[at - 2] == '\n')
            begin = at - 1;
    }
    return begin;
}

std::size_t CardEdit::blankBelow(std::size_t index) const
{
    auto end = m_cards[index].end;
    for (auto at = end; at < m_snapshot.text.size(); ++at) {
        if (!std::string_view(" \t\r\n").contains(m_snapshot.text[at]))
            break;
        if (m_snapshot.text[at] == '\n')
            end = at + 1;
    }
    return end;
}

// Directly below the card above.
std::size_t CardEdit::insertionPoint(std::size_t before) const
{
    if (m_cards.empty())
        return m_snapshot.text.size();
    return before == 0 ? m_cards.front().begin : m_cards[std::min(before, m_cards.size()) - 1].end;
}

// Whole lines, whether the text in front of them ends with a line end or not.
Splice CardEdit::placed(std::size_t offset, std::string text) const
{
    if (!text.ends_with('\n'))
        text += m_lineEnd;
    const auto &file = m_snapshot.text;
    if (offset == file.size() && !file.empty() && !file.ends_with('\n') && file != "\xef\xbb\xbf") {
        text.insert(0, m_lineEnd);
        text.resize(text.size() - (text.ends_with("\r\n") ? 2 : 1));
    }
    return {offset, offset, std::move(text)};
}

// The edits, where the file that they make has the instructions that are expected, and no other directives.
// `target`: the splice whose first line of content is of interest.
Result<CardChange> CardEdit::checked(std::vector<Splice> splices, std::size_t target,
                                     const Order &expected) const
{
    const auto wanted = splices[target].begin;
    const auto text = splices[target].text;
    std::ranges::stable_sort(splices, {}, &Splice::begin);
    CardChange change;
    long shift = 0;
    for (auto &splice : splices) {
        if (splice.begin < wanted)
            shift +=
                std::ranges::count(splice.text, '\n') -
                std::ranges::count(m_snapshot.text.substr(splice.begin, splice.end - splice.begin), '\n');
        change.edits.push_back(
            {{m_snapshot.lines.position(splice.begin), m_snapshot.lines.position(splice.end)},
             std::move(splice.text)});
    }
    const auto leading = text.find_first_not_of("\r\n");
    change.line = m_snapshot.lines.position(wanted).line + static_cast<int>(shift) +
                  static_cast<int>(
                      std::ranges::count(text.substr(0, leading == std::string::npos ? 0 : leading), '\n'));
    const auto after =
        dockerfile::parseAll(dockerfile::applied(m_snapshot.text, {.title = {}, .edits = change.edits}));
    if (orderOf(after.tree) != expected ||
        !std::ranges::equal(after.tree.directives, m_snapshot.parsed.tree.directives, {},
                            &dockerfile::Directive::name, &dockerfile::Directive::name))
        return refuse(CardText::tr("The file would read differently after that, because of what stands "
                                   "there: a comment that the builder obeys, or a line that goes on in the "
                                   "next one. Make the change in the text."));
    return change;
}

Result<CardChange> CardEdit::insert(std::size_t before, std::string text)
{
    const auto parsed = dockerfile::parse(text);
    if (!parsed)
        return refuse(
            CardText::tr("This is no instruction: %1.").arg(QString::fromStdString(parsed.error().message)));
    before = std::min(before, m_cards.size());
    const auto at = insertionPoint(before);
    if (parsed->nodes.front().keyword == "from" && before > 0 && before == m_cards.size())
        text.insert(0, m_lineEnd); // stages stand apart
    auto expected = order();
    const auto news = orderOf(*parsed);
    expected.insert(expected.begin() + static_cast<std::ptrdiff_t>(nodesBefore(before)), news.begin(),
                    news.end());
    return checked({placed(at, std::move(text))}, 0, expected);
}

Result<CardChange> CardEdit::remove(CardBlock block)
{
    auto expected = order();
    const auto first = expected.begin() + static_cast<std::ptrdiff_t>(nodesBefore(block.first));
    expected.erase(first, first + static_cast<std::ptrdiff_t>(originals(block).size()));
    const auto last = block.first + block.count - 1;
    return checked(
        {{isStage(block) ? blankAbove(block.first) : m_cards[block.first].begin, m_cards[last].end, {}}}, 0,
        expected);
}

Result<CardChange> CardEdit::move(CardBlock block, std::size_t before)
{
    const auto last = block.first + block.count - 1;
    if (before >= block.first && before <= last + 1)
        return refuse(CardText::tr("It stands there already."));
    const bool up = before < block.first, stage = isStage(block);
    const auto own = originals(block);
    auto expected = order();
    const auto from = nodesBefore(block.first), to = nodesBefore(before);
    const auto at = expected.begin();
    if (up)
        std::rotate(at + static_cast<std::ptrdiff_t>(to), at + static_cast<std::ptrdiff_t>(from),
                    at + static_cast<std::ptrdiff_t>(from + own.size()));
    else
        std::rotate(at + static_cast<std::ptrdiff_t>(from),
                    at + static_cast<std::ptrdiff_t>(from + own.size()),
                    at + static_cast<std::ptrdiff_t>(to));
    const bool above = up && (stage || !m_cards[before].beginsStage(m_snapshot));
    auto text = region(block);
    if (stage && !text.ends_with('\n'))
        text += m_lineEnd;
    if (stage)
        text.insert(up ? text.size() : 0, m_lineEnd);
    const Splice cut{stage && up ? blankAbove(block.first) : m_cards[block.first].begin,
                     stage && !up ? blankBelow(last) : m_cards[last].end,
                     {}};
    return checked({placed(above ? m_cards[before].begin : insertionPoint(before), std::move(text)), cut}, 0,
                   expected);
}

Result<CardChange> CardEdit::duplicate(CardBlock block)
{
    const auto last = block.first + block.count - 1;
    auto expected = order();
    const auto own = originals(block);
    expected.insert(expected.begin() + static_cast<std::ptrdiff_t>(nodesBefore(last + 1)), own.begin(),
                    own.end());
    auto text = region(block);
    if (isStage(block))
        text.insert(0, m_lineEnd);
    return checked({placed(m_cards[last].end, std::move(text))}, 0, expected);
}

Result<CardChange> CardEdit::toggle(std::size_t index)
{
    const auto &card = m_cards[index];
    if (card.kind == Card::Kind::Unknown)
        return refuse(CardText::tr("This cannot be read as an instruction, so that it could not be enabled "
                                   "again. Mend it in the text first."));
    if (card.beginsStage(m_snapshot))
        return refuse(CardText::tr("FROM begins a stage: without it, what follows would belong to the stage "
                                   "above. Remove the stage, or disable its instructions."));
    const bool enable = card.kind == Card::Kind::Disabled;
    auto expected = order();
    const auto at = expected.begin() + static_cast<std::ptrdiff_t>(nodesBefore(index));
    if (enable)
        expected.insert(at, card.disabled->original);
    else
        expected.erase(at);
    std::vector<Splice> splices;
    for (int line = card.line; line <= card.lastLine; ++line) {
        auto begin = m_snapshot.lines.lineStart(line);
        if (begin == 0)
            begin = std::min(card.begin, begin + 3 * (m_snapshot.text.starts_with("\xef\xbb\xbf") ? 1 : 0));
        const bool bare = !m_snapshot.text.substr(begin).starts_with(disabledMark); // "#-" alone
        if (enable)
            splices.push_back({begin, begin + disabledMark.size() - (bare ? 1 : 0), {}});
        else
            splices.push_back({begin, begin, std::string(disabledMark)});
    }
    return checked(std::move(splices), 0, expected);
}

} // namespace

CardBlock blockOf(const DockerfileSnapshot &snapshot, const Cards &cards, std::size_t index)
{
    CardBlock block{index, 1};
    if (!cards.cards[index].beginsStage(snapshot))
        return block;
    while (index + block.count < cards.cards.size() &&
           !cards.cards[index + block.count].beginsStage(snapshot))
        ++block.count;
    return block;
}

std::string startingText(std::string_view keyword)
{
    static constexpr std::pair<std::string_view, std::string_view> texts[] = {
        {"FROM", "FROM debian:13"},
        {"RUN", "RUN echo hello"},
        {"COPY", "COPY . ."},
        {"ADD", "ADD https://example.com/file /file"},
        {"WORKDIR", "WORKDIR /app"},
        {"ENV", "ENV NAME=value"},
        {"ARG", "ARG VERSION=1"},
        {"EXPOSE", "EXPOSE 8080"},
        {"USER", "USER nobody"},
        {"VOLUME", "VOLUME /data"},
        {"LABEL", "LABEL org.opencontainers.image.title=name"},
        {"CMD", "CMD [\"/bin/sh\"]"},
        {"ENTRYPOINT", "ENTRYPOINT [\"/bin/sh\"]"},
        {"HEALTHCHECK", "HEALTHCHECK --interval=30s CMD true"},
        {"STOPSIGNAL", "STOPSIGNAL SIGTERM"},
        {"SHELL", "SHELL [\"/bin/sh\", \"-c\"]"},
        {"ONBUILD", "ONBUILD COPY . ."},
        {"MAINTAINER", "MAINTAINER name"},
    };
    const auto *found =
        std::ranges::find(texts, keyword, &std::pair<std::string_view, std::string_view>::first);
    return found == std::end(texts) ? std::string() : std::string(found->second);
}

Result<CardChange> inserted(const DockerfileSnapshot &snapshot, const Cards &cards, std::size_t before,
                            std::string text)
{
    return CardEdit(snapshot, cards).insert(before, std::move(text));
}

Result<CardChange> removed(const DockerfileSnapshot &snapshot, const Cards &cards, CardBlock block)
{
    return CardEdit(snapshot, cards).remove(block);
}

Result<CardChange> moved(const DockerfileSnapshot &snapshot, const Cards &cards, CardBlock block,
                         std::size_t before)
{
    return CardEdit(snapshot, cards).move(block, before);
}

Result<CardChange> duplicated(const DockerfileSnapshot &snapshot, const Cards &cards, CardBlock block)
{
    return CardEdit(snapshot, cards).duplicate(block);
}

Result<CardChange> toggled(const DockerfileSnapshot &snapshot, const Cards &cards, std::size_t index)
{
    return CardEdit(snapshot, cards).toggle(index);
}

std::string_view lineEndOf(std::string_view text)
{
    const auto end = text.find('\n');
    return end != text.npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

} // namespace quayside::models
