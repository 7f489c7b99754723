#include "ui/dockerfile/editor/gutter.h"

#include "ui/common/appearance.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/editor/folds.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace quayside::ui
{

namespace
{
constexpr int gutterMargin = 6, markWidth = 10, barWidth = 3;
}

void GutterColumn::setMarks(const QList<GutterMark> &marks)
{
    m_marks = marks;
    emit changed();
}

const GutterMark *GutterColumn::at(int line) const
{
    auto after = std::upper_bound(m_marks.begin(), m_marks.end(), line,
                                  [](int wanted, const GutterMark &mark) { return wanted < mark.firstLine; });
    if (after == m_marks.begin())
        return nullptr;
    const GutterMark &mark = *std::prev(after);
    return line <= mark.lastLine ? &mark : nullptr;
}

Gutter::Gutter(CodeEditor *editor) : QWidget(editor), m_editor(editor)
{
    setMouseTracking(true);
    setAccessibleName(tr("Line numbers and what is known of the lines"));
}

GutterColumn *Gutter::addColumn(const QString &title, int widest)
{
    auto *column = new GutterColumn(title, widest, this);
    m_columns.append(column);
    connect(column, &GutterColumn::changed, this, [this] {
        emit widthChanged();
        update();
        renewToolTip();
    });
    return column;
}

int Gutter::columnWidth(const GutterColumn *column) const
{
    int width = 0;
    for (const GutterMark &mark : column->marks()) {
        const int icon = mark.icon.isNull() ? 0 : fontMetrics().height() + 4;
        width = std::max(width, icon + fontMetrics().horizontalAdvance(mark.text));
    }
    // The text of the file comes first: of a narrow editor the column is a bar with a symbol.
    constexpr int percent = 30, fewCharacters = 60;
    const bool symbols = !column->marks().isEmpty() && !column->marks().first().icon.isNull() &&
                         m_editor->width() < fewCharacters * m_editor->fontMetrics().averageCharWidth();
    if (symbols)
        return fontMetrics().height() + 2 * gutterMargin + barWidth;
    const int most = std::min(column->widest() * fontMetrics().averageCharWidth() + fontMetrics().height(),
                              std::max(fontMetrics().height(), m_editor->width() * percent / 100));
    return column->marks().isEmpty() ? 0 : std::min(width, most) + 2 * gutterMargin + barWidth;
}

int Gutter::numberWidth() const
{
    const auto digits = QString::number(std::max(99, m_editor->blockCount())).size();
    return markWidth + int(digits) * m_editor->fontMetrics().horizontalAdvance(u'9');
}

int Gutter::foldWidth() const
{
    return m_editor->fontMetrics().height() * 4 / 5;
}

int Gutter::neededWidth() const
{
    int width = gutterMargin / 2 + numberWidth() + foldWidth();
    for (const GutterColumn *column : m_columns)
        width += columnWidth(column);
    return width;
}

void Gutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    m_editor->eachVisibleBlock([&](const QTextBlock &block, const QRect &line) {
        if (line.bottom() >= event->rect().top() && line.top() <= event->rect().bottom())
            paintLine(painter, block, QRect(0, line.top(), width(), line.height()));
    });
}

