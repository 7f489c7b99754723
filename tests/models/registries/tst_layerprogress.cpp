#include "models/registries/layerprogress.h"

#include "models/registries/transferoperation.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quayside;
using namespace quayside::models;
using Phase = LayerState::Phase;

namespace
{

client::Progress line(const char *id, const char *status, std::optional<std::int64_t> current = {},
                      std::optional<std::int64_t> total = {})
{
    return {.stream = {}, .status = status, .id = id, .current = current, .total = total, .json = {}};
}

} // namespace

class tst_LayerProgress : public QObject
{
    Q_OBJECT

private slots:
    void followsAPull()
    {
        LayerProgress layers;
        QAbstractItemModelTester tester(&layers);
        QVERIFY(!layers.take(line("1", "Pulling from some/box"),
                             0)); // the tag stands where layers have their digits
        QVERIFY(!layers.take(line("", "Digest: sha256:12"), 0));
        QVERIFY(layers.take(line("aa", "Pulling fs layer"), 0));
        QVERIFY(layers.take(line("bb", "Pulling fs layer"), 0));
        QVERIFY(layers.take(line("cc", "Already exists"), 0));
        QCOMPARE(layers.rowCount(), 3);
        QCOMPARE(layers.over(), 1);
        QCOMPARE(layers.total(), 0); // of none is the size known
        layers.take(line("aa", "Downloading", 100, 1000), 1000);
        QCOMPARE(layers.total(), 2000); // bb counts as aa
        layers.take(line("bb", "Downloading", 0, 3000), 1000);
        QCOMPARE(layers.total(), 4000);
        QCOMPARE(layers.done(), 100);
        layers.take(line("aa", "Download complete"), 1500);
        QCOMPARE(layers.layers()[0].phase, Phase::Unpacking);
        QCOMPARE(layers.layers()[0].done, 1000);
        layers.take(line("aa", "Pull complete"), 2000);
        QCOMPARE(layers.over(), 2);
        QCOMPARE(layers.done(), 1000);
        QCOMPARE(layers.index(0, LayerProgress::LayerColumn).data().toString(), "aa");
        QVERIFY(layers.index(2, LayerProgress::StateColumn).data().toString().contains("already"));
    }

    void followsAPush()
    {
        LayerProgress layers;
        for (const char *status : {"Preparing", "Waiting", "Pushing"})
            QVERIFY(layers.take(line("aa", status), 0));
        layers.take(line("aa", "Pushing", 5, 10), 10);
        QCOMPARE(layers.done(), 5);
        layers.take(line("aa", "Pushed"), 20);
        QCOMPARE(layers.layers()[0].phase, Phase::Ended);
        QVERIFY(layers.take(line("bb", "Mounted from team/base"), 20));
        QVERIFY(layers.take(line("cc", "Layer already exists"), 20));
        QCOMPARE(layers.over(), 3);
        QVERIFY(!layers.take(line("", "1: digest: sha256:12 size: 3"), 20));
    }

    void measuresSpeedAndTimeLeft()
    {
        LayerProgress layers;
        for (int second = 0; second <= 10; ++second)
            layers.take(line("aa", "Downloading", second * 1000, 20'000), second * 1000);
        QCOMPARE(layers.rate(), 1000);
        QCOMPARE(layers.secondsLeft(), 10);
        const QString text = layers.index(0, LayerProgress::ProgressColumn).data().toString();
        QVERIFY2(text.contains("9.8 KiB of 19.5 KiB") && text.contains("1000 B/s") && text.contains("10 s"),
                 qPrintable(text));
        // Then three times as fast: after a while only that counts.
        for (int second = 11; second <= 13; ++second)
            layers.take(line("aa", "Downloading", 10'000 + (second - 10) * 3000, 20'000), second * 1000);
        QVERIFY(layers.rate() > 2000);
    }

    void speedIsUnknownBeforeEnoughHasCome()
    {
        RateMeter meter;
        QCOMPARE(meter.rate(0), 0);
        meter.add(0, 0);
        meter.add(10, 1'000'000);
        QCOMPARE(meter.rate(10), 0); // ten milliseconds say nothing
        meter.add(1000, 2'000'000);
        QCOMPARE(meter.rate(1000), 2'000'000);
        QCOMPARE(meter.rate(9000), 0); // nothing came for long
        meter.add(10'000, 5);          // it began again
        QCOMPARE(meter.rate(10'000), 0);
    }

    void survivesWhatEnginesMaySay()
    {
        LayerProgress layers;
        QAbstractItemModelTester tester(&layers);
        constexpr std::int64_t huge = INT64_MAX;
        layers.take(line("aa", "Downloading", huge, huge), 0);
        layers.take(line("bb", "Downloading", huge, huge), 100);
        layers.take(line("cc", "Downloading", -5, -5), 200);
        layers.take(line("dd", "Downloading", 50, 10), 300); // more than there is
        layers.take(line("aa", "Downloading", 0, huge), 400);
        QVERIFY(layers.total() > 0);
        QVERIFY(layers.done() >= 0);
        QCOMPARE(layers.layers()[2].done, 0);
        QCOMPARE(layers.layers()[3].done, 10);
        layers.clear();
        QCOMPARE(layers.rowCount(), 0);
        QCOMPARE(layers.secondsLeft(), -1);
    }

    void knowsWhenALoginIsWanted_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<bool>("wanted");
        QTest::newRow("ours") << "pulling a/b:1: the registry wants to know who asks: log in to it first"
                              << true;
        QTest::newRow("docker") << "unauthorized: authentication required" << true;
        QTest::newRow("docker, push") << "denied: requested access to the resource is denied" << true;
        QTest::newRow("basic") << "no basic auth credentials" << true;
        QTest::newRow("not there") << "manifest unknown" << false;
        QTest::newRow("logo") << "pulling logos/web:1: not found" << false;
    }
    void knowsWhenALoginIsWanted()
    {
        QFETCH(QString, sentence);
        QTEST(speaksOfLogin(sentence), "wanted");
    }
};

QTEST_GUILESS_MAIN(tst_LayerProgress)
#include "tst_layerprogress.moc"
