#include "models/logs/logmodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

#include <unistd.h>

using namespace quayside::models;

namespace
{

double milliseconds(std::clock_t since)
{
    return 1000.0 * double(std::clock() - since) / CLOCKS_PER_SEC;
}

qint64 residentBytes()
{
    QFile statm("/proc/self/statm");
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

void append(LogModel &model, const QList<QByteArray> &texts)
{
    std::vector<LogLine> batch;
    for (const QByteArray &text : texts)
        batch.push_back({text, 0, LogStream::Out});
    model.append(batch);
}

} // namespace

class tst_LogModel : public QObject
{
    Q_OBJECT

private slots:
    void oneInsertForABatch()
    {
        LogModel model;
        QAbstractItemModelTester tester(&model);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        append(model, {"a", "b", "c"});
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.rowCount(), 3);
        append(model, {});
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.index(1).data().toString(), "b");
    }

    void keepsTimeAndStream()
    {
        LogModel model;
        const LogLine line{"bad \x1b[31mred", 1'700'000'000'123'456'789, LogStream::Error};
        model.append({&line, 1});
        QCOMPARE(model.line(0).time, line.time);
        QCOMPARE(model.line(0).stream, LogStream::Error);
        QCOMPARE(model.line(0).text, QByteArrayView("bad \x1b[31mred"));
        QCOMPARE(model.index(0).data().toString(), "bad red");
    }

    void growsTheLastLine()
    {
        LogModel model;
        append(model, {"one", "Pass"});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.appendToLast("word: ");
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(1).data().toString(), "Password: ");
        QCOMPARE(model.index(0).data().toString(), "one");
    }

    void dropsTheOldestPastALimit()
    {
        LogModel model(LogModel::Limits{.lines = 20'000, .bytes = 1 << 30});
        QAbstractItemModelTester tester(&model);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        for (int i = 0; i < 60'000; i += 1000) {
            QList<QByteArray> texts;
            for (int j = 0; j < 1000; ++j)
                texts.append(QByteArray::number(i + j));
            append(model, texts);
            QVERIFY(model.count() <= 20'000 + 16 * 1024);
        }
        QVERIFY(removed.size() > 0);
        QCOMPARE(model.firstNumber() + model.count(), 60'000);
        for (const int row : {0, model.count() / 2, model.count() - 1})
            QCOMPARE(model.index(row).data().toString(), QString::number(model.firstNumber() + row));
    }

    void boundsItsBytes()
    {
        LogModel model(LogModel::Limits{.lines = 1'000'000, .bytes = 4 << 20});
        const QByteArray text(1000, 'x');
        for (int i = 0; i < 20'000; ++i)
            append(model, {text});
        QVERIFY(model.textBytes() <= (4 << 20) + 512 * 1024);
        QVERIFY(model.count() > 3000);
    }

    void cutsAMonstrousLine()
    {
        LogModel model;
        append(model, {QByteArray(5 << 20, 'x'), "next"});
        QCOMPARE(model.line(0).text.size(), 1 << 20);
        QCOMPARE(model.index(1).data().toString(), "next");
        model.appendToLast(QByteArray(5 << 20, 'y'));
        QCOMPARE(model.line(1).text.size(), 1 << 20);
    }

    void clearKeepsNumbersRising()
    {
        LogModel model;
        append(model, {"a", "b"});
        model.clear();
        QCOMPARE(model.count(), 0);
        append(model, {"c"});
        QCOMPARE(model.firstNumber(), 2);
        QCOMPARE(model.index(0).data().toString(), "c");
    }

    // 1,000,000 lines of 80 bytes: little more memory than their bytes.
    void holdsAMillionLines()
    {
        const qint64 before = residentBytes();
        LogModel model;
        const std::clock_t start = std::clock(); // of the processor: other tests may run beside this one
        QByteArray text(80, 'x');
        std::vector<LogLine> batch(1000, LogLine{text, 1, LogStream::Out});
        for (int i = 0; i < 1000; ++i)
            model.append(batch);
        QCOMPARE(model.count(), 1'000'000);
        const qint64 used = residentBytes() - before;
        qInfo("%.0f ms, %lld MiB for 76 MiB of text", milliseconds(start), used >> 20);
        QVERIFY2(used < qint64(120) << 20, qPrintable(QString::number(used >> 20)));
        QVERIFY2(milliseconds(start) < 5000, qPrintable(QString::number(milliseconds(start))));
        const std::clock_t again = std::clock();
        for (int row = 999'999; row > 0; row -= 997)
            QCOMPARE(model.line(row).text.size(), 80);
        QVERIFY2(milliseconds(again) < 500, qPrintable(QString::number(milliseconds(again))));
    }
};

QTEST_GUILESS_MAIN(tst_LogModel)
#include "tst_logmodel.moc"
