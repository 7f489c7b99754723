#include "models/system/treemap.h"

#include <algorithm>
#include <numeric>

namespace quayside::models
{

namespace
{

// The worst ratio of sides in a row of these areas along a side of this length.
double worstRatio(const QList<double> &row, double side)
{
    const double sum = std::accumulate(row.begin(), row.end(), 0.0);
    const auto [least, most] = std::ranges::minmax(row);
    return std::max(side * side * most / (sum * sum), sum * sum / (side * side * least));
}

// Lays a row along the shorter side and takes it off what is left.
void placeRow(const QList<double> &row, QRectF &left, QList<QRectF> &placed)
{
    const double sum = std::accumulate(row.begin(), row.end(), 0.0);
    const bool upright = left.width() >= left.height();
    const double thickness = sum / (upright ? left.height() : left.width());
    double at = upright ? left.top() : left.left();
    for (const double area : row) {
        const double length = area / thickness;
        placed.append(upright ? QRectF(left.left(), at, thickness, length)
                              : QRectF(at, left.top(), length, thickness));
        at += length;
    }
    if (upright)
        left.setLeft(left.left() + thickness);
    else
        left.setTop(left.top() + thickness);
}

} // namespace

QList<QRectF> treemap(const QList<double> &weights, const QRectF &area)
{
    QList<QRectF> result(weights.size());
    QList<qsizetype> order;
    double total = 0;
    for (qsizetype i = 0; i < weights.size(); ++i) {
        if (weights[i] > 0) {
            order.append(i);
            total += weights[i];
        }
    }
    if (total <= 0 || area.width() <= 0 || area.height() <= 0)
        return result;
    std::ranges::stable_sort(order, [&](qsizetype a, qsizetype b) { return weights[a] > weights[b]; });
    const double scale = area.width() * area.height() / total;
    QRectF left = area;
    QList<QRectF> placed;
    QList<double> row;
    for (const qsizetype index : order) {
        const double next = weights[index] * scale;
        const double side = std::min(left.width(), left.height());
        QList<double> longer = row;
        longer.append(next);
        if (!row.isEmpty() && worstRatio(longer, side) > worstRatio(row, side)) {
            placeRow(row, left, placed);
            longer = {next};
        }
        row = longer;
    }
    placeRow(row, left, placed);
    for (qsizetype i = 0; i < order.size(); ++i)
        result[order[i]] = placed[i];
    return result;
}

} // namespace quayside::models
