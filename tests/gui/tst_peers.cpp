// The window on Docker's and on Podman's own engine: everything that they have works, and what they lack is
// not there to be pressed.
#include "tests/gui/peerengine.h"
#include "tests/gui/walk/stations.h"

#include "app/screenplay.h"
#include "models/logs/ansitext.h"
#include "models/stats/limits.h"
#include "models/system/enginesession.h"
#include "ui/common/formdialog.h"
#include "ui/common/notice.h"
#include "ui/common/tabs.h"
#include "ui/containers/containeractions.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containerspage.h"
#include "ui/containers/processespane.h"
#include "ui/containers/rundialog.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagedetails.h"
#include "ui/images/imagespage.h"
#include "ui/logs/logpane.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/networks/networkactions.h"
#include "ui/networks/networkspage.h"
#include "ui/stats/limithandle.h"
#include "ui/terminal/terminalpane.h"
#include "ui/terminal/terminalsession.h"
#include "ui/volumes/volumeactions.h"
#include "ui/volumes/volumespage.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace quayside;
using models::ContainerState;
using ui::ContainerActions;
using ui::ContainerDetails;

class tst_Peers : public QObject
{
    Q_OBJECT

public:
    explicit tst_Peers(PeerEngine::Kind kind, QString name) : m_peer(kind), m_name(std::move(name)) {}

private:
    PeerEngine m_peer;
    QString m_name;
    const QString image = QStringLiteral("localhost/busybox:latest");
    std::unique_ptr<models::EngineSession> m_session;
    std::unique_ptr<ui::MainWindow> m_window;

