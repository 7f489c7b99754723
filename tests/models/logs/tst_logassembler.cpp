#include "models/logs/logassembler.h"
#include "models/logs/logmodel.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace quayside::models;

namespace
{

const QByteArray stamp = "2025-01-02T03:04:05.678901234Z ";

QStringList lines(const LogModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.count(); ++row)
        lines.append((model.line(row).stream == LogStream::Error ? "!" : "") +
                     model.index(row).data().toString());
    return lines;
}

} // namespace

class tst_LogAssembler : public QObject
{
    Q_OBJECT

private slots:
    void parsesStamps_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<qint64>("time");
        QTest::addColumn<int>("start");
        const qint64 second = QDateTime(QDate(2025, 1, 2), QTime(3, 4, 5), QTimeZone::UTC).toSecsSinceEpoch();
        QTest::newRow("nanoseconds") << stamp + "x" << second * 1'000'000'000 + 678'901'234 << 31;
        QTest::newRow("no fraction") << QByteArray("2025-01-02T03:04:05Z x") << second * 1'000'000'000 << 21;
        QTest::newRow("short fraction")
            << QByteArray("2025-01-02T03:04:05.5Z x") << second * 1'000'000'000 + 500'000'000 << 23;
        QTest::newRow("offset") << QByteArray("2025-01-02T05:04:05+02:00 x") << second * 1'000'000'000 << 26;
        QTest::newRow("leap day")
            << QByteArray("2024-02-29T00:00:00Z x")
            << QDateTime(QDate(2024, 2, 29), QTime(0, 0), QTimeZone::UTC).toSecsSinceEpoch() * 1'000'000'000
            << 21;
        QTest::newRow("empty line") << stamp.trimmed() << second * 1'000'000'000 + 678'901'234 << 30;
        QTest::newRow("none") << QByteArray("hello") << qint64(0) << 0;
        QTest::newRow("date only") << QByteArray("2025-01-02 hello there you") << qint64(0) << 0;
        QTest::newRow("cut") << QByteArray("2025-01-02T03:04:05.67") << qint64(0) << 0;
        QTest::newRow("month 13") << QByteArray("2025-13-02T03:04:05Z x") << qint64(0) << 0;
        QTest::newRow("empty") << QByteArray() << qint64(0) << 0;
    }
    void parsesStamps()
    {
        QFETCH(QByteArray, line);
        const LogAssembler::Stamp found = LogAssembler::parseStamp(line);
        QTEST(qint64(found.time), "time");
        QTEST(int(found.textStart), "start");
    }

    // However the stream is cut, the lines are the same.
    void joinsPieces()
    {
        const QByteArray whole = stamp + "first\n" + stamp + "\n" + stamp + "third line\n";
        for (qsizetype cut = 1; cut < whole.size(); ++cut) {
            LogModel model;
            LogAssembler assembler(&model);
            assembler.add(LogStream::Out, whole.first(cut));
            assembler.add(LogStream::Out, whole.sliced(cut));
            assembler.flush();
            QCOMPARE(lines(model), QStringList({"first", "", "third line"}));
            QVERIFY(model.line(2).time > 0);
        }
    }

    void oneBatchAFrame()
    {
        LogModel model;
        LogAssembler assembler(&model);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        for (int i = 0; i < 500; ++i)
            assembler.add(LogStream::Out, stamp + "x\n");
        QTRY_COMPARE(model.count(), 500);
        QCOMPARE(inserted.size(), 1);
    }

    void showsAPromptAndCompletesIt()
    {
        LogModel model;
        LogAssembler assembler(&model);
        assembler.add(LogStream::Out, stamp + "name? ");
        QTRY_COMPARE(lines(model), QStringList{"name? "});
        assembler.add(LogStream::Out, "Ann\n");
        assembler.flush();
        QCOMPARE(lines(model), QStringList{"name? Ann"});
        assembler.add(LogStream::Out, stamp + "next\n");
        assembler.flush();
        QCOMPARE(lines(model), QStringList({"name? Ann", "next"}));
    }

    void keepsStreamsApart()
    {
        LogModel model;
        LogAssembler assembler(&model);
        assembler.add(LogStream::Out, stamp + "half");
        assembler.add(LogStream::Error, stamp + "error\n");
        assembler.add(LogStream::Out, " and half\n");
        assembler.flush();
        QCOMPARE(lines(model), QStringList({"!error", "half and half"}));
    }

    // A row that was shown half cannot grow once others stand below it: the rest is a row of its own.
    void openLineWithOthersBelow()
    {
        LogModel model;
        LogAssembler assembler(&model);
        assembler.add(LogStream::Out, stamp + "half");
        QTRY_COMPARE(model.count(), 1);
        assembler.add(LogStream::Error, stamp + "error\n");
        assembler.add(LogStream::Out, " rest\n");
        assembler.flush();
        QCOMPARE(lines(model), QStringList({"half", "!error", " rest"}));
    }

    void cutsTheStampsWithinALongLine()
    {
        LogModel model;
        LogAssembler assembler(&model);
        const QByteArray part(16384, 'x');
        assembler.add(LogStream::Out, stamp + part);
        assembler.add(LogStream::Out, stamp + part);
        assembler.add(LogStream::Out, stamp + "end\n");
        assembler.flush();
        QCOMPARE(model.count(), 1);
        QCOMPARE(model.line(0).text.size(), 2 * 16384 + 3);
    }

    void lastLineWithoutAnEnd()
    {
        LogModel model;
        LogAssembler assembler(&model);
        assembler.add(LogStream::Out, stamp + "bye");
        assembler.finish();
        QCOMPARE(lines(model), QStringList{"bye"});
        assembler.add(LogStream::Out, stamp + "again\n");
        assembler.flush();
        QCOMPARE(lines(model), QStringList({"bye", "again"}));
    }

    void linesOfATerminalLoseTheirCarriageReturn()
    {
        LogModel model;
        LogAssembler assembler(&model);
        assembler.add(LogStream::Out, stamp + "10 %\r50 %\r100 %\r\n");
        assembler.flush();
        QCOMPARE(lines(model), QStringList{"100 %"});
    }
};

QTEST_GUILESS_MAIN(tst_LogAssembler)
#include "tst_logassembler.moc"
