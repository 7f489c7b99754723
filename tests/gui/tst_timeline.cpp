// Where containers come from, and what goes over the wire, in the real window with a real engine.
#include "tests/gui/windowtest.h"

#include "models/client/httpclient.h"
#include "models/client/registries.h"
#include "models/learn/wire/wiretext.h"
#include "ui/common/filteredit.h"
#include "ui/common/tablepage.h"
#include "ui/learn/wire/wirepanel.h"
#include "ui/mainwindow/wiredock.h"

#include <QAction>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QProcess>
#include <QScrollBar>

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
        QTest::keyClick(panel()->list()->table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
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
        page()->select(row("web")->id);
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
