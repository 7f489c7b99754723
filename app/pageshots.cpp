#include "app/pageshots.h"

#include "app/screenplay.h"
#include "models/registries/imagename.h"
#include "models/system/enginesession.h"
#include "ui/builds/buildspage.h"
#include "ui/common/appearance.h"
#include "ui/common/tabs.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containerspage.h"
#include "ui/containers/rundialog.h"
#include "ui/stats/statspane.h"
#include "ui/images/baseimagedialog.h"
#include "ui/images/comparedialog.h"
#include "ui/images/contentview.h"
#include "ui/images/historypane.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagedetails.h"
#include "ui/images/imagefilespane.h"
#include "ui/images/imagespage.h"
#include "ui/images/layerspane.h"
#include "ui/images/packagespane.h"
#include "ui/images/pulldialog.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/networks/networkspage.h"
#include "ui/registries/registriespage.h"
#include "ui/registries/registrybrowser.h"
#include "ui/registries/registrydetails.h"
#include "ui/terminal/terminalpane.h"
#include "ui/terminal/terminalsession.h"
#include "ui/volumes/volumespage.h"

#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QTabWidget>
#include <QTextEdit>

#include <cstdio>

namespace quayside::app
{

namespace
{

class PageShots
{
public:
    PageShots(models::EngineSession &session, ui::MainWindow &window, const QString &folder)
        : m_session(session), m_window(window), m_folder(folder)
    {
    }

    bool take(const QString &suffix)
    {
        using ui::MainWindow;
        m_suffix = suffix;
        if (m_session.state() != models::EngineSession::State::Connected) {
            shoot(QStringLiteral("engine-absent"));
            return m_ok;
        }
        m_window.showPage(MainWindow::Containers);
        selectRunning();
        shootDetails();
        m_window.showPage(MainWindow::Images);
        waitUntil([this] { return m_session.imagesLoaded(); }, 3000);
        shootImages();
        m_window.showPage(MainWindow::Builds);
        waitUntil([this] { return m_session.builds()->isLoaded(); }, 3000);
        selectFirst(m_window.buildsPage()->table());
        shoot(QStringLiteral("builds"));
        m_window.showPage(MainWindow::Networks);
        waitUntil([this] { return m_session.networksLoaded(); }, 3000);
        selectFirst(m_window.networksPage()->table());
        shoot(QStringLiteral("networks"));
        m_window.showPage(MainWindow::Volumes);
        waitUntil([this] { return m_session.volumesLoaded(); }, 3000);
        selectFirst(m_window.volumesPage()->table());
        shoot(QStringLiteral("volumes"));
        m_window.showPage(MainWindow::Registries);
        shootRegistries();
        m_window.showPage(MainWindow::Containers);
        shootDialogs();
        return m_ok;
    }

private:
    void selectRunning()
    {
        for (const models::ContainerRow &row : m_session.containers()->rows()) {
            if (row.state == models::ContainerState::Running &&
                (m_selected.isEmpty() || !row.ports.isEmpty()))
                m_selected = row.id;
        }
        if (!m_selected.isEmpty())
            m_window.containersPage()->select(m_selected);
    }

    static void selectFirst(ui::Table *table)
    {
        table->setCurrentIndex(table->model()->index(0, 0));
        pauseFor(500); // its details and the sizes come
    }

    // Of a registry that answers, where there is one.
    void shootRegistries()
    {
        selectFirst(m_window.registriesPage()->table());
        for (const models::RegistryRow &row : m_session.registries()->model()->rows()) {
            if (row.state == models::RegistryRow::State::Reachable)
                m_window.registriesPage()->select(row.registry);
        }
        pauseFor(200);
        shoot(QStringLiteral("registries"));
        m_window.registryDetails()->showTab(ui::RegistryDetails::Browse);
        ui::RegistryBrowser *browser = m_window.registryDetails()->browser();
        waitUntil([&] { return browser->repositories()->rowCount() > 0; }, 2000);
        browser->repositoryView()->setCurrentIndex(browser->repositoryView()->model()->index(0, 0));
        waitUntil([&] { return browser->tags()->rowCount() > 0; }, 2000);
        browser->tagView()->setCurrentIndex(browser->tagView()->model()->index(0, 0));
        shoot(QStringLiteral("registry-browse"));
        m_window.registryDetails()->showTab(ui::RegistryDetails::Overview);
    }

    // Of a registry of one's own, where an image has come from one: Docker Hub is not always there.
    [[nodiscard]] QString repositoryToPull() const
    {
        QString found;
        for (const models::ImageRow &row : m_session.images()->rows()) {
            const models::ImageName name = models::parseImageName(row.reference());
            if (found.isEmpty() || name.registry != models::dockerHub)
                found = name.shownRepository();
        }
        return found;
    }

    void shootDetails()
    {
        if (m_selected.isEmpty()) {
            shoot(QStringLiteral("containers"));
            return;
        }
        using Tab = ui::ContainerDetails::Tab;
        ui::ContainerDetails *details = m_window.containerDetails();
        for (const auto &[tab, name] :
             {std::pair{Tab::Logs, "containers"}, std::pair{Tab::Overview, "container-overview"},
              std::pair{Tab::Inspect, "container-inspect"}, std::pair{Tab::Stats, "container-stats"},
              std::pair{Tab::Processes, "container-processes"},
              std::pair{Tab::Terminal, "container-terminal"}}) {
            details->showTab(tab);
            if (tab == Tab::Terminal) {
                if (details->terminalPane()->currentSession() == nullptr)
                    details->terminalPane()->openSession();
                ui::TerminalSession *shell = details->terminalPane()->currentSession();
                waitUntil([&] { return shell->isRunning(); }, 5000);
                shell->type(QStringLiteral("id; ls -l /\n"));
                pauseFor(400);
            }
            if (tab == Tab::Stats) {
                waitUntil([&] { return !details->statsPane()->line().isEmpty(); }, 4000);
                pauseFor(8000); // something is to be seen in its plots
            }
            pauseFor(400);
            shoot(QString::fromLatin1(name));
        }
        details->showTab(Tab::Logs);
        ui::LogPane *log = details->logPane();
        log->openSearch();
        typeText(log->findChild<QLineEdit *>(), QStringLiteral("warning"));
        pauseFor(200);
        log->view()->findPrevious();
        log->view()->findPrevious();
        shoot(QStringLiteral("container-log-search"));
        log->closeSearch();
    }

