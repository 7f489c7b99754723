#include "ui/system/diskbar.h"

#include "models/common/text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <numeric>

namespace quayside::ui
{

namespace
{

constexpr qreal leastWidth = 3; // of what is there at all

QString partText(const DiskBar::Part &part)
{
    return DiskBar::tr("%1: %2").arg(part.name, models::Text::size(part.bytes));
}

} // namespace

DiskBar::DiskBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("What lies on the disk"));
}

void DiskBar::setParts(const QList<Part> &parts)
{
    m_parts = parts;
    QStringList texts;
    for (const Part &part : parts)
        texts.append(partText(part));
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    update();
}

QPixmap DiskBar::swatch(Tone tone, qreal ratio)
{
    constexpr int side = 12;
    QPixmap square(QSize(side, side) * ratio);
    square.setDevicePixelRatio(ratio);
    square.fill(toneColor(tone));
    return square;
}

QList<QRectF> DiskBar::places() const
{
    const auto total = std::accumulate(m_parts.begin(), m_parts.end(), std::int64_t(0),
                                       [](std::int64_t sum, const Part &part) { return sum + part.bytes; });
    QList<QRectF> places;
    qreal left = 0;
    for (const Part &part : m_parts) {
        const qreal share = total > 0 ? qreal(part.bytes) / qreal(total) * width() : 0;
        const qreal wide = part.bytes > 0 ? std::max(share, leastWidth) : 0;
        places.append(QRectF(left, 0, std::min(wide, width() - left), height()));
        left += places.last().width();
    }
    return places;
}

void DiskBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    const QList<QRectF> at = places();
    for (int i = 0; i < m_parts.size(); ++i)
        painter.fillRect(at[i].adjusted(0, 0, at[i].width() > 2 * leastWidth ? -1 : 0, 0),
                         toneColor(m_parts[i].tone));
}

bool DiskBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QList<QRectF> at = places();
    for (int i = 0; i < m_parts.size(); ++i) {
        if (at[i].contains(help->pos())) {
            QToolTip::showText(help->globalPos(), partText(m_parts[i]), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace quayside::ui
