// The cells of a container's use of the machine: a number, and a small plot of the last minute before it.
#pragma once

#include <QStyleOptionViewItem>

class QPainter;

namespace quayside::ui
{

void paintUse(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);

} // namespace quayside::ui
