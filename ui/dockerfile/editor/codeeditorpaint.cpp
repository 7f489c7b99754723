// What a CodeEditor draws over and beside its text.
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/editor/folds.h"
#include "ui/dockerfile/editor/highlighter.h"

#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace quayside::ui
{

namespace
{
constexpr int tabWidth = 4;
}

void CodeEditor::layOutGutter()
{
    const int width = m_gutter->neededWidth();
    if (viewportMargins().left() != width)
        setViewportMargins(width, 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), width, area.height());
}

void CodeEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutGutter();
}

void CodeEditor::refreshLook()
{
    setTabStopDistance(tabWidth * fontMetrics().horizontalAdvance(u' '));
    layOutGutter();
    refreshSelections();
}

void CodeEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->refreshTheme();
        for (GutterColumn *column : m_gutter->columns())
            emit column->paletteChanged();
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refreshLook();
}

void CodeEditor::eachVisibleBlock(const std::function<void(const QTextBlock &, const QRect &)> &visit) const
{
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= viewport()->height()) {
        const qreal height = blockBoundingRect(block).height();
        if (block.isVisible())
            visit(block, QRectF(0, top, viewport()->width(), height).toRect());
        top += block.isVisible() ? height : 0;
        block = block.next();
    }
}

QTextBlock CodeEditor::blockAt(int y) const
{
    QTextBlock found;
    eachVisibleBlock([&](const QTextBlock &block, const QRect &line) {
        if (line.top() <= y && y <= line.bottom())
            found = block;
    });
    return found;
}

void CodeEditor::paintEvent(QPaintEvent *event)
{
    if (m_findInBlock) {
        QPainter below(viewport());
        eachVisibleBlock([&](const QTextBlock &block, const QRect &) {
            paintSearchMarks(below, block, blockBoundingGeometry(block).translated(contentOffset()));
        });
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    eachVisibleBlock([&](const QTextBlock &block, const QRect &line) {
        if (line.bottom() < event->rect().top() || line.top() > event->rect().bottom())
            return;
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        paintSquiggles(painter, block, place);
        if (m_folds->isFolded(block.blockNumber()))
            paintFoldEnd(painter, block, place);
    });
}

// The first line of a stretch, in the viewport; null where nothing is laid out.
QRectF CodeEditor::stretch(const QTextBlock &block, int start, int length, const QRectF &place) const
{
    const QTextLine line = block.layout()->lineForTextPosition(std::min(start, block.length() - 1));
    if (!line.isValid())
        return {};
    const qreal from = line.cursorToX(start);
    const qreal to = line.cursorToX(std::min(start + length, line.textStart() + line.textLength()));
    return {place.left() + std::min(from, to), place.top() + line.y(), std::abs(to - from), line.height()};
}

void CodeEditor::paintSquiggles(QPainter &painter, const QTextBlock &block, const QRectF &place)
{
    for (const Squiggle &squiggle :
         std::ranges::equal_range(m_squiggles, block.blockNumber(), {}, &Squiggle::block)) {
        QRectF under = stretch(block, squiggle.start, squiggle.length, place);
        if (under.isNull() && squiggle.start > block.length())
            continue;
        under.setWidth(std::max(under.width(), 1.0 * fontMetrics().averageCharWidth()));
        const qreal base = under.bottom() - 1.5;
        QPainterPath wave(QPointF(under.left(), base));
        bool up = true;
        for (qreal x = under.left() + 2; x <= under.right() + 1; x += 2, up = !up)
            wave.lineTo(x, up ? base - 2 : base);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(toneColor(squiggle.tone), 1.1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(wave);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

void CodeEditor::paintSearchMarks(QPainter &painter, const QTextBlock &block, const QRectF &place)
{
    QColor ground = toneColor(Tone::Busy);
    ground.setAlphaF(0.3F);
    for (const auto &[start, length] : m_findInBlock(block.text()))
        painter.fillRect(stretch(block, start, length, place), ground);
}

// Says that there is more: behind the first line of what is folded.
void CodeEditor::paintFoldEnd(QPainter &painter, const QTextBlock &block, const QRectF &place)
{
    const QRectF text = stretch(block, 0, block.length() - 1, place);
    const QString dots = QStringLiteral("⋯");
    const qreal width = fontMetrics().horizontalAdvance(dots) + 8;
    const QRectF box(text.right() + 8, text.top() + 2, width, text.height() - 4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(quietTextColor(palette()));
    painter.setBrush(palette().color(QPalette::AlternateBase));
    painter.drawRoundedRect(box, 3, 3);
    painter.drawText(box, Qt::AlignCenter, dots);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace quayside::ui
