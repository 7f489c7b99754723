#include "models/dockerfile/cards/cards.h"

#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/unicode.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace quayside::models
{
namespace
{

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

// Lines [first, last] that are one card, without the comments above it.
struct Unit {
    Card::Kind kind = Card::Kind::Unknown;
    int first = 1, last = 1;
    int node = -1;
    std::shared_ptr<const dockerfile::Node> disabled = {};
    std::string problem = {};
};

class CardReader
{
public:
    explicit CardReader(const DockerfileSnapshot &snapshot)
        : m_snapshot(snapshot), m_tree(snapshot.parsed.tree), m_lines(snapshot.lines.lines())
    {
    }

    Cards read()
    {
        findNodes();
        fillGaps();
        for (const auto &unit : m_units)
            addCard(unit);
        m_out.tail = m_snapshot.text.substr(m_done);
        return std::move(m_out);
    }

private:
    std::size_t lineStart(int line) const
    {
        return line > m_lines ? m_snapshot.text.size() : m_snapshot.lines.lineStart(line);
    }
    // Without its end, and without a byte order mark.
    std::string_view line(int number) const
    {
        auto text = std::string_view(m_snapshot.text)
                        .substr(lineStart(number), lineStart(number + 1) - lineStart(number));
        while (text.ends_with('\n') || text.ends_with('\r'))
            text.remove_suffix(1);
        if (number == 1 && text.starts_with(byteOrderMark))
            text.remove_prefix(byteOrderMark.size());
        return text;
    }
    bool isBlank(int number) const { return dockerfile::trimmed(line(number)).empty(); }
    bool isComment(int number) const { return dockerfile::trimmed(line(number)).starts_with('#'); }
    static bool isDisabled(std::string_view line) { return line.starts_with(disabledMark) || line == "#-"; }
    static std::string_view enabled(std::string_view line)
    {
        return line.substr(std::min(disabledMark.size(), line.size()));
    }
    bool goesOn(int number) const;

    void findNodes();
    void fillGaps();
    void fillGap(int first, int last);
    int takeUnknown(int first, int last);
    int takeDisabled(int first, int last);
    std::string problemAt(int first, int last) const;
    int ownCommentsBegin(const Unit &unit) const;
    void addCard(const Unit &unit);

    const DockerfileSnapshot &m_snapshot;
    const dockerfile::Tree &m_tree;
    int m_lines;
    std::vector<Unit> m_units;
    Cards m_out;
    std::size_t m_done = 0; // bytes that are in a card
    int m_nextLine = 1;
    int m_stage = -1;
};

// As the parser has it: an escape character at the end that is not escaped itself.
bool CardReader::goesOn(int number) const
{
    const auto text = line(number);
    const auto last = text.find_last_not_of(" \t");
    return last != text.npos && text[last] == m_tree.escape && (last == 0 || text[last - 1] != m_tree.escape);
}

void CardReader::findNodes()
{
    for (std::size_t i = 0; i < m_tree.nodes.size(); ++i) {
        const auto &node = m_tree.nodes[i];
        Unit unit{.kind = Card::Kind::Instruction,
                  .first = node.range.start.line,
                  .last = node.range.end.line,
                  .node = static_cast<int>(i)};
        if (const auto read = dockerfile::interpret(node); !read) {
            unit.kind = Card::Kind::Unknown;
            unit.problem = read.error().message;
        }
        for (const auto &error : m_snapshot.parsed.errors)
            if (error.range.start >= node.head.start && error.range.end <= node.head.end) {
                // A here-document without its end has all that follows.
                unit.kind = Card::Kind::Unknown;
                unit.problem = error.message;
                unit.last = std::max(unit.last, m_snapshot.text.ends_with('\n') ? m_lines - 1 : m_lines);
            }
        m_units.push_back(std::move(unit));
    }
}

void CardReader::fillGaps()
{
    const auto known = std::exchange(m_units, {});
    int next = 1;
    for (const auto &unit : known) {
        fillGap(next, unit.first - 1);
        m_units.push_back(unit);
        next = unit.last + 1;
    }
    fillGap(next, m_lines);
}

void CardReader::fillGap(int first, int last)
{
    for (int number = first; number <= last; ++number) {
        if (isDisabled(line(number)))
            number = takeDisabled(number, last);
        else if (!isBlank(number) && !isComment(number))
            number = takeUnknown(number, last);
    }
}

// The last line of it.
int CardReader::takeUnknown(int first, int last)
{
    int end = first;
    for (int number = first; goesOn(end) && number < last; ++number)
        if (!isBlank(number + 1) && !isComment(number + 1))
            end = number + 1;
    m_units.push_back(
        {.kind = Card::Kind::Unknown, .first = first, .last = end, .problem = problemAt(first, end)});
    return end;
}

std::string CardReader::problemAt(int first, int last) const
{
    for (const auto &error : m_snapshot.parsed.errors)
        if (error.range.start.line >= first && error.range.start.line <= last)
            return error.message;
    return {};
}

// Lines with the mark, as far as they are instructions without it; the others are comments. The last of them.
int CardReader::takeDisabled(int first, int last)
{
    int end = first;
    while (end < last && isDisabled(line(end + 1)))
        ++end;
    const bool other = m_tree.escape != '\\';
    std::string text = other ? "# escape=" + std::string(1, m_tree.escape) + "\n" : std::string();
    for (int number = first; number <= end; ++number)
        text += std::string(enabled(line(number))) + '\n';
    const auto parsed = dockerfile::parseAll(text);
    const int shift = first - (other ? 2 : 1);
    for (const auto &node : parsed.tree.nodes) {
        const bool broken = std::ranges::any_of(parsed.errors, [&](const dockerfile::ParseError &error) {
            return error.range.start >= node.head.start && error.range.end <= node.head.end;
        });
        if (!broken && dockerfile::interpret(node))
            m_units.push_back({.kind = Card::Kind::Disabled,
                               .first = node.range.start.line + shift,
                               .last = node.range.end.line + shift,
                               .disabled = std::make_shared<const dockerfile::Node>(node)});
    }
    return end;
}

// The line where the comments begin that belong to it; its own first line where it has none.
int CardReader::ownCommentsBegin(const Unit &unit) const
{
    int begin = unit.first;
    for (int number = m_nextLine; number < unit.first; ++number) {
        const auto text = dockerfile::trimmed(line(number));
        const bool directive = std::ranges::any_of(m_tree.directives, [&](const dockerfile::Directive &one) {
            return one.range.start.line == number;
        });
        if (directive || text == "#" || (number == 1 && text.starts_with("#!")))
            begin = unit.first;
        else if (!text.empty() && begin == unit.first)
            begin = number;
    }
    return begin;
}

void CardReader::addCard(const Unit &unit)
{
    Card card;
    card.kind = unit.kind;
    card.firstLine = ownCommentsBegin(unit);
    card.line = unit.first;
    card.lastLine = unit.last;
    card.begin = lineStart(card.firstLine);
    if (card.begin == 0 && m_snapshot.text.starts_with(byteOrderMark))
        card.begin = byteOrderMark.size();
    card.end = lineStart(unit.last + 1);
    card.gap = m_snapshot.text.substr(m_done, card.begin - m_done);
    card.text = m_snapshot.text.substr(card.begin, card.end - card.begin);
    card.index = unit.node;
    card.problem = unit.problem;
    card.disabled = unit.disabled;
    if (card.beginsStage(m_snapshot))
        ++m_stage;
    card.stage = m_stage;
    m_done = card.end;
    m_nextLine = unit.last + 1;
    m_out.cards.push_back(std::move(card));
}

} // namespace

const dockerfile::Node *Card::node(const DockerfileSnapshot &snapshot) const
{
    if (disabled)
        return disabled.get();
    const auto &nodes = snapshot.parsed.tree.nodes;
    return index >= 0 && index < static_cast<int>(nodes.size()) ? &nodes[static_cast<std::size_t>(index)]
                                                                : nullptr;
}

bool Card::beginsStage(const DockerfileSnapshot &snapshot) const
{
    const auto *own = node(snapshot);
    return kind != Kind::Disabled && own != nullptr && own->keyword == "from";
}

Cards cardsOf(const DockerfileSnapshot &snapshot)
{
    return CardReader(snapshot).read();
}

std::string textOf(const Cards &cards)
{
    std::string text;
    for (const auto &card : cards.cards)
        text += card.gap + card.text;
    return text + cards.tail;
}

int cardAt(const Cards &cards, int line)
{
    int found = -1;
    for (const auto &card : cards.cards) {
        if (card.firstLine > line)
            break;
        ++found;
    }
    return found;
}

} // namespace quayside::models
