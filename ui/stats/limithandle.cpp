#include "ui/stats/limithandle.h"

#include "ui/common/appearance.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace quayside::ui
{

namespace
{

constexpr int padding = 6, grip = 10;

} // namespace

LimitHandle::LimitHandle(const QString &name, std::function<QString(double)> words, QWidget *parent)
    : QWidget(parent), m_name(name), m_words(std::move(words))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SizeVerCursor);
    setToolTip(tr("Drag it, or move it with Up and Down and press Return; Delete takes the limit away"));
    setVisible(false);
    refresh();
}

QString LimitHandle::label() const
{
    return value() > 0 ? tr("limit %1").arg(m_words(value())) : tr("no limit");
}

void LimitHandle::setLimit(double value, double most)
{
    m_set = value;
    m_most = std::max(most, 1.0);
    if (!m_dragging)
        m_moving = m_chosen = false;
    setVisible(true);
    refresh();
}

void LimitHandle::leave()
{
    m_moving = m_dragging = m_chosen = false;
    refresh();
}

// The word that is read out is the name: what it is of, and where it stands.
void LimitHandle::refresh()
{
    const QString name = QStringLiteral("%1: %2").arg(m_name, value() > 0 ? m_words(value()) : tr("none"));
    if (accessibleName() != name) {
        setAccessibleName(name);
        if (hasFocus()) {
            QAccessibleEvent event(this, QAccessible::NameChanged);
            QAccessible::updateAccessibility(&event);
        }
    }
    place(m_scale);
    update();
    emit moved();
}

void LimitHandle::place(const PlotScale &scale)
{
    m_scale = scale;
    const int width = fontMetrics().horizontalAdvance(label()) + 2 * padding + grip;
    const int tall = fontMetrics().height() + 4;
    const double middle = std::clamp(scale.y(placeOf(value())), scale.area.top() + tall / 2.0 + 1,
                                     std::max(scale.area.bottom() - tall / 2.0 - 1, scale.area.top() + tall));
    setGeometry(int(scale.area.left()) + 4, int(middle - tall / 2.0), width, tall);
}

void LimitHandle::paintLine(QPainter *painter, const PlotScale &scale) const
{
    if (isHidden() || value() <= 0 || value() > scale.top)
        return;
    const double y = scale.y(value());
    painter->setPen(QPen(m_moving ? toneColor(Tone::Accent) : quietTextColor(palette()), 1.4, Qt::DashLine));
    painter->drawLine(QPointF(scale.area.left(), y), QPointF(scale.area.right(), y));
}

void LimitHandle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lively = m_moving || hasFocus();
    painter.setPen(QPen(palette().color(lively ? QPalette::Highlight : QPalette::Mid), lively ? 2 : 1));
    painter.setBrush(palette().color(QPalette::Button));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    const double middle = height() / 2.0;
    painter.setPen(QPen(quietTextColor(palette()), 1.2));
    for (const int up : {1, -1}) { // arrows up and down
        const QPointF tip(padding + 2, middle - up * 5.5);
        painter.drawPolyline(QPolygonF{tip + QPointF(-2.5, up * 2.5), tip, tip + QPointF(2.5, up * 2.5)});
    }
    painter.setPen(palette().color(QPalette::ButtonText));
    painter.drawText(rect().adjusted(padding + grip, 0, -padding + 2, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     label());
}

// ---- moving

void LimitHandle::preview(double value)
{
    m_moving = true;
    m_shown = value >= m_most * 0.995 ? 0 : m_steps.snap ? m_steps.snap(value) : value;
    refresh();
}

void LimitHandle::choose()
{
    if (!m_moving)
        return;
    if (m_shown == m_set)
        return leave();
    m_chosen = true; // it goes on showing this until setLimit() or leave()
    emit limitChosen(m_shown);
}

void LimitHandle::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    m_pressedAt = event->globalPosition().y();
    m_placeAtPress = m_scale.y(placeOf(value()));
}

void LimitHandle::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging)
        preview(m_scale.value(m_placeAtPress + event->globalPosition().y() - m_pressedAt));
}

void LimitHandle::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    choose();
}

bool LimitHandle::moveByKey(int key)
{
    const bool up = key == Qt::Key_Up || key == Qt::Key_PageUp;
    const bool far = key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if (key == Qt::Key_Delete) {
        preview(m_most);
        return true;
    }
    if (!up && key != Qt::Key_Down && key != Qt::Key_PageDown)
        return false;
    if (m_steps.step)
        preview(m_steps.step(placeOf(value()), up, far));
    return true;
}

void LimitHandle::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (moveByKey(key))
        return;
    if (m_moving && (key == Qt::Key_Return || key == Qt::Key_Enter))
        return choose();
    if (m_moving && key == Qt::Key_Escape)
        return leave();
    QWidget::keyPressEvent(event);
}

void LimitHandle::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void LimitHandle::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (m_moving && !m_dragging && !m_chosen)
        leave();
    update();
}

} // namespace quayside::ui
