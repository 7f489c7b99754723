#include "ui/learn/diagram.h"

#include "ui/common/appearance.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace quayside::ui
{

namespace
{

constexpr double corner = 5;

QColor blended(const QColor &base, const QColor &with, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {mix(base.red(), with.red()), mix(base.green(), with.green()), mix(base.blue(), with.blue())};
}

} // namespace

Diagram::Diagram(const QString &name, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Diagram::setDraw(Draw draw)
{
    m_draw = std::move(draw);
    redraw();
}

int Diagram::heightForWidth(int width) const
{
    return m_draw ? m_draw(width, fontMetrics()).height : 0;
}

// Where a scroll area looks when the focus comes here: at the chosen shape, else it would at the middle.
QVariant Diagram::inputMethodQuery(Qt::InputMethodQuery query) const
{
    const int row = currentRow();
    if (query == Qt::ImCursorRectangle && row >= 0)
        return m_drawing.shapes[row].rect.toRect();
    return QWidget::inputMethodQuery(query);
}

void Diagram::redraw()
{
    if (!m_draw)
        return;
    Drawing drawing = m_draw(width(), fontMetrics());
    if (drawing == m_drawing)
        return;
    const bool taller = drawing.height != m_drawing.height;
    m_drawing = std::move(drawing);
    if (taller)
        updateGeometry();
    update();
}

void Diagram::setCurrent(const QString &key)
{
    if (std::exchange(m_current, key) == key)
        return;
    const int row = currentRow();
    setAccessibleDescription(row < 0 ? QString() : m_drawing.shapes[row].words());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

int Diagram::currentRow() const
{
    for (int row = 0; row < m_drawing.shapes.size(); ++row)
        if (m_drawing.shapes[row].key == m_current)
            return row;
    return -1;
}

void Diagram::choose(int row)
{
    if (row < 0 || row >= m_drawing.shapes.size())
        return;
    setCurrent(m_drawing.shapes[row].key);
    emit currentChanged(m_drawing.shapes[row].key, m_drawing.shapes[row].topic);
}

// The innermost one: those that lie in a room come after it.
const Shape *Diagram::shapeAt(const QPointF &point) const
{
    const Shape *found = nullptr;
    for (const Shape &shape : m_drawing.shapes)
        if (shape.rect.contains(point))
            found = &shape;
    return found;
}

void Diagram::mousePressEvent(QMouseEvent *event)
{
    if (const Shape *shape = shapeAt(event->position()))
        choose(int(shape - m_drawing.shapes.constData()));
}

void Diagram::mouseMoveEvent(QMouseEvent *event)
{
    const Shape *shape = shapeAt(event->position());
    const QString key = shape == nullptr ? QString() : shape->key;
    if (std::exchange(m_hovered, key) == key)
        return;
    emit hovered(shape == nullptr ? QString() : shape->topic);
    update();
}

void Diagram::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered.clear();
    emit hovered({});
    update();
}

bool Diagram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Shape *shape = shapeAt(help->pos());
        QToolTip::showText(help->globalPos(), shape == nullptr ? QString() : shape->words(), this);
        return true;
    }
    return QWidget::event(event);
}

void Diagram::keyPressEvent(QKeyEvent *event)
{
    const int row = currentRow(), last = int(m_drawing.shapes.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        choose(std::min(row + 1, last));
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
        choose(std::max(row - 1, 0));
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(last);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Diagram::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (currentRow() < 0 && event->reason() != Qt::MouseFocusReason)
        choose(0);
    update();
}

void Diagram::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    redraw();
}

void Diagram::paintShape(QPainter *painter, const Shape &shape) const
{
    const QColor base = palette().color(QPalette::Base), ink = palette().color(QPalette::Text);
    const bool current = shape.key == m_current, pointedAt = shape.key == m_hovered;
    const QColor accent = toneColor(Tone::Accent);
    QColor fill = blended(base, ink, 0.035 * shape.depth);
    if (shape.lit)
        fill = blended(base, accent, 0.28);
    else if (pointedAt)
        fill = blended(fill, accent, 0.12);
    QPen pen(current ? accent : blended(base, ink, shape.faint ? 0.2 : 0.5), current ? 2.2 : 1.2);
    if (shape.wall == Shape::Wall::Dashed)
        pen.setStyle(Qt::DashLine);
    painter->setPen(pen);
    painter->setBrush(fill);
    painter->drawRoundedRect(shape.rect.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    const QRectF room = shape.rect.adjusted(8, 4, -8, -4);
    const int line = fontMetrics().height();
    const auto write = [&](const QString &text, int row, const QColor &color) {
        const QRectF at(room.left(), room.top() + row * line, room.width(), line);
        painter->setPen(color);
        painter->drawText(at, Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideMiddle, int(at.width())));
    };
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    const QColor quiet = quietTextColor(palette());
    write(shape.title, 0, shape.faint ? quiet : ink);
    painter->setFont(font());
    for (int row = 0; row < shape.lines.size(); ++row)
        write(shape.lines[row], row + 1, shape.lit ? ink : quiet);
}

void Diagram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Shape &shape : m_drawing.shapes)
        paintShape(&painter, shape);
    painter.setPen(QPen(quietTextColor(palette()), 1.4));
    painter.setBrush(quietTextColor(palette()));
    for (const QLineF &tie : m_drawing.ties) {
        painter.drawLine(tie);
        painter.drawEllipse(tie.p2(), 3, 3);
    }
    for (const QLineF &arrow : m_drawing.arrows) {
        painter.drawLine(arrow);
        for (const double turn : {150.0, -150.0}) {
            QLineF barb(arrow.p2(), arrow.p2() + QPointF(5, 0));
            barb.setAngle(arrow.angle() + turn);
            painter.drawLine(barb);
        }
    }
    if (hasFocus() && currentRow() < 0) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace quayside::ui
