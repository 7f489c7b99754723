#include "models/stats/limits.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models;

class tst_Limits : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatTheContainerHas()
    {
        api::HostConfig config;
        for (const Limit limit : {Limit::Memory, Limit::Cpus, Limit::Processes})
            QCOMPARE(limitOf(limit, config), 0.0);
        config.memory = 64 << 20;
        config.nanoCpus = 1'500'000'000;
        config.pidsLimit = 77;
        QCOMPARE(limitOf(Limit::Memory, config), double(64 << 20));
        QCOMPARE(limitOf(Limit::Cpus, config), 1.5);
        QCOMPARE(limitOf(Limit::Processes, config), 77.0);
        config.pidsLimit = -1;
        QCOMPARE(limitOf(Limit::Processes, config), 0.0);
        config.nanoCpus = 0;
        config.cpuQuota = 50'000; // of the usual 100 ms
        QCOMPARE(limitOf(Limit::Cpus, config), 0.5);
    }

    void readsWell()
    {
        constexpr double mib = 1 << 20;
        QCOMPARE(snappedLimit(Limit::Memory, 513.3 * mib), 512 * mib);
        QCOMPARE(snappedLimit(Limit::Memory, 1), 6 * mib); // less is refused by engines
        QCOMPARE(snappedLimit(Limit::Cpus, 1.234), 1.25);
        QCOMPARE(snappedLimit(Limit::Cpus, 0), 0.05);
        QCOMPARE(snappedLimit(Limit::Processes, 2047), 2048.0);
        QCOMPARE(snappedLimit(Limit::Processes, 0), 1.0);
        QCOMPARE(steppedLimit(Limit::Memory, 512 * mib, true, false), 544 * mib);
        QCOMPARE(steppedLimit(Limit::Memory, 512 * mib, false, false), 496 * mib);
        QCOMPARE(steppedLimit(Limit::Memory, 512 * mib, true, true), 1024 * mib);
        QCOMPARE(steppedLimit(Limit::Memory, 6 * mib, false, true), 6 * mib);
        for (const bool up : {true, false}) { // every step changes something, as far as it goes
            double value = up ? 6 * mib : 32'768 * mib;
            for (int i = 0; i < 100; ++i) {
                const double next = steppedLimit(Limit::Memory, value, up, false);
                QVERIFY(up ? next > value : next < value);
                value = next;
            }
        }
    }

    void asksForWhatWasChosenAlone()
    {
        api::HostConfig before;
        const auto first = limitUpdate(Limit::Memory, 64 << 20, before, true);
        QCOMPARE(first.memory, 64 << 20);
        QCOMPARE(first.memorySwap, 128 << 20); // without a limit before it would stand in the way
        QVERIFY(!first.nanoCpus && !first.pids && !first.restartPolicy);
        before.memory = 64 << 20;
        before.memorySwap = 128 << 20;
        QVERIFY(!limitUpdate(Limit::Memory, 100 << 20, before, true).memorySwap);
        QCOMPARE(limitUpdate(Limit::Memory, 256 << 20, before, true).memorySwap, 512 << 20);
        QCOMPARE(limitUpdate(Limit::Memory, 0, before, true).memory, -1);
        QCOMPARE(limitUpdate(Limit::Memory, 0, before, true).memorySwap, -1);
        QCOMPARE(limitUpdate(Limit::Cpus, 0.15, before, true).nanoCpus, 150'000'000);
        QCOMPARE(limitUpdate(Limit::Cpus, 0, before, true).nanoCpus, -1);
        QCOMPARE(limitUpdate(Limit::Processes, 77, before, true).pids, 77);
        QVERIFY(!limitUpdate(Limit::Processes, 77, before, true).memory);
    }

    // Docker's engine keeps a number of CPUs for ever; a quota goes again.
    void aFirstLimitOfCpusCanBeTakenAwayEverywhere()
    {
        api::HostConfig config;
        const auto first = limitUpdate(Limit::Cpus, 0.5, config, false);
        QVERIFY(!first.nanoCpus);
        QCOMPARE(first.cpuPeriod, 100'000);
        QCOMPARE(first.cpuQuota, 50'000);
        config.cpuPeriod = *first.cpuPeriod;
        config.cpuQuota = *first.cpuQuota;
        QCOMPARE(limitOf(Limit::Cpus, config), 0.5);
        QVERIFY(canTakeAway(Limit::Cpus, config, false));
        const auto undo = limitUpdate(Limit::Cpus, 0, config, false);
        QCOMPARE(undo.cpuQuota, -1);
        QVERIFY(!undo.nanoCpus && !undo.cpuPeriod);
        config.cpuQuota = -1;
        QCOMPARE(limitOf(Limit::Cpus, config), 0.0);

        api::HostConfig made; // with --cpus
        made.nanoCpus = 1'500'000'000;
        QVERIFY(!canTakeAway(Limit::Cpus, made, false));
        QVERIFY(canTakeAway(Limit::Cpus, made, true));
        QVERIFY(!canTakeAway(Limit::Memory, made, false));
        const auto next = limitUpdate(Limit::Cpus, 2, made, false);
        QCOMPARE(next.nanoCpus, 2'000'000'000);
        QVERIFY(!next.cpuQuota && !next.cpuPeriod); // both ways at once are refused
    }
};

QTEST_GUILESS_MAIN(tst_Limits)
#include "tst_limits.moc"
