// The steps of a launch as a table, what is said about each, and a recording that is played.
#include "models/learn/launch/launchplayer.h"
#include "models/learn/launch/launchsteps.h"
#include "models/learn/launch/steptexts.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace quayside;
using namespace quayside::models;
using State = LaunchSteps::State;

namespace
{

api::Launch launchAt(const char *state, int at)
{
    api::Launch launch{.number = 3, .state = state, .at = at, .started = "2026-11-27T04:00:00Z", .pid = 70};
    launch.steps = {{.name = "clone", .title = "engine's words", .side = "stage"},
                    {.name = "root", .title = "engine's words", .side = "process"},
                    {.name = "later", .title = "Of a newer engine", .side = "process"},
                    {.name = "exec", .title = "engine's words", .side = "process"}};
    for (int i = 0; i < at && i < int(launch.steps.size()); ++i) {
        launch.steps[std::size_t(i)].startNs = 1'000'000 * i * 10;
        launch.steps[std::size_t(i)].endNs = 1'000'000 * (i * 10 + i + 1);
    }
    return launch;
}

} // namespace

class tst_LaunchSteps : public QObject
{
    Q_OBJECT

    static QList<State> statesOf(const LaunchSteps &steps)
    {
        QList<State> states;
        for (int row = 0; row < steps.rowCount(); ++row)
            states.append(steps.stateOf(row));
        return states;
    }

private slots:
    void goesThroughItsStates()
    {
        LaunchSteps steps;
        const QAbstractItemModelTester tester(&steps, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&steps, &QAbstractItemModel::modelReset);
        steps.sync(launchAt("held", 0), true);
        QCOMPARE(statesOf(steps), (QList{State::Next, State::Waiting, State::Waiting, State::Waiting}));
        steps.sync(launchAt("running", 1), true);
        QCOMPARE(statesOf(steps), (QList{State::Done, State::Running, State::Waiting, State::Waiting}));
        QCOMPARE(steps.currentRow(), 1);
        steps.sync(launchAt("held", 2), true);
        QCOMPARE(statesOf(steps), (QList{State::Done, State::Done, State::Next, State::Waiting}));
        steps.sync(launchAt("failed", 2), true);
        QCOMPARE(statesOf(steps), (QList{State::Done, State::Done, State::Failed, State::Skipped}));
        steps.sync(launchAt("aborted", 1), true);
        QCOMPARE(statesOf(steps), (QList{State::Done, State::Skipped, State::Skipped, State::Skipped}));
        QCOMPARE(resets.count(), 1); // a selection stays
        steps.sync(launchAt("done", 4), true);
        QCOMPARE(statesOf(steps), (QList{State::Done, State::Done, State::Done, State::Done}));
        QCOMPARE(steps.currentRow(), 3);
        api::Launch other = launchAt("held", 0);
        other.number = 4;
        steps.sync(other, true);
        QCOMPARE(resets.count(), 2);
        steps.clear();
        QCOMPARE(steps.rowCount(), 0);
        QCOMPARE(steps.currentRow(), -1);
    }

    void saysWhatItKnowsAndElseTheEnginesWords()
    {
        LaunchSteps steps;
        steps.sync(launchAt("held", 2), true);
        QCOMPARE(steps.titleOf(0), "Make the process");
        QCOMPARE(steps.titleOf(2), "Of a newer engine");
        QCOMPARE(steps.titleOf(9), QString());
        QCOMPARE(steps.index(0, LaunchSteps::SideColumn).data().toString(), "stage");
        QCOMPARE(steps.index(1, LaunchSteps::TimeColumn).data().toString(), "2.00 ms");
        QCOMPARE(steps.index(2, LaunchSteps::TimeColumn).data().toString(), QString());
        QVERIFY(steps.index(2, 0).data(Qt::AccessibleTextRole).toString().contains("next"));
        QCOMPARE(steps.rowOf("exec"), 3);
        QCOMPARE(steps.rowOf("nothing"), -1);
    }

    void barsAreTrueAndLeaveTheWaitingOut()
    {
        LaunchSteps steps;
        steps.sync(launchAt("done", 4), false);
        QCOMPARE(steps.total(), 34'000'000);
        QCOMPARE(steps.index(1, 0).data(LaunchSteps::FromRole).toDouble(), 10.0 / 34);
        QCOMPARE(steps.index(3, 0).data(LaunchSteps::ToRole).toDouble(), 1.0);
        steps.sync(launchAt("done", 4), true);
        QCOMPARE(steps.total(), 10'000'000);
        QCOMPARE(steps.index(1, 0).data(LaunchSteps::FromRole).toDouble(), 0.1);
        QCOMPARE(steps.index(1, 0).data(LaunchSteps::ToRole).toDouble(), 0.3);
    }

    void timesRead()
    {
        QCOMPARE(LaunchSteps::timeText(900), "0.9 µs");
        QCOMPARE(LaunchSteps::timeText(12'345), "12 µs");
        QCOMPARE(LaunchSteps::timeText(1'400'000), "1.40 ms");
        QCOMPARE(LaunchSteps::timeText(31'200'000), "31.2 ms");
        QCOMPARE(LaunchSteps::timeText(2'310'000'000), "2.31 s");
        QCOMPARE(LaunchSteps::timeText(-5), "0.0 µs");
    }

    void everyStepIsExplainedInTwoSentences()
    {
        QSet<QString> titles;
        for (const QString &name : StepTexts::names()) {
            const Explanation about = StepTexts::of(name);
            titles.insert(about.title);
            QVERIFY2(about.text.count(". ") >= 1 && about.text.endsWith('.'), qPrintable(name));
            QVERIFY2(!about.lesson.isEmpty(), qPrintable(name));
            QVERIFY2(!StepTexts::advice(name).isEmpty(), qPrintable(name));
        }
        QCOMPARE(titles.size(), StepTexts::names().size());
        QVERIFY(StepTexts::of("unknown").text.isEmpty());
        QVERIFY(!StepTexts::advice("unknown").isEmpty());
    }

    void playsOnlyWhenAskedTo()
    {
        LaunchSteps steps;
        steps.sync(launchAt("done", 4), false);
        LaunchPlayer player(&steps);
        QSignalSpy reached(&player, &LaunchPlayer::reached);
        QSignalSpy playing(&player, &LaunchPlayer::playingChanged);
        QVERIFY(!player.isPlaying());
        player.setSlower(1);
        player.play(3); // at the end: from the beginning
        QCOMPARE(reached.takeFirst().first().toInt(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(reached.count(), 3, 30'000);
        QCOMPARE(reached.last().first().toInt(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(playing.count(), 2, 30'000);
        player.play(1);
        QCOMPARE(reached.last().first().toInt(), 1);
        player.pause();
        QVERIFY(!player.isPlaying());
        player.play(0);
        steps.clear(); // another launch is shown
        QVERIFY(!player.isPlaying());
        player.play(0);
        QVERIFY(!player.isPlaying());
    }

    void staysAsLongAsItTook()
    {
        QCOMPARE(LaunchPlayer::showFor(10'000'000, 100), 1000);
        QCOMPARE(LaunchPlayer::showFor(1'000, 100), 250);             // to be seen at all
        QCOMPARE(LaunchPlayer::showFor(9'000'000'000, 10'000), 5000); // nobody waits longer
        QCOMPARE(LaunchPlayer::showFor(-1, 100), 250);
    }
};

QTEST_GUILESS_MAIN(tst_LaunchSteps)
#include "tst_launchsteps.moc"