void Gutter::paintLine(QPainter &painter, const QTextBlock &block, const QRect &line) const
{
    const int number = block.blockNumber() + 1;
    const int rowHeight = m_editor->fontMetrics().height();
    int x = 0;
    for (const GutterColumn *column : m_columns) {
        const int width = columnWidth(column);
        if (const GutterMark *mark = column->at(number))
            paintMark(painter, *mark, number, QRect(x, line.top(), width, line.height()));
        x += width;
    }
    const bool current = block == m_editor->textCursor().block();
    painter.setFont(m_editor->font());
    painter.setPen(current ? palette().color(QPalette::Text) : quietTextColor(palette()));
    const QRect numbers(x, line.top(), numberWidth(), rowHeight);
    painter.drawText(numbers, Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
    if (const QColor mark = m_editor->markColor(block.blockNumber()); mark.isValid()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(mark);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(QPointF(x + markWidth / 2.0, line.top() + rowHeight / 2.0), 3, 3);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (m_editor->folds()->startsAt(block.blockNumber()))
        paintFold(painter, m_editor->folds()->isFolded(block.blockNumber()),
                  QRect(numbers.right() + 1, line.top(), foldWidth(), rowHeight));
}

void Gutter::paintMark(QPainter &painter, const GutterMark &mark, int blockLine, const QRect &place) const
{
    // Faded: in quiet colour, and the bar hatched, so that it can be told without colours and still be read.
    const QColor quiet = quietTextColor(palette()),
                 color = mark.color.isValid() && !mark.faded ? mark.color : quiet;
    painter.fillRect(QRect(place.right() - barWidth - 1, place.top(), barWidth, place.height()),
                     mark.faded ? QBrush(quiet, Qt::Dense5Pattern) : QBrush(color));
    if (blockLine == mark.firstLine) {
        const int height = fontMetrics().height();
        QRect text = place.adjusted(gutterMargin, 0, -gutterMargin - barWidth, 0);
        text.setHeight(m_editor->fontMetrics().height());
        if (!mark.icon.isNull()) {
            mark.icon.paint(&painter,
                            QRect(text.left(), text.top() + (text.height() - height) / 2, height, height));
            text.setLeft(text.left() + height + 4);
        }
        if (text.width() < fontMetrics().averageCharWidth())
            return;
        painter.setFont(font());
        painter.setPen(color);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(mark.text, Qt::ElideRight, text.width()));
    }
}

void Gutter::paintFold(QPainter &painter, bool folded, const QRect &place) const
{
    QPainterPath arrow;
    const QPointF middle = QRectF(place).center();
    const qreal size = place.width() / 4.0;
    if (folded) {
        arrow.moveTo(middle + QPointF(-size / 2, -size));
        arrow.lineTo(middle + QPointF(size / 2, 0));
        arrow.lineTo(middle + QPointF(-size / 2, size));
    } else {
        arrow.moveTo(middle + QPointF(-size, -size / 2));
        arrow.lineTo(middle + QPointF(0, size / 2));
        arrow.lineTo(middle + QPointF(size, -size / 2));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(folded ? QPalette::Text : QPalette::PlaceholderText), 1.3));
    painter.drawPath(arrow);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

const GutterMark *Gutter::markAt(const QPoint &point) const
{
    const QTextBlock block = m_editor->blockAt(point.y());
    int x = 0;
    for (const GutterColumn *column : m_columns) {
        x += columnWidth(column);
        if (point.x() < x)
            return block.isValid() ? column->at(block.blockNumber() + 1) : nullptr;
    }
    return nullptr;
}

void Gutter::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const QTextBlock block = m_editor->blockAt(point.y());
    if (const GutterMark *mark = markAt(point); mark != nullptr && mark->activate) {
        const auto act = mark->activate; // it may fill the column anew
        act();
        return;
    }
    if (!block.isValid() || event->button() != Qt::LeftButton)
        return;
    if (point.x() >= width() - foldWidth() && m_editor->folds()->startsAt(block.blockNumber())) {
        m_editor->folds()->toggle(block.blockNumber());
        return;
    }
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor);
    m_editor->setFocus(Qt::MouseFocusReason);
}

void Gutter::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const GutterMark *mark = markAt(point);
    const QTextBlock block = m_editor->blockAt(point.y());
    const bool fold = point.x() >= width() - foldWidth() && block.isValid() &&
                      m_editor->folds()->startsAt(block.blockNumber());
    setCursor((mark != nullptr && mark->activate) || fold ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Gutter::showToolTip()
{
    const GutterMark *mark = markAt(m_tipAt);
    m_tip = mark == nullptr ? QString() : mark->toolTip;
    QToolTip::showText(mapToGlobal(m_tipAt), m_tip, this);
}

// What is asked for when the mouse rests on a mark comes while its tool tip is shown.
void Gutter::renewToolTip()
{
    const GutterMark *mark = m_tip.isEmpty() ? nullptr : markAt(m_tipAt);
    if (mark != nullptr && mark->toolTip != m_tip && QToolTip::isVisible() && QToolTip::text() == m_tip)
        showToolTip();
}

bool Gutter::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        m_tipAt = static_cast<QHelpEvent *>(event)->pos();
        showToolTip();
        if (const GutterMark *mark = markAt(m_tipAt); mark != nullptr && mark->hovered) {
            const auto act = mark->hovered; // it may fill the column anew
            act();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace quayside::ui
