// Steps on a time axis: rows for stages, bars beside each other in time, chosen by mouse and keys.
#include "ui/dockerfile/building/buildtimeline.h"

#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace quayside;
using ui::BuildTimeline;

namespace
{

api::BuildStep step(int number, const std::string &stage, const std::string &state,
                    const std::string &started, std::int64_t seconds)
{
    return {.number = number,
            .stage = stage,
            .instruction = "RUN step " + std::to_string(number) + " <b>",
            .state = state,
            .started = "2026-01-01T00:00:" + started + ".000000000Z",
            .duration = seconds * 1'000'000'000};
}

} // namespace

class tst_BuildTimeline : public QObject
{
    Q_OBJECT

    client::EngineClient m_client{QStringLiteral("/nowhere/engine.sock")};
    std::unique_ptr<models::BuildFollower> m_build;
    std::unique_ptr<BuildTimeline> m_line;

    void take(const api::BuildStep &each) { m_build->steps()->take(each); }

private slots:
    void init()
    {
        m_build = std::make_unique<models::BuildFollower>(&m_client);
        take(step(1, "web", "done", "00", 0));
        take(step(2, "web", "done", "01", 4));
        take(step(3, "docs", "cached", "01", 0));
        take(step(4, "docs", "done", "03", 6));
        take(step(5, "2", "failed", "09", 1));
        m_line = std::make_unique<BuildTimeline>();
        m_line->resize(800, 200);
        m_line->setBuild(m_build.get());
        m_line->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_line.get()));
    }
    void cleanup()
    {
        m_line.reset();
        m_build.reset();
    }

    void standAsTheyWentInTime()
    {
        QCOMPARE(m_line->stageCount(), 3);
        const QRect two = m_line->barOf(1), three = m_line->barOf(2), four = m_line->barOf(3),
                    five = m_line->barOf(4);
        QVERIFY(two.bottom() < three.top()); // another stage, another row
        QCOMPARE(three.top(), four.top());
        QVERIFY(two.right() > four.left());  // at the same time
        QVERIFY(four.width() > two.width()); // longer
        QVERIFY(three.width() >= 16);        // it took no time, and is to be hit all the same
        QVERIFY(three.right() <= four.left());
        QVERIFY(five.left() > two.right());
        QVERIFY(five.right() <= m_line->viewport()->width());
        QVERIFY(m_line->barOf(9).isEmpty());
    }

    void areChosenByMouse()
    {
        QSignalSpy chosen(m_line.get(), &BuildTimeline::stepChosen);
        QTest::mouseClick(m_line->viewport(), Qt::LeftButton, {}, m_line->barOf(3).center());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 3);
        QCOMPARE(m_line->chosenStep(), 3);
        QVERIFY(m_line->accessibleDescription().contains("Step 4"));
        QTest::mouseClick(m_line->viewport(), Qt::LeftButton, {}, {2, 2}); // nothing is there
        QCOMPARE(chosen.size(), 1);
    }

    void areChosenByKeys()
    {
        QTest::keyClick(m_line.get(), Qt::Key_Right);
        QCOMPARE(m_line->chosenStep(), 0);
        QTest::keyClick(m_line.get(), Qt::Key_Right);
        QCOMPARE(m_line->chosenStep(), 1);
        QTest::keyClick(m_line.get(), Qt::Key_Right); // the last one of its stage
        QCOMPARE(m_line->chosenStep(), 1);
        QTest::keyClick(m_line.get(), Qt::Key_Down);
        QVERIFY(m_line->chosenStep() == 2 || m_line->chosenStep() == 3);
        QTest::keyClick(m_line.get(), Qt::Key_End);
        QCOMPARE(m_line->chosenStep(), 4);
        QTest::keyClick(m_line.get(), Qt::Key_Up);
        QCOMPARE(m_line->chosenStep(), 3);
    }

    void sayWhatTheyAre()
    {
        const QPoint place = m_line->barOf(2).center();
        QHelpEvent help(QEvent::ToolTip, place, m_line->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(m_line->viewport(), &help);
        QTRY_VERIFY(QToolTip::text().contains("from the cache"));
        QVERIFY(QToolTip::text().contains("&lt;b&gt;")); // it comes from outside
    }

    void scrollWhereThereAreMany()
    {
        for (int number = 6; number < 40; ++number)
            take(step(number, "stage " + std::to_string(number), "waiting", "09", 0));
        emit m_build->changed();
        QCOMPARE(m_line->stageCount(), 37);
        m_line->chooseStep(38);
        QVERIFY(m_line->viewport()->rect().contains(m_line->barOf(38).center()));
        m_line->chooseStep(0);
        QVERIFY(m_line->viewport()->rect().contains(m_line->barOf(0).center()));
    }

    // It is painted before anybody has said so otherwise.
    void forgetStepsThatAreGone()
    {
        m_build->follow("2f"); // another build, of which nothing is known yet
        QVERIFY(m_line->barOf(1).isEmpty());
        QVERIFY(!m_line->grab().isNull());
        take(step(1, "web", "done", "00", 0));
        emit m_build->changed();
        QVERIFY(!m_line->barOf(0).isEmpty());
        m_build.reset();
        QVERIFY(m_line->barOf(0).isEmpty());
        QVERIFY(!m_line->grab().isNull());
    }

    void showNothingWithoutABuild()
    {
        m_line->setBuild(nullptr);
        QCOMPARE(m_line->stageCount(), 0);
        QTest::keyClick(m_line.get(), Qt::Key_Right);
        QCOMPARE(m_line->chosenStep(), -1);
    }
};

QTEST_MAIN(tst_BuildTimeline)

#include "tst_buildtimeline.moc"
