// Between values and places of a plot. Within the plot it is linear; above its upper edge, where a limit may
// lie that is far from all use, each quarter of its height doubles the value.
#pragma once

#include <QRectF>
#include <QtTypes>

#include <algorithm>
#include <cmath>

namespace quayside::ui
{

struct PlotScale {
    QRectF area;
    qint64 from = 0, to = 1; // ms at the left and right edge
    double top = 1;          // the value at the upper edge

    [[nodiscard]] double x(qint64 time) const
    {
        return area.left() + double(time - from) / double(std::max<qint64>(1, to - from)) * area.width();
    }
    [[nodiscard]] qint64 time(double x) const
    {
        return from + qint64((x - area.left()) / std::max(1.0, area.width()) * double(to - from));
    }
    [[nodiscard]] double y(double value) const
    {
        if (value <= top)
            return area.bottom() - value / top * area.height();
        return area.top() - std::log2(value / top) * area.height() / 4;
    }
    [[nodiscard]] double value(double y) const
    {
        if (y >= area.top())
            return std::max(0.0, (area.bottom() - y) / std::max(1.0, area.height()) * top);
        return top * std::exp2((area.top() - y) / std::max(1.0, area.height()) * 4);
    }
};

} // namespace quayside::ui
