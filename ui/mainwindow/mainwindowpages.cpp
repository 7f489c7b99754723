// The pages of the window and their menus, each made when it is first wanted.
#include "ui/mainwindow/mainwindow.h"

#include "models/dockerfile/files/drafts.h"
#include "ui/builds/buildactions.h"
#include "ui/builds/buildspage.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containerspage.h"
#include "ui/containers/containertools.h"
#include "ui/dockerfile/studiopage.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagespage.h"
#include "ui/networks/networkactions.h"
#include "ui/networks/networkmapview.h"
#include "ui/networks/networkspage.h"
#include "ui/registries/registriespage.h"
#include "ui/registries/registryactions.h"
#include "ui/system/diskview.h"
#include "ui/system/eventspage.h"
#include "ui/system/systempage.h"
#include "ui/volumes/volumeactions.h"
#include "ui/volumes/volumespage.h"

#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

void MainWindow::ensurePage(int page)
{
    if (m_pages->widget(page)->layout() != nullptr)
        return;
    QWidget *made = page == Images        ? makeImagesPage()
                    : page == Dockerfiles ? makeDockerfilesPage()
                    : page == Builds      ? makeBuildsPage()
                    : page == Networks    ? makeNetworksPage()
                    : page == Volumes     ? makeVolumesPage()
                    : page == Registries  ? makeRegistriesPage()
                    : page == Learn       ? makeLearnPage()
                                          : makeSystemPage();
    auto *layout = new QVBoxLayout(m_pages->widget(page));
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(made);
}

QWidget *MainWindow::makeImagesPage()
{
    m_imagesPage = new ImagesPage(m_session);
    ImageActions *actions = m_imagesPage->actions();
    using A = ImageActions;
    QMenu *menu = m_pageMenus[Images];
    for (const A::Verb verb : {A::Run, A::Push, A::Tag, A::Save, A::CopyId, A::Explore, A::Compare})
        menu->addAction(actions->action(verb));
    menu->addSeparator();
    for (const A::Verb verb : {A::Pull, A::Build, A::Load, A::Import, A::NewBase})
        menu->addAction(actions->action(verb));
    menu->addSeparator();
    menu->addAction(actions->action(A::Prune));
    menu->addAction(actions->action(A::Remove));
    fillEmptyImages();
    connect(actions, &ImageActions::runWanted, this, [this](const QString &image) { openRunDialog(image); });
    connect(actions, &ImageActions::baseImageWanted, this, [this] { openBaseImageDialog(); });
    connect(actions, &ImageActions::buildWanted, this, [this] { openBuildDialog(); });
    connect(actions, &ImageActions::layersWanted, this, &MainWindow::openLayers);
    connect(actions, &ImageActions::pendingRemovalChanged, this, &MainWindow::refreshStatusBar);
    connect(m_imagesPage, &TablePage::currentKeyChanged, this, [this] { showDetails(); });
    return m_imagesPage;
}

QWidget *MainWindow::makeDockerfilesPage()
{
    m_studioPage = new StudioPage(m_session);
    m_studioPage->actions()->fill(m_pageMenus[Dockerfiles]);
    connect(m_studioPage, &StudioPage::runWanted, this,
            [this](const QString &image) { openRunDialog(image); });
    connect(m_studioPage, &StudioPage::shellOpened, this, &MainWindow::openStepShell);
    connect(m_studioPage, &StudioPage::imageWanted, this,
            [this](const QString &id, const QString &name, bool toPush) {
                whenImageListed(id, [this, id, name, toPush] {
                    showPage(Images);
                    m_imagesPage->selectImage(id, name);
                    if (toPush)
                        m_imagesPage->actions()->action(ImageActions::Push)->trigger();
                    else
                        openLayers(m_imagesPage->currentKey());
                });
            });
    return m_studioPage;
}

// What was typed and not saved comes back with its page; the window says so at once.
void MainWindow::tellOfDrafts()
{
    if (m_studioPage == nullptr && models::Draft::anyAbandoned(models::Draft::ownFolder()))
        m_containersPage->notice()->show(
            Notice::Kind::Info,
            tr("Dockerfiles that you have not saved are kept: they are as you left them."), tr("Show them"),
            [this] { showPage(Dockerfiles); });
}

QWidget *MainWindow::makeBuildsPage()
{
    m_buildsPage = new BuildsPage(m_session);
    BuildActions *actions = m_buildsPage->actions();
    using A = BuildActions;
    for (const A::Verb verb : {A::Build, A::Rebuild, A::Run, A::Cancel, A::CopyId, A::Remove})
        m_pageMenus[Builds]->addAction(actions->action(verb));
    connect(actions, &BuildActions::buildWanted, this, [this] { openBuildDialog(); });
    connect(actions, &BuildActions::rebuildWanted, this, [this](const QString &id) { openBuildDialog(id); });
    connect(actions, &BuildActions::runWanted, this, [this](const QString &image) { openRunDialog(image); });
    connect(m_buildsPage, &TablePage::currentKeyChanged, this, [this] { showDetails(); });
    return m_buildsPage;
}

QWidget *MainWindow::makeNetworksPage()
{
    m_networksPage = new NetworksPage(m_session);
    using A = NetworkActions;
    for (const A::Verb verb : {A::Create, A::Connect, A::Disconnect, A::CopyId, A::Prune, A::Remove})
        m_pageMenus[Networks]->addAction(m_networksPage->actions()->action(verb));
    m_pageMenus[Networks]->addSeparator();
    m_pageMenus[Networks]->addAction(m_networksPage->mapAction());
    connect(m_networksPage, &TablePage::currentKeyChanged, this, [this] { showDetails(); });
    connect(m_networksPage->map(), &NetworkMapView::containerOpened, this,
            [this](const QString &id) { openContainer(id, ContainerDetails::Overview); });
    connect(m_networksPage->map(), &NetworkMapView::portOpened, this,
            [this](const QString &id, const QString &port) { openPortDoctor(id, port); });
    return m_networksPage;
}

