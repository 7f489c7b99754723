#include "models/logs/logsearch.h"

#include <QSignalSpy>
#include <QTest>

using namespace quayside::models;

namespace
{

void append(LogModel &model, const QList<QByteArray> &texts)
{
    std::vector<LogLine> batch;
    for (const QByteArray &text : texts)
        batch.push_back({text, 0, LogStream::Out});
    model.append(batch);
}

} // namespace

class tst_LogSearch : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("regex");
        QTest::addColumn<bool>("cased");
        QTest::addColumn<int>("count");
        QTest::newRow("any case") << "error" << false << false << 3;
        QTest::newRow("this case") << "error" << false << true << 1;
        QTest::newRow("special characters are text") << "a.c" << false << false << 1;
        QTest::newRow("pattern") << "a.c" << true << false << 2;
        QTest::newRow("across colours") << "red word" << false << false << 1;
        QTest::newRow("not in escapes") << "31m" << false << false << 0;
        QTest::newRow("beyond ASCII, any case") << QString::fromUtf8("ÄPFEL") << false << false << 1;
        QTest::newRow("at the end") << "last" << false << false << 1;
        QTest::newRow("not across lines") << "2\\s+error" << true << false << 0;
        QTest::newRow("shorter where the longest crosses") << "c[^x]*" << true << true << 2;
        QTest::newRow("ends of lines") << "^a.c$" << true << false << 2;
        QTest::newRow("ends of the text") << "\\Aan" << true << false << 1;
        QTest::newRow("looks around") << "(?<=an )error" << true << false << 1;
        QTest::newRow("capital beyond ASCII") << QString::fromUtf8("^Ä") << true << false << 1;
        QTest::newRow("nothing") << "xyzzy" << false << false << 0;
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(bool, regex);
        QFETCH(bool, cased);
        LogModel model;
        append(model, {"an Error", "ERROR 2", "error", "a.c", "abc", "\x1b[31mred\x1b[0m word",
                       "\xc3\xa4pfel", "the last"});
        LogSearch search(&model);
        QSignalSpy finished(&search, &LogSearch::finished);
        QCOMPARE(search.setQuery({text, regex, cased}), "");
        QVERIFY(finished.wait(2000));
        QTEST(int(search.matchCount()), "count");
    }

    void goesRound()
    {
        LogModel model;
        append(model, {"x", "-", "x", "-", "x"});
        LogSearch search(&model);
        QSignalSpy finished(&search, &LogSearch::finished);
        search.setQuery({"x"});
        QVERIFY(finished.wait(2000));
        QCOMPARE(search.next(0), 2);
        QCOMPARE(search.next(4), 0);
        QCOMPARE(search.previous(4), 2);
        QCOMPARE(search.previous(0), 4);
        QCOMPARE(search.ordinal(2), 2);
        QCOMPARE(search.ordinal(1), 0);
    }

    void goesOnAsLinesCome()
    {
        LogModel model;
        append(model, {"x"});
        LogSearch search(&model);
        search.setQuery({"x"});
        QTRY_COMPARE(search.matchCount(), 1);
        append(model, {"-", "x"});
        QTRY_COMPARE(search.matchCount(), 2);
    }

    void looksAgainAtALineThatGrew()
    {
        LogModel model;
        append(model, {"Pass"});
        LogSearch search(&model);
        search.setQuery({"password", false, false});
        QTRY_VERIFY(!search.isRunning());
        QCOMPARE(search.matchCount(), 0);
        model.appendToLast("word:");
        QTRY_COMPARE(search.matchCount(), 1);
    }

    void findsInOlderLines()
    {
        LogModel model;
        append(model, {"x"});
        LogSearch search(&model);
        search.setQuery({"x"});
        QTRY_COMPARE(search.matchCount(), 1);
        LogChunkList older;
        for (const char *text : {"x", "-", "x"})
            older.append({text, 0, LogStream::Out});
        model.prepend(std::move(older));
        QTRY_COMPARE(search.matchCount(), 3);
        QCOMPARE(search.next(-3), -1);
        QCOMPARE(search.ordinal(0), 3);
    }

    void forgetsWhatIsGone()
    {
        LogModel model(LogModel::Limits{.lines = 100, .bytes = 1 << 30});
        append(model, {"x"});
        LogSearch search(&model);
        search.setQuery({"x"});
        QTRY_COMPARE(search.matchCount(), 1);
        append(model, QList<QByteArray>(40'000, "-"));
        QTRY_COMPARE(search.matchCount(), 0);
        QCOMPARE(search.next(0), LogModel::noLine);
    }

    // Lines of the next container may get the numbers of those that were being looked at.
    void forgetsAnotherLog()
    {
        LogModel model;
        for (int i = 0; i < 100; ++i)
            append(model, QList<QByteArray>(1000, "x"));
        LogSearch search(&model);
        search.setQuery({"x"});
        model.clear();
        append(model, {"y"});
        LogChunkList older;
        for (int i = 0; i < 50'000; ++i)
            older.append({"y", 0, LogStream::Out});
        model.prepend(std::move(older));
        QTRY_VERIFY(!search.isRunning());
        QCOMPARE(search.matchCount(), 0);
    }

    void refusesABrokenPattern()
    {
        LogModel model;
        append(model, {"("});
        LogSearch search(&model);
        QVERIFY(!search.setQuery({"(", true}).isEmpty());
        QVERIFY(!search.isActive());
        QVERIFY(search.ranges("(").isEmpty());
        QCOMPARE(search.setQuery({"(", false}), "");
        QTRY_COMPARE(search.matchCount(), 1);
    }

    void marksEveryPlace()
    {
        LogModel model;
        LogSearch search(&model);
        search.setQuery({"ab"});
        const QList<LogSearch::Range> ranges = search.ranges("ab cAB");
        QCOMPARE(ranges.size(), 2);
        QCOMPARE(ranges[1].start, 4);
        search.setQuery({"x*", true}); // matches the empty text everywhere: nothing to mark
        QVERIFY(search.ranges("abc").isEmpty());
    }

    // A million lines, and the event loop never waits longer than a few frames.
    void staysOutOfTheWay()
    {
        LogModel model;
        const QByteArray text = QByteArray(70, 'x') + " needle-less";
        std::vector<LogLine> batch(1000, LogLine{text, 0, LogStream::Out});
        for (int i = 0; i < 1000; ++i)
            model.append(batch);
        append(model, {"the NEEDLE"});
        LogSearch search(&model);
        QSignalSpy finished(&search, &LogSearch::finished);
        QElapsedTimer sinceTick, whole;
        qint64 longest = 0;
        QTimer ticker;
        ticker.setInterval(0);
        connect(&ticker, &QTimer::timeout, this, [&] {
            longest = std::max(longest, sinceTick.elapsed());
            sinceTick.restart();
        });
        sinceTick.start();
        whole.start();
        ticker.start();
        search.setQuery({"the needle"});
        QVERIFY(finished.wait(30'000));
        qInfo("a million lines in %lld ms, longest slice %lld ms", whole.elapsed(), longest);
        QCOMPARE(search.matchCount(), 1);
        QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
    }
};

QTEST_GUILESS_MAIN(tst_LogSearch)
#include "tst_logsearch.moc"
