// The map of the networks and the port doctor, on a real engine.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/client/resources.h"
#include "ui/containers/containertools.h"
#include "ui/networks/hoprow.h"
#include "ui/networks/networkactions.h"
#include "ui/networks/networkdialog.h"
#include "ui/networks/networkmapview.h"
#include "ui/networks/networkspage.h"
#include "ui/networks/portdoctor.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>

using namespace quayside;
using models::MapNode;
using ui::NetworkActions;

class tst_Networks : public WindowTest
{
    Q_OBJECT

private:
    [[nodiscard]] ui::NetworksPage *networks() const { return m_window->networksPage(); }
    [[nodiscard]] ui::NetworkMapView *map() const { return networks()->map(); }
    template <typename Dialog>
    Dialog *openDialog() const
    {
        for (Dialog *dialog : m_window->findChildren<Dialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    QString networkId(const QString &name) const
    {
        for (const models::NetworkRow &row : m_session->networks()->rows())
            if (row.name == name)
                return row.id;
        return {};
    }
    // -1: there is none.
    int nodeOf(MapNode::Kind kind, const QString &title) const
    {
        for (qsizetype i = 0; i < map()->map().nodes.size(); ++i)
            if (map()->map().nodes.at(i).kind == kind && map()->map().nodes.at(i).title.startsWith(title))
                return int(i);
        return -1;
    }
    void runServer(const QString &name, const QString &command, const QString &network, int hostPort)
    {
        models::RunOptions options;
        options.image = image;
        options.name = name;
        options.network = network;
        options.command = {"sh", "-c", command};
        options.init = true;
        if (hostPort != 0) {
            models::PortMapping port;
            port.hostPort = QString::number(hostPort);
            port.containerPort = QStringLiteral("80");
            options.ports = {port};
        }
        makeContainer(options);
    }
    void makeNetwork(const client::NewNetwork &network)
    {
        std::optional<Result<std::string>> made;
        client::createNetwork(*m_session->client(), network, this,
                              [&](const Result<std::string> &id) { made = id; });
        QTRY_VERIFY_WITH_TIMEOUT(made.has_value() && made->has_value(), 10'000);
    }
    ui::PortDoctor *checked(const QString &container)
    {
        m_window->showPage(ui::MainWindow::Containers);
        page()->select(row(container)->id);
        page()->tools()->action(ui::ContainerTools::CheckPort)->trigger();
        auto *doctor = openDialog<ui::PortDoctor>();
        if (doctor == nullptr ||
            !QTest::qWaitFor([doctor] { return !doctor->isChecking() && !doctor->found().hops.empty(); },
                             20'000))
            return nullptr;
        return doctor;
    }

private slots:
    void initTestCase()
    {
        openWindow();
        m_window->resize(1200, 760);
        m_window->showPage(ui::MainWindow::Networks);
        makeNetwork({.name = "shop", .subnet = "10.211.7.0/24", .options = {}, .labels = {}});
        makeNetwork(
            {.name = "closed", .subnet = "10.211.8.0/24", .internal = true, .options = {}, .labels = {}});
        QTRY_VERIFY_WITH_TIMEOUT(!networkId("closed").isEmpty(), 10'000);
        runServer("web", "httpd -f -p 80", "shop", 42480);
        runServer("hidden", "httpd -f -p 127.0.0.1:80", "shop", 42481);
        runServer("db", "sleep 1000", "closed", 0);
    }
    void cleanupTestCase() { closeWindow(); }

    void drawsWhatIsThere()
    {
        networks()->mapAction()->trigger();
        QVERIFY(map()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(nodeOf(MapNode::Kind::Container, "db") >= 0, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(nodeOf(MapNode::Kind::Port, ":42480") >= 0, 10'000);
        const MapNode web = map()->map().nodes.at(nodeOf(MapNode::Kind::Container, "web"));
        QVERIFY2(web.detail.startsWith("10.211.7."), qPrintable(web.detail));
        const MapNode closed = map()->map().nodes.at(nodeOf(MapNode::Kind::Network, "closed"));
        QVERIFY2(closed.detail.contains("closed"), qPrintable(closed.detail));
        QVERIFY(nodeOf(MapNode::Kind::Host, "") == 0);
    }

    void followsTheEngine()
    {
        client::connectNetwork(*m_session->client(), "shop", {.container = row("db")->id.toStdString()}, this,
                               {});
        const auto attached = [this] {
            return std::ranges::count(map()->map().lines, models::MapLine::Kind::Attached,
                                      &models::MapLine::kind);
        };
        QTRY_COMPARE_WITH_TIMEOUT(attached(), 1, 15'000);
        client::disconnectNetwork(*m_session->client(), "shop", row("db")->id.toStdString(), this, {});
        QTRY_COMPARE_WITH_TIMEOUT(attached(), 0, 15'000);
    }

    void isWalkedByKeys()
    {
        map()->setFocus();
        map()->setCurrent(0);
        QTest::keyClick(map(), Qt::Key_Tab);
        QCOMPARE(map()->current(), 1);
        QVERIFY(map()->accessibleDescription().contains("network"));
        QTest::keyClick(map(), Qt::Key_Backtab);
        QCOMPARE(map()->current(), 0);
        // A network that is chosen there is that of the list and of the details.
        const int shop = nodeOf(MapNode::Kind::Network, "shop");
        map()->setCurrent(shop - 1);
        QTest::keyClick(map(), Qt::Key_Tab);
        QCOMPARE(networks()->currentKey(), networkId("shop"));
        networks()->select(networkId("closed"));
        QCOMPARE(map()->current(), nodeOf(MapNode::Kind::Network, "closed"));
        map()->setCurrent(nodeOf(MapNode::Kind::Container, "web"));
        QTest::keyClick(map(), Qt::Key_Return);
        QCOMPARE(m_window->containersPage()->currentKey(), row("web")->id);
        m_window->showPage(ui::MainWindow::Networks);
    }

    void zoomsAndFits()
    {
        map()->fit();
        const qreal before = map()->transform().m11();
        QTest::keyClick(map(), Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(map()->transform().m11() > before);
        QTest::keyClick(map(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(map()->transform().m11(), before);
    }

    void aPortThatAnswers()
    {
        m_window->showPage(ui::MainWindow::Networks);
        map()->setCurrent(nodeOf(MapNode::Kind::Port, ":42480"));
        QTest::keyClick(map(), Qt::Key_Return);
        auto *doctor = openDialog<ui::PortDoctor>();
        QVERIFY(doctor != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(doctor->found().works, 20'000);
        QVERIFY(doctor->findChild<QLabel *>("summary")->text().contains("All is well"));
        QCOMPARE(doctor->hops()->buttons().size(), qsizetype(9));
        doctor->reject();
    }

    void aProgramThatHides()
    {
        ui::PortDoctor *doctor = checked("hidden");
        QVERIFY(doctor != nullptr);
        QVERIFY(!doctor->found().works);
        QVERIFY2(doctor->explanation().contains("127.0.0.1 only"), qPrintable(doctor->explanation()));
        QCOMPARE(doctor->hops()->buttons().at(doctor->hops()->current())->objectName(), "program");
        QVERIFY(doctor->hops()->buttons().at(doctor->hops()->current())->text().contains("broken"));
        // By keys to the step before, which explains itself.
        doctor->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(doctor));
        QTRY_VERIFY(doctor->hops()->buttons().first()->isVisible());
        doctor->hops()->buttons().at(doctor->hops()->current())->setFocus();
        QTest::keyClick(doctor->hops()->buttons().at(doctor->hops()->current()), Qt::Key_Left);
        QTRY_VERIFY(!doctor->explanation().contains("127.0.0.1 only"));
        doctor->reject();
    }

    void aPausedContainerGoesOn()
    {
        actions()->run(ui::ContainerActions::Pause, {row("web")->id});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", models::ContainerState::Paused), 10'000);
        ui::PortDoctor *doctor = checked("web");
        QVERIFY(doctor != nullptr);
        QVERIFY(doctor->fixButton()->isVisible());
        QTest::mouseClick(doctor->fixButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(doctor->found().works, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", models::ContainerState::Running), 10'000);
        doctor->reject();
    }

    void remembersTheMap()
    {
        QVERIFY(networks()->showsPicture());
        networks()->mapAction()->trigger();
        QVERIFY(!map()->isVisible());
        QCOMPARE(QSettings().value("networks/map").toBool(), false);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Networks>(argc, argv);
}

#include "tst_networks.moc"
