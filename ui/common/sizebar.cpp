#include "ui/common/sizebar.h"

#include <QPainter>

namespace quayside::ui
{

void paintSizeBar(QPainter *painter, const QStyleOptionViewItem &option, const QString &text, double share)
{
    constexpr int space = 6;
    const QRect cell = option.rect.adjusted(space, 0, -space, 0);
    const int length = int(share * cell.width());
    if (length > 0 && !option.state.testFlag(QStyle::State_Selected)) {
        QColor bar = option.palette.color(QPalette::Highlight);
        bar.setAlphaF(0.22F);
        painter->fillRect(QRect(cell.right() - length + 1, cell.bottom() - 3, length, 3), bar);
    }
    painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, text);
}

} // namespace quayside::ui
