#include "ui/palette/palettedelegate.h"

#include "models/search/searchmodel.h"
#include "ui/common/appearance.h"

#include <QIcon>
#include <QPainter>

#include <algorithm>

namespace quayside::ui
{

namespace
{
constexpr int margin = 10, symbolSize = 16;
}

// The name gives way last: the keys keep their room, what it is takes what is left.
void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    using Model = models::SearchModel;
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QPalette &palette = option.palette;
    if (selected)
        painter->fillRect(option.rect, palette.color(QPalette::Highlight));
    const QColor text = palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? text : quietTextColor(palette);
    QRect row = option.rect.adjusted(margin, 0, -margin, 0);
    const QRect symbol(row.left(), row.center().y() - symbolSize / 2, symbolSize, symbolSize);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, symbol, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    row.setLeft(symbol.right() + margin);
    const QFontMetrics &metrics = option.fontMetrics;
    painter->setFont(option.font);
    if (const QString keys = index.data(Model::KeysRole).toString(); !keys.isEmpty()) {
        painter->setPen(quiet);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, keys);
        row.setRight(row.right() - metrics.horizontalAdvance(keys) - 2 * margin);
    }
    const QString title =
        metrics.elidedText(index.data().toString(), Qt::ElideMiddle, std::max(row.width(), 0));
    painter->setPen(text);
    painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, title);
    row.setLeft(row.left() + metrics.horizontalAdvance(title) + 2 * margin);
    if (row.width() > 40) {
        painter->setPen(quiet);
        painter->drawText(
            row, Qt::AlignRight | Qt::AlignVCenter,
            metrics.elidedText(index.data(Model::DetailRole).toString(), Qt::ElideRight, row.width()));
    }
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, std::max(option.fontMetrics.height() + 12, symbolSize + 12)};
}

} // namespace quayside::ui
