#include "models/containers/statshistory.h"

#include <QSignalSpy>
#include <QTest>

using namespace quayside;
using models::StatsHistory;

namespace
{

// A second later each time: so much CPU time, memory and traffic.
client::StatsSample sampleAt(int second, std::int64_t cpu, std::int64_t received)
{
    client::StatsSample sample;
    sample.time = (1'700'000'000LL + second) * 1'000'000'000;
    sample.cpu = cpu;
    sample.systemCpu = second * 4'000'000'000LL; // four CPUs
    sample.cpus = 4;
    sample.memory = 1000;
    sample.received = received;
    return sample;
}

} // namespace

class tst_StatsHistory : public QObject
{
    Q_OBJECT

private slots:
    void turnsCountersIntoRates()
    {
        client::EngineClient nobody("/nowhere");
        StatsHistory history(&nobody);
        QSignalSpy changed(&history, &StatsHistory::changed);
        history.add(sampleAt(1, 1'000'000'000, 0));
        QCOMPARE(history.points().size(), 0); // one sample is no rate
        history.add(sampleAt(2, 1'500'000'000, 2048));
        QCOMPARE(history.points().size(), 1);
        QCOMPARE(qRound(history.points().first().cpu), 50); // half of one CPU, of four
        QCOMPARE(qRound(history.points().first().received), 2048);
        QCOMPARE(history.points().first().sent, -1.0); // not told
        QCOMPARE(history.points().first().memory, 1000);
        QCOMPARE(changed.count(), 2);
        // Without the machine's own time the clock is the measure.
        client::StatsSample bare = sampleAt(4, 3'500'000'000, 2048);
        bare.systemCpu = -1;
        history.add(bare);
        QCOMPARE(qRound(history.points().last().cpu), 100); // two seconds of time in two seconds
    }

    void aRestartIsAGap()
    {
        client::EngineClient nobody("/nowhere");
        StatsHistory history(&nobody);
        history.add(sampleAt(1, 9'000'000'000, 5000));
        history.add(sampleAt(2, 9'000'000'001, 5000));
        history.add(sampleAt(3, 100, 10)); // began anew
        QCOMPARE(history.points().last().cpu, -1.0);
        QCOMPARE(history.points().last().received, -1.0);
        client::StatsSample stopped;
        history.add(stopped);
        history.add(sampleAt(9, 200, 20));
        QCOMPARE(history.points().size(), 2); // no rate over the time in which it did not run
    }

    void staysBounded()
    {
        client::EngineClient nobody("/nowhere");
        StatsHistory history(&nobody);
        for (int second = 0; second < 1000; ++second)
            history.add(sampleAt(second, second * 1'000'000LL, second));
        QCOMPARE(history.points().size(), StatsHistory::capacity);
        QCOMPARE(history.points().last().time, (1'700'000'000LL + 999) * 1000);
    }
};

QTEST_GUILESS_MAIN(tst_StatsHistory)
#include "tst_statshistory.moc"
