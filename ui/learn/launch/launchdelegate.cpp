#include "ui/learn/launch/launchdelegate.h"

#include "ui/builds/builddelegates.h"

#include <QPainter>

#include <algorithm>

namespace quayside::ui
{

using models::LaunchSteps;

namespace
{

LaunchSteps::State launchStateOf(const QModelIndex &index)
{
    return LaunchSteps::State(index.data(LaunchSteps::StateRole).toInt());
}

models::BuildStep::State shapeFor(LaunchSteps::State state)
{
    using Shape = models::BuildStep::State;
    switch (state) {
    case LaunchSteps::State::Done:
        return Shape::Done;
    case LaunchSteps::State::Running:
        return Shape::Running;
    case LaunchSteps::State::Failed:
        return Shape::Failed;
    case LaunchSteps::State::Skipped:
        return Shape::Cancelled;
    case LaunchSteps::State::Next:
    case LaunchSteps::State::Waiting:
        break;
    }
    return Shape::Waiting;
}

void paintNext(QPainter *painter, const QRectF &box, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(color);
    painter->drawPolygon(QPolygonF({{box.left() + 2, box.top() + 1},
                                    {box.right() - 1, box.center().y()},
                                    {box.left() + 2, box.bottom() - 1}}));
    painter->restore();
}

} // namespace

QSize LaunchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, std::min(option.fontMetrics.height() + 8, rowHeight(option.fontMetrics))};
}

void LaunchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    if (index.column() != LaunchSteps::BarColumn)
        return;
    const double from = index.data(LaunchSteps::FromRole).toDouble();
    const double to = index.data(LaunchSteps::ToRole).toDouble();
    if (to <= 0 || index.siblingAtColumn(LaunchSteps::TimeColumn).data().toString().isEmpty())
        return;
    constexpr double shortest = 2; // pixels: what took no time at all is there all the same
    const QRectF room = QRectF(option.rect).adjusted(4, 0, -8, 0);
    QRectF bar(room.left() + room.width() * from, option.rect.center().y() - 3,
               std::max(shortest, room.width() * (to - from)), 7);
    bar.moveRight(std::min(bar.right(), room.right()));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(
        option.state.testFlag(QStyle::State_Selected)
            ? option.palette.color(QPalette::HighlightedText)
            : toneColor(launchStateOf(index) == LaunchSteps::State::Failed ? Tone::Bad : Tone::Accent));
    painter->drawRoundedRect(bar, 1, 1);
    painter->restore();
}

void LaunchDelegate::paintSymbol(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const QColor selected = option.palette.color(QPalette::HighlightedText);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRectF inner = QRectF(box).adjusted(2, 2, -2, -2);
    if (launchStateOf(index) == LaunchSteps::State::Next)
        paintNext(painter, inner, isSelected ? selected : toneColor(Tone::Accent));
    else
        paintBuildGlyph(painter, inner, shapeFor(launchStateOf(index)), isSelected ? &selected : nullptr);
}

QColor LaunchDelegate::textColor(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const LaunchSteps::State state = launchStateOf(index);
    if (index.column() == LaunchSteps::StepColumn &&
        (state == LaunchSteps::State::Waiting || state == LaunchSteps::State::Skipped))
        return quietTextColor(option.palette);
    return RowDelegate::textColor(option, index);
}

QFont LaunchDelegate::nameFont(const QStyleOptionViewItem &option) const
{
    return option.font;
}

} // namespace quayside::ui
