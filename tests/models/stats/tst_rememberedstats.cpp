#include "models/stats/rememberedstats.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace quayside::models;

namespace
{

StatsPoint pointAt(qint64 time, double memory)
{
    StatsPoint point;
    point.time = time;
    point.set(Measure::Memory, memory);
    return point;
}

} // namespace

class tst_RememberedStats : public QObject
{
    Q_OBJECT

private slots:
    void outlivesTheWindow()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath("deep/stats.bin");
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        {
            RememberedStats stats(file);
            QSignalSpy added(&stats, &RememberedStats::pointAdded);
            for (int second = 0; second < 100; ++second)
                stats.add("web", pointAt(now - 100'000 + second * 1000, 1000 + second));
            stats.add("old", pointAt(now - 2 * 3'600'000, 5));
            QCOMPARE(added.count(), 101);
            QVERIFY(!QFileInfo::exists(file));
        }
        QVERIFY(QFileInfo::exists(file));
        RememberedStats again(file);
        const StatsSeries *web = again.find("web");
        QVERIFY(web != nullptr);
        const auto points = web->points(0, true);
        QVERIFY(points.size() >= 10 && points.size() <= 11);
        QVERIFY(points.last().of(Measure::Memory) >= 1090);
        QCOMPARE(points.last().of(Measure::Cpu), -1.F);
        QCOMPARE(again.find("old"), nullptr); // older than an hour
        again.forget("web");
        QCOMPARE(again.find("web"), nullptr);
    }

    void damageIsNothing()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        StatsSeries series;
        for (int second = 0; second < 60; ++second)
            series.add(pointAt(now - 60'000 + second * 1000, second));
        const QByteArray whole = RememberedStats::encode({{"web", series}}, now);
        QCOMPARE(RememberedStats::decode(whole, now).size(), 1);
        for (qsizetype cut = 0; cut < whole.size(); cut += 7)
            QVERIFY(RememberedStats::decode(whole.left(cut), now).size() <= 1); // and does not crash
        QCOMPARE(RememberedStats::decode(whole.left(whole.size() - 3), now).size(), 0);
        QByteArray huge = whole;
        huge.replace(20, 4, QByteArray("\x7f\xff\xff\xff", 4));
        RememberedStats::decode(huge, now);
        QCOMPARE(RememberedStats::decode("something else", now).size(), 0);
        QCOMPARE(RememberedStats::decode({}, now).size(), 0);
    }

    // A thousand containers for an hour take no more than two hundred do.
    void staysBounded()
    {
        RememberedStats stats({});
        const qint64 now = 1'700'000'000'000;
        constexpr int containers = 1000;
        for (int second = 0; second < 2400; second += 2) {
            for (int i = 0; i < containers; i += second < 10 ? 1 : 100)
                stats.add(QString::number(i), pointAt(now + second * 1000, i));
        }
        QCOMPARE(stats.count(), containers);
        for (int i = 0; i < containers; i += 100) {
            const StatsSeries *series = stats.find(QString::number(i));
            QVERIFY2(series->fine().size() <= 75, qPrintable(QString::number(series->fine().size())));
            QVERIFY(series->fine().size() >= 30);
            QVERIFY(series->points(0, false).size() <= 90);
        }
        RememberedStats few({});
        for (int second = 0; second < 2000; ++second)
            few.add("one", pointAt(now + second * 1000, second));
        QCOMPARE(few.find("one")->fine().size(), std::size_t(StatsSeries::fineCapacity));
        for (int i = 0; i < RememberedStats::mostContainers + 50; ++i)
            few.add(QString::number(i), pointAt(now, 1));
        QCOMPARE(few.count(), RememberedStats::mostContainers);
    }
};

QTEST_GUILESS_MAIN(tst_RememberedStats)
#include "tst_rememberedstats.moc"