    const models::ContainerRow *row(const QString &name) const
    {
        for (const models::ContainerRow &row : m_session->containers()->rows()) {
            if (row.name == name)
                return &row;
        }
        return nullptr;
    }
    bool isIn(const QString &name, ContainerState state) const
    {
        return row(name) != nullptr && row(name)->state == state;
    }
    ContainerDetails *details() const { return m_window->containerDetails(); }
    ContainerActions *actions() const { return m_window->containersPage()->actions(); }
    template <typename Dialog>
    Dialog *openDialog() const
    {
        return app::openDialog<Dialog>(*m_window);
    }
    template <typename Model>
    bool has(Model *model, const QString &name) const
    {
        for (const auto &row : model->rows()) {
            if (row.name == name)
                return true;
        }
        return false;
    }
    // Sentences on the screen that say that the engine has no such thing.
    static QStringList complaints(const QWidget *top)
    {
        QStringList found;
        for (const QLabel *label : top->findChildren<QLabel *>()) {
            const QString text = label->text();
            if (label->isVisible() && (text.contains("page not found", Qt::CaseInsensitive) ||
                                       text.contains("404") || text.contains("Not Found")))
                found.append(text);
        }
        return found;
    }

private slots:
    void initTestCase()
    {
        if (const QString missing = m_peer.missing(); !missing.isEmpty())
            QSKIP(qPrintable("missing " + missing));
        QSettings().clear();
        QVERIFY2(m_peer.start() && m_peer.bringImage(image), qPrintable(m_peer.log()));
        m_session = std::make_unique<models::EngineSession>(m_peer.socketPath());
        m_session->start();
        m_window = std::make_unique<ui::MainWindow>(m_session.get(), QString());
        m_window->show();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), models::EngineSession::State::Connected, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->imagesLoaded() && m_session->images()->rowCount() > 0, 20'000);
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_session.reset();
    }

    void saysWhichEngineItIs()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_session->engineName().contains(m_name, Qt::CaseInsensitive), 10'000);
        QVERIFY(!m_session->isOwnEngine());
    }

    void runsFromTheDialog()
    {
        ui::RunDialog *dialog = m_window->openRunDialog();
        models::RunOptions options;
        options.image = image;
        options.name = "web";
        options.command = {"sh", "-c", "echo ready; trap 'exit 0' TERM; while :; do sleep 0.1; done"};
        options.ports = {{"127.0.0.1", "4000", "80", "tcp"}};
        dialog->setOptions(options);
        QTest::mouseClick(dialog->findChild<QPushButton *>("run"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", ContainerState::Running), 30'000);
        QTRY_COMPARE(m_window->containersPage()->currentKey(), row("web")->id);
        QCOMPARE(row("web")->ports.size(), 1);
    }

    void showsWhatIsInside()
    {
        details()->showTab(ContainerDetails::Logs);
        QTRY_COMPARE_WITH_TIMEOUT(details()->logPane()->model()->count(), 1, 15'000);
        QCOMPARE(models::plainText(details()->logPane()->model()->line(0).text), "ready");
        details()->openShell();
        QTRY_VERIFY_WITH_TIMEOUT(details()->terminalPane()->currentSession() != nullptr &&
                                     details()->terminalPane()->currentSession()->isRunning(),
                                 15'000);
        details()->terminalPane()->currentSession()->type("echo $((40+2))\n");
        QTRY_VERIFY_WITH_TIMEOUT(details()->terminalPane()->currentSession()->text().contains("\n42"),
                                 15'000);
        details()->showTab(ContainerDetails::Processes);
        QTRY_VERIFY_WITH_TIMEOUT(details()->processesPane()->table()->rowCount() > 0, 15'000);
    }

    void stopsStartsAndRenames()
    {
        m_window->containersPage()->select(row("web")->id);
        actions()->action(ContainerActions::Stop)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(row("web")->state == ContainerState::Exited ||
                                     row("web")->state == ContainerState::Failed,
                                 30'000);
        actions()->action(ContainerActions::Start)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", ContainerState::Running), 20'000);
        actions()->action(ContainerActions::Pause)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", ContainerState::Paused), 20'000);
        actions()->run(ContainerActions::Start, {row("web")->id});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", ContainerState::Running), 20'000);
    }

    // Where there was none before, the first limit of CPUs goes again without a trace.
    void limitsCpusAndTakesItBack()
    {
        if (m_name != u"Docker")
            QSKIP("this engine changes no limits for its Docker API");
        const auto limit = [this] {
            std::optional<api::HostConfig> config;
            m_session->client()->inspectContainer(row("web")->id.toStdString(), this,
                                                  [&](const Result<api::ContainerInspect> &c) {
                                                      config = c ? c->hostConfig : api::HostConfig();
                                                  });
            (void)QTest::qWaitFor([&] { return config.has_value(); }, 10'000);
            return models::limitOf(models::Limit::Cpus, config.value_or(api::HostConfig()));
        };
        m_window->containersPage()->select(row("web")->id);
        details()->showTab(ContainerDetails::Stats);
        ui::LimitHandle *handle = nullptr;
        const auto find = [&] {
            for (ui::LimitHandle *one : details()->findChildren<ui::LimitHandle *>()) {
                if (one->isVisible() && one->accessibleName().startsWith("CPU limit"))
                    handle = one;
            }
            return handle != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(find(), 15'000);
        QCOMPARE(limit(), 0.0);
        handle->setFocus();
        QTest::keyClick(handle, Qt::Key_PageDown);
        QTest::keyClick(handle, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(limit() > 0, 15'000);
        QPushButton *undo = nullptr;
        for (QPushButton *button : details()->findChildren<QPushButton *>())
            undo = button->isVisible() && button->text() == u"Undo" ? button : undo;
        QVERIFY(undo != nullptr);
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(limit(), 0.0, 15'000);
        m_window->containersPage()->focusList();
    }

    void makesNetworksAndVolumes()
    {
        m_window->showPage(ui::MainWindow::Networks);
        m_window->networksPage()->actions()->run(ui::NetworkActions::Create, {});
        auto *network = openDialog<ui::FormDialog>();
        QVERIFY(network != nullptr);
        app::fillIn(network->findChild<QLineEdit *>("name"), "backend");
        QTest::mouseClick(network->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(has(m_session->networks(), "backend"), 20'000);
        m_window->showPage(ui::MainWindow::Volumes);
        m_window->volumesPage()->actions()->run(ui::VolumeActions::Create, {});
        auto *volume = openDialog<ui::FormDialog>();
        QVERIFY(volume != nullptr);
        app::fillIn(volume->findChild<QLineEdit *>("name"), "orders");
        QTest::mouseClick(volume->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(has(m_session->volumes(), "orders"), 20'000);
    }

    void tagsSavesAndLoads()
    {
        m_window->showPage(ui::MainWindow::Images);
        ui::ImagesPage *page = m_window->imagesPage();
        page->selectReference(image);
        const QString file = m_peer.folder() + "/saved.tar";
        page->actions()->saveTo({page->currentKey()}, file);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 30'000);
        QVERIFY(m_peer.docker({"rm", "-f", "web"}));
        QTRY_VERIFY_WITH_TIMEOUT(row("web") == nullptr, 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->images()->find(page->currentKey())->usedBy, 0, 10'000);
        page->actions()->run(ui::ImageActions::Remove, {page->currentKey()});
        page->undoBar()->commitNow();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->images()->rowCount(), 0, 20'000);
        page->actions()->loadFile(file);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->images()->rowCount() > 0, 30'000);
    }

    // No page, tab or dialog asks for what this engine does not have.
    void offersNothingThatItLacks()
    {
        QVERIFY(m_peer.docker({"run", "-d", "--name", "again", image, "sleep", "1000"}));
        QTRY_VERIFY_WITH_TIMEOUT(isIn("again", ContainerState::Running), 20'000);
        QStringList found;
        walk::visitAll(*m_window, [&](QWidget *top, const QString &station) {
            for (const QString &text : complaints(top))
                found.append(station + ": " + text);
        });
        QVERIFY2(found.isEmpty(), qPrintable('\n' + found.join('\n')));
        QVERIFY(!m_window->imagesPage()->actions()->action(ui::ImageActions::NewBase)->isVisible());
        QVERIFY(!m_window->imagesPage()->actions()->action(ui::ImageActions::Explore)->isVisible());
    }

    void removesWithUndo()
    {
        m_window->showPage(ui::MainWindow::Containers);
        QVERIFY(m_peer.docker({"stop", "-t", "1", "again"}));
        QTRY_VERIFY_WITH_TIMEOUT(!row("again")->isRunning(), 20'000);
        actions()->run(ContainerActions::Remove, {row("again")->id});
        m_window->containersPage()->undoBar()->commitNow();
        QTRY_VERIFY_WITH_TIMEOUT(row("again") == nullptr, 20'000);
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir home;
    qputenv("HOME", home.path().toLocal8Bit());
    QApplication application(argc, argv);
    QApplication::setApplicationName("quayside-peers-test");
    QApplication::setOrganizationName("quayside");
    QStandardPaths::setTestModeEnabled(true);
    int failed = 0;
    {
        tst_Peers docker(PeerEngine::Kind::Docker, "Docker");
        failed += QTest::qExec(&docker, argc, argv);
    }
    tst_Peers podman(PeerEngine::Kind::Podman, "Podman");
    return failed + QTest::qExec(&podman, argc, argv);
}
#include "tst_peers.moc"
