#include "models/builds/buildsteps.h"

#include "models/builds/buildoperation.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace quayside::models;
using State = BuildStep::State;

class tst_BuildSteps : public QObject
{
    Q_OBJECT

private slots:
    void followsABuild()
    {
        BuildSteps steps;
        QAbstractItemModelTester tester(&steps);
        QSignalSpy lines(&steps, &BuildSteps::lineAdded);
        steps.take("Sending build context\nStep 1/3 : FROM busybox\n ---> 0123456789ab\nStep 2/3 : RUN ",
                   100);
        steps.take("make\n ---> Using cache\n ---> 0123456789ab\n", 250);
        steps.take("Step 3/3 : RUN sh -c 'echo a; echo b'\n ---> Running in 0123456789ab\na\r\n", 300);
        QCOMPARE(steps.rowCount(), 3);
        QCOMPARE(steps.count(), 3);
        QCOMPARE(steps.steps()[0].state, State::Done);
        QCOMPARE(steps.steps()[0].took, 150);
        QCOMPARE(steps.steps()[1].instruction, "RUN make");
        QCOMPARE(steps.steps()[1].state, State::Cached);
        QCOMPARE(steps.steps()[2].state, State::Running);
        steps.take("10 %\r100 %\nlast", 400);
        steps.end(State::Done, 1300);
        QCOMPARE(steps.steps()[2].state, State::Done);
        QCOMPARE(steps.steps()[2].took, 1000);
        QCOMPARE(steps.steps()[2].output, QStringList({"a", "100 %", "last"}));
        QCOMPARE(lines.count(), 3);
        QCOMPARE(steps.index(2, BuildSteps::TimeColumn).data().toString(), "1.00 s");
        QCOMPARE(steps.index(1, BuildSteps::StateColumn).data().toString(), "from the cache");
    }

    void theLastStepIsTheOneThatFailed()
    {
        BuildSteps steps;
        steps.take("Step 1/2 : FROM busybox\nStep 2/2 : RUN false\n", 0);
        steps.end(State::Failed, 20);
        QCOMPARE(steps.steps()[0].state, State::Done);
        QCOMPARE(steps.steps()[1].state, State::Failed);
        BuildSteps nothing;
        nothing.end(State::Failed, 20); // the Dockerfile was wrong: there was no step
        QCOMPARE(nothing.rowCount(), 0);
    }

    void keepsTheNewestLines()
    {
        BuildSteps steps;
        steps.take("Step 1/1 : RUN yes\n", 0);
        for (int i = 0; i < BuildSteps::maxLines + 5; ++i)
            steps.take(QString::number(i) + u'\n', 1);
        QCOMPARE(steps.steps()[0].output.size(), BuildSteps::maxLines);
        QCOMPARE(steps.steps()[0].output.first(), "5");
        steps.take(QString(70'000, u'x'), 2); // no line end for a long time
        QCOMPARE(steps.steps()[0].output.last().size(), 70'000);
    }

    void argumentsAreNamesAndValues()
    {
        const auto some = parseArguments("A=1\n\n  _b2=x=y \nEMPTY=\n");
        QVERIFY(some.has_value());
        QCOMPARE(*some, (QMap<QString, QString>{{"A", "1"}, {"_b2", "x=y"}, {"EMPTY", ""}}));
        QString wrong;
        QVERIFY(!parseArguments("A=1\n2B=3", &wrong).has_value());
        QCOMPARE(wrong, "2B=3");
        QVERIFY(!parseArguments("A", &wrong).has_value());
    }
};

QTEST_GUILESS_MAIN(tst_BuildSteps)
#include "tst_buildsteps.moc"
