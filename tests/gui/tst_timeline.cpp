// Where containers come from, and what goes over the wire, in the real window with a real engine.
#include "tests/gui/windowtest.h"

#include "models/client/httpclient.h"
#include "models/client/registries.h"
#include "models/learn/wire/wiretext.h"
#include "ui/common/filteredit.h"
#include "ui/common/tablepage.h"
#include "ui/common/tabs.h"
#include "ui/learn/lessons/learnpage.h"
#include "ui/learn/lessons/lessonview.h"
#include "ui/learn/timeline/timelinepage.h"
#include "ui/learn/timeline/timelineview.h"
#include "ui/learn/wire/wirepanel.h"
#include "ui/mainwindow/wiredock.h"

#include <QAction>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>

using namespace quayside;
using models::ContainerState;
using models::WireModel;
using models::WireRow;
using ui::ContainerActions;

class tst_Timeline : public WindowTest
{
    Q_OBJECT

private:
    [[nodiscard]] ui::WireDock *dock() const { return m_window->findChild<ui::WireDock *>(); }
    [[nodiscard]] ui::WirePanel *panel() const { return dock()->panel(); }
    [[nodiscard]] const WireModel *model() const { return panel()->wire()->model(); }
    void openWire()
    {
        if (!dock()->isVisible())
            QTest::keyClick(m_window.get(), Qt::Key_F8);
        QTRY_VERIFY(panel() != nullptr && panel()->isVisible());
    }
    // The newest one whose method and path are like these.
    [[nodiscard]] const WireRow *request(const QString &method, const QString &part) const
    {
        const WireRow *found = nullptr;
        for (const WireRow &row : model()->rows()) {
            if (row.method == method && row.target.contains(part))
                found = &row;
        }
        return found;
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
        makeContainer(QStringLiteral("web"), {"sleep", "1000"});
        QVERIFY(isIn("web", ContainerState::Running));
    }
    void cleanupTestCase() { closeWindow(); }

    void walksThroughTimeAndEntersARoom()
    {
        m_window->showPage(ui::MainWindow::Learn);
        ui::LearnPage *learn = m_window->learnPage();
        ui::TimelinePage *timeline = learn->timeline();
        learn->tabs()->tabBar()->setFocus();
        QTest::keyClick(learn->tabs()->tabBar(), Qt::Key_Right);
        QTRY_VERIFY(timeline->isVisible());
        QTest::keyClick(learn->tabs()->tabBar(), Qt::Key_Tab);
        ui::TimelineView *view = timeline->view();
        QTRY_VERIFY(view->hasFocus());
        QTest::keyClick(view, Qt::Key_Home);
        QVERIFY(timeline->text()->toPlainText().startsWith("chroot"));
        picture("timeline");
        for (int i = 0; i < 40 && view->current() != u"jails"; ++i)
            QTest::keyClick(view, Qt::Key_Down);
        QCOMPARE(view->current(), "jails");
        QVERIFY(timeline->enterButton()->isVisible());
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY(learn->lesson() != nullptr && learn->lesson()->isVisible());
        QCOMPARE(learn->lesson()->lessonId(), "room-jails");
        picture("room");
        // The way back leads to the time line, to where one was.
        learn->lesson()->action(ui::LessonView::Back)->trigger();
        QTRY_VERIFY(timeline->isVisible());
        QCOMPARE(view->current(), "jails");
    }

