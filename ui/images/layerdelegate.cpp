#include "ui/images/layerdelegate.h"

#include "ui/common/appearance.h"

#include <QApplication>
#include <QPainter>

namespace quayside::ui
{

using models::LayerModel;
using models::LayerRow;

namespace
{

bool holdsNothing(const LayerRow &row)
{
    return !row.isWholeImage() && row.added + row.changed + row.removed == 0;
}

// "+12 ~3 −1": the first character says which it is.
Tone toneOf(const QString &count)
{
    if (count.startsWith(u'+'))
        return Tone::Good;
    return count.startsWith(u'~') ? Tone::Busy : Tone::Bad;
}

} // namespace

LayerDelegate::LayerDelegate(const LayerModel *layers, QObject *parent)
    : StepDelegate(
          Symbol::Image, [layers](const QModelIndex &index) { return holdsNothing(layers->at(index.row())); },
          parent),
      m_layers(layers)
{
}

void LayerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const LayerRow &row = m_layers->at(index.row());
    if (index.column() != LayerModel::FilesColumn || row.isWholeImage() ||
        option.state.testFlag(QStyle::State_Selected)) {
        StepDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem background = option;
    background.state &= ~QStyle::State_HasFocus;
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &background, painter, option.widget);
    const QStringList counts = LayerModel::changeCounts(row).split(u' ', Qt::SkipEmptyParts);
    const QRect cell = option.rect.adjusted(4, 0, -8, 0);
    int right = cell.right();
    painter->save();
    painter->setFont(option.font);
    painter->setClipRect(option.rect);
    for (auto count = counts.rbegin(); count != counts.rend(); ++count) {
        const int width = option.fontMetrics.horizontalAdvance(*count) + 1;
        painter->setPen(toneColor(toneOf(*count)));
        painter->drawText(QRect(right - width + 1, cell.top(), width, cell.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, *count);
        right -= width + 6;
    }
    painter->restore();
}

} // namespace quayside::ui
