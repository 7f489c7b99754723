#include "ui/images/stepdelegate.h"

#include "ui/common/appearance.h"

#include <QPainter>

namespace quayside::ui
{

StepDelegate::StepDelegate(Symbol symbol, IsEmpty isEmpty, QObject *parent)
    : RowDelegate(symbol, parent), m_isEmpty(std::move(isEmpty))
{
}

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    if (!m_isEmpty(index)) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem grey = option;
    grey.palette.setColor(QPalette::Text, quietTextColor(option.palette));
    grey.font.setItalic(true);
    RowDelegate::paint(painter, grey, index);
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, option.fontMetrics.height() + 10};
}

} // namespace quayside::ui
