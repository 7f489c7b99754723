#include "models/learn/launch/launchsteps.h"

#include "models/learn/launch/steptexts.h"

#include <QLocale>

#include <algorithm>

namespace quayside::models
{

using State = LaunchSteps::State;

bool LaunchSteps::hasSameSteps(const api::Launch &launch) const
{
    return launch.number == m_launch.number && launch.started == m_launch.started &&
           std::ranges::equal(launch.steps, m_launch.steps, {}, &api::LaunchStep::name,
                              &api::LaunchStep::name);
}

void LaunchSteps::sync(const api::Launch &launch, bool held)
{
    if (!hasSameSteps(launch)) {
        beginResetModel();
        m_launch = launch;
        layBars(held);
        endResetModel();
        return;
    }
    m_launch = launch;
    layBars(held);
    if (!m_launch.steps.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void LaunchSteps::clear()
{
    if (m_launch.steps.empty())
        return;
    beginResetModel();
    m_launch = {};
    layBars(false);
    endResetModel();
}

qint64 LaunchSteps::tookOf(int row) const
{
    const api::LaunchStep &step = m_launch.steps[std::size_t(row)];
    return std::max<qint64>(0, step.endNs - step.startNs);
}

void LaunchSteps::layBars(bool held)
{
    m_bars.clear();
    m_total = 0;
    for (int row = 0; row < rowCount(); ++row) {
        const api::LaunchStep &step = m_launch.steps[std::size_t(row)];
        const qint64 from = held ? m_total : step.startNs;
        m_bars.append({from, from + tookOf(row)});
        m_total = std::max(m_total, m_bars.last().to);
    }
}

State LaunchSteps::stateOf(int row) const
{
    const std::string &state = m_launch.state;
    if (state == "done" || row < m_launch.at)
        return State::Done;
    if (row > m_launch.at)
        return state == "held" || state == "running" ? State::Waiting : State::Skipped;
    if (state == "held")
        return State::Next;
    if (state == "running")
        return State::Running;
    return state == "failed" ? State::Failed : State::Skipped;
}

QString LaunchSteps::titleOf(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const api::LaunchStep &step = m_launch.steps[std::size_t(row)];
    const QString known = StepTexts::of(QString::fromStdString(step.name)).title;
    return known.isEmpty() ? QString::fromStdString(step.title) : known;
}

int LaunchSteps::rowOf(const QString &name) const
{
    const auto found = std::ranges::find(m_launch.steps, name.toStdString(), &api::LaunchStep::name);
    return found == m_launch.steps.end() ? -1 : int(found - m_launch.steps.begin());
}

int LaunchSteps::currentRow() const
{
    return m_launch.state == "done" ? rowCount() - 1
                                    : int(std::min<qint64>(std::max<qint64>(m_launch.at, 0), rowCount() - 1));
}

QString LaunchSteps::timeText(qint64 nanoseconds)
{
    constexpr double perMicrosecond = 1e3, perMillisecond = 1e6, perSecond = 1e9;
    const auto number = [](double value) {
        return QLocale().toString(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
    };
    const auto time = double(std::max<qint64>(nanoseconds, 0));
    if (time < perMillisecond)
        return tr("%1 µs").arg(QLocale().toString(time / perMicrosecond, 'f', time < 10e3 ? 1 : 0));
    if (time < perSecond)
        return tr("%1 ms").arg(number(time / perMillisecond));
    return tr("%1 s").arg(number(time / perSecond));
}

QString LaunchSteps::stateText(State state)
{
    switch (state) {
    case State::Done:
        return tr("done");
    case State::Next:
        return tr("next");
    case State::Running:
        return tr("under way");
    case State::Waiting:
        return tr("to come");
    case State::Failed:
        return tr("failed");
    case State::Skipped:
        return tr("not done");
    }
    return {};
}

QString LaunchSteps::sideText(const QString &side)
{
    return side == u"engine" ? tr("engine") : side == u"stage" ? tr("stage") : tr("process", "who does it");
}

QString LaunchSteps::textOf(int row, int column) const
{
    if (column == StepColumn)
        return titleOf(row);
    if (column == SideColumn)
        return sideText(QString::fromStdString(m_launch.steps[std::size_t(row)].side));
    const bool told = m_launch.steps[std::size_t(row)].endNs > 0;
    return column == TimeColumn && told ? timeText(tookOf(row)) : QString();
}

QString LaunchSteps::toolTipOf(int row) const
{
    const QString text = tr("%1: %2", "step, its state").arg(titleOf(row), stateText(stateOf(row)));
    const QString took = textOf(row, TimeColumn);
    return took.isEmpty() ? text : tr("%1, %2", "step and state, time").arg(text, took);
}

int LaunchSteps::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_launch.steps.size());
}

int LaunchSteps::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LaunchSteps::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return toolTipOf(row);
    case Qt::AccessibleTextRole:
        return index.column() == StepColumn ? toolTipOf(row) : textOf(row, index.column());
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case StateRole:
        return int(stateOf(row));
    case NameRole:
        return QString::fromStdString(m_launch.steps[std::size_t(row)].name);
    case FromRole:
        return m_total == 0 ? 0.0 : double(m_bars[row].from) / double(m_total);
    case ToRole:
        return m_total == 0 ? 0.0 : double(m_bars[row].to) / double(m_total);
    default:
        return {};
    }
}

QVariant LaunchSteps::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == TimeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StepColumn:
        return tr("Step");
    case SideColumn:
        return tr("Who");
    case TimeColumn:
        return tr("Time");
    default:
        return QString();
    }
}

} // namespace quayside::models