    // Of the image with the most layers: there is most to see.
    void selectImage()
    {
        ui::Table *images = m_window.imagesPage()->table();
        images->setCurrentIndex(images->model()->index(0, 0));
        for (const models::ImageRow &row : m_session.images()->rows()) {
            std::optional<std::size_t> layers;
            m_session.client()->inspectImage(row.id.toStdString(), &m_window, [&](const auto &image) {
                layers = image ? image->rootFS.layers.size() : 0;
            });
            waitUntil([&] { return layers.has_value(); }, 3000);
            if (layers.value_or(0) > m_mostLayers) {
                m_mostLayers = *layers;
                m_image = row.key();
            }
        }
        m_window.imagesPage()->select(m_image);
    }

    void shootImages()
    {
        selectImage();
        ui::ImageDetails *details = m_window.imageDetails();
        waitUntil([&] { return !details->findChildren<QTextEdit *>().isEmpty(); }, 3000);
        pauseFor(300);
        shoot(QStringLiteral("images"));
        details->showHistory();
        pauseFor(400);
        shoot(QStringLiteral("image-history"));
        if (!details->offersLayers())
            return;
        ui::LayersPane *layers = details->showLayers();
        waitUntil([&] { return layers->layers()->rowCount() > 0; }, 5000);
        layers->chooseLayer(std::max(0, layers->layers()->rowCount() - 3));
        for (int depth = 0; depth < 2; ++depth) {
            pauseFor(400);
            layers->files()->view()->expandToDepth(depth);
        }
        pauseFor(400);
        shoot(QStringLiteral("image-layers"));
        layers->chooseLayer(-1);
        layers->setWasteShown(true);
        pauseFor(500);
        shoot(QStringLiteral("image-waste"));
        layers->setWasteShown(false);
        details->showPackages();
        pauseFor(1000);
        shoot(QStringLiteral("image-packages"));
        details->tabs()->setCurrentIndex(0);
        shootComparison();
    }

    void shootComparison()
    {
        m_window.imagesPage()->actions()->run(ui::ImageActions::Compare, {m_image});
        auto *dialog = m_window.findChild<ui::CompareDialog *>();
        if (dialog == nullptr)
            return;
        dialog->swap(); // what was added is more to see than what is missing
        waitUntil([&] { return dialog->tree()->rowCount() > 0; }, 5000);
        dialog->view()->expandToDepth(0);
        pauseFor(500);
        shoot(QStringLiteral("image-compare"));
        dialog->close();
        pauseFor(50);
    }

    void shootDialogs()
    {
        ui::RunDialog *run = m_window.openRunDialog();
        models::RunOptions options;
        options.image = m_session.images()->rowCount() > 0 ? m_session.images()->at(0).reference()
                                                           : QStringLiteral("busybox:latest");
        options.name = QStringLiteral("web");
        options.ports = {{QStringLiteral("127.0.0.1"), QStringLiteral("8080"), QStringLiteral("80"),
                          QStringLiteral("tcp")}};
        options.memory = 256LL << 20;
        options.network = QStringLiteral("host");
        run->setOptions(options);
        pauseFor(400);
        auto *tabs = run->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            shoot(QStringLiteral("run-dialog-%1").arg(tab + 1));
        }
        run->reject();
        pauseFor(50);
        ui::PullDialog *pull = m_window.imagesPage()->actions()->openPull(repositoryToPull() + u':');
        pauseFor(1500); // its tags come
        shoot(QStringLiteral("pull-dialog"));
        pull->reject();
        pauseFor(50);
        ui::BaseImageDialog *base = m_window.openBaseImageDialog();
        shoot(QStringLiteral("base-image-dialog"));
        base->reject();
        pauseFor(50);
    }

    void shoot(const QString &name)
    {
        const QString file = QStringLiteral("%1/%2-%3.png").arg(m_folder, name, m_suffix);
        if (!takePicture(&m_window, file)) {
            std::fprintf(stderr, "quayside: %s cannot be written\n", qPrintable(file));
            m_ok = false;
        }
    }

    models::EngineSession &m_session;
    ui::MainWindow &m_window;
    QString m_folder, m_suffix, m_selected, m_image;
    std::size_t m_mostLayers = 0;
    bool m_ok = true;
};

} // namespace

int takePageShots(models::EngineSession &session, ui::MainWindow &window, const QString &folder)
{
    QDir().mkpath(folder);
    waitUntil(
        [&] { return session.state() != models::EngineSession::State::Connecting && session.imagesLoaded(); },
        3000);
    PageShots shots(session, window, folder);
    ui::applyScheme(ui::Scheme::Light);
    bool ok = shots.take(QStringLiteral("light"));
    ui::applyScheme(ui::Scheme::Dark);
    ok = shots.take(QStringLiteral("dark")) && ok;
    return ok ? 0 : 1;
}

} // namespace quayside::app
