#include "ui/dockerfile/assistant/completiondelegate.h"

#include "models/dockerfile/language/completion.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace quayside::ui
{

namespace
{

constexpr int rowMargin = 6, symbolSize = 14, leastWidth = 220, mostWidth = 620, measuredRows = 60;

Symbol symbolOfKind(int kind)
{
    using Kind = models::language::CompletionItem::Kind;
    switch (Kind(kind)) {
    case Kind::Image:
        return Symbol::Image;
    case Kind::Tag:
        return Symbol::Tag;
    case Kind::File:
        return Symbol::File;
    case Kind::Folder:
        return Symbol::Folder;
    case Kind::Stage:
        return Symbol::Build;
    case Kind::Rule:
        return Symbol::Warning;
    case Kind::Instruction:
        return Symbol::Run;
    default:
        return Symbol::More;
    }
}

} // namespace

void CompletionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QPalette &palette = option.palette;
    painter->fillRect(option.rect, palette.color(selected ? QPalette::Highlight : QPalette::Base));
    QRect row = option.rect.adjusted(rowMargin, 0, -rowMargin, 0);
    const QRect symbol(row.left(), row.center().y() - symbolSize / 2, symbolSize, symbolSize);
    icon(symbolOfKind(index.data(KindRole).toInt()))
        .paint(painter, symbol, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    row.setLeft(symbol.right() + rowMargin);
    painter->setFont(fixedFont());
    painter->setPen(palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    const QFontMetrics fixed(fixedFont());
    const QString label = index.data().toString();
    const QString shown = fixed.elidedText(label, Qt::ElideMiddle, row.width());
    painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter, shown);
    row.setLeft(row.left() + fixed.horizontalAdvance(shown) + 2 * rowMargin);
    if (row.width() < 40)
        return;
    painter->setFont(option.font);
    painter->setPen(selected ? palette.color(QPalette::HighlightedText) : quietTextColor(palette));
    painter->drawText(
        row, Qt::AlignRight | Qt::AlignVCenter,
        option.fontMetrics.elidedText(index.data(DetailRole).toString(), Qt::ElideRight, row.width()));
}

QSize CompletionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {leastWidth, std::max(option.fontMetrics.height(), QFontMetrics(fixedFont()).height()) + 4};
}

int CompletionDelegate::widthOf(const QAbstractItemView *view, const QAbstractItemModel &model)
{
    const QFontMetrics fixed(fixedFont()), text = view->fontMetrics();
    int width = leastWidth;
    for (int row = 0; row < std::min(model.rowCount(), measuredRows); ++row) {
        const QModelIndex index = model.index(row, 0);
        width = std::max(width, fixed.horizontalAdvance(index.data().toString()) +
                                    text.horizontalAdvance(index.data(DetailRole).toString()));
    }
    return std::min(width + symbolSize + 8 * rowMargin, mostWidth);
}

} // namespace quayside::ui
