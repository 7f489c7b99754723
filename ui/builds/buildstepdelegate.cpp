#include "ui/builds/buildstepdelegate.h"

#include "models/builds/buildsteps.h"
#include "ui/common/appearance.h"

#include <QPainter>

namespace quayside::ui
{

using models::BuildStep;
using models::BuildSteps;

namespace
{

Tone toneOf(BuildStep::State state)
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
    case BuildStep::State::Cancelled:
        break;
    }
    return Tone::Quiet;
}

} // namespace

void BuildStepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    QStyleOptionViewItem shown = option;
    if (index.column() == BuildSteps::StepColumn)
        shown.font = fixedFont();
    else if (index.column() == BuildSteps::StateColumn)
        shown.palette.setColor(
            QPalette::Text, toneColor(toneOf(BuildStep::State(index.data(BuildSteps::StateRole).toInt()))));
    else
        shown.palette.setColor(QPalette::Text, quietTextColor(option.palette));
    QStyledItemDelegate::paint(painter, shown, index);
}

QSize BuildStepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, option.fontMetrics.height() + 10};
}

} // namespace quayside::ui
