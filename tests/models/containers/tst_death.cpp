// Why a container has ended: what is said of each kind of end.
#include "models/containers/death.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models;
using Cures = QList<DeathCure>;

class tst_Death : public QObject
{
    Q_OBJECT

    static api::ContainerInspect ended(int code, const api::Ending &ending)
    {
        api::ContainerInspect c;
        c.path = "serve";
        c.state.exitCode = code;
        c.quayside = api::ContainerExtension{.warnings = {}, .ending = ending};
        return c;
    }
    static api::Ending asked(const char *what, std::int64_t uid, int signal, bool late = false, int by = 0)
    {
        return {.asked = what, .uid = uid, .askedSignal = signal, .timedOut = late, .signal = by};
    }

private slots:
    void explains_data()
    {
        QTest::addColumn<api::ContainerInspect>("container");
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<Cures>("cures");
        const api::Ending none;
        api::ContainerInspect memory = ended(137, none);
        memory.state.oomKilled = true;
        memory.hostConfig.memory = 64 << 20;
        QTest::newRow("memory") << memory << QStringList{"out of memory", "64.0 MiB"}
                                << Cures{DeathCure::MoreMemory, DeathCure::ShowLog};
        memory.hostConfig.memory = 0;
        QTest::newRow("the machine's memory")
            << memory << QStringList{"machine had no memory"} << Cures{DeathCure::ShowLog};
        QTest::newRow("stopped by oneself")
            << ended(143, asked("stop", 1000, 15, false, 15)) << QStringList{"stopped by you"} << Cures{};
        QTest::newRow("stopped too late")
            << ended(137, asked("stop", 0, 15, true, 9))
            << QStringList{"stopped by root", "10 second", "SIGTERM"} << Cures{DeathCure::EditOptions};
        QTest::newRow("killed by a stranger") << ended(137, asked("kill", 77, 9, false, 9))
                                              << QStringList{"killed by user 77", "SIGKILL"} << Cures{};
        QTest::newRow("restart") << ended(0, asked("restart", 1000, 15)) << QStringList{"started again"}
                                 << Cures{};
        QTest::newRow("killed, not through us")
            << ended(137, {.asked = {}, .uid = {}, .signal = 9}) << QStringList{"not through this engine"}
            << Cures{DeathCure::ShowLog};
        QTest::newRow("crash") << ended(139, {.asked = {}, .uid = {}, .signal = 11})
                               << QStringList{"crashed (SIGSEGV)"} << Cures{DeathCure::ShowLog};
        QTest::newRow("a shell tells of a signal")
            << ended(134, none) << QStringList{"SIGABRT"} << Cures{DeathCure::ShowLog};
        QTest::newRow("a forbidden call")
            << ended(159, none) << QStringList{"SIGSYS"} << Cures{DeathCure::EditOptions, DeathCure::ShowLog};
        QTest::newRow("no such command")
            << ended(127, none) << QStringList{"not found", "serve"}
            << Cures{DeathCure::EditOptions, DeathCure::ShowFiles, DeathCure::ShowLog};
        QTest::newRow("no program") << ended(126, none) << QStringList{"cannot be executed"}
                                    << Cures{DeathCure::EditOptions, DeathCure::ShowFiles,
                                             DeathCure::ShowLog};
        QTest::newRow("its own error") << ended(3, none) << QStringList{"the error 3"}
                                       << Cures{DeathCure::ShowLog, DeathCure::ShowFiles};
        QTest::newRow("its own end") << ended(0, none) << QStringList{"without an error"} << Cures{};
        api::ContainerInspect unstarted = ended(127, none);
        unstarted.state.error = "exec: \"nope\": not found";
        QTest::newRow("not started") << unstarted << QStringList{"nope"} << Cures{DeathCure::EditOptions};
        api::ContainerInspect docker = ended(137, none);
        docker.quayside.reset();
        QTest::newRow("another engine") << docker << QStringList{"SIGKILL"} << Cures{DeathCure::ShowLog};
    }
    void explains()
    {
        QFETCH(api::ContainerInspect, container);
        QFETCH(QStringList, said);
        QFETCH(Cures, cures);
        const Death death = explainDeath(
            container, {.userName = [](qint64 uid) { return uid == 0 ? QStringLiteral("root") : QString(); },
                        .self = 1000});
        const QString all = death.what + u'\n' + death.why + u'\n' + death.next;
        for (const QString &part : said)
            QVERIFY2(all.contains(part), qPrintable(all));
        QCOMPARE(death.cures, cures);
    }

    void theRowSaysWhetherSomebodyAsked()
    {
        QVERIFY(causeOf(ended(143, asked("stop", 0, 15))) == EndCause::Stopped);
        QVERIFY(causeOf(ended(137, asked("stop", 0, 15, true))) == EndCause::StoppedLate);
        QVERIFY(causeOf(ended(137, asked("kill", 0, 9))) == EndCause::Killed);
        QVERIFY(causeOf(ended(1, {})) == EndCause::Unknown);
        ContainerRow row;
        row.state = ContainerState::Failed;
        row.exitCode = 143;
        row.endCause = EndCause::Stopped;
        QCOMPARE(statusText(row, 100), "exit 143: stopped");
    }
};

QTEST_GUILESS_MAIN(tst_Death)
#include "tst_death.moc"
