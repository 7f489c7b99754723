#include "ui/dockerfile/building/linefacts.h"

#include "models/builds/buildmodel.h"
#include "models/common/text.h"
#include "ui/dockerfile/building/buildgutter.h"

namespace quayside::ui
{

using models::BuildFacts;
using models::BuildStep;
using models::BuildSteps;
using models::CardFact;
using models::CardFacts;
using models::ContentEntry;
using models::InstructionFacts;
using models::StepChanges;
using models::Text;
using State = BuildStep::State;

namespace
{

constexpr qsizetype longestPath = 60; // characters

QString changeSign(ContentEntry::Change change)
{
    return change == ContentEntry::Change::Added     ? QStringLiteral("+")
           : change == ContentEntry::Change::Removed ? QStringLiteral("−")
                                                     : QStringLiteral("~");
}

QString wordsOf(State state, qint64 took, qint64 size)
{
    // What the cache gave took no time worth a word.
    constexpr qint64 worthAWord = 10; // milliseconds
    const bool cached = state == State::Cached;
    QStringList parts{cached ? BuildGutter::tr("cached") : BuildSteps::stateText(state)};
    if (!cached && took >= worthAWord)
        parts.append(models::BuildModel::timeText(took));
    if (size > 0)
        parts.append(Text::size(size));
    return parts.join(QStringLiteral(" · "));
}

// Of a whole stage: what is worst, or what goes on, is what it is.
struct StageSum {
    int steps = 0, cached = 0, stale = 0;
    qint64 took = 0, size = 0;
    bool failed = false, running = false, cancelled = false, waiting = false;

    void add(const InstructionFacts &facts, bool isFrom)
    {
        stale += facts.isStale() ? 1 : 0;
        if (!facts.step)
            return;
        const BuildStep &step = *facts.step;
        failed |= step.state == State::Failed;
        running |= step.state == State::Running;
        cancelled |= step.state == State::Cancelled;
        waiting |= step.state == State::Waiting;
        if (isFrom) // its size is that of the base image
            return;
        ++steps;
        cached += step.state == State::Cached ? 1 : 0;
        took += step.state == State::Cached ? 0 : step.took;
        size += step.size;
    }
    [[nodiscard]] State state() const
    {
        return failed                         ? State::Failed
               : running                      ? State::Running
               : cancelled                    ? State::Cancelled
               : waiting                      ? State::Waiting
               : steps > 0 && cached == steps ? State::Cached
                                              : State::Done;
    }
    [[nodiscard]] QString detail() const
    {
        QStringList lines;
        if (cached > 0 && cached < steps)
            lines.append(
                BuildGutter::tr("%1 of %n instruction(s) came from the cache.", nullptr, steps).arg(cached));
        if (stale > 0)
            lines.append(BuildGutter::tr("The next build runs %n instruction(s) again.", nullptr, stale));
        return lines.join(u'\n');
    }
};

} // namespace

bool isTold(const InstructionFacts &facts)
{
    return facts.step || facts.isStale();
}

bool isFaded(const InstructionFacts &facts)
{
    return facts.isStale() && !(facts.step && facts.step->state == State::Failed);
}

QString factText(const InstructionFacts &facts)
{
    if (!facts.step)
        return BuildGutter::tr("not built");
    return wordsOf(facts.step->state, facts.step->took, facts.step->size);
}

QString factDetail(const BuildFacts &facts, const InstructionFacts &one, const StepChanges *changes)
{
    QStringList lines;
    if (one.step)
        lines.append(BuildSteps::remark(*one.step));
    lines.append(BuildFacts::nextText(one));
    for (const models::Waste &waste : one.waste)
        lines.append(facts.wasteText(waste));
    if (changes != nullptr)
        lines.append(changesText(*changes));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString fixTitle(const BuildFacts::WasteFix &fix)
{
    return BuildGutter::tr("Join lines %1 and %2 in one RUN").arg(fix.firstLine).arg(fix.lastLine);
}

QString asToolTip(const QString &plain)
{
    return plain.isEmpty() ? QString()
                           : QStringLiteral("<qt>%1</qt>")
                                 .arg(plain.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

QString changesText(const StepChanges &changes)
{
    if (changes.state == StepChanges::State::Asked)
        return QStringLiteral("…");
    if (changes.state == StepChanges::State::Unknown)
        return BuildGutter::tr("What it changed is not known: %1").arg(changes.problem);
    if (changes.count() == 0)
        return BuildGutter::tr("It changed no file.");
    QStringList lines{BuildGutter::tr("Files: %1 added, %2 changed, %3 removed")
                          .arg(changes.added)
                          .arg(changes.changed)
                          .arg(changes.removed)};
    for (const ContentEntry &entry : changes.largest)
        lines.append(QStringLiteral("%1 %2  %3")
                         .arg(changeSign(entry.change), Text::elideMiddle(entry.name, longestPath),
                              Text::size(entry.size)));
    if (const qint64 more = changes.count() - changes.largest.size(); more > 0)
        lines.append(BuildGutter::tr("and %n more", nullptr, int(more)));
    return lines.join(u'\n');
}

CardFacts cardFacts(const BuildFacts &facts, const models::StepChangesFinder *changes)
{
    CardFacts found;
    for (const InstructionFacts &each : facts.facts()) {
        if (!isTold(each))
            continue;
        const StepChanges *known = each.step && changes != nullptr ? changes->of(*each.step) : nullptr;
        found.insert(each.firstLine, {.state = each.step ? each.step->state : State::Waiting,
                                      .text = factText(each),
                                      .detail = factDetail(facts, each, known),
                                      .stale = isFaded(each)});
    }
    return found;
}

CardFacts stageFacts(const BuildFacts &facts)
{
    CardFacts found;
    StageSum sum;
    int line = 0; // of the FROM; 0: before the first one
    const auto tell = [&] {
        if (line == 0 || (!sum.stale && sum.steps == 0 && !sum.failed && !sum.running))
            return;
        found.insert(line, {.state = sum.state(),
                            .text = wordsOf(sum.state(), sum.took, sum.size),
                            .detail = sum.detail(),
                            .stale = sum.stale > 0});
    };
    for (const InstructionFacts &each : facts.facts()) {
        if (each.isFrom) {
            tell();
            sum = {};
            line = each.firstLine;
        }
        sum.add(each, each.isFrom);
    }
    tell();
    return found;
}

} // namespace quayside::ui
