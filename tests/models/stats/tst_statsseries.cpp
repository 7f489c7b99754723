#include "models/stats/statsseries.h"

#include <QTest>

using namespace quayside::models;

namespace
{

constexpr qint64 start = 1'700'000'000'000;

StatsPoint pointAt(qint64 time, double cpu)
{
    StatsPoint point;
    point.time = time;
    point.set(Measure::Cpu, cpu);
    return point;
}

} // namespace

class tst_StatsSeries : public QObject
{
    Q_OBJECT

private slots:
    void keepsMinutesInFullAndAnHourInTens()
    {
        StatsSeries series;
        for (int second = 0; second < 2 * 3600; ++second)
            series.add(pointAt(start + second * 1000LL, second));
        const qint64 now = series.lastTime();
        QCOMPARE(now, start + 7199'000);
        QCOMPARE(series.fine().size(), std::size_t(StatsSeries::fineCapacity));
        const auto hour = series.points(0, false);
        QCOMPARE(hour.size(), StatsSeries::coarseCapacity + 1); // and the ten seconds that go on
        QCOMPARE(hour[10].time - hour[9].time, StatsSeries::coarseStep);
        QCOMPARE(hour.last().of(Measure::Cpu), 7194.5F); // the mean of 7190 to 7199
        QVERIFY(hour.first().time >= now - 3'610'000);
        // Five minutes: as they came. More: the tens of seconds before them join on, none twice.
        QCOMPARE(series.points(now - 299'000, true).size(), 300);
        const auto both = series.points(now - 600'000, true);
        QCOMPARE(both.last().time, now);
        for (qsizetype i = 1; i < both.size(); ++i)
            QVERIFY(both[i].time > both[i - 1].time);
        QVERIFY(both.size() >= 329 && both.size() <= 331);
    }

    void whatIsNotKnownIsNotZero()
    {
        StatsSeries series;
        series.add(pointAt(start, -1));
        series.add(pointAt(start + 1000, 50));
        series.add(pointAt(start + 20'000, -1));
        const auto hour = series.points(0, false);
        QCOMPARE(hour.size(), 2);
        QCOMPARE(hour[0].of(Measure::Cpu), 50.F); // of those that are known
        QCOMPARE(hour[1].of(Measure::Cpu), -1.F);
        QCOMPARE(hour[0].of(Measure::Memory), -1.F);
    }

    void aClockThatGoesBackAddsNothing()
    {
        StatsSeries series;
        series.add(pointAt(start, 1));
        series.add(pointAt(start, 2));
        series.add(pointAt(start - 5000, 3));
        QCOMPARE(series.fine().size(), std::size_t(1));
        QCOMPARE(series.points(0, true).size(), 1);
    }

    void givesWay()
    {
        StatsSeries series;
        for (int second = 0; second < 1000; ++second)
            series.add(pointAt(start + second * 1000LL, second));
        series.setCapacity(60, 50);
        QCOMPARE(series.fine().size(), std::size_t(60));
        QCOMPARE(series.lastTime(), start + 999'000);
        QCOMPARE(series.points(0, false).size(), 51);
    }
};

QTEST_GUILESS_MAIN(tst_StatsSeries)
#include "tst_statsseries.moc"
