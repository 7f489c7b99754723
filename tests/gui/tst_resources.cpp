// Networks and volumes by hand: made, looked at, used, removed; and tidying up.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/containers/runoptions.h"
#include "ui/common/notice.h"
#include "ui/common/prunedialog.h"
#include "ui/containers/containertools.h"
#include "ui/networks/connectdialog.h"
#include "ui/networks/networkactions.h"
#include "ui/networks/networkdialog.h"
#include "ui/networks/networkspage.h"
#include "ui/volumes/volumeactions.h"
#include "ui/volumes/volumedialog.h"
#include "ui/volumes/volumespage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace quayside;
using models::ContainerState;
using ui::NetworkActions;
using ui::VolumeActions;

class tst_Resources : public WindowTest
{
    Q_OBJECT

private:
    QString networkId(const QString &name) const
    {
        for (const models::NetworkRow &row : m_session->networks()->rows()) {
            if (row.name == name)
                return row.id;
        }
        return {};
    }
    template <typename Dialog>
    Dialog *openDialog() const
    {
        for (Dialog *dialog : m_window->findChildren<Dialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    // Whether the engine has the route at all: 404 and 501 say "no such page" in words of their own.
    bool engineHas(const std::string &target)
    {
        std::optional<Result<>> end;
        if (target == "networks")
            m_session->client()->removeNetwork("no-such-network", this,
                                               [&](const Result<> &done) { end = done; });
        else
            m_session->client()->removeVolume("no-such-volume", false, this,
                                              [&](const Result<> &done) { end = done; });
        (void)QTest::qWaitFor([&] { return end.has_value(); }, 5000);
        return end && !*end && end->error().kind == ErrorKind::NotFound &&
               !end->error().message.contains("page not found");
    }

private slots:
    void initTestCase() { openWindow(); }
    void cleanupTestCase() { closeWindow(); }

    void listsWhatIsThere()
    {
        m_window->showPage(ui::MainWindow::Networks);
        QTRY_VERIFY_WITH_TIMEOUT(!networkId("bridge").isEmpty(), 10'000);
        ui::NetworksPage *networks = m_window->networksPage();
        QCOMPARE(networks->face(), ui::ListPage::Face::List);
        networks->select(networkId("bridge"));
        // What the engine made itself stays.
        QVERIFY(!networks->actions()->action(NetworkActions::Remove)->isEnabled());
        m_window->showPage(ui::MainWindow::Volumes);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->volumesPage()->face(), ui::ListPage::Face::Empty, 10'000);
    }

    void countsWhoUsesAVolume()
    {
        models::RunOptions options;
        options.image = image;
        options.name = "writer";
        options.command = {"sh", "-c", "dd if=/dev/zero of=/data/file bs=1024 count=300; sleep 1000"};
        models::MountOption mount;
        mount.kind = models::MountOption::Kind::Volume;
        mount.source = "ledger";
        mount.target = "/data";
        options.mounts = {mount};
        options.init = true;
        makeContainer(options);
        models::VolumeModel *volumes = m_session->volumes();
        QTRY_VERIFY_WITH_TIMEOUT(volumes->find("ledger") != nullptr, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(volumes->find("ledger")->containers, QStringList("writer"), 5000);
        // In use: said at once, nothing is asked of the engine.
        m_window->showPage(ui::MainWindow::Volumes);
        m_window->volumesPage()->actions()->run(VolumeActions::Remove, {"ledger"});
        QVERIFY(m_window->volumesPage()->notice()->text().contains("used by writer"));
        QVERIFY(openBox() == nullptr);
        m_window->volumesPage()->notice()->dismiss();
        m_session->client()->removeContainer(row("writer")->id.toStdString(), {.force = true}, this, {});
        QTRY_VERIFY_WITH_TIMEOUT(row("writer") == nullptr, 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(volumes->find("ledger")->containers, QStringList(), 5000);
    }

    void makesAndRemovesAVolume()
    {
        if (!engineHas("volumes"))
            QSKIP("the engine does not make volumes yet");
        ui::VolumesPage *page = m_window->volumesPage();
        page->actions()->run(VolumeActions::Create, {});
        auto *dialog = openDialog<ui::VolumeDialog>();
        QVERIFY(dialog != nullptr);
        app::fillIn(dialog->findChild<QLineEdit *>("name"), "photos");
        dialog->findChild<QPlainTextEdit *>("labels")->setPlainText("team=a\nkept");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->volumes()->find("photos") != nullptr, 10'000);
        QCOMPARE(m_session->volumes()->find("photos")->labels.value("team"), "a");
        page->actions()->run(VolumeActions::Remove, {"photos"});
        QTRY_VERIFY(openBox() != nullptr);
        QVERIFY(openBox()->text().contains("lost for good"));
        QVERIFY(openBox()->informativeText().contains("photos"));
        pressDestructive(openBox());
        QTRY_VERIFY_WITH_TIMEOUT(m_session->volumes()->find("photos") == nullptr, 10'000);
    }

    void tidiesUpOnlyWhatIsTicked()
    {
        if (!engineHas("volumes"))
            QSKIP("the engine does not remove volumes yet");
        ui::VolumesPage *page = m_window->volumesPage();
        page->actions()->run(VolumeActions::Prune, {});
        auto *dialog = openDialog<ui::PruneDialog>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->chosenKeys(), QStringList()); // it has a name: not ticked
        QVERIFY(!dialog->removeButton()->isEnabled());
        dialog->setChosen("ledger", true);
        QCOMPARE(dialog->chosenKeys(), QStringList("ledger"));
        QTest::mouseClick(dialog->removeButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->volumes()->find("ledger") == nullptr, 10'000);
    }

    void makesConnectsAndRemovesANetwork()
    {
        if (!engineHas("networks"))
            QSKIP("the engine does not make networks yet");
        m_window->showPage(ui::MainWindow::Networks);
        ui::NetworksPage *page = m_window->networksPage();
        page->actions()->run(NetworkActions::Create, {});
        auto *dialog = openDialog<ui::NetworkDialog>();
        QVERIFY(dialog != nullptr);
        QVERIFY(!dialog->acceptButton()->isEnabled()); // without a name
        app::fillIn(dialog->findChild<QLineEdit *>("name"), "shop");
        app::fillIn(dialog->findChild<QLineEdit *>("gateway"), "10.97.3.1");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QVERIFY(dialog->problem().contains("subnet"));
        app::fillIn(dialog->findChild<QLineEdit *>("subnet"), "10.97.3.0/24");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        const QPointer<ui::NetworkDialog> made(dialog);
        const auto problem = [&] { return made ? made->problem() : QStringLiteral("it is not listed"); };
        QTRY_VERIFY2_WITH_TIMEOUT(!networkId("shop").isEmpty(), qPrintable(problem()), 10'000);
        QCOMPARE(m_session->networks()->find(networkId("shop"))->subnets, QStringList("10.97.3.0/24"));
        makeContainer("front", {"sleep", "1000"});
        page->actions()->run(NetworkActions::Connect, {networkId("shop")});
        auto *connectTo = openDialog<ui::ConnectDialog>();
        QVERIFY(connectTo != nullptr);
        auto *choice = connectTo->findChild<QComboBox *>("container");
        choice->setCurrentIndex(choice->findText("front"));
        QTest::mouseClick(connectTo->acceptButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->networks()->find(networkId("shop"))->containers,
                                  QStringList("front"), 10'000);
        page->actions()->run(NetworkActions::Remove, {networkId("shop")});
        QTRY_VERIFY(openBox() != nullptr);
        QVERIFY(openBox()->informativeText().contains("shop: used by front"));
        openBox()->close();
        m_session->client()->removeContainer(row("front")->id.toStdString(), {.force = true}, this, {});
        QTRY_COMPARE_WITH_TIMEOUT(m_session->networks()->find(networkId("shop"))->containers, QStringList(),
                                  10'000);
        page->actions()->run(NetworkActions::Remove, {networkId("shop")});
        QVERIFY(page->undoBar()->isOffering());
        page->undoBar()->commitNow();
        QTRY_VERIFY_WITH_TIMEOUT(networkId("shop").isEmpty(), 10'000);
    }

    void tidiesUpContainersOnceTheyAreShown()
    {
        m_window->showPage(ui::MainWindow::Containers);
        makeContainer("alive", {"sleep", "1000"});
        makeContainer("made", {"true"}, false);
        const QString ended = makeContainer("ended", {"sleep", "1000"});
        m_session->client()->killContainer(ended.toStdString(), "KILL", this, {});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("ended", ContainerState::Failed), 10'000);
        page()->tools()->action(ui::ContainerTools::Prune)->trigger();
        auto *dialog = openDialog<ui::PruneDialog>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->chosenKeys(), QStringList(ended)); // not "alive"; "made" is listed, and not ticked
        QTest::mouseClick(dialog->removeButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(row("ended") == nullptr, 10'000);
        QVERIFY(row("made") != nullptr && isIn("alive", ContainerState::Running));
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Resources>(argc, argv);
}

#include "tst_resources.moc"
