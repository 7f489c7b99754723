#include "models/logs/logmerger.h"

#include <QTest>

using namespace quayside::models;

namespace
{

// "text@time", as it came.
class Received : public LogSink
{
public:
    void append(std::span<const LogLine> batch) override
    {
        for (const LogLine &line : batch)
            lines.append(QString::fromUtf8(line.text) + u'@' + QString::number(line.time));
    }
    void appendToLast(QByteArrayView) override {}
    QStringList lines;
};

void add(LogMerge &merge, int side, const QList<int> &times)
{
    std::vector<LogLine> lines;
    const QByteArray name(1, char('a' + side));
    for (const int time : times)
        lines.push_back({name, time, LogStream::Out, quint16(side)});
    merge.add(side, lines);
}

} // namespace

class tst_LogMerger : public QObject
{
    Q_OBJECT

private slots:
    void putsThemInOrder()
    {
        Received received;
        LogMerge merge(&received, 2);
        add(merge, 0, {1, 4, 5});
        add(merge, 1, {2, 3, 6});
        merge.end(0);
        merge.end(1);
        QTRY_COMPARE(received.lines, QStringList({"a@1", "b@2", "b@3", "a@4", "a@5", "b@6"}));
        QCOMPARE(merge.lateLines(), 0);
    }

    // The first side waits while the second is only slow; not for ever.
    void waitsForTheSlowOne()
    {
        Received received;
        LogMerge merge(&received, 2);
        add(merge, 0, {2});
        add(merge, 1, {1});
        add(merge, 0, {4});
        QTRY_COMPARE(received.lines.value(0), "b@1"); // the other is not there yet that long
        add(merge, 1, {3});
        QTRY_COMPARE(received.lines, QStringList({"b@1", "a@2", "b@3", "a@4"}));
        add(merge, 0, {5});
        QTRY_COMPARE(received.lines.size(), 5); // the second has nothing more to say
    }

    void losesNothingThatComesTooLate()
    {
        Received received;
        LogMerge merge(&received, 2);
        add(merge, 0, {10});
        QTRY_COMPARE(received.lines.size(), 1);
        add(merge, 1, {5});
        QTRY_COMPARE(received.lines, QStringList({"a@10", "b@5"}));
        QCOMPARE(merge.lateLines(), 1);
    }

    void handsOnWhatIsOlderThanAllOthers()
    {
        Received received;
        LogMerge merge(&received, 3);
        add(merge, 0, {1, 2, 9});
        add(merge, 1, {8});
        add(merge, 2, {3});
        merge.flush();
        QCOMPARE(received.lines, QStringList({"a@1", "a@2", "c@3", "b@8", "a@9"}));
    }

    void marksStandBetweenTheLines()
    {
        Received received;
        LogMarkedSink marked(&received);
        marked.setKeepsEarly(true);
        marked.add({{1, "created", 0, false, 1}, {6, "started", 0, true, 5}, {9, "ended", 0, false, 9}});
        const std::vector<LogLine> lines{
            {"x", 4, LogStream::Out}, {"y", 5, LogStream::Out}, {"z", 6, LogStream::Out}};
        marked.append(lines);
        QCOMPARE(received.lines, QStringList({"x@4", "started@6", "y@5", "z@6"}));
        QCOMPARE(marked.early().size(), 1);
        marked.pass(8);
        QCOMPARE(received.lines.size(), 4);
        marked.pass(9);
        QCOMPARE(received.lines.last(), "ended@9");
    }
};

QTEST_GUILESS_MAIN(tst_LogMerger)
#include "tst_logmerger.moc"