QWidget *MainWindow::makeVolumesPage()
{
    m_volumesPage = new VolumesPage(m_session);
    using A = VolumeActions;
    for (const A::Verb verb : {A::Create, A::Import, A::Export, A::Clone, A::CopyName, A::Prune, A::Remove})
        m_pageMenus[Volumes]->addAction(m_volumesPage->actions()->action(verb));
    connect(m_volumesPage, &TablePage::currentKeyChanged, this, [this] { showDetails(); });
    return m_volumesPage;
}

QWidget *MainWindow::makeRegistriesPage()
{
    m_registriesPage = new RegistriesPage(m_session);
    using A = RegistryActions;
    for (const A::Verb verb : {A::Add, A::LogIn, A::LogOut, A::Test, A::Settings, A::Remove})
        m_pageMenus[Registries]->addAction(m_registriesPage->actions()->action(verb));
    connect(m_registriesPage, &TablePage::currentKeyChanged, this, [this] { showDetails(); });
    return m_registriesPage;
}

QWidget *MainWindow::makeSystemPage()
{
    m_systemPage = new SystemPage(m_session);
    const std::array<std::tuple<Symbol, QString, SystemPage::Tab>, 3> tabs = {
        {{Symbol::Clock, tr("&Events"), SystemPage::Events},
         {Symbol::Volume, tr("&Disk"), SystemPage::Disk},
         {Symbol::Engine, tr("&About the engine"), SystemPage::Engine}}};
    for (const auto &[symbol, text, tab] : tabs)
        m_pageMenus[System]->addAction(icon(symbol), text, this,
                                       [this, tab = tab] { m_systemPage->showTab(tab); });
    m_pageMenus[System]->addSeparator();
    m_pageMenus[System]->addAction(icon(Symbol::Remove), tr("&Tidy up all…"), this, [this] {
        m_systemPage->showTab(SystemPage::Disk);
        m_systemPage->disk()->tidyUpAll();
    });
    m_pageMenus[System]->addAction(icon(Symbol::Save), tr("Diagnostics &bundle…"), this,
                                   &MainWindow::openDiagnostics);
    connect(m_systemPage->disk(), &DiskView::tidyWanted, this, &MainWindow::tidyUp);
    connect(m_systemPage->disk(), &DiskView::objectWanted, this, &MainWindow::openDiskObject);
    connect(m_systemPage->events(), &EventsPage::containerWanted, this,
            [this](const QString &id) { openContainer(id, ContainerDetails::Overview); });
    connect(m_systemPage->events(), &EventsPage::imageWanted, this, [this](const QString &id) {
        showPage(Images);
        m_imagesPage->selectImage(id);
    });
    return m_systemPage;
}

void MainWindow::openDiskObject(client::DiskObject::Kind kind, const QString &id)
{
    if (kind == client::DiskObject::Kind::Container) {
        openContainer(id, ContainerDetails::Overview);
    } else if (kind == client::DiskObject::Kind::Image) {
        showPage(Images);
        m_imagesPage->selectImage(id);
    } else if (kind == client::DiskObject::Kind::Volume) {
        showPage(Volumes);
        m_volumesPage->select(id);
    }
}

// The page's own question, which says exactly what would go.
void MainWindow::tidyUp(int part)
{
    if (part == DiskView::Containers) {
        showPage(Containers);
        m_containersPage->tools()->action(ContainerTools::Prune)->trigger();
    } else if (part == DiskView::Images) {
        showPage(Images);
        m_imagesPage->actions()->action(ImageActions::Prune)->trigger();
    } else {
        showPage(Volumes);
        m_volumesPage->actions()->action(VolumeActions::Prune)->trigger();
    }
}

// Making base images is an extension of our engine: another one's page does not offer it.
void MainWindow::fillEmptyImages()
{
    if (m_imagesPage == nullptr)
        return;
    Placeholder *page = m_imagesPage->emptyPlaceholder();
    page->clearButtons();
    page->setText(tr("No images yet"),
                  tr("An image is what a container is made of: a file system and a command to run."));
    page->addButton(tr("Pull an image…"), Symbol::Pull, [this] { m_imagesPage->actions()->openPull(); });
    if (m_session->isOwnEngine())
        page->addButton(tr("New base image…"), Symbol::Package, [this] { openBaseImageDialog(); });
    page->addButton(tr("Load an archive…"), Symbol::Load,
                    [this] { m_imagesPage->actions()->action(ImageActions::Load)->trigger(); });
}

ImagesPage *MainWindow::imagesPage()
{
    ensurePage(Images);
    return m_imagesPage;
}

StudioPage *MainWindow::studioPage()
{
    ensurePage(Dockerfiles);
    return m_studioPage;
}

BuildsPage *MainWindow::buildsPage()
{
    ensurePage(Builds);
    return m_buildsPage;
}

NetworksPage *MainWindow::networksPage()
{
    ensurePage(Networks);
    return m_networksPage;
}

VolumesPage *MainWindow::volumesPage()
{
    ensurePage(Volumes);
    return m_volumesPage;
}

SystemPage *MainWindow::systemPage()
{
    ensurePage(System);
    return m_systemPage;
}

RegistriesPage *MainWindow::registriesPage()
{
    ensurePage(Registries);
    return m_registriesPage;
}

} // namespace quayside::ui
