// A container's launch in the window, step by step on the real engine: what each step changes, shells on both
// sides of the pivot, an end before the end, recordings.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "ui/common/notice.h"
#include "ui/common/tabs.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/rundialog.h"
#include "ui/learn/launch/launchpane.h"
#include "ui/learn/launch/launchshell.h"
#include "ui/learn/launch/launchstepview.h"
#include "ui/terminal/terminalsession.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

using namespace quayside;
using models::ContainerState;
using models::LaunchSteps;
using models::XrayTree;
using ui::ContainerDetails;
using ui::LaunchPane;
using ui::LaunchStepView;

class tst_Launch : public WindowTest
{
    Q_OBJECT

private:
    ContainerDetails *details() const { return m_window->containerDetails(); }
    LaunchPane *pane() const { return details()->launchPane(); }
    LaunchStepView *view() const { return pane()->stepView(); }
    models::LaunchFollower *follower() const { return pane()->follower(); }
    int at() const { return int(follower()->launch().at); }
    QString nextStep() const
    {
        return at() >= int(follower()->launch().steps.size())
                   ? QString()
                   : QString::fromStdString(follower()->launch().steps[std::size_t(at())].name);
    }
    QString change(const QString &key) const
    {
        return view()->changeTree()->find(key).siblingAtColumn(XrayTree::ValueColumn).data().toString();
    }
    // By the keys that start it.
    void hold(const QString &name)
    {
        page()->select(row(name)->id);
        page()->table()->setFocus();
        QTest::keyClick(page()->table(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(
            pane() != nullptr && follower()->containerId() == row(name)->id && follower()->isHeld(), 30'000);
    }
    void next()
    {
        const int before = at();
        QTest::keyClick(m_window.get(), Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(at() > before || !follower()->isUnderWay(), 30'000);
    }
    // Held before the step: F10 until then.
    void stepTo(const QString &name)
    {
        while (follower()->isHeld() && nextStep() != name)
            next();
        QCOMPARE(nextStep(), name);
    }
    // Of the step before the one that is next.
    void seeChanges()
    {
        view()->showTab(LaunchStepView::Changes);
        QTRY_VERIFY_WITH_TIMEOUT(follower()->changesOf(at() - 1).known && view()->row() == at() - 1, 30'000);
    }
    void openShell()
    {
        view()->showTab(LaunchStepView::Terminal);
        if (view()->shell()->session() != nullptr) {
            QTest::mouseClick(view()->shell()->againButton(), Qt::LeftButton);
        } else {
            for (QPushButton *button : view()->shell()->findChildren<QPushButton *>()) {
                if (button->isVisible())
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QVERIFY(view()->shell()->session() != nullptr);
    }
    void shellSays(const QString &line, const QString &answer)
    {
        ui::TerminalSession *session = view()->shell()->session();
        QTRY_VERIFY2_WITH_TIMEOUT(session->isRunning(), qPrintable(session->notice()->text()), 30'000);
        session->type(line + '\n');
        QTRY_VERIFY2_WITH_TIMEOUT(session->text().contains(answer), qPrintable(session->text()), 30'000);
    }
    void picture(const char *name) const
    {
        if (const QString folder = qEnvironmentVariable("QUAYSIDE_PICTURES"); !folder.isEmpty())
            m_window->grab().save(folder + u'/' + QLatin1StringView(name) + QStringLiteral(".png"));
    }

private slots:
    void initTestCase()
    {
        openWindow();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        if (!m_session->hasFeature("launch-steps"))
            QSKIP("this engine does not hold launches");
        makeContainer("web", {"sh", "-c", "hostname; exec sleep 100000"}, false);
        makeContainer("given-up", {"sleep", "100000"}, false);
        makeContainer("wrong", {"/no/such/command"}, false);
    }
    void cleanupTestCase() { closeWindow(); }

    void stepsThroughAllOfIt()
    {
        hold("web");
        QCOMPARE(at(), 0);
        QVERIFY(pane()->status().startsWith("Held before step 1"));
        picture("launch-begun");
        stepTo("ids");
        seeChanges();
        QVERIFY2(change("ns/mnt").contains("its own"), qPrintable(change("ns/mnt")));
        QVERIFY(follower()->launch().pid > 0);
        next();
        seeChanges(); // who stands behind root inside
        QVERIFY(view()->changeTree()->find("ns/user/u/0").isValid());
        stepTo("mounts");
        seeChanges();
        view()->showTab(LaunchStepView::Calls);
        QVERIFY2(view()->calls()->toPlainText().contains("overlay"),
                 qPrintable(view()->calls()->toPlainText()));
        view()->showTab(LaunchStepView::Shell);
        QVERIFY2(view()->shellLines()->toPlainText().contains("mount"),
                 qPrintable(view()->shellLines()->toPlainText()));
        picture("launch-root");
        stepTo("chdir");
        seeChanges(); // the host's mounts are gone
        QVERIFY(view()->changeTree()->find("mount").isValid());
        picture("launch-pivot");
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", ContainerState::Running), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(follower()->launch().state, std::string("done"), 30'000);
        // What was seen of the last steps together.
        QTRY_VERIFY_WITH_TIMEOUT(follower()->changesOf(int(follower()->launch().steps.size()) - 1).known,
                                 30'000);
        view()->showTab(LaunchStepView::Changes);
        QTRY_VERIFY_WITH_TIMEOUT(view()->changeTree()->find("seccomp").isValid(), 30'000);
        QVERIFY(view()->changeTree()->find("capset/effective").isValid() ||
                view()->changeTree()->find("capset/bounding").isValid());
        picture("launch-done");
        QVERIFY(!pane()->action(LaunchPane::Begin)->isEnabled()); // it runs
    }

    void oneThatEndedIsRecorded()
    {
        QTRY_VERIFY_WITH_TIMEOUT(pane()->startBox()->count() >= 1, 30'000);
        m_session->client()->killContainer(row("web")->id.toStdString(), "KILL", this, {});
        QTRY_VERIFY_WITH_TIMEOUT(!row("web")->isRunning(), 30'000);
        actions()->run(ui::ContainerActions::Start, {row("web")->id});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", ContainerState::Running), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(pane()->startBox()->count() == 2, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(follower()->hasLaunch() && !follower()->wasHeld(), 30'000);
        QVERIFY(follower()->steps()->total() > 0);
        QVERIFY(pane()->startBox()->itemText(1).contains("step by step"));
        pane()->playAction()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(pane()->stepList()->currentIndex().row() >= 1, 30'000);
        picture("launch-recorded");
        pane()->playAction()->trigger();
        // The one before, which was held.
        pane()->startBox()->setFocus();
        QTest::keyClick(pane()->startBox(), Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(follower()->wasHeld(), 30'000);
    }

    void shellsOnBothSidesOfThePivot()
    {
        hold("given-up");
        openShell();
        QTRY_VERIFY_WITH_TIMEOUT(!view()->shell()->session()->notice()->text().isEmpty(), 30'000); // why not
        QVERIFY(!view()->shell()->session()->isRunning());
        stepTo("pivot");
        openShell();
        shellSays("echo I am $(id -u) in $(readlink /proc/self/ns/user | tr -d a-z)", "I am 0 in :[");
        openShell();
        shellSays("ls /var/tmp | grep -q quayside-gui && echo the host $((40 + 2))", "the host 42");
        picture("launch-shell-before");
        next();
        openShell();
        shellSays("ls /var/tmp 2>&1 | grep -q quayside-gui || echo no host $((40 + 2))", "no host 42");
        picture("launch-shell-after");
    }

    void anAbortLeavesItAsItWas()
    {
        const auto pid = follower()->launch().pid;
        QVERIFY(pid > 0 && QFile::exists(QStringLiteral("/proc/%1").arg(pid)));
        QTest::keyClick(m_window.get(), Qt::Key_F5, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(follower()->launch().state, std::string("aborted"), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(QStringLiteral("/proc/%1").arg(pid)), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!row("given-up")->isRunning(), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(pane()->action(LaunchPane::Begin)->isEnabled(), 30'000);
    }

    void aCommandThatIsNotThere()
    {
        hold("wrong");
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(follower()->launch().state, std::string("failed"), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(view()->problem().contains("/no/such/command"), 30'000);
        QCOMPARE(follower()->steps()->stateOf(view()->row()), LaunchSteps::State::Failed);
        picture("launch-failed-real");
    }

    void theRunDialogOffersIt()
    {
        ui::RunDialog *dialog = m_window->openRunDialog();
        app::fillIn(dialog->findChild<QComboBox *>("image")->lineEdit(), image);
        app::fillIn(dialog->findChild<QLineEdit *>("name"), "walked");
        app::fillIn(dialog->findChild<QLineEdit *>("command"), "sleep 100000");
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == "Run step by step")
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY_WITH_TIMEOUT(row("walked") != nullptr && details()->containerId() == row("walked")->id &&
                                     follower()->containerId() == row("walked")->id && follower()->isHeld(),
                                 30'000);
        m_window->activateWindow(); // the dialog had been
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(isIn("walked", ContainerState::Running), 30'000);
    }

    void oneThatRunsIsNotOffered()
    {
        page()->select(row("walked")->id);
        QVERIFY(!actions()->action(ui::ContainerActions::StepByStep)->isEnabled());
        page()->select(row("given-up")->id);
        QVERIFY(actions()->action(ui::ContainerActions::StepByStep)->isEnabled());
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Launch>(argc, argv);
}

#include "tst_launch.moc"
