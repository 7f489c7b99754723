#include "models/stats/statsseries.h"

#include <algorithm>

namespace quayside::models
{

StatsPoint StatsSeries::Bucket::mean() const
{
    StatsPoint point;
    point.time = number * coarseStep + coarseStep / 2;
    for (std::size_t i = 0; i < measureCount; ++i) {
        if (counts[i] > 0)
            point.values[i] = float(sums[i] / counts[i]);
    }
    return point;
}

void StatsSeries::add(const StatsPoint &point)
{
    if (point.time <= lastTime()) // a clock that was set back, or the same sample twice
        return;
    const qint64 number = point.time / coarseStep;
    if (m_bucket.number != number) {
        if (m_bucket.number >= 0)
            m_coarse.push_back(m_bucket.mean());
        m_bucket = {.number = number};
    }
    for (std::size_t i = 0; i < measureCount; ++i) {
        if (point.values[i] >= 0) {
            m_bucket.sums[i] += double(point.values[i]);
            ++m_bucket.counts[i];
        }
    }
    m_fine.push_back(point);
    trim();
}

void StatsSeries::addCoarse(const StatsPoint &point)
{
    if (!m_coarse.empty() && point.time <= m_coarse.back().time)
        return;
    m_coarse.push_back(point);
    trim();
}

void StatsSeries::setCapacity(int fine, int coarse)
{
    m_fineCapacity = fine;
    m_coarseCapacity = coarse;
    trim();
}

void StatsSeries::trim()
{
    while (int(m_fine.size()) > m_fineCapacity)
        m_fine.pop_front();
    while (int(m_coarse.size()) > m_coarseCapacity)
        m_coarse.pop_front();
}

qint64 StatsSeries::lastTime() const
{
    if (!m_fine.empty())
        return m_fine.back().time;
    return m_coarse.empty() ? 0 : m_coarse.back().time;
}

QList<StatsPoint> StatsSeries::points(qint64 from, bool fine) const
{
    QList<StatsPoint> points;
    const bool joined = fine && !m_fine.empty();
    for (const StatsPoint &point : m_coarse) {
        if (point.time >= from && (!joined || point.time < m_fine.front().time))
            points.append(point);
    }
    if (joined)
        std::ranges::copy_if(m_fine, std::back_inserter(points),
                             [from](const StatsPoint &point) { return point.time >= from; });
    else if (m_bucket.number >= 0)
        points.append(m_bucket.mean());
    return points;
}

} // namespace quayside::models
