#include "ui/common/rowdelegate.h"

#include "models/system/preferences.h"
#include "ui/common/appearance.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace quayside::ui
{

namespace
{
constexpr int margin = 8;
constexpr int leastHeight = 18;        // for a symbol
constexpr int roomy = 14, compact = 4; // pixels between two lines
} // namespace

int rowHeight(const QFontMetrics &metrics)
{
    return std::max(metrics.height() + (models::Preferences::compactRows() ? compact : roomy), leastHeight);
}

RowDelegate::RowDelegate(Symbol symbol, QObject *parent) : QStyledItemDelegate(parent), m_icon(icon(symbol))
{
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, rowHeight(option.fontMetrics)};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    background.state &= ~QStyle::State_HasFocus;
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &background, painter, option.widget);
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QFont font = option.font;
    QRect text = option.rect.adjusted(margin, 0, -margin, 0);
    if (index.column() == 0) {
        font = nameFont(option);
        const QRect symbol(option.rect.left() + 8, option.rect.center().y() - 7, 16, 16);
        paintSymbol(painter, symbol, option, index);
        text.setLeft(symbol.right() + 9);
    }
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : textColor(option, index));
    painter->setFont(font);
    const bool right = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight);
    m_texts.draw(painter, text, index.data().toString(), option.textElideMode,
                 right ? Qt::AlignRight : Qt::AlignLeft);
    painter->restore();
}

void RowDelegate::paintSymbol(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option,
                              const QModelIndex &) const
{
    m_icon.paint(painter, box, Qt::AlignCenter,
                 option.state.testFlag(QStyle::State_Selected) ? QIcon::Selected : QIcon::Normal);
}

QColor RowDelegate::textColor(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return index.column() == 0 ? option.palette.color(QPalette::Text) : quietTextColor(option.palette);
}

QFont RowDelegate::nameFont(const QStyleOptionViewItem &option) const
{
    QFont font = option.font;
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace quayside::ui
