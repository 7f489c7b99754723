#include "ui/stats/sparkline.h"

#include <QPainter>

#include <algorithm>

namespace quayside::ui
{

// Bars: no curve has to be smoothed, a thousand of them are cheap.
void paintSparkline(QPainter *painter, const QRectF &box, const QList<float> &values, int capacity,
                    double top, const QColor &color)
{
    const double width = box.width() / std::max(1, capacity);
    const qsizetype count = std::min<qsizetype>(values.size(), capacity);
    QList<QRectF> bars;
    bars.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        const double value = double(values[values.size() - count + i]);
        if (value < 0)
            continue;
        const double height = std::max(1.0, std::min(1.0, value / std::max(top, 1e-9)) * box.height());
        bars.append({box.right() - double(count - i) * width, box.bottom() - height, width, height});
    }
    QColor fill = color;
    fill.setAlphaF(0.65F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    painter->drawRects(bars);
}

} // namespace quayside::ui
