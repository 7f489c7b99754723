// The words of the time line: in order, whole, and safe to show.
#include "models/learn/timeline/timeline.h"

#include <QSet>
#include <QTest>

using namespace quayside::models;

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void inTheOrderOfTime()
    {
        const QList<TimelineEntry> entries = Timeline::entries();
        QSet<QString> keys;
        int year = 1979;
        for (const TimelineEntry &entry : entries) {
            QVERIFY2(entry.year >= year, qPrintable(entry.key));
            year = entry.year;
            QVERIFY2(!keys.contains(entry.key), qPrintable(entry.key));
            keys.insert(entry.key);
        }
        QCOMPARE(entries.first().key, "chroot");
    }

    void eightAncestorsHaveARoomEach()
    {
        QStringList names, rooms;
        for (const TimelineEntry &entry : Timeline::entries()) {
            if (!entry.isAncestor())
                continue;
            names.append(QStringLiteral("%1 %2").arg(entry.year).arg(entry.key));
            rooms.append(entry.lesson);
            for (const QString &text : {entry.what, entry.idea, entry.livesOn, entry.learned})
                QVERIFY2(text.size() > 60 && text.endsWith(u'.'), qPrintable(entry.key + ": " + text));
        }
        QCOMPARE(names.join(", "),
                 "1979 chroot, 2000 jails, 2001 vserver, 2004 zones, 2005 openvz, 2008 lxc, "
                 "2013 docker, 2015 lxd");
        for (const QString &room : rooms)
            QVERIFY(room.startsWith("room-"));
        QCOMPARE(QSet<QString>(rooms.begin(), rooms.end()).size(), 8);
    }

    void stepsOfTheKernelSayOneThing()
    {
        for (const TimelineEntry &entry : Timeline::entries()) {
            QVERIFY2(!entry.name.isEmpty() && !entry.from.isEmpty(), qPrintable(entry.key));
            QVERIFY2(entry.what.endsWith(u'.'), qPrintable(entry.key));
            QCOMPARE(entry.isAncestor(), !entry.key.startsWith("kernel/"));
        }
    }

    void onlyLessonsThatAreThereAreLinked()
    {
        TimelineEntry step{.key = "kernel/x",
                           .year = 2000,
                           .name = "<x>",
                           .from = "Linux & more",
                           .lesson = "y",
                           .what = "a < b."};
        QVERIFY(!Timeline::html(step, {}).contains("href"));
        const QString linked = Timeline::html(step, {"y"});
        QVERIFY(linked.contains("href=\"y\""));
        QVERIFY(linked.contains("&lt;x&gt;") && linked.contains("Linux &amp; more") &&
                linked.contains("a &lt; b."));
        step.idea = "c.";
        QVERIFY(!Timeline::html(step, {"y"}).contains("href")); // a room has its button
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
