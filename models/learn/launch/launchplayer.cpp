#include "models/learn/launch/launchplayer.h"

#include <algorithm>

namespace quayside::models
{

LaunchPlayer::LaunchPlayer(const LaunchSteps *steps, QObject *parent) : QObject(parent), m_steps(steps)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_row + 1 < m_steps->rowCount())
            show(m_row + 1);
        else
            emit playingChanged();
    });
    connect(steps, &QAbstractItemModel::modelReset, this, &LaunchPlayer::pause);
}

int LaunchPlayer::showFor(qint64 tookNanoseconds, int slower)
{
    constexpr qint64 shortest = 250, longest = 5000, perMillisecond = 1'000'000;
    const qint64 took = std::clamp<qint64>(tookNanoseconds, 0, longest * perMillisecond);
    return int(std::clamp(took * slower / perMillisecond, shortest, longest));
}

void LaunchPlayer::play(int from)
{
    if (m_steps->rowCount() == 0)
        return;
    show(from < 0 || from + 1 >= m_steps->rowCount() ? 0 : from);
    emit playingChanged();
}

void LaunchPlayer::pause()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    emit playingChanged();
}

void LaunchPlayer::setSlower(int times)
{
    m_slower = std::max(1, times);
}

void LaunchPlayer::show(int row)
{
    m_row = row;
    const api::LaunchStep &step = m_steps->steps()[std::size_t(row)];
    m_timer.start(showFor(step.endNs - step.startNs, m_slower));
    emit reached(row);
}

} // namespace quayside::models
