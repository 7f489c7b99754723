#include "models/stats/statssampler.h"

#include <QSignalSpy>
#include <QTest>

using namespace quayside;
using models::Measure;
using models::StatsSampler;

namespace
{

client::StatsLine lineOf(const std::string &id, int second, std::int64_t cpu)
{
    client::StatsLine line;
    line.sample.id = id;
    line.sample.time = (1'700'000'000LL + second) * 1'000'000'000;
    line.sample.cpu = cpu;
    line.sample.cpus = 4;
    line.sample.memory = 100;
    return line;
}

client::StatsLine roundOf(int count)
{
    client::StatsLine line;
    line.round = count;
    return line;
}

} // namespace

class tst_StatsSampler : public QObject
{
    Q_OBJECT

    client::EngineClient m_nobody{"/nowhere"};

private slots:
    void countsInRounds()
    {
        models::RememberedStats remembered({});
        StatsSampler sampler(&m_nobody, &remembered);
        QSignalSpy sampled(&sampler, &StatsSampler::sampled);
        remembered.setFollowed("b");
        for (const char *id : {"a", "b"})
            sampler.take(lineOf(id, 0, 0));
        sampler.take(roundOf(2));
        QCOMPARE(sampler.latest().size(), 0); // one sample is no rate
        sampler.take(lineOf("a", 2, 1'000'000'000));
        QCOMPARE(sampler.latest().size(), 0); // not before the round is whole
        sampler.take(lineOf("b", 2, 2'000'000'000));
        sampler.take(roundOf(2));
        QCOMPARE(sampled.count(), 2);
        QCOMPARE(sampler.latest().size(), 2);
        QCOMPARE(qRound(sampler.latest().value("a").of(Measure::Cpu)), 50);
        const auto totals = sampler.totals();
        QCOMPARE(totals.containers, 2);
        QCOMPARE(qRound(totals.cpu), 150);
        QCOMPARE(qRound(totals.memory), 200);
        QCOMPARE(totals.cpus, 4);
        QVERIFY(remembered.find("a") != nullptr);
        QCOMPARE(remembered.find("b"), nullptr); // somebody follows it second by second
    }

    void forgetsThoseThatHaveGone()
    {
        models::RememberedStats remembered({});
        StatsSampler sampler(&m_nobody, &remembered);
        for (int second = 0; second < 4; ++second) {
            sampler.take(lineOf("a", second, second * 1000));
            if (second < 2)
                sampler.take(lineOf("gone", second, second * 1000));
            sampler.take(roundOf(1));
        }
        QCOMPARE(sampler.latest().keys(), QStringList{"a"});
        sampler.take(lineOf("gone", 9, 9000)); // it began again: no rate over the time between
        sampler.take(lineOf("a", 9, 9000));
        sampler.take(roundOf(2));
        QCOMPARE(sampler.latest().keys(), QStringList{"a"});
        sampler.stop();
        QCOMPARE(sampler.latest().size(), 0);
    }

    void asksOnlyWhileItRuns()
    {
        models::RememberedStats remembered({});
        StatsSampler sampler(&m_nobody, &remembered);
        QSignalSpy sampled(&sampler, &StatsSampler::sampled);
        sampler.setShown({"a", "b", "c", "d", "e", "f"});
        sampler.start(false);
        QVERIFY(sampler.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(sampled.count() >= 1, 20'000); // nobody answers: a round of nothing
        QCOMPARE(sampler.latest().size(), 0);
        sampler.stop();
        QVERIFY(!sampler.isRunning());
    }
};

QTEST_GUILESS_MAIN(tst_StatsSampler)
#include "tst_statssampler.moc"
