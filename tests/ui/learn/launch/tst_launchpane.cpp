// The pane of a launch on a small engine: stepping, what is said of a step, refusals, failures, recordings.
#include "ui/learn/launch/launchpane.h"

#include "engine/server/transport/listener.h"
#include "tests/models/learn/launch/fakelaunches.h"
#include "ui/common/appearance.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/common/tabs.h"
#include "ui/learn/launch/launchshell.h"
#include "ui/learn/launch/launchstepview.h"
#include "ui/terminal/terminalsession.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <csignal>

using namespace quayside;
using models::LaunchSteps;
using test::FakeLaunches;
using ui::LaunchPane;
using ui::LaunchStepView;

class tst_LaunchPane : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<FakeLaunches> m_engine;
    std::unique_ptr<server::Router> m_router;
    std::unique_ptr<server::Listener> m_listener;
    std::unique_ptr<client::EngineClient> m_client;
    std::unique_ptr<LaunchPane> m_pane;

    [[nodiscard]] LaunchStepView *view() const { return m_pane->stepView(); }
    [[nodiscard]] QPushButton *button(const QString &part) const
    {
        for (QPushButton *one : m_pane->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text().contains(part))
                return one;
        }
        return nullptr;
    }
    void press(const QString &part)
    {
        QTRY_VERIFY2_WITH_TIMEOUT(button(part) != nullptr, qPrintable(part), 20'000);
        QTest::mouseClick(button(part), Qt::LeftButton);
    }
    void hold()
    {
        m_pane->action(LaunchPane::Begin)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->follower()->isHeld(), 20'000);
    }
    void next()
    {
        const int at = int(m_pane->follower()->launch().at);
        QTest::keyClick(m_pane.get(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(int(m_pane->follower()->launch().at), at + 1, 20'000);
    }
    void chooseStart(int index)
    {
        QComboBox *box = m_pane->startBox();
        box->setFocus();
        while (box->currentIndex() != index)
            QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    }
    void picture(const char *name) const
    {
        if (const QString folder = qEnvironmentVariable("QUAYSIDE_PICTURES"); !folder.isEmpty())
            m_pane->grab().save(folder + u'/' + QLatin1StringView(name) + QStringLiteral(".png"));
    }

private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }
    void init()
    {
        m_engine = std::make_unique<FakeLaunches>();
        m_router = std::make_unique<server::Router>();
        m_router->add(m_engine->routes());
        const QString path = m_folder.filePath("engine.sock");
        m_listener = std::make_unique<server::Listener>(*m_router);
        QVERIFY(m_listener->open(path.toStdString()));
        m_client = std::make_unique<client::EngineClient>(path);
        m_pane = std::make_unique<LaunchPane>(m_client.get());
        m_pane->resize(1000, 600);
        m_pane->showContainer("web", false);
        m_pane->show();
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->follower()->isLoaded(), 20'000);
    }
    void cleanup()
    {
        m_pane.reset();
        m_client.reset();
        m_listener.reset();
    }

    void beginsWhereNothingWasStarted()
    {
        auto *placeholder = m_pane->findChild<ui::Placeholder *>();
        QVERIFY(placeholder->headline().contains("never started"));
        QVERIFY(!m_pane->stepList()->isVisible());
        press("step by step");
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->stepList()->isVisible(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->status(), "Held before step 1 of 5: Make the control group",
                                  20'000);
        QVERIFY(!m_pane->action(LaunchPane::Begin)->isEnabled());
        QVERIFY(view()->explanation().contains("control group"));
        QVERIFY(!m_pane->playAction()->isEnabled()); // nothing moves by itself
    }

    void nextShowsWhatWasDone()
    {
        hold();
        next();
        QCOMPARE(m_pane->stepList()->currentIndex().row(), 0);
        QVERIFY(view()->calls()->toPlainText().startsWith("cgroup(\"of the kernel\", O_CLOEXEC) = 9"));
        view()->copyAction()->trigger();
        QCOMPARE(QApplication::clipboard()->text(), view()->calls()->toPlainText());
        view()->showTab(LaunchStepView::Shell);
        QCOMPARE(view()->shellLines()->toPlainText(), "do-cgroup --as-a-command");
        // What comes next can be read about beforehand.
        m_pane->stepList()->setFocus();
        QTest::keyClick(m_pane->stepList(), Qt::Key_Down);
        QCOMPARE(view()->shellLines()->toPlainText(), "do-clone --as-a-command");
        QCOMPARE(view()->calls()->toPlainText(), QString());
        view()->showTab(LaunchStepView::Changes);
        QVERIFY(view()->changesNote().contains("not done yet"));
        next();
        QTRY_VERIFY_WITH_TIMEOUT(view()->changeTree()->rowCount() > 0, 20'000);
        QCOMPARE(m_pane->stepList()->currentIndex().row(), 1);
        next();
        QTRY_VERIFY_WITH_TIMEOUT(view()->changeTree()->find("ns/uts").isValid() && view()->row() == 2,
                                 20'000);
        view()->copyAction()->trigger();
        QVERIFY(QApplication::clipboard()->text().contains("its own · 102 → its own · 103"));
        picture("launch-held");
    }

    void goesToTheStepThatIsDoubleClicked()
    {
        hold();
        QTreeView *list = m_pane->stepList();
        const QRect pivot = list->visualRect(m_pane->follower()->steps()->index(3, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, pivot.center());
        QVERIFY(m_pane->action(LaunchPane::ToHere)->isEnabled());
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, pivot.center());
        QTRY_COMPARE_WITH_TIMEOUT(int(m_pane->follower()->launch().at), 3, 20'000);
        QVERIFY(m_pane->status().contains("Change the root"));
        QVERIFY(!m_pane->action(LaunchPane::ToHere)->isEnabled());
        QTest::keyClick(m_pane.get(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->follower()->launch().state, std::string("done"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->status().startsWith("Done in"), 20'000);
        QVERIFY(!m_pane->action(LaunchPane::Next)->isEnabled());
    }

    void aborts()
    {
        hold();
        QTest::keyClick(m_pane.get(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->status().startsWith("Aborted"), 20'000);
        QVERIFY(m_pane->action(LaunchPane::Begin)->isEnabled());
    }

    void saysWhyThereIsNoShell()
    {
        hold();
        view()->showTab(LaunchStepView::Terminal);
        press("Open a shell");
        QVERIFY(view()->shell()->session() != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(view()->shell()->session()->notice()->text().contains("no process of web"),
                                 20'000);
        const QPointer<ui::TerminalSession> first = view()->shell()->session();
        next();
        QTRY_VERIFY_WITH_TIMEOUT(view()->shell()->againButton()->isVisible(), 20'000);
        QTest::mouseClick(view()->shell()->againButton(), Qt::LeftButton);
        QVERIFY(first.isNull() && view()->shell()->session() != nullptr);
        picture("launch-shell");
        m_pane->showContainer("other", false);
        QVERIFY(view()->shell()->session() == nullptr);
    }

    void aFailureStandsAtItsStep()
    {
        hold();
        next();
        m_engine->change([](api::Launch &launch) {
            launch.state = "failed";
            launch.at = 4;
            launch.failed = "becoming the command: /no/such: no such file";
        });
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->status().contains("Become the command"), 20'000);
        QCOMPARE(m_pane->stepList()->currentIndex().row(), 4);
        QVERIFY(view()->problem().contains("/no/such"));
        QVERIFY(view()->problem().contains("tab Files")); // what to do
        picture("launch-failed");
        QSignalSpy options(m_pane.get(), &LaunchPane::optionsWanted);
        press("Change its options");
        QCOMPARE(options.count(), 1);
        QTest::keyClick(m_pane->stepList(), Qt::Key_Up);
        QCOMPARE(view()->problem(), QString());
    }

    void aRefusalIsShown()
    {
        m_engine->refusal = "web is being removed";
        m_pane->action(LaunchPane::Begin)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->notice()->text(), "web is being removed", 20'000);
    }

    void recordingsArePlayedWhenAskedTo()
    {
        m_engine->starts = {{.number = 7, .started = "2026-11-27T04:00:00Z", .durationNs = 7'000'000},
                            {.number = 6, .started = "2026-11-26T04:00:00Z", .failed = "why"}};
        m_engine->launch.number = 6;
        hold();
        m_pane->containerChanged(); // an event said so
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->startBox()->count(), 2, 20'000);
        chooseStart(1);
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->follower()->isRecord(), 20'000);
        QVERIFY(m_pane->startBox()->currentText().contains("failed"));
        QVERIFY(!m_pane->action(LaunchPane::Next)->isEnabled()); // what is held is not shown
        QCOMPARE(m_pane->stepList()->currentIndex().row(), 0);
        picture("launch-recording");
        m_pane->speedBox()->setCurrentIndex(0);
        m_pane->playAction()->trigger();
        QCOMPARE(m_pane->playAction()->text(), "Pause");
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->stepList()->currentIndex().row(), 1, 20'000);
        m_pane->playAction()->trigger();
        QCOMPARE(m_pane->playAction()->text(), "Play");
        chooseStart(0); // back to the one that is held
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->action(LaunchPane::Next)->isEnabled(), 20'000);
    }

    void oneThatRunsIsNotBegun()
    {
        m_pane->showContainer("web", true);
        QVERIFY(!m_pane->action(LaunchPane::Begin)->isEnabled());
        m_pane->showContainer("web", false);
        QVERIFY(m_pane->action(LaunchPane::Begin)->isEnabled());
    }

    void lessonsAreLinkedOnceTheyAreThere()
    {
        hold();
        QVERIFY(!view()->explanation().contains("href"));
        m_pane->setKnownLessons({"memory-limit"});
        QVERIFY(view()->explanation().contains("href=\"memory-limit\""));
    }

    void fitsNarrowPanes()
    {
        hold();
        next();
        next();
        next();
        for (const int width : {420, 260, 800, 1100}) { // below 700 its parts stand below each other
            QTRY_VERIFY_WITH_TIMEOUT(m_pane->minimumWidth() <= width, 5'000); // the layout has followed
            m_pane->resize(width, 560);
            QTRY_COMPARE_WITH_TIMEOUT(m_pane->width(), width, 5'000);
            QVERIFY(m_pane->stepList()->visualRect(m_pane->stepList()->currentIndex()).width() > 80);
            picture(qPrintable(QStringLiteral("launch-%1").arg(width)));
        }
        ui::applyScheme(ui::Scheme::Dark);
        view()->showTab(LaunchStepView::Changes);
        QTRY_VERIFY_WITH_TIMEOUT(view()->changeTree()->rowCount() > 0, 20'000);
        picture("launch-dark");
        ui::applyScheme(ui::Scheme::Light);
    }
};

QTEST_MAIN(tst_LaunchPane)
#include "tst_launchpane.moc"
