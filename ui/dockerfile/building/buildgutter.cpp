#include "ui/dockerfile/building/buildgutter.h"

#include "ui/builds/builddelegates.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/dockerfile/building/linefacts.h"

#include <QHash>
#include <QPainter>
#include <QPixmap>

namespace quayside::ui
{

using models::BuildFacts;
using models::InstructionFacts;
using models::StepChangesFinder;

namespace
{

Tone markTone(const InstructionFacts &facts)
{
    if (!facts.waste.isEmpty())
        return Tone::Busy;
    return facts.step ? stepTone(facts.step->state) : Tone::Quiet;
}

// As the time line's; all that is left of a mark in a narrow editor. Of what will run again an arrow.
QIcon markIcon(const InstructionFacts &facts)
{
    if (isFaded(facts) || !facts.step)
        return icon(Symbol::Restart);
    static QHash<std::pair<int, QRgb>, QIcon> icons;
    const auto state = facts.step->state;
    const auto key = std::pair(int(state), toneColor(stepTone(state)).rgba());
    if (const auto known = icons.constFind(key); known != icons.cend())
        return *known;
    constexpr int side = 16, fine = 2;
    QPixmap glyph(side * fine, side * fine);
    glyph.setDevicePixelRatio(fine);
    glyph.fill(Qt::transparent);
    QPainter painter(&glyph);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBuildGlyph(&painter, QRectF(2, 2, side - 4, side - 4), state);
    painter.end();
    return icons.insert(key, QIcon(glyph)).value();
}

} // namespace

BuildGutter::BuildGutter(GutterColumn *column, BuildFacts *facts, StepChangesFinder *changes, QObject *parent)
    : QObject(parent), m_column(column), m_facts(facts), m_changes(changes)
{
    connect(facts, &BuildFacts::changed, this, &BuildGutter::fill);
    connect(changes, &StepChangesFinder::found, this, &BuildGutter::fill);
    connect(column, &GutterColumn::paletteChanged, this, &BuildGutter::fill);
    fill();
}

BuildGutter::~BuildGutter()
{
    if (m_column != nullptr)
        m_column->setMarks({});
}

GutterMark BuildGutter::markOf(const InstructionFacts &facts)
{
    const int line = facts.firstLine;
    GutterMark mark{
        .firstLine = line,
        .lastLine = facts.lastLine,
        .icon = markIcon(facts),
        .text = factText(facts),
        .toolTip = asToolTip(factDetail(*m_facts, facts, facts.step ? m_changes->of(*facts.step) : nullptr)),
        .color = toneColor(markTone(facts)),
        .faded = isFaded(facts),
        .activate = [this, line] { emit lineActivated(line); },
        .fixText = {},
        .fix = {},
        .hovered = {}};
    for (const models::Waste &waste : facts.waste) {
        const auto fix = m_facts->fixOf(waste);
        if (!fix || mark.fix)
            continue; // the largest first
        mark.fixText = fixTitle(*fix);
        mark.fix = [this, waste] { emit fixWanted(waste); };
    }
    if (facts.step)
        mark.hovered = [this, step = *facts.step] { m_changes->want(step); };
    return mark;
}

void BuildGutter::fill()
{
    if (m_column == nullptr)
        return;
    QList<GutterMark> marks;
    for (const InstructionFacts &each : m_facts->facts()) {
        if (isTold(each))
            marks.append(markOf(each));
    }
    m_column->setMarks(marks);
}

} // namespace quayside::ui
