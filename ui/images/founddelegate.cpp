#include "ui/images/founddelegate.h"

#include "models/registries/imagesearch.h"
#include "ui/common/appearance.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace quayside::ui
{

using models::ImageSearch;

namespace
{

constexpr int sideMargin = 8;

bool isFound(const QModelIndex &index)
{
    return index.data(ImageSearch::StarsRole).isValid();
}

} // namespace

QSize FoundDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    return {120, isFound(index) ? 2 * line + 12 : line + 10};
}

void FoundDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor strong = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? strong : quietTextColor(option.palette);
    QRect line = option.rect.adjusted(sideMargin, 5, -sideMargin, -5);
    QFont font = option.font;
    if (isFound(index)) {
        line.setHeight(option.fontMetrics.height());
        const qint64 stars = index.data(ImageSearch::StarsRole).toLongLong();
        QString facts = stars > 0 ? QStringLiteral("★ ") + QLocale().toString(stars) : QString();
        if (index.data(ImageSearch::OfficialRole).toBool())
            facts = tr("official") + (facts.isEmpty() ? QString() : QStringLiteral("   ") + facts);
        painter->setPen(quiet);
        painter->drawText(line, int(Qt::AlignRight | Qt::AlignVCenter), facts);
        QRect below = line.translated(0, option.fontMetrics.height() + 2);
        painter->drawText(below, int(Qt::AlignLeft | Qt::AlignVCenter),
                          option.fontMetrics.elidedText(index.data(ImageSearch::DescriptionRole).toString(),
                                                        Qt::ElideRight, below.width()));
        line.setRight(line.right() - option.fontMetrics.horizontalAdvance(facts) - sideMargin);
        font.setWeight(QFont::Medium);
    }
    painter->setPen(strong);
    painter->setFont(font);
    painter->drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter),
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, line.width()));
    painter->restore();
}

} // namespace quayside::ui