    void theMenuEntersTheRoomToo()
    {
        ui::LearnPage *learn = m_window->learnPage();
        ui::TimelinePage *timeline = learn->timeline();
        QAction *enter = timeline->enterAction();
        QTRY_VERIFY(timeline->isVisible());
        timeline->showEntry("kernel/oci"); // a step of the kernel has no room
        QVERIFY(!enter->isEnabled());
        timeline->showEntry("lxd");
        QVERIFY(enter->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(learn->lesson() != nullptr && learn->lesson()->isVisible());
        QCOMPARE(learn->lesson()->lessonId(), "room-lxd");
        QVERIFY(!enter->isEnabled()); // the time line is not seen
        learn->lesson()->action(ui::LessonView::Back)->trigger();
        QTRY_VERIFY(enter->isEnabled());
    }

    void everyAncestorHasItsRoom()
    {
        ui::TimelinePage *timeline = m_window->learnPage()->timeline();
        for (const models::TimelineEntry &entry : models::Timeline::entries()) {
            const models::Lesson *lesson = m_window->learnPage()->shelf()->find(entry.lesson);
            QVERIFY2(!entry.isAncestor() || lesson != nullptr, qPrintable(entry.lesson));
            if (entry.isAncestor())
                QCOMPARE(lesson->year, entry.year);
            else if (lesson == nullptr)
                qInfo("%s has no lesson %s", qPrintable(entry.key), qPrintable(entry.lesson));
        }
        timeline->showEntry("docker");
        QVERIFY(timeline->enterButton()->isEnabled());
        m_window->showPage(ui::MainWindow::Containers);
    }

    void theWireStandsBesideTheRoomOfLxd()
    {
        m_window->openLesson("room-lxd");
        ui::LessonView *room = m_window->learnPage()->lesson();
        QCOMPARE(room->lessonId(), "room-lxd");
        auto *wire = room->findChild<ui::WirePanel *>();
        QVERIFY(wire != nullptr && !wire->wire()->isRecording()); // not begun yet
        QTRY_VERIFY_WITH_TIMEOUT(room->action(ui::LessonView::Start)->isEnabled(), 20'000);
        room->action(ui::LessonView::Start)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(wire->isVisible() && wire->wire()->isRecording(), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(wire->wire()->model()->rowCount() > 0, 20'000);
        picture("room-lxd");
        room->session()->reset();
        QTRY_COMPARE_WITH_TIMEOUT(room->session()->phase(), models::LessonSession::Phase::Idle, 40'000);
        QTRY_VERIFY(!wire->wire()->isRecording());
        wire->wire()->clear();
        m_window->showPage(ui::MainWindow::Containers);
    }

    void nothingIsWrittenDownBeforeItIsOpened()
    {
        QVERIFY(panel() == nullptr);
        QCOMPARE(m_session->client()->http().observer(), nullptr);
    }

    void aClickIsARequest()
    {
        openWire();
        page()->select(row("web")->id);
        actions()->action(ContainerActions::Pause)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", ContainerState::Paused), 20'000);
        QTRY_VERIFY(request("POST", "/pause") != nullptr && request("POST", "/pause")->isOver());
        const WireRow asked = *request("POST", "/pause");
        QCOMPARE(asked.target, QStringLiteral("/containers/%1/pause").arg(row("web")->id));
        QCOMPARE(asked.status, 204);
        // Chosen by keys, it is shown word for word.
        panel()->list()->select(asked.key());
        QVERIFY(panel()->transcript()->toPlainText().startsWith("> POST /containers/"));
        QVERIFY(panel()->transcript()->toPlainText().contains("< HTTP/1.1 204 No Content"));
        panel()->focusList();
        QTest::keyClick(panel()->list()->table(), Qt::Key_Up);
        QVERIFY(panel()->list()->currentKey().toInt() < asked.key().toInt()); // the newest stands last
        picture("wire");
    }

    void theNewestStaysInSight()
    {
        openWire();
        QScrollBar *bar = panel()->list()->table()->verticalScrollBar();
        const auto ask = [this] {
            const int before = model()->rowCount();
            for (int i = 0; i < 30; ++i)
                m_session->client()->ping(this, {});
            QTRY_VERIFY_WITH_TIMEOUT(model()->rowCount() >= before + 30, 20'000);
        };
        ask();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        bar->setValue(0); // somebody reads what was before
        ask();
        QCOMPARE(bar->value(), 0);
        bar->setValue(bar->maximum());
        ask();
        QTRY_COMPARE(bar->value(), bar->maximum());
    }

    void theCurlLineAsksTheSame()
    {
        openWire();
        m_session->client()->inspectContainer(row("web")->id.toStdString(), this, {});
        const QString path = QStringLiteral("/containers/%1/json").arg(row("web")->id);
        QTRY_VERIFY(request("GET", path) != nullptr && request("GET", path)->isOver());
        panel()->list()->select(request("GET", path)->key());
        panel()->focusList();
        QTest::keyClick(panel()->list()->table(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        const QString line = QApplication::clipboard()->text();
        QCOMPARE(
            line,
            QStringLiteral("curl --unix-socket %1 http://localhost%2").arg(m_session->socketPath(), path));
        QProcess shell;
        shell.start("sh", {"-c", line});
        QVERIFY(shell.waitForFinished(30'000));
        if (shell.exitCode() == 127)
            QSKIP("missing curl");
        QVERIFY(shell.readAllStandardOutput().contains(row("web")->id.toUtf8()));
    }

    void filtersWhatIsTyped()
    {
        openWire();
        actions()->run(ContainerActions::Start, {row("web")->id}); // it goes on
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", ContainerState::Running), 20'000);
        ui::FilterEdit *filter = panel()->list()->filterEdit();
        filter->setFocus();
        QTest::keyClicks(filter, "method:post ");
        auto *shown = panel()->list()->shownModel();
        QTRY_VERIFY(shown->rowCount() > 0 && shown->rowCount() < model()->rowCount());
        for (int at = 0; at < shown->rowCount(); ++at)
            QVERIFY(shown->index(at, 0).data().toString().startsWith("POST "));
        filter->clear();
        QTRY_COMPARE(shown->rowCount(), model()->rowCount());
    }

    void noSecretIsEverThere()
    {
        openWire();
        models::RunOptions options;
        options.image = image;
        options.name = QStringLiteral("secretive");
        options.command = {"sh", "-c", "exit 0"};
        options.environment = {{"DB_PASSWORD", "s3cret in the environment"}, {"SHOWN", "plain"}};
        options.labels = {{"api-token", "s3cret-label"}};
        makeContainer(options, false);
        m_session->client()->inspectContainer(row("secretive")->id.toStdString(), this, {});
        client::checkLogin(*m_session->client(),
                           {.registry = "127.0.0.1:1", .username = "ada", .password = "s3cret-password"},
                           this, {});
        client::testRegistry(*m_session->client(), "127.0.0.1:1", "s3cretauth", this, {});
        QTRY_VERIFY_WITH_TIMEOUT(request("POST", "/auth") != nullptr && request("POST", "/auth")->isOver(),
                                 40'000);
        QTRY_VERIFY_WITH_TIMEOUT(request("POST", "/quayside/registries/test") != nullptr &&
                                     request("POST", "/quayside/registries/test")->isOver(),
                                 40'000);
        const QString inspect = QStringLiteral("/containers/%1/json").arg(row("secretive")->id);
        QTRY_VERIFY(request("GET", inspect) != nullptr && request("GET", inspect)->isOver());
        QString all;
        for (const WireRow &row : model()->rows())
            all += models::WireText::transcript(row) + models::WireText::curl(row);
        for (const char *there :
             {"DB_PASSWORD=***", "SHOWN=plain", "api-token", "ada", "X-Registry-Auth: ***"})
            QVERIFY2(all.contains(there), there);
        QVERIFY2(!all.contains("s3cret"), qPrintable(all.mid(all.indexOf("s3cret") - 200, 300)));
    }

    void clearsAndStops()
    {
        openWire();
        panel()->clearAction()->trigger();
        QVERIFY(panel()->transcript()->toPlainText().isEmpty());
        QVERIFY(!panel()->copyAction()->isEnabled());
        picture("wire-empty");
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QTRY_VERIFY(!dock()->isVisible());
        QVERIFY(!panel()->wire()->isRecording());
        QCOMPARE(m_session->client()->http().observer(), nullptr);
        const int before = model()->rowCount();
        m_session->retryNow();
        bool answered = false;
        m_session->client()->ping(this, [&](const Result<api::Ping> &) { answered = true; });
        QTRY_VERIFY(answered);
        QCOMPARE(model()->rowCount(), before);
    }

    void fitsASmallWindow()
    {
        const QSize size = m_window->size();
        openWire();
        m_window->resize(900, 600);
        m_session->client()->inspectContainer(row("web")->id.toStdString(), this, {});
        QTRY_VERIFY(request("GET", "/json") != nullptr && request("GET", "/json")->isOver());
        panel()->list()->select(request("GET", "/json")->key());
        QTRY_COMPARE(m_window->size(), QSize(900, 600));
        QVERIFY(panel()->transcript()->viewport()->width() > 150);
        picture("wire-small");
        m_window->resize(size);
        QTest::keyClick(m_window.get(), Qt::Key_F8);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Timeline>(argc, argv);
}

#include "tst_timeline.moc"
