// What is chosen in the settings: kept, bounded, and put back.
#include "models/containers/runline.h"
#include "models/system/newcontainers.h"
#include "models/system/preferences.h"

#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

class tst_Preferences : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QSettings().clear(); }

    void areKeptAndPutBack()
    {
        QVERIFY(!Preferences::compactRows() && !Preferences::asksBeforeEnding());
        QCOMPARE(Preferences::undoSeconds(), 10);
        Preferences::setCompactRows(true);
        Preferences::setAsksBeforeEnding(true);
        Preferences::setUndoSeconds(30);
        NewContainers{.removeWhenEnded = true}.save();
        QVERIFY(Preferences::compactRows() && Preferences::asksBeforeEnding());
        QCOMPARE(Preferences::undoSeconds(), 30);
        QVERIFY(NewContainers::saved().removeWhenEnded);
        Preferences::reset();
        QVERIFY(!Preferences::compactRows() && !Preferences::asksBeforeEnding());
        QCOMPARE(Preferences::undoSeconds(), 10);
        QVERIFY(NewContainers::saved() == NewContainers());
    }

    // The file is a text that anybody can change.
    void whatCannotBeIsBounded()
    {
        Preferences::setUndoSeconds(0);
        QCOMPARE(Preferences::undoSeconds(), Preferences::leastUndoSeconds);
        Preferences::setUndoSeconds(100'000);
        QCOMPARE(Preferences::undoSeconds(), Preferences::mostUndoSeconds);
        QSettings().setValue("acts/undoSeconds", "soon");
        QCOMPARE(Preferences::undoSeconds(), Preferences::leastUndoSeconds);
        NewContainers{.logMebibytes = -3, .logFiles = 0}.save();
        QVERIFY(NewContainers::saved() == NewContainers());
    }

    void newContainersBeginWithThem()
    {
        QVERIFY(NewContainers().options() == RunOptions());
        const NewContainers chosen{.removeWhenEnded = true, .init = true, .logMebibytes = 20, .logFiles = 3};
        chosen.save();
        QVERIFY(NewContainers::saved() == chosen);
        RunOptions options = chosen.options();
        options.image = "busybox";
        QCOMPARE(toRunLine(options),
                 "docker run -d --rm --init --log-opt max-size=20m --log-opt max-file=3 busybox");
        // One file is what an engine keeps anyway; without a size the number means nothing.
        QCOMPARE((NewContainers{.logMebibytes = 5}.options().logOptions.size()), 1);
        QCOMPARE((NewContainers{.logFiles = 5}.options().logOptions.size()), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Preferences)
#include "tst_preferences.moc"
