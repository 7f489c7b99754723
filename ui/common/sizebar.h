// A size in its cell: at the right, with a bar below that says how large it is beside its neighbours.
#pragma once

#include <QStyleOptionViewItem>

class QPainter;

namespace quayside::ui
{

// share: 0 to 1. The text is drawn with the painter's pen.
void paintSizeBar(QPainter *painter, const QStyleOptionViewItem &option, const QString &text, double share);

} // namespace quayside::ui
