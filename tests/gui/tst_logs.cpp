// Logs: of long ones the newest lines first, filters, JSON, several together, runs, what is kept of removed
// ones.
#include "tests/gui/windowtest.h"

#include "ui/containers/containerdetails.h"
#include "ui/containers/containertools.h"
#include "ui/logs/logfilterbar.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logswindow.h"
#include "ui/logs/logview.h"

#include <QAction>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace quayside;
using models::ContainerState;
using models::LogStream;
using ui::ContainerActions;
using ui::ContainerTools;

class tst_Logs : public WindowTest
{
    Q_OBJECT

private:
    ui::LogPane *pane() const { return m_window->containerDetails()->logPane(); }
    void showLog(const QString &name)
    {
        page()->select(row(name)->id);
        m_window->containerDetails()->showTab(ui::ContainerDetails::Logs);
    }
    static QStringList lines(ui::LogPane *pane, bool events)
    {
        QStringList texts;
        for (qint64 number = pane->model()->firstNumber(); number < pane->model()->endNumber(); ++number) {
            const models::LogLine line = pane->model()->lineOf(number);
            if ((line.stream == LogStream::Event) == events)
                texts.append(QString::fromUtf8(line.text));
        }
        return texts;
    }
    void runAgain(const QString &name) { actions()->run(ContainerActions::Start, {row(name)->id}); }

private slots:
    void initTestCase() { openWindow(); }
    void cleanupTestCase() { closeWindow(); }

    // More lines than come first: the older ones stand before them, none twice, none lost.
    void readsALongLogFromItsEnd()
    {
        makeContainer("long", {"sh", "-c", "seq 1 40000; sleep 600"});
        QTRY_VERIFY(row("long") != nullptr);
        showLog("long");
        QTRY_COMPARE_WITH_TIMEOUT(lines(pane(), false).size(), 40'000, 60'000);
        const QStringList all = lines(pane(), false);
        for (int i = 0; i < all.size(); ++i)
            QCOMPARE(all[i], QString::number(i + 1));
        QCOMPARE(lines(pane(), true), QStringList{"long was started"});
        QCOMPARE(QString::fromUtf8(pane()->model()->line(0).text), "long was started");
        QTRY_VERIFY(pane()->statusText().contains("40,001"));
        QVERIFY(pane()->view()->isFollowing());
        pane()->view()->grab();
        QVERIFY(pane()->view()->isLineVisible(pane()->model()->endNumber() - 1));
    }

