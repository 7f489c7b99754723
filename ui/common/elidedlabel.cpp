#include "ui/common/elidedlabel.h"

#include <QPainter>

namespace quayside::ui
{

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, width());
    if (toolTip() != (shown == text() ? QString() : text()))
        setToolTip(shown == text() ? QString() : text());
    painter.drawText(rect(), int(Qt::AlignLeft | Qt::AlignVCenter), shown);
}

} // namespace quayside::ui
