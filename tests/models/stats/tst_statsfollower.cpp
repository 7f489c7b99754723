#include "models/stats/statsfollower.h"

#include <QSignalSpy>
#include <QTest>

using namespace quayside;
using models::Measure;
using models::StatsFollower;

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
    sample.parts.cache = 300;
    sample.received = received;
    sample.memoryPressure.some = 2.5;
    return sample;
}

} // namespace

class tst_StatsFollower : public QObject
{
    Q_OBJECT

    client::EngineClient m_nobody{"/nowhere"};

private slots:
    void turnsCountersIntoRates()
    {
        models::RememberedStats remembered({});
        StatsFollower follower(&m_nobody, &remembered);
        follower.follow("web");
        QSignalSpy changed(&follower, &StatsFollower::changed);
        follower.add(sampleAt(1, 1'000'000'000, 0));
        QCOMPARE(remembered.find("web"), nullptr); // one sample is no rate
        follower.add(sampleAt(2, 1'500'000'000, 2048));
        const auto *series = remembered.find("web");
        QVERIFY(series != nullptr);
        QCOMPARE(series->fine().size(), std::size_t(1));
        const models::StatsPoint first = series->fine().front();
        QCOMPARE(qRound(first.of(Measure::Cpu)), 50); // half of one CPU, of four
        QCOMPARE(qRound(first.of(Measure::Received)), 2048);
        QCOMPARE(first.of(Measure::Sent), -1.F); // not told
        QCOMPARE(first.of(Measure::Memory), 1000.F);
        QCOMPARE(first.of(Measure::Cache), 300.F);
        QCOMPARE(first.of(Measure::MemoryPressure), 2.5F);
        QCOMPARE(first.of(Measure::IoPressure), -1.F);
        QCOMPARE(changed.count(), 2);
        // Without the machine's own time the clock is the measure.
        client::StatsSample bare = sampleAt(4, 3'500'000'000, 2048);
        bare.systemCpu = -1;
        follower.add(bare);
        QCOMPARE(qRound(series->fine().back().of(Measure::Cpu)), 100); // two seconds of time in two seconds
    }

    void aRestartIsAGap()
    {
        models::RememberedStats remembered({});
        StatsFollower follower(&m_nobody, &remembered);
        follower.follow("web");
        follower.add(sampleAt(1, 9'000'000'000, 5000));
        follower.add(sampleAt(2, 9'000'000'001, 5000));
        follower.add(sampleAt(3, 100, 10)); // began anew
        const auto *series = remembered.find("web");
        QCOMPARE(series->fine().back().of(Measure::Cpu), -1.F);
        QCOMPARE(series->fine().back().of(Measure::Received), -1.F);
        follower.add({});
        follower.add(sampleAt(9, 200, 20));
        QCOMPARE(series->fine().size(), std::size_t(2)); // no rate over the time in which it did not run
    }

    void comesBackToWhatItHasSeen()
    {
        models::RememberedStats remembered({});
        StatsFollower follower(&m_nobody, &remembered);
        follower.follow("web");
        follower.add(sampleAt(1, 0, 0));
        follower.add(sampleAt(2, 1000, 0));
        follower.follow("other");
        follower.add(sampleAt(30, 0, 0));
        follower.add(sampleAt(31, 0, 0));
        follower.stop();
        QCOMPARE(follower.state(), StatsFollower::State::Idle);
        follower.follow("web");
        follower.add(sampleAt(60, 2000, 0)); // the first one again: no rate over what was not seen
        follower.add(sampleAt(61, 3000, 0));
        const auto *series = remembered.find("web");
        QCOMPARE(series->fine().size(), std::size_t(2));
        QVERIFY(series->fine().back().time - series->fine().front().time > models::StatsSeries::fineGap);
        QCOMPARE(remembered.find("other")->fine().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(tst_StatsFollower)
#include "tst_statsfollower.moc"