    void showsOnlySomeLines()
    {
        showLog("long");
        QTRY_COMPARE_WITH_TIMEOUT(pane()->model()->count(), 40'001, 60'000);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        pane()->view()->setFocus();
        QTest::keyClick(pane()->view(), Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(pane()->filterBar()->text()->hasFocus());
        QTest::keyClicks(pane()->filterBar()->text(), "3999");
        QTRY_COMPARE_WITH_TIMEOUT(pane()->filter()->count(), 14, 20'000); // 3999, 13999 …, 39990 …
        QTRY_COMPARE(pane()->filterBar()->countText(), "14 of 40,001 lines shown");
        const QString file = m_engine.folder() + "/some.log";
        pane()->saveTo(file, {.shownOnly = true});
        QTRY_VERIFY(QFile::exists(file));
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().startsWith("3999\n13999\n"));
        QTest::keyClick(pane()->filterBar()->text(), Qt::Key_Escape);
        QTRY_VERIFY(!pane()->filterBar()->isVisible());
        QCOMPARE(pane()->filter()->count(), 40'001);
    }

    // Each run begins and ends with a line that says so.
    void tellsRunsApart()
    {
        makeContainer("twice", {"sh", "-c", "echo hello; exit 3"}, false);
        QTRY_VERIFY(row("twice") != nullptr);
        showLog("twice");
        runAgain("twice");
        QTRY_COMPARE_WITH_TIMEOUT(lines(pane(), false).size(), 1, 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(lines(pane(), true).contains("twice ended with code 3"), 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(row("twice")->state == ContainerState::Failed, 15'000);
        runAgain("twice");
        QTRY_COMPARE_WITH_TIMEOUT(lines(pane(), false).size(), 2, 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(lines(pane(), true).count("twice ended with code 3"), 2, 15'000);
        const QStringList expected{"twice was started", "twice ended with code 3", "twice was started",
                                   "twice ended with code 3"};
        QCOMPARE(lines(pane(), true), expected);
        // The same when it is opened later.
        page()->select(row("long")->id);
        showLog("twice");
        QTRY_COMPARE_WITH_TIMEOUT(lines(pane(), true), expected, 15'000);
        QCOMPARE(QString::fromUtf8(pane()->model()->line(1).text), "hello");
    }

    void mergesSeveral()
    {
        const QString loop =
            "i=0; while [ $i -lt 30 ]; do echo %1 $i; i=$((i+1)); usleep 40000; done; sleep 600";
        makeContainer("one", {"sh", "-c", loop.arg("one")});
        makeContainer("two", {"sh", "-c", loop.arg("two")});
        QTRY_VERIFY(row("one") != nullptr && row("two") != nullptr);
        page()->tools()->run(ContainerTools::LogsTogether, {row("one")->id, row("two")->id});
        auto *window = m_window->findChild<ui::LogsWindow *>();
        QVERIFY(window != nullptr && window->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(lines(window->pane(), false).size(), 60, 30'000);
        const models::LogModel *log = window->pane()->model();
        std::int64_t last = 0;
        QMap<int, int> next; // the number that a container writes next
        for (int row = 0; row < log->count(); ++row) {
            const models::LogLine line = log->line(row);
            QVERIFY(line.time >= last);
            last = line.time;
            if (line.stream != LogStream::Event)
                QCOMPARE(QString::fromUtf8(line.text),
                         QStringLiteral("%1 %2").arg(log->sources()[line.source]).arg(next[line.source]++));
        }
        QCOMPARE(lines(window->pane(), true).size(), 2);
        // Off with the second.
        QCOMPARE(window->legend().size(), 2);
        QTest::mouseClick(window->legend()[1], Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(window->pane()->filter()->count(), 31, 10'000);
        QTest::mouseClick(window->legend()[1], Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(window->pane()->filter()->count(), 62, 10'000);
        // What happens to one of them stands between.
        actions()->run(ContainerActions::Kill, {row("two")->id});
        QTRY_VERIFY_WITH_TIMEOUT(lines(window->pane(), true).contains("two ended with code 137"), 15'000);
        window->close();
    }

    void keepsTheLogOfARemovedOne()
    {
        makeContainer("gone", {"sh", "-c", "echo last words; sleep 600"});
        QTRY_VERIFY(row("gone") != nullptr);
        showLog("gone");
        QTRY_COMPARE_WITH_TIMEOUT(lines(pane(), false), QStringList{"last words"}, 15'000);
        QVERIFY(!page()->tools()->action(ContainerTools::RemovedLogs)->isEnabled());
        m_session->client()->removeContainer(row("gone")->id.toStdString(), {.force = true}, this, {});
        QTRY_VERIFY_WITH_TIMEOUT(page()->tools()->action(ContainerTools::RemovedLogs)->isEnabled(), 15'000);
        page()->tools()->action(ContainerTools::RemovedLogs)->trigger();
        auto *window = m_window->findChild<ui::LogsWindow *>();
        QTRY_VERIFY(window != nullptr && window->isVisible());
        QCOMPARE(lines(window->pane(), false), QStringList{"last words"});
        QVERIFY(window->pane()->statusText().contains("removed"));
        window->close();
        showLog("long"); // a pane of its own is there for the others
        QTRY_COMPARE_WITH_TIMEOUT(pane()->model()->count(), 40'001, 60'000);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Logs>(argc, argv);
}

#include "tst_logs.moc"
