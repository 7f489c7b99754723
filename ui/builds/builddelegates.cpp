#include "ui/builds/builddelegates.h"

#include "models/builds/buildmodel.h"
#include "ui/common/appearance.h"

#include <QPainter>

namespace quayside::ui
{

using models::BuildModel;
using models::BuildState;
using models::BuildStep;
using models::BuildSteps;

Tone stepTone(BuildStep::State state)
{
    switch (state) {
    case BuildStep::State::Running:
        return Tone::Busy;
    case BuildStep::State::Done:
        return Tone::Good;
    case BuildStep::State::Cached:
        return Tone::Accent;
    case BuildStep::State::Failed:
        return Tone::Bad;
    case BuildStep::State::Waiting:
    case BuildStep::State::Cancelled:
        break;
    }
    return Tone::Quiet;
}

namespace
{

BuildStep::State stepStateOf(const QModelIndex &index)
{
    return BuildStep::State(index.data(BuildSteps::StateRole).toInt());
}

// A build shows as its steps do; one whose engine ended is one that did not come to its end.
BuildStep::State shapeOf(const QModelIndex &index)
{
    switch (BuildState(index.data(BuildModel::BuildStateRole).toInt())) {
    case BuildState::Running:
        return BuildStep::State::Running;
    case BuildState::Done:
        return BuildStep::State::Done;
    case BuildState::Failed:
        return BuildStep::State::Failed;
    case BuildState::Cancelled:
    case BuildState::Interrupted:
        break;
    }
    return BuildStep::State::Cancelled;
}

void paintShape(QPainter *painter, const QRect &box, BuildStep::State state,
                const QStyleOptionViewItem &option)
{
    const QColor selected = option.palette.color(QPalette::HighlightedText);
    paintBuildGlyph(painter, QRectF(box).adjusted(2, 2, -2, -2), state,
                    option.state.testFlag(QStyle::State_Selected) ? &selected : nullptr);
}

} // namespace

void paintBuildGlyph(QPainter *painter, const QRectF &box, BuildStep::State state,
                     const QColor *overrideColor)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor color = overrideColor != nullptr ? *overrideColor : toneColor(stepTone(state));
    const QRectF inner = box.adjusted(1, 1, -1, -1);
    const QPointF middle = inner.center();
    QPen pen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter->setPen(pen);
    switch (state) {
    case BuildStep::State::Waiting:
        pen.setStyle(Qt::DotLine);
        painter->setPen(pen);
        painter->drawEllipse(inner);
        break;
    case BuildStep::State::Running:
        painter->drawArc(inner, 60 * 16, 260 * 16);
        break;
    case BuildStep::State::Done: // a tick
        painter->drawPolyline(QPolygonF({{inner.left(), middle.y()},
                                         {middle.x() - 1, inner.bottom() - 1},
                                         {inner.right(), inner.top() + 1}}));
        break;
    case BuildStep::State::Cached: // what was there before: a ring around a disc
        painter->drawEllipse(inner);
        painter->setBrush(color);
        painter->setPen(Qt::NoPen);
        painter->drawEllipse(middle, 2.2, 2.2);
        break;
    case BuildStep::State::Failed:
        painter->drawLine(inner.topLeft(), inner.bottomRight());
        painter->drawLine(inner.topRight(), inner.bottomLeft());
        break;
    case BuildStep::State::Cancelled: // a square: stopped
        painter->drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 1, 1);
        break;
    }
    painter->restore();
}

QSize BuildStepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, option.fontMetrics.height() + 8};
}

void BuildStepDelegate::paintSymbol(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    paintShape(painter, box, stepStateOf(index), option);
}

QColor BuildStepDelegate::textColor(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() == BuildSteps::StateColumn)
        return toneColor(stepTone(stepStateOf(index)));
    if (index.column() == BuildSteps::StepColumn && stepStateOf(index) == BuildStep::State::Waiting)
        return quietTextColor(option.palette);
    return RowDelegate::textColor(option, index);
}

QFont BuildStepDelegate::nameFont(const QStyleOptionViewItem &) const
{
    return fixedFont();
}

void BuildDelegate::paintSymbol(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    paintShape(painter, box, shapeOf(index), option);
}

QColor BuildDelegate::textColor(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() == BuildModel::StateColumn)
        return toneColor(stepTone(shapeOf(index)));
    return RowDelegate::textColor(option, index);
}

} // namespace quayside::ui
