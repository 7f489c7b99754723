#include "models/logs/logexport.h"
#include "models/logs/logfilter.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <set>

using namespace quayside::models;

namespace
{

void append(LogModel &model, const QList<QByteArray> &texts, LogStream stream = LogStream::Out)
{
    std::vector<LogLine> batch;
    for (const QByteArray &text : texts)
        batch.push_back({text, model.endNumber() + 1 + std::int64_t(batch.size()), stream});
    model.append(batch);
}

QStringList shown(const LogModel &model, const LogFilter &filter)
{
    QStringList texts;
    for (int place = 0; place < filter.count(); ++place)
        texts.append(QString::fromUtf8(model.lineOf(filter.numberAt(place)).text));
    return texts;
}

QByteArray contents(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
}

} // namespace

class tst_LogFilter : public QObject
{
    Q_OBJECT

private:
    static void apply(LogFilter &filter, const LogCriteria &criteria)
    {
        QSignalSpy finished(&filter, &LogFilter::finished);
        QCOMPARE(filter.setCriteria(criteria, 0), "");
        QTRY_VERIFY_WITH_TIMEOUT(finished.size() > 0, 20'000);
    }

private slots:
    // The same as a plain set, whatever is done with it.
    void countsBits()
    {
        LineSet set;
        std::set<qint64> plain;
        std::mt19937 random(7);
        for (int i = 0; i < 4000; ++i) {
            const qint64 number = qint64(random() % 60'000) - 20'000;
            set.insert(number);
            plain.insert(number);
            if (i % 3 == 0) {
                const qint64 gone = qint64(random() % 60'000) - 20'000;
                set.erase(gone);
                plain.erase(gone);
            }
        }
        set.insertRange(-70, 130);
        for (qint64 number = -70; number <= 130; ++number)
            plain.insert(number);
        set.dropBelow(-15'001);
        plain.erase(plain.begin(), plain.lower_bound(-15'001));
        set.dropFrom(39'000);
        plain.erase(plain.lower_bound(39'000), plain.end());
        QCOMPARE(set.count(), qint64(plain.size()));
        qint64 place = 0;
        for (const qint64 number : plain) {
            QCOMPARE(set.at(place), number);
            QCOMPARE(set.rank(number), place);
            QVERIFY(set.contains(number));
            QCOMPARE(set.next(number - 1, LogModel::noLine), number);
            ++place;
        }
        QCOMPARE(set.previous(*plain.begin(), LogModel::noLine), LogModel::noLine);
        QCOMPARE(set.next(*plain.rbegin(), LogModel::noLine), LogModel::noLine);
    }

    void byStream()
    {
        LogModel model;
        append(model, {"out"});
        append(model, {"err"}, LogStream::Error);
        append(model, {"began"}, LogStream::Event);
        LogFilter filter(&model);
        QCOMPARE(filter.count(), 3);
        apply(filter, {.standardOutput = false});
        QCOMPARE(shown(model, filter), QStringList({"err", "began"}));
        apply(filter, {.standardError = false, .events = false});
        QCOMPARE(shown(model, filter), QStringList({"out"}));
        apply(filter, {});
        QVERIFY(!filter.isActive());
        QCOMPARE(filter.count(), 3);
    }

    void byTime()
    {
        LogModel model;
        append(model, {"1", "2", "3", "4"}); // times as the texts
        LogFilter filter(&model);
        apply(filter, {.since = 2, .until = 3});
        QCOMPARE(shown(model, filter), QStringList({"2", "3"}));
    }

    void byLevelWithWhatBelongsToIt()
    {
        LogModel model;
        append(model,
               {"INFO all is well", "ERROR it broke", "  at main.c:3", "no level", R"({"level":"warn"})"});
        LogFilter filter(&model);
        LogCriteria criteria;
        for (const LogLevel level : {LogLevel::None, LogLevel::Info})
            criteria.hiddenLevels |= quint8(1U << unsigned(level));
        apply(filter, criteria);
        QCOMPARE(shown(model, filter),
                 QStringList({"ERROR it broke", "  at main.c:3", R"({"level":"warn"})"}));
    }

    void byTextWithContextAcrossChunks()
    {
        LogModel model;
        const int last = int(LogChunk::maxLines) - 1; // of the first chunk
        for (int i = 0; i < last + 10; ++i)
            append(model, {i == last ? QByteArray("needle") : QByteArray::number(i)});
        LogFilter filter(&model);
        LogCriteria criteria;
        criteria.text.text = "NEEDLE";
        criteria.context = 2;
        apply(filter, criteria);
        QCOMPARE(shown(model, filter),
                 QStringList({QString::number(last - 2), QString::number(last - 1), "needle",
                              QString::number(last + 1), QString::number(last + 2)}));
        append(model, {"needle"});
        QTRY_COMPARE(filter.count(), 8);
        append(model, {"after", "after", "hidden"}); // the context of a match comes later than the match
        QTRY_COMPARE(filter.count(), 10);
    }

    void refusesABrokenPattern()
    {
        LogModel model;
        append(model, {"("});
        LogFilter filter(&model);
        LogCriteria criteria;
        criteria.text = {"(", true, false};
        QVERIFY(!filter.setCriteria(criteria, 0).isEmpty());
        QCOMPARE(filter.count(), 1); // as before
    }

    void followsWhatComesAndGoes()
    {
        LogModel model(LogModel::Limits{.lines = 20'000, .bytes = 1 << 30});
        LogFilter filter(&model);
        LogCriteria criteria;
        criteria.text.text = "7";
        apply(filter, criteria);
        for (int i = 0; i < 60; ++i)
            append(model, QList<QByteArray>(1000, i % 2 == 0 ? "7" : "8"));
        QVERIFY(model.firstNumber() > 0);
        qint64 expected = 0;
        for (qint64 number = model.firstNumber(); number < model.endNumber(); ++number)
            expected += model.lineOf(number).text == "7" ? 1 : 0;
        QTRY_COMPARE(qint64(filter.count()), expected);
        LogChunkList older;
        older.append({"27", 0, LogStream::Out});
        older.append({"28", 0, LogStream::Out});
        LogModel small;
        LogFilter onSmall(&small);
        append(small, {"7"});
        apply(onSmall, criteria);
        small.prepend(std::move(older));
        QTRY_COMPARE(onSmall.count(), 2);
        QCOMPARE(onSmall.placeOf(0), 1);
    }

    // ---- saving

    void savesAllOrWhatIsShown()
    {
        const QTemporaryDir folder;
        LogModel model;
        append(model, {"one \x1b[31mred\x1b[0m", "two"});
        append(model, {"began"}, LogStream::Event);
        LogFilter filter(&model);
        LogCriteria criteria;
        criteria.text.text = "red";
        apply(filter, criteria);
        const auto save = [&](const LogExport::Options &options) {
            const QString file = folder.filePath("a.log");
            LogExport saving(&model, &filter, file, options);
            (void)QTest::qWaitFor([&] { return !saving.isRunning(); }, 10'000);
            return contents(file);
        };
        QCOMPARE(save({}), "one red\ntwo\n");
        QCOMPARE(save({.shownOnly = true}), "one red\n");
        QCOMPARE(save({.shownOnly = true, .times = true, .colors = true}),
                 "1970-01-01T00:00:00.000000001Z one \x1b[31mred\x1b[0m\n");
    }

    void leavesNoHalfFile()
    {
        const QTemporaryDir folder;
        LogModel model;
        for (int i = 0; i < 100; ++i)
            append(model, QList<QByteArray>(5000, QByteArray(100, 'x')));
        LogFilter filter(&model);
        const QString file = folder.filePath("a.log");
        LogExport saving(&model, &filter, file, {});
        QTRY_VERIFY_WITH_TIMEOUT(saving.done() > 0, 10'000);
        QVERIFY(saving.isRunning());
        saving.cancel();
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
        LogExport failing(&model, &filter, folder.filePath("no/such/a.log"), {});
        QTRY_COMPARE(failing.state(), Operation::State::Failed);
        QVERIFY(failing.detail().contains("no/such/a.log"));
    }

    // ---- memory

    void oldLinesLieInAFile()
    {
        LogModel model;
        std::vector<QByteArray> texts;
        for (int i = 0; i < 300'000; ++i)
            texts.push_back(QByteArray(90, char('a' + i % 26)) + QByteArray::number(i));
        for (const QByteArray &text : texts) {
            const LogLine line{text, 5, LogStream::Error, 3};
            model.append({&line, 1});
        }
        qint64 inMemory = 0;
        for (const LogChunkList::Slot &piece : model.pieces(0, model.endNumber()))
            inMemory += piece.chunk->isInMemory() ? qint64(piece.chunk->text().size()) : 0;
        QVERIFY2(inMemory < 8 << 20, qPrintable(QString::number(inMemory)));
        for (const int row : {0, 12'345, 299'999}) {
            QCOMPARE(model.line(row).text, QByteArrayView(texts[std::size_t(row)]));
            QCOMPARE(model.line(row).time, 5);
            QCOMPARE(model.line(row).stream, LogStream::Error);
            QCOMPARE(int(model.line(row).source), 3);
        }
        LogChunkList list; // the last lines can be taken back, also out of the file
        for (const QByteArray &text : texts)
            list.append({text, 5, LogStream::Out});
        list.removeLast(290'000);
        QCOMPARE(list.count(), 10'000);
        QCOMPARE(list.line(9'999).text, QByteArrayView(texts[9'999]));
    }
};

QTEST_GUILESS_MAIN(tst_LogFilter)
#include "tst_logfilter.moc"
