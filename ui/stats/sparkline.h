// A plot as small as a word: the last values in a cell of a list.
#pragma once

#include "ui/common/appearance.h"

#include <QList>

namespace quayside::ui
{

// The newest value at the right edge; below 0: a gap. capacity: values from edge to edge. top: the value at
// the upper edge.
void paintSparkline(QPainter *painter, const QRectF &box, const QList<float> &values, int capacity,
                    double top, const QColor &color);

} // namespace quayside::ui
