// The steps of a build as their record tells them, in any order, more than once, and with what they write.
#include "models/builds/buildsteps.h"

#include "models/builds/enterstepoperation.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace quayside;
using namespace quayside::models;
using State = BuildStep::State;

namespace
{

api::BuildStep told(int number, const std::string &state, const std::string &stage = "0")
{
    return {.number = number,
            .stage = stage,
            .instruction = "RUN step " + std::to_string(number),
            .state = state,
            .started = state == "waiting" ? "" : "2026-11-26T10:00:0" + std::to_string(number) + ".5Z"};
}

QString shown(const BuildSteps &steps, int row, int column)
{
    return steps.index(row, column).data().toString();
}

} // namespace

class tst_BuildSteps : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void followsABuild()
    {
        BuildSteps steps;
        QAbstractItemModelTester tester(&steps);
        QCOMPARE(steps.activeRow(), -1);
        for (const int number : {1, 3, 2}) // whatever comes first
            steps.take(told(number, "waiting"));
        QCOMPARE(steps.rowCount(), 3);
        QCOMPARE(steps.steps()[1].number, 2);
        QCOMPARE(steps.activeRow(), -1);
        steps.take(told(1, "cached"));
        QCOMPARE(steps.activeRow(), 0);
        steps.take(told(2, "running"));
        QCOMPARE(steps.activeRow(), 1);
        QCOMPARE(steps.endedCount(), 1);
        api::BuildStep done = told(2, "done");
        done.duration = 1'234'567'890;
        done.size = 5 << 20;
        done.why = "the file app.py has changed";
        done.firstLine = 3;
        done.lastLine = 5;
        steps.take(done);
        QCOMPARE(shown(steps, 0, BuildSteps::StateColumn), "from the cache");
        QCOMPARE(shown(steps, 0, BuildSteps::TimeColumn), "");
        QCOMPARE(shown(steps, 1, BuildSteps::StepColumn), "2  RUN step 2");
        QCOMPARE(shown(steps, 1, BuildSteps::TimeColumn), "1.23 s");
        QCOMPARE(shown(steps, 1, BuildSteps::SizeColumn), "5.0 MiB");
        QCOMPARE(BuildSteps::remark(steps.steps()[1]), "Run again: the file app.py has changed.");
        QVERIFY(steps.index(1, 0).data(Qt::ToolTipRole).toString().endsWith("Lines 3 to 5"));
        QCOMPARE(shown(steps, 2, BuildSteps::StateColumn), "waiting");
    }

    void looksAtWhatMatters()
    {
        BuildSteps steps;
        steps.take(told(1, "done"));
        steps.take(told(4, "running", "b"));
        steps.take(told(2, "running", "a"));
        QVERIFY(steps.hasStages());
        QCOMPARE(steps.steps()[steps.activeRow()].number, 4); // it began last
        steps.take(told(4, "cancelled", "b"));
        api::BuildStep failed = told(2, "failed", "a");
        failed.error = "The command returned a non-zero code: 3";
        steps.take(failed);
        QCOMPARE(steps.steps()[steps.activeRow()].number, 2); // not the last one that ended
        QCOMPARE(BuildSteps::remark(steps.steps()[1]), "The command returned a non-zero code: 3");
        failed.exitCode = 3;
        steps.take(failed);
        QCOMPARE(BuildSteps::remark(steps.steps()[1]),
                 "It ended with code 3."); // the command is said already
        api::BuildStep late = told(5, "cancelled");
        late.duration = 0; // the build ended before it
        steps.take(late);
        QCOMPARE(steps.steps()[steps.activeRow()].number, 2);
        QCOMPARE(shown(steps, 3, BuildSteps::TimeColumn), "");
        steps.clear();
        QCOMPARE(steps.rowCount(), 0);
        QVERIFY(!steps.hasStages());
    }

    void cutsOutputIntoLines()
    {
        BuildSteps steps;
        QSignalSpy lines(&steps, &BuildSteps::linesAdded), cleared(&steps, &BuildSteps::outputCleared);
        steps.take(api::BuildLog{1, 0, "one\r\ntw"}); // before the step itself is told
        steps.take(api::BuildLog{1, 7, "o\n 10 %\r100 %\n\x1b[32mgreen\x1b[0m\nno end"});
        QCOMPARE(steps.steps()[0].output, QStringList({"one", "two", "100 %", "green"}));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1][1].toStringList().size(), 3);
        QCOMPARE(BuildSteps::outputText(steps.steps()[0]), "one\ntwo\n100 %\ngreen\nno end");
        QVERIFY(cleared.isEmpty());
        steps.take(api::BuildLog{1, 0, "again\n"}); // told from the beginning, as after a new connection
        QCOMPARE(cleared.size(), 1);
        QCOMPARE(BuildSteps::outputText(steps.steps()[0]), "again");
    }

    void keepsWhatIsNewest()
    {
        BuildSteps steps;
        std::string text;
        for (int line = 0; line < BuildSteps::maxLines + 5; ++line)
            text += std::to_string(line) + "\n";
        steps.take(api::BuildLog{1, 0, text});
        QCOMPARE(steps.steps()[0].output.size(), BuildSteps::maxLines);
        QCOMPARE(steps.steps()[0].output.first(), "5");
        steps.take(api::BuildLog{1, 1, std::string(70'000, 'x')}); // a line that never ends
        QCOMPARE(steps.steps()[0].output.last().size(), 70'000);
    }

    void namesTheContainerOfAShell()
    {
        QCOMPARE(EnterStepOperation::containerName("registry:5000/shop/web:1", 4),
                 "registry-5000-shop-web-step-4-");
        QCOMPARE(EnterStepOperation::containerName("", 1), "build-step-1-");
        QCOMPARE(EnterStepOperation::containerName("--", 1), "build-step-1-");
        QVERIFY(EnterStepOperation::containerName(QString(300, 'a'), 2).size() < 60);
    }
};

QTEST_GUILESS_MAIN(tst_BuildSteps)

#include "tst_buildsteps.moc"
