#include "models/builds/buildsteps.h"

#include <QLocale>
#include <QRegularExpression>

namespace quayside::models
{

using State = BuildStep::State;

void BuildSteps::take(const QString &text, qint64 milliseconds)
{
    m_partial += text;
    qsizetype from = 0, end = 0;
    while ((end = m_partial.indexOf(u'\n', from)) >= 0) {
        QString line = m_partial.mid(from, end - from);
        if (line.endsWith(u'\r'))
            line.chop(1);
        // What a progress bar wrote over is not worth a line.
        takeLine(line.mid(line.lastIndexOf(u'\r') + 1), milliseconds);
        from = end + 1;
    }
    m_partial.remove(0, from);
    constexpr qsizetype longest = 65536;
    if (m_partial.size() > longest) {
        takeLine(m_partial, milliseconds);
        m_partial.clear();
    }
}

void BuildSteps::takeLine(const QString &line, qint64 milliseconds)
{
    static const QRegularExpression step(QStringLiteral("^Step (\\d+)/(\\d+) : (.*)$")),
        note(QStringLiteral("^ ---> (Running in )?[0-9a-f]{12}$|^ ---> Removed intermediate container |"
                            "^Removing intermediate container |^Successfully (built|tagged) "));
    if (const auto match = step.match(line); match.hasMatch()) {
        begin(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.captured(3), milliseconds);
        return;
    }
    if (m_steps.isEmpty() || note.match(line).hasMatch())
        return;
    if (line == u" ---> Using cache") {
        set(State::Cached, milliseconds);
        return;
    }
    QStringList &output = m_steps.last().output;
    if (output.size() == maxLines)
        output.removeFirst();
    output.append(line);
    emit lineAdded(int(m_steps.size()) - 1, line);
}

void BuildSteps::begin(int number, int count, const QString &instruction, qint64 milliseconds)
{
    if (!m_steps.isEmpty() && m_steps.last().state == State::Running)
        set(State::Done, milliseconds);
    const int row = int(m_steps.size());
    beginInsertRows({}, row, row);
    m_steps.append({.number = number, .count = count, .instruction = instruction, .startedAt = milliseconds});
    endInsertRows();
}

void BuildSteps::set(State state, qint64 milliseconds)
{
    BuildStep &step = m_steps.last();
    step.state = state;
    step.took = milliseconds - step.startedAt;
    const int row = int(m_steps.size()) - 1;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void BuildSteps::end(State last, qint64 milliseconds)
{
    if (!m_partial.isEmpty())
        takeLine(std::exchange(m_partial, {}), milliseconds);
    // A cached step after which the build fails has not failed itself, unless nothing followed it.
    if (!m_steps.isEmpty() && (m_steps.last().state == State::Running || last == State::Failed))
        set(last, milliseconds);
}

int BuildSteps::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int BuildSteps::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BuildSteps::stateText(const BuildStep &step)
{
    switch (step.state) {
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

QVariant BuildSteps::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const BuildStep &step = m_steps[index.row()];
    if (role == StateRole)
        return int(step.state);
    if (role == Qt::ToolTipRole && index.column() == StepColumn)
        return step.instruction;
    if (role == Qt::TextAlignmentRole && index.column() == TimeColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == StepColumn)
        return QStringLiteral("%1  %2").arg(step.number).arg(step.instruction);
    if (index.column() == StateColumn)
        return stateText(step);
    if (step.state == State::Running || step.state == State::Cached)
        return {};
    return tr("%1 s").arg(QLocale().toString(double(step.took) / 1000, 'f', step.took < 10'000 ? 2 : 0));
}

QVariant BuildSteps::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == TimeColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == StepColumn ? tr("Step") : section == StateColumn ? tr("State") : tr("Time");
}

} // namespace quayside::models
