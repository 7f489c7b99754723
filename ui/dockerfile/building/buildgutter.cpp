#include "ui/dockerfile/building/buildgutter.h"

#include "models/builds/buildmodel.h"
#include "models/common/text.h"
#include "ui/builds/builddelegates.h"
#include "ui/common/appearance.h"

namespace quayside::ui
{

using models::BuildFacts;
using models::BuildSteps;
using models::InstructionFacts;

namespace
{

Tone markTone(const InstructionFacts &facts)
{
    return facts.step ? stepTone(facts.step->state) : Tone::Quiet;
}

QString markText(const InstructionFacts &facts)
{
    if (!facts.step)
        return BuildGutter::tr("not built");
    QStringList parts{BuildSteps::stateText(facts.step->state)};
    if (const QString time = models::BuildModel::timeText(facts.step->took); !time.isEmpty())
        parts.append(time);
    if (facts.step->size > 0)
        parts.append(models::Text::size(facts.step->size));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QList<GutterMark> buildMarks(const BuildFacts &facts, const std::function<void(int)> &activate)
{
    QList<GutterMark> marks;
    for (const InstructionFacts &each : facts.facts()) {
        if (!each.step && !each.isStale())
            continue;
        QStringList lines;
        if (each.step)
            lines.append(BuildSteps::remark(*each.step));
        lines.append(BuildFacts::nextText(each));
        for (const models::Waste &waste : each.waste)
            lines.append(facts.wasteText(waste));
        lines.removeAll(QString());
        marks.append({.firstLine = each.firstLine,
                      .lastLine = each.lastLine,
                      .icon = {},
                      .text = markText(each),
                      .toolTip = lines.join(u'\n'),
                      .color = toneColor(each.waste.isEmpty() ? markTone(each) : Tone::Busy),
                      .faded = each.isStale(),
                      .activate = activate ? std::function<void()>(
                                                 [activate, line = each.firstLine] { activate(line); })
                                           : std::function<void()>()});
    }
    return marks;
}

BuildGutter::BuildGutter(GutterColumn *column, BuildFacts *facts, QObject *parent)
    : QObject(parent), m_column(column), m_facts(facts)
{
    connect(facts, &BuildFacts::changed, this, &BuildGutter::fill);
    connect(column, &GutterColumn::paletteChanged, this, &BuildGutter::fill);
    fill();
}

BuildGutter::~BuildGutter()
{
    if (m_column != nullptr)
        m_column->setMarks({});
}

void BuildGutter::fill()
{
    if (m_column != nullptr)
        m_column->setMarks(buildMarks(*m_facts, [this](int line) { emit lineActivated(line); }));
}

} // namespace quayside::ui
