#include "models/builds/buildsteps.h"

#include "models/common/text.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace quayside::models
{

using State = BuildStep::State;

namespace
{

constexpr qsizetype longestLine = 65'536;

State stepState(const std::string &word)
{
    return word == "running"     ? State::Running
           : word == "done"      ? State::Done
           : word == "cached"    ? State::Cached
           : word == "failed"    ? State::Failed
           : word == "cancelled" ? State::Cancelled
                                 : State::Waiting;
}

qint64 millisecondsOf(const std::string &rfc3339)
{
    const QDateTime time = QDateTime::fromString(QString::fromStdString(rfc3339), Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

// What a progress bar wrote over is not worth a line, and nothing here has a colour (ECMA-48, control
// sequences).
QString lastState(QString line)
{
    static const QRegularExpression control(QStringLiteral("\x1b\\[[0-?]*[ -/]*[@-~]"));
    if (line.contains(u'\x1b'))
        line.remove(control);
    if (line.endsWith(u'\r'))
        line.chop(1);
    return line.mid(line.lastIndexOf(u'\r') + 1);
}

} // namespace

int BuildSteps::rowFor(int number)
{
    const auto place = std::ranges::lower_bound(m_steps, number, {}, &BuildStep::number);
    const int row = int(place - m_steps.begin());
    if (place != m_steps.end() && place->number == number)
        return row;
    beginInsertRows({}, row, row);
    m_steps.insert(row, BuildStep{.number = number});
    endInsertRows();
    return row;
}

void BuildSteps::take(const api::BuildStep &told)
{
    const int row = rowFor(int(told.number));
    BuildStep &step = m_steps[row];
    step.stage = QString::fromStdString(told.stage);
    step.instruction = QString::fromStdString(told.instruction);
    step.state = stepState(told.state);
    step.why = QString::fromStdString(told.why);
    step.error = QString::fromStdString(told.error);
    step.exitCode = int(told.exitCode);
    step.startedAt = millisecondsOf(told.started);
    step.took = told.duration / 1'000'000;
    step.size = told.size;
    step.firstLine = int(told.firstLine);
    step.lastLine = int(told.lastLine);
    step.leftOut = told.logLeftOut;
    step.enterable = told.enterable;
    step.base = QString::fromStdString(told.base);
    step.layer = QString::fromStdString(told.layer);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void BuildSteps::take(const api::BuildLog &piece)
{
    const int row = rowFor(int(piece.number));
    BuildStep &step = m_steps[row];
    if (piece.offset == 0 && !(step.output.isEmpty() && step.partial.isEmpty())) {
        step.output.clear();
        step.partial.clear();
        emit outputCleared(row);
    }
    step.partial += QString::fromStdString(piece.text);
    QStringList lines;
    qsizetype from = 0, end = 0;
    while ((end = step.partial.indexOf(u'\n', from)) >= 0) {
        lines.append(lastState(step.partial.mid(from, end - from)));
        from = end + 1;
    }
    step.partial.remove(0, from);
    if (step.partial.size() > longestLine)
        lines.append(std::exchange(step.partial, {}));
    if (lines.isEmpty())
        return;
    step.output.append(lines);
    if (const qsizetype over = step.output.size() - maxLines; over > 0)
        step.output.remove(0, over);
    emit linesAdded(row, lines);
}

void BuildSteps::clear()
{
    beginResetModel();
    m_steps.clear();
    endResetModel();
}

void BuildSteps::refreshTimes()
{
    for (int row = 0; row < m_steps.size(); ++row) {
        if (m_steps[row].state == State::Running)
            emit dataChanged(index(row, TimeColumn), index(row, TimeColumn), {Qt::DisplayRole});
    }
}

int BuildSteps::endedCount() const
{
    return int(std::ranges::count_if(m_steps, &BuildStep::hasEnded));
}

bool BuildSteps::hasStages() const
{
    QString first;
    for (const BuildStep &step : m_steps) {
        if (first.isEmpty())
            first = step.stage;
        else if (!step.stage.isEmpty() && step.stage != first)
            return true;
    }
    return false;
}

int BuildSteps::activeRow() const
{
    int running = -1, failed = -1, ended = -1;
    for (int row = 0; row < m_steps.size(); ++row) {
        const BuildStep &step = m_steps[row];
        if (step.state == State::Running && (running < 0 || step.startedAt >= m_steps[running].startedAt))
            running = row;
        if (step.state == State::Failed)
            failed = row;
        if (step.hasEnded() && !step.neverBegan())
            ended = row;
    }
    return running >= 0 ? running : failed >= 0 ? failed : ended;
}

QString BuildSteps::outputText(const BuildStep &step)
{
    QString text = step.output.join(u'\n');
    if (!step.partial.isEmpty())
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + lastState(step.partial);
    return text;
}

QString BuildSteps::remark(const BuildStep &step)
{
    if (step.exitCode != 0) // its error repeats the command
        return tr("It ended with code %1.").arg(step.exitCode);
    if (!step.error.isEmpty())
        return step.error;
    if (!step.why.isEmpty())
        return tr("Run again: %1.").arg(step.why);
    if (step.state == State::Cached)
        return tr("Nothing that goes into it has changed: what it made before was taken.");
    return {};
}

int BuildSteps::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int BuildSteps::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BuildSteps::stateText(State state)
{
    switch (state) {
    case State::Waiting:
        return tr("waiting");
    case State::Running:
        return tr("running");
    case State::Done:
        return tr("done");
    case State::Cached:
        return tr("from the cache");
    case State::Failed:
        return tr("failed");
    case State::Cancelled:
        return tr("cancelled");
    }
    return {};
}

QString BuildSteps::timeText(const BuildStep &step)
{
    if (step.state == State::Waiting || step.state == State::Cached || step.neverBegan())
        return {};
    if (step.state == State::Running) {
        const qint64 seconds = (QDateTime::currentMSecsSinceEpoch() - step.startedAt) / 1000;
        return step.startedAt == 0 || seconds < 1 ? QString() : tr("%1 s").arg(QLocale().toString(seconds));
    }
    if (step.took >= 120'000)
        return Text::duration(step.took / 1000);
    return tr("%1 s").arg(QLocale().toString(double(step.took) / 1000, 'f', step.took < 10'000 ? 2 : 0));
}

QString BuildSteps::toolTip(const BuildStep &step, int column) const
{
    if (column == StepColumn)
        return step.firstLine == 0 ? step.instruction
               : step.firstLine == step.lastLine
                   ? tr("%1\nLine %2").arg(step.instruction).arg(step.firstLine)
                   : tr("%1\nLines %2 to %3").arg(step.instruction).arg(step.firstLine).arg(step.lastLine);
    if (column == StateColumn)
        return remark(step);
    if (column == SizeColumn && step.size > 0)
        return tr("%1 bytes").arg(QLocale().toString(step.size));
    return {};
}

QVariant BuildSteps::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BuildStep &step = m_steps[index.row()];
    if (role == StateRole)
        return int(step.state);
    if (role == Qt::ToolTipRole)
        return toolTip(step, index.column());
    if (role == Qt::AccessibleTextRole && index.column() == StepColumn)
        return tr("Step %1, %2: %3").arg(step.number).arg(stateText(step.state), step.instruction);
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case StepColumn:
        return QStringLiteral("%1  %2")
            .arg(step.number, int(QString::number(m_steps.last().number).size()))
            .arg(step.instruction);
    case StageColumn:
        return step.stage;
    case StateColumn:
        return stateText(step.state);
    case TimeColumn:
        return timeText(step);
    case SizeColumn:
        return step.size > 0 ? Text::size(step.size) : QString();
    default:
        return {};
    }
}

QVariant BuildSteps::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= TimeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StepColumn:
        return tr("Step");
    case StageColumn:
        return tr("Stage");
    case StateColumn:
        return tr("State");
    case TimeColumn:
        return tr("Time");
    case SizeColumn:
        return tr("Size");
    default:
        return {};
    }
}

} // namespace quayside::models
