#include "models/system/enginestarter.h"

#include <QTest>

using namespace quayside::models;

class tst_EngineStarter : public QObject
{
    Q_OBJECT

private slots:
    // Docker's socket without Docker: our engine must not be put there.
    void leavesOtherAddressesAlone()
    {
        const EngineStarter starter("/run/docker.sock", "/usr/libexec/quayside/quayside-engine");
        QCOMPARE(starter.command(), QStringList());
        QVERIFY(starter.reason().contains("/run/docker.sock"));
    }

    void knowsAWayOrSaysWhyNot()
    {
        const EngineStarter starter(EngineStarter::defaultSocket, "/opt/quayside-engine");
        QVERIFY(starter.command().isEmpty() != starter.reason().isEmpty());
        const QString command = starter.command().join(' ');
        QVERIFY2(command.isEmpty() || command.contains("/opt/quayside-engine") ||
                     command.contains(EngineStarter::unit),
                 qPrintable(command));
    }
};

QTEST_GUILESS_MAIN(tst_EngineStarter)
#include "tst_enginestarter.moc"
