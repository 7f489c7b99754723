#include "ui/dockerfile/editor/folds.h"

#include <QPlainTextDocumentLayout>
#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>

namespace quayside::ui
{

Folds::Folds(QPlainTextEdit *editor) : QObject(editor), m_editor(editor) {}

const Folds::Range *Folds::find(int block) const
{
    const auto at = std::ranges::lower_bound(m_ranges, block, {}, &Range::first);
    return at == m_ranges.end() || at->first != block ? nullptr : &*at;
}

const Folds::Range *Folds::around(int block) const
{
    const Range *best = nullptr;
    for (const Range &range : m_ranges) {
        if (range.first > block)
            break;
        if (range.last >= block && (best == nullptr || range.last - range.first <= best->last - best->first))
            best = &range;
    }
    return best;
}

bool Folds::isFolded(int block) const
{
    return std::ranges::any_of(m_folded, [block](const QTextCursor &c) { return c.blockNumber() == block; });
}

void Folds::setRanges(std::vector<Range> ranges)
{
    if (ranges == m_ranges && m_folded.isEmpty())
        return;
    const bool same = ranges == m_ranges;
    m_ranges = std::move(ranges);
    const auto gone = m_folded.removeIf([this](const QTextCursor &c) { return !startsAt(c.blockNumber()); });
    if (gone > 0 || (!same && anyFolded()))
        show();
    emit changed();
}

void Folds::fold(int block)
{
    const Range *range = find(block) != nullptr ? find(block) : around(block);
    if (range == nullptr || isFolded(range->first))
        return;
    m_folded.append(QTextCursor(m_editor->document()->findBlockByNumber(range->first)));
    show();
}

void Folds::unfold(int block)
{
    if (m_folded.removeIf([block](const QTextCursor &c) { return c.blockNumber() == block; }) > 0)
        show();
}

void Folds::toggle(int block)
{
    if (isFolded(block))
        unfold(block);
    else
        fold(block);
}

void Folds::foldAll()
{
    m_folded.clear();
    for (const Range &range : m_ranges) {
        if (!isFolded(range.first))
            m_folded.append(QTextCursor(m_editor->document()->findBlockByNumber(range.first)));
    }
    show();
}

void Folds::unfoldAll()
{
    m_folded.clear();
    show();
}

void Folds::reveal(int block)
{
    const auto hides = [this, block](const QTextCursor &c) {
        const Range *range = find(c.blockNumber());
        return range != nullptr && range->first < block && block <= range->last;
    };
    if (m_folded.removeIf(hides) > 0)
        show();
}

// Every block's state is set anew: ranges may have moved, and lie in each other.
void Folds::show()
{
    std::vector<std::pair<int, int>> hidden; // first and last hidden block
    for (const QTextCursor &cursor : std::as_const(m_folded)) {
        if (const Range *range = find(cursor.blockNumber()))
            hidden.emplace_back(range->first + 1, range->last);
    }
    std::ranges::sort(hidden);
    QTextDocument *document = m_editor->document();
    std::size_t at = 0;
    int until = -1;
    bool any = false;
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const int number = block.blockNumber();
        for (; at < hidden.size() && hidden[at].first <= number; ++at)
            until = std::max(until, hidden[at].second);
        const bool visible = number > until;
        if (visible == block.isVisible())
            continue;
        block.setVisible(visible);
        block.setLineCount(visible ? std::max(1, block.layout()->lineCount()) : 0);
        any = true;
    }
    if (any) {
        auto *layout = static_cast<QPlainTextDocumentLayout *>(document->documentLayout());
        layout->requestUpdate();
        emit layout->documentSizeChanged(layout->documentSize());
        if (!m_editor->textCursor().block().isVisible()) { // a cursor that is not seen types into the dark
            QTextBlock block = m_editor->textCursor().block();
            while (block.isValid() && !block.isVisible())
                block = block.previous();
            QTextCursor cursor(block);
            cursor.movePosition(QTextCursor::EndOfBlock);
            m_editor->setTextCursor(cursor);
        }
        m_editor->viewport()->update();
    }
    emit changed();
}

} // namespace quayside::ui
