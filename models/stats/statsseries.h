// What was seen of one container: the last minutes point by point, the last hour in tens of seconds.
#pragma once

#include "models/stats/statspoint.h"

#include <QList>

#include <deque>

namespace quayside::models
{

// Points come in the order of time. Where nobody looked there are none: a gap.
class StatsSeries
{
public:
    static constexpr qint64 coarseStep = 10'000;                         // ms
    static constexpr qint64 fineGap = 6'500, coarseGap = 2 * coarseStep; // farther apart: a gap between
    static constexpr int fineCapacity = 300, coarseCapacity = 360;

    void add(const StatsPoint &point);
    void addCoarse(const StatsPoint &point); // one that was kept: older than all that is added later
    // Fewer where many containers are remembered; the oldest go.
    void setCapacity(int fine, int coarse);

    // Not older than `from`. Fine: as they came, and tens of seconds before them. Else: tens of seconds.
    [[nodiscard]] QList<StatsPoint> points(qint64 from, bool fine) const;
    [[nodiscard]] QList<StatsPoint> hour() const { return points(0, false); } // all that is worth keeping
    [[nodiscard]] const std::deque<StatsPoint> &fine() const { return m_fine; }
    [[nodiscard]] bool isEmpty() const { return m_fine.empty() && m_coarse.empty(); }
    [[nodiscard]] qint64 lastTime() const; // 0: there is none

private:
    // The ten seconds that have not ended.
    struct Bucket {
        qint64 number = -1; // of ten seconds since 1970
        std::array<double, measureCount> sums{};
        std::array<int, measureCount> counts{};
        [[nodiscard]] StatsPoint mean() const;
    };
    void trim();

    std::deque<StatsPoint> m_fine, m_coarse;
    Bucket m_bucket;
    int m_fineCapacity = fineCapacity, m_coarseCapacity = coarseCapacity;
};

} // namespace quayside::models
