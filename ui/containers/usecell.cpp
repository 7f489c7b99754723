#include "ui/containers/usecell.h"

#include "models/containers/containermodel.h"
#include "ui/stats/sparkline.h"

#include <QPainter>

#include <algorithm>

namespace quayside::ui
{

using models::ContainerModel;

namespace
{

constexpr int useMargin = 8, sparklineWidth = 42, sparklineValues = 30, leastForSparkline = 92;
constexpr double wholeCpu = 100, leastMemoryTop = 32 << 20;

} // namespace

// Without room for both the number is what stays.
void paintUse(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect cell = option.rect.adjusted(useMargin, 0, -useMargin, 0);
    const auto history = index.data(ContainerModel::UseHistoryRole).value<QList<float>>();
    if (!history.isEmpty() && option.rect.width() >= leastForSparkline) {
        const bool cpu = index.column() == ContainerModel::CpuColumn;
        const double highest = double(*std::ranges::max_element(history));
        const double top = std::max(highest, cpu ? wholeCpu : leastMemoryTop);
        const QColor color = selected ? option.palette.color(QPalette::HighlightedText)
                                      : toneColor(cpu ? Tone::Accent : Tone::Good);
        paintSparkline(painter, QRectF(cell.left(), cell.top() + 6, sparklineWidth, cell.height() - 12),
                       history, sparklineValues, top, color);
    }
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText)
                             : option.palette.color(QPalette::Text));
    const QString words = index.data().toString();
    painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(words, Qt::ElideLeft, cell.width()));
}

} // namespace quayside::ui
