#include "models/system/notices.h"

#include <QCoreApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace quayside;
using models::EventRow;
using models::Notices;
using models::SystemNotice;

namespace
{

constexpr qint64 start = 1'700'000'000'000;

EventRow happened(const QString &action, qint64 milliseconds = start, const QString &exitCode = {})
{
    EventRow row;
    row.milliseconds = milliseconds;
    row.kind = "container";
    row.action = action;
    row.id = "abc";
    row.name = "web";
    if (!exitCode.isEmpty())
        row.attributes.insert("exitCode", exitCode);
    return row;
}

} // namespace

class tst_Notices : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void tellsOfACrash()
    {
        Notices notices;
        QVERIFY(!notices.onEvent(happened("start")));
        const auto notice = notices.onEvent(happened("die", start, "3"));
        QVERIFY(notice);
        QCOMPARE(notice->kind, SystemNotice::Kind::Crashed);
        QCOMPARE(notice->subject, "abc");
        QVERIFY(notice->title.contains("web") && notice->text.contains("3"));
    }

    void whatWasAskedForIsNone()
    {
        for (const char *asked : {"kill", "stop", "restart"}) {
            Notices notices;
            (void)notices.onEvent(happened(asked));
            QVERIFY2(!notices.onEvent(happened("die", start, "137")), asked);
            // Only that once.
            (void)notices.onEvent(happened("start"));
            QVERIFY(notices.onEvent(happened("die", start, "1")));
        }
        Notices notices;
        QVERIFY(!notices.onEvent(happened("die", start, "0"))); // it has done its work
        EventRow reload = happened("kill");
        reload.attributes.insert("signal", "1");
        (void)notices.onEvent(reload);
        QVERIFY(notices.onEvent(happened("die", start, "1"))); // was told to go on
    }

    void saysThatMemoryRanOut()
    {
        Notices notices;
        (void)notices.onEvent(happened("oom"));
        const auto notice = notices.onEvent(happened("die", start, "137"));
        QVERIFY(notice && notice->text.contains("memory"));
    }

    void aLoopIsOneMessageWithACount()
    {
        Notices notices;
        QVERIFY(notices.onEvent(happened("die", start, "1")));
        for (int i = 1; i <= 30; ++i)
            QVERIFY(!notices.onEvent(happened("die", start + i * 1000, "1")));
        QVERIFY(notices.due(start + 31'000).isEmpty());
        const auto due = notices.due(start + Notices::quietMilliseconds);
        QCOMPARE(due.size(), 1);
        QCOMPARE(due.first().count, 30);
        QVERIFY(due.first().text.contains("30"));
        QVERIFY(notices.due(start + 10 * Notices::quietMilliseconds).isEmpty()); // told
        (void)notices.onEvent(happened("die", start + Notices::quietMilliseconds + 1, "1"));
        (void)notices.onEvent(happened("destroy"));
        QVERIFY(notices.due(start + 10 * Notices::quietMilliseconds).isEmpty()); // gone
    }

    void unhealthyIsToldOnce()
    {
        Notices notices;
        QVERIFY(!notices.onEvent(happened("health_status: healthy")));
        QVERIFY(notices.onEvent(happened("health_status: unhealthy")));
        QVERIFY(!notices.onEvent(happened("health_status: unhealthy")));
        QVERIFY(!notices.onEvent(happened("health_status: healthy")));
        QVERIFY(notices.onEvent(happened("health_status: unhealthy")));
    }

    void aFullDiskIsToldOnce()
    {
        Notices notices;
        QVERIFY(!notices.onDisk(-1, 100));
        QVERIFY(!notices.onDisk(100, 100));
        QVERIFY(notices.onDisk(99, 100));
        QVERIFY(!notices.onDisk(50, 100));
        QVERIFY(!notices.onDisk(110, 100)); // not clearly more yet
        QVERIFY(!notices.onDisk(99, 100));
        QVERIFY(!notices.onDisk(121, 100));
        QVERIFY(notices.onDisk(99, 100));
        QVERIFY(!notices.onDisk(0, 0)); // not wanted
    }

    void eachKindCanBeSwitchedOff()
    {
        QVERIFY(Notices::isWanted(SystemNotice::Kind::Unhealthy));
        Notices::setWanted(SystemNotice::Kind::Unhealthy, false);
        QVERIFY(!Notices::isWanted(SystemNotice::Kind::Unhealthy));
        QVERIFY(Notices::isWanted(SystemNotice::Kind::Crashed));
        QSettings().remove("notices");
    }
};

QTEST_GUILESS_MAIN(tst_Notices)
#include "tst_notices.moc"
