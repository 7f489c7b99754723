// Containers in the window: edited and made anew, their ends explained, details, groups, copies.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/containers/recreateplan.h"
#include "ui/common/filteredit.h"
#include "ui/common/jsonview.h"
#include "ui/common/notice.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containertools.h"
#include "ui/containers/details/changespane.h"
#include "ui/containers/details/deathbox.h"
#include "ui/containers/details/healthpane.h"
#include "ui/containers/details/setuppane.h"
#include "ui/containers/editdialog.h"
#include "ui/containers/limitsdialog.h"
#include "ui/containers/rowseditor.h"
#include "ui/containers/runform.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTreeWidget>

using namespace quayside;
using models::ContainerState;
using ui::ContainerActions;
using ui::ContainerDetails;
using ui::ContainerTools;

class tst_Containers : public WindowTest
{
    Q_OBJECT

private:
    ContainerDetails *details() const { return m_window->containerDetails(); }
    template <typename Dialog>
    Dialog *openDialog() const
    {
        for (Dialog *dialog : m_window->findChildren<Dialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    models::RunOptions named(const QString &name, const QStringList &command) const
    {
        models::RunOptions options;
        options.image = image;
        options.name = name;
        options.command = command;
        return options;
    }
    // Opened by its key, filled from the engine.
    ui::EditDialog *edit(const QString &name)
    {
        page()->select(row(name)->id);
        page()->tools()->action(ContainerTools::Edit)->trigger();
        ui::EditDialog *dialog = nullptr;
        if (!QTest::qWaitFor(
                [&] {
                    return (dialog = openDialog<ui::EditDialog>()) != nullptr && dialog->form()->isEnabled();
                },
                20'000))
            return nullptr;
        return dialog;
    }
    api::ContainerInspect inspect(const QString &name)
    {
        std::optional<api::ContainerInspect> found;
        m_session->client()->inspectContainer(row(name)->id.toStdString(), this, [&](const auto &c) {
            found = c ? *c : api::ContainerInspect();
        });
        (void)QTest::qWaitFor([&] { return found.has_value(); }, 20'000);
        return found.value_or(api::ContainerInspect());
    }
    // What the box above the facts says of an ended one.
    QString deathOf(const QString &name)
    {
        page()->select(row(name)->id);
        details()->showTab(ContainerDetails::Overview);
        (void)QTest::qWaitFor([this] { return details()->deathBox()->isVisible(); }, 20'000);
        return details()->deathBox()->text();
    }
    void waitForEnd(const QString &name)
    {
        QTRY_VERIFY_WITH_TIMEOUT(row(name) != nullptr && !row(name)->isRunning(), 30'000);
    }
    static int freePort()
    {
        QTcpServer probe;
        return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
    }

private slots:
    void initTestCase() { openWindow(); }
    void cleanupTestCase() { closeWindow(); }

    void editsPortsAndVariables()
    {
        models::RunOptions options = named("edited", {"sh", "-c", "echo hi > /left; sleep 1000"});
        options.mounts = {{models::MountOption::Kind::Volume, "kept", "/kept", false},
                          {models::MountOption::Kind::Volume, {}, "/anonymous", false}};
        options.environment = {{"A", "1"}};
        options.ports = {{"127.0.0.1", QString::number(freePort()), "80", "tcp"}};
        const QString before = makeContainer(options);
        QVERIFY(!before.isEmpty());
        ui::EditDialog *dialog = edit("edited");
        QVERIFY(dialog != nullptr);
        QVERIFY(!dialog->acceptButton()->isEnabled()); // nothing is changed
        const QString port = QString::number(freePort());
        app::fillIn(dialog->form()->findChild<ui::PortsEditor *>()->findChild<QLineEdit *>("host"), port);
        app::fillIn(dialog->form()->findChild<ui::EnvironmentEditor *>()->findChild<QLineEdit *>("value"),
                    "2");
        QTRY_VERIFY_WITH_TIMEOUT(dialog->planText().contains("1 file"), 20'000);
        for (const QString &said :
             {QString("-e A=2"), "127.0.0.1:" + port + ":80", QString("the volume kept"),
              QString("/anonymous"), QString("the name edited")})
            QVERIFY2(dialog->planText().contains(said), qPrintable(dialog->planText()));
        QPointer<ui::EditDialog> alive = dialog;
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(alive.isNull(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(isIn("edited", ContainerState::Running) && row("edited")->id != before,
                                 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->containers()->find(before) == nullptr, 30'000);
        const api::ContainerInspect now = inspect("edited");
        QVERIFY(std::ranges::contains(now.config.env, "A=2"));
        QCOMPARE(now.hostConfig.portBindings.at("80/tcp").front().hostPort, port.toStdString());
        QCOMPARE(now.mounts.size(), std::size_t(2));
        QTRY_COMPARE_WITH_TIMEOUT(page()->currentKey(), row("edited")->id, 20'000);
    }

    void aTakenPortBringsTheOldOneBack()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        models::RunOptions options = named("stays", {"sleep", "1000"});
        options.ports = {{"127.0.0.1", QString::number(freePort()), "80", "tcp"}};
        const QString before = makeContainer(options);
        ui::EditDialog *dialog = edit("stays");
        QVERIFY(dialog != nullptr);
        app::fillIn(dialog->form()->findChild<ui::PortsEditor *>()->findChild<QLineEdit *>("host"),
                    QString::number(taken.serverPort()));
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->notice()->text().contains("stays is back as it was"), 60'000);
        QVERIFY(dialog->notice()->text().contains(QString::number(taken.serverPort())));
        dialog->reject();
        QTRY_VERIFY_WITH_TIMEOUT(isIn("stays", ContainerState::Running) && row("stays")->id == before,
                                 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::none_of(m_session->containers()->rows(),
                                 [](const models::ContainerRow &one) { return one.name.contains("stays-"); }),
            30'000);
    }

    void limitsAreChangedWithoutANewOne()
    {
        const QString before = row("stays")->id;
        ui::EditDialog *dialog = edit("stays");
        QVERIFY(dialog != nullptr);
        app::fillIn(dialog->form()->findChild<QLineEdit *>("memory"), "64m");
        QVERIFY2(dialog->planText().contains("goes on running"), qPrintable(dialog->planText()));
        QPointer<ui::EditDialog> alive = dialog;
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(alive.isNull(), 30'000);
        QCOMPARE(inspect("stays").hostConfig.memory, 64LL << 20);
        QCOMPARE(row("stays")->id, before);
    }

    void explainsAnErrorOfItsOwn()
    {
        makeContainer("three", {"sh", "-c", "echo last words; exit 3"});
        waitForEnd("three");
        const QString said = deathOf("three");
        QVERIFY2(said.contains("the error 3"), qPrintable(said));
        QTRY_COMPARE_WITH_TIMEOUT(details()->deathBox()->lastLines(), "last words", 20'000);
    }

    void explainsACommandThatIsNotThere()
    {
        makeContainer("nowhere", {"sh", "-c", "nosuchcommand"});
        waitForEnd("nowhere");
        const QString said = deathOf("nowhere");
        QVERIFY2(said.contains("not found") && said.contains("nosuchcommand"), qPrintable(said));
    }

    void explainsAStopByWhoAskedForIt()
    {
        makeContainer("stopped", {"sh", "-c", "trap 'exit 143' TERM; while :; do sleep 0.1; done"});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("stopped", ContainerState::Running), 20'000);
        actions()->run(ContainerActions::Stop, {row("stopped")->id});
        waitForEnd("stopped");
        const QString said = deathOf("stopped");
        QVERIFY2(said.contains("stopped by you"), qPrintable(said));
        QTRY_VERIFY2_WITH_TIMEOUT(
            models::statusText(*row("stopped"), QDateTime::currentSecsSinceEpoch()).contains("stop"),
            qPrintable(models::statusText(*row("stopped"), 0)), 20'000);
    }

    void explainsASignal()
    {
        makeContainer("signalled", {"sh", "-c", "sh -c 'kill -SEGV $$'; exit $?"});
        waitForEnd("signalled");
        const QString said = deathOf("signalled");
        QVERIFY2(said.contains("SIGSEGV"), qPrintable(said));
        makeContainer("killed", {"sleep", "1000"});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("killed", ContainerState::Running), 20'000);
        actions()->run(ContainerActions::Kill, {row("killed")->id});
        waitForEnd("killed");
        const QString killed = deathOf("killed");
        QVERIFY2(killed.contains("killed by you with SIGKILL"), qPrintable(killed));
    }

    void explainsMemoryThatRanOut()
    {
        models::RunOptions options = named("hungry", {"sh", "-c", "a=x; while :; do a=$a$a; done"});
        options.memory = 16LL << 20;
        options.memorySwap = 16LL << 20;
        makeContainer(options);
        waitForEnd("hungry");
        const QString said = deathOf("hungry");
        if (!said.contains("out of memory") && !inspect("hungry").state.oomKilled)
            QSKIP("memory limits do not end programs here");
        QVERIFY2(said.contains("16.0 MiB"), qPrintable(said));
        for (QPushButton *button : details()->deathBox()->findChildren<QPushButton *>()) {
            if (button->text().contains("memory"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY_WITH_TIMEOUT(openDialog<ui::LimitsDialog>() != nullptr, 20'000);
        openDialog<ui::LimitsDialog>()->reject();
    }

    void aRunningOneHasNoEndToExplain()
    {
        page()->select(row("edited")->id);
        details()->showTab(ContainerDetails::Overview);
        QTRY_VERIFY_WITH_TIMEOUT(!details()->deathBox()->isVisible(), 20'000);
    }

    void hidesSecretsUntilTheyAreWanted()
    {
        models::RunOptions options = named("secretive", {"sleep", "1000"});
        options.environment = {{"DB_PASSWORD", "hunter2"}, {"PLAIN", "seen"}};
        options.health.command = "echo probing; true";
        options.health.interval = 1'000'000'000;
        makeContainer(options);
        page()->select(row("secretive")->id);
        details()->showTab(ContainerDetails::Setup);
        QTreeWidget *tree = details()->setupPane()->tree();
        const auto find = [&](const QString &name) -> QTreeWidgetItem * {
            return tree->findItems(name, Qt::MatchExactly | Qt::MatchRecursive).value(0);
        };
        QTRY_VERIFY_WITH_TIMEOUT(find("DB_PASSWORD") != nullptr, 20'000);
        QVERIFY(!find("DB_PASSWORD")->text(1).contains("hunter2"));
        QCOMPARE(find("PLAIN")->text(1), "seen");
        QTest::keyClicks(details()->setupPane()->search(), "hunter2");
        QVERIFY(find("DB_PASSWORD")->isHidden()); // what is hidden is not found either
        details()->setupPane()->search()->clear();
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                          tree->visualItemRect(find("DB_PASSWORD")).center() +
                              QPoint(tree->columnWidth(0) / 2, 0));
        QCOMPARE(find("DB_PASSWORD")->text(1), "hunter2");
    }

    void showsWhatProbesSaid()
    {
        page()->select(row("secretive")->id);
        details()->showTab(ContainerDetails::Health);
        QTRY_VERIFY_WITH_TIMEOUT(row("secretive")->health == models::Health::Healthy, 60'000);
        details()->showTab(ContainerDetails::Overview);
        details()->showTab(ContainerDetails::Health);
        QTRY_VERIFY_WITH_TIMEOUT(details()->healthPane()->probes()->topLevelItemCount() > 0, 20'000);
        QCOMPARE(details()->healthPane()->stateText(), "Healthy");
    }

    void showsChangesAsATree()
    {
        page()->select(row("edited")->id);
        details()->showTab(ContainerDetails::Changes);
        QTreeWidget *tree = details()->changesPane()->tree();
        QTRY_VERIFY_WITH_TIMEOUT(!tree->findItems("left", Qt::MatchExactly | Qt::MatchRecursive).isEmpty(),
                                 20'000);
        QCOMPARE(tree->findItems("left", Qt::MatchExactly | Qt::MatchRecursive).first()->text(1), "new");
    }

    void inspectsAsATree()
    {
        details()->showTab(ContainerDetails::Inspect);
        auto *view = details()->findChild<ui::JsonView *>();
        QTRY_VERIFY_WITH_TIMEOUT(view->text().contains("NetworkSettings"), 20'000);
        view->showTree(true);
        app::fillIn(view->search(), "80/tcp");
        const QTreeWidgetItem *item = view->tree()->currentItem();
        QVERIFY(item != nullptr);
        QVERIFY2(ui::JsonView::pathOf(item).contains("[\"80/tcp\"]"), qPrintable(ui::JsonView::pathOf(item)));
        view->showTree(false);
    }

    void groupsFoldAndActAsOne()
    {
        for (const char *name : {"shop-web", "shop-db"}) {
            models::RunOptions options = named(name, {"sleep", "1000"});
            options.labels = {{"com.docker.compose.project", "shop"}, {"com.docker.compose.service", name}};
            makeContainer(options);
        }
        QTRY_VERIFY_WITH_TIMEOUT(
            isIn("shop-web", ContainerState::Running) && isIn("shop-db", ContainerState::Running), 20'000);
        page()->select(row("shop-db")->id);
        page()->groupBy("project");
        models::GroupModel *groups = page()->groupModel();
        QCOMPARE(page()->currentKey(), row("shop-db")->id); // the selection stays
        QModelIndex head = groups->index(0, 0);
        QCOMPARE(groups->titleOf(head), "shop");
        QVERIFY2(head.data().toString().contains("2 of 2 running"), qPrintable(head.data().toString()));
        QVERIFY(page()->table()->isExpanded(head));
        page()->table()->setFocus();
        page()->table()->chooseRow(head);
        QCOMPARE(actions()->selection().size(), 2); // both of them
        actions()->action(ContainerActions::Pause)->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(page()->notice()->text().contains("2 of 2 are paused"),
                                  qPrintable(page()->notice()->text()), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            isIn("shop-web", ContainerState::Paused) && isIn("shop-db", ContainerState::Paused), 20'000);
        actions()->action(ContainerActions::Start)->trigger(); // goes on
        QTRY_VERIFY_WITH_TIMEOUT(
            isIn("shop-web", ContainerState::Running) && isIn("shop-db", ContainerState::Running), 20'000);
        QTest::keyClick(page()->table(), Qt::Key_Left);
        QVERIFY(!page()->table()->isExpanded(head));
        page()->groupBy({});
        page()->groupBy("project"); // remembered
        head = groups->index(0, 0);
        QVERIFY(!page()->table()->isExpanded(head));
        page()->table()->setExpanded(head, true);
        page()->filterEdit()->setText("project:shop name:web");
        QTRY_COMPARE_WITH_TIMEOUT(groups->rowCount(), 1, 10'000);
        QCOMPARE(groups->rowCount(groups->index(0, 0)), 1);
        page()->filterEdit()->clear();
        QTRY_VERIFY_WITH_TIMEOUT(groups->rowCount() > 1, 10'000);
    }

    void copiesAsCompose()
    {
        page()->groupBy("project");
        page()->table()->chooseRow(page()->groupModel()->index(0, 0));
        actions()->action(ContainerActions::CopyCompose)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::clipboard()->text().startsWith("services:"), 20'000);
        const QString text = QApplication::clipboard()->text();
        QVERIFY2(text.contains("  shop-db:\n    image: busybox:latest\n"), qPrintable(text));
        page()->groupBy({});
        const QString compose = QStandardPaths::findExecutable("docker-compose");
        if (compose.isEmpty())
            QSKIP("docker-compose is not installed");
        QDir(m_engine.folder()).mkdir("again");
        QFile file(m_engine.folder() + "/again/compose.yaml");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.close();
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("DOCKER_HOST", "unix://" + m_engine.socketPath());
        program.setProcessEnvironment(environment);
        program.start(compose, {"-f", file.fileName(), "up", "-d"});
        QTRY_VERIFY_WITH_TIMEOUT(program.state() == QProcess::NotRunning, 120'000);
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
        QTRY_VERIFY_WITH_TIMEOUT(isIn("again-shop-web-1", ContainerState::Running), 30'000);
    }

    void filtersByNetworkVolumeAndProject()
    {
        page()->groupBy({});
        const auto shown = [this](const QString &filter) {
            page()->filterEdit()->setText(filter);
            QTest::qWait(200); // the line waits for the next letter
            return page()->shownModel()->rowCount();
        };
        QCOMPARE(shown("volume:kept"), 1);
        QCOMPARE(shown("network:again_default"), 2);
        QCOMPARE(shown("project:shop"), 2);
        QCOMPARE(shown("volume:kept project:shop"), 0);
        page()->filterEdit()->clear();
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Containers>(argc, argv);
}

#include "tst_containers.moc"
