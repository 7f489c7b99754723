#include "ui/dockerfile/building/buildgutter.h"

#include "models/builds/buildmodel.h"
#include "models/common/text.h"
#include "ui/builds/builddelegates.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QHash>
#include <QPainter>
#include <QPixmap>

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
    // What the cache gave took no time worth a word.
    constexpr qint64 worthAWord = 10; // milliseconds
    const bool cached = facts.step->state == models::BuildStep::State::Cached;
    QStringList parts{cached ? BuildGutter::tr("cached") : BuildSteps::stateText(facts.step->state)};
    if (!cached && facts.step->took >= worthAWord)
        parts.append(models::BuildModel::timeText(facts.step->took));
    if (facts.step->size > 0)
        parts.append(models::Text::size(facts.step->size));
    return parts.join(QStringLiteral(" · "));
}

// What is still true of a step that failed is what a person looks for: it is not faded.
bool isFaded(const InstructionFacts &facts)
{
    return facts.isStale() && !(facts.step && facts.step->state == models::BuildStep::State::Failed);
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
                      .icon = markIcon(each),
                      .text = markText(each),
                      .toolTip = lines.join(u'\n'),
                      .color = toneColor(each.waste.isEmpty() ? markTone(each) : Tone::Busy),
                      .faded = isFaded(each),
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
