// Areas for amounts: rectangles as square as can be that fill a larger one.
#pragma once

#include <QList>
#include <QRectF>

namespace quayside::models
{

// One rectangle for each weight, in their order; an area stands for its weight's share. Weights of 0 and less
// get an empty one. Source: Bruls, Huizing, van Wijk, "Squarified treemaps", 2000.
QList<QRectF> treemap(const QList<double> &weights, const QRectF &area);

} // namespace quayside::models
