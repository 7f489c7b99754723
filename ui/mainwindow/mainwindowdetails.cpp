// What stands beside a page: details of what is selected on it, made when first wanted.
#include "ui/mainwindow/mainwindow.h"

#include "ui/builds/builddetails.h"
#include "ui/builds/buildspage.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containerspage.h"
#include "ui/containers/containertools.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagedetails.h"
#include "ui/images/imagespage.h"
#include "ui/networks/networkdetails.h"
#include "ui/networks/networkspage.h"
#include "ui/registries/registriespage.h"
#include "ui/registries/registrydetails.h"
#include "ui/volumes/volumedetails.h"
#include "ui/volumes/volumespage.h"

#include <QAction>
#include <QMenu>
#include <QStackedWidget>

namespace quayside::ui
{

ContainerDetails *MainWindow::containerDetails()
{
    if (m_containerDetails == nullptr) {
        m_containerDetails = new ContainerDetails(m_session);
        m_containerDetails->setMenu(m_pageMenus[Containers]);
        m_details->addWidget(m_containerDetails);
        connect(m_containerDetails, &ContainerDetails::logKept, m_containersPage->tools(),
                &ContainerTools::keepRemovedLog);
        for (QObject *place : m_detailsAction->associatedObjects())
            if (auto *view = qobject_cast<QMenu *>(place))
                view->addAction(m_containerDetails->hostBeside());
        connectContainerDetails();
    }
    return m_containerDetails;
}

void MainWindow::connectContainerDetails()
{
    ContainerTools *tools = m_containersPage->tools();
    connect(m_containerDetails, &ContainerDetails::limitsWanted, tools,
            [tools](const QString &id) { tools->run(ContainerTools::Limits, {id}); });
    connect(m_containerDetails, &ContainerDetails::editWanted, tools,
            [tools](const QString &id) { tools->run(ContainerTools::Edit, {id}); });
    connect(m_containerDetails, &ContainerDetails::lessonWanted, this, &MainWindow::openLesson);
    connect(m_containerDetails, &ContainerDetails::volumeWanted, this, [this](const QString &name) {
        showPage(Volumes);
        whenListed(
            m_session->volumes(), [this, name] { return m_session->volumes()->find(name) != nullptr; },
            [this, name] { volumesPage()->select(name); });
    });
    connect(m_containerDetails, &ContainerDetails::networkWanted, this, [this](const QString &name) {
        const auto find = [this, name] {
            for (const models::NetworkRow &row : m_session->networks()->rows()) {
                if (row.name == name)
                    return row.key();
            }
            return QString();
        };
        showPage(Networks);
        whenListed(
            m_session->networks(), [find] { return !find().isEmpty(); },
            [this, find] { networksPage()->select(find()); });
    });
}

ImageDetails *MainWindow::imageDetails()
{
    if (m_imageDetails == nullptr) {
        m_imageDetails = new ImageDetails(m_session);
        m_details->addWidget(m_imageDetails);
        connect(m_imageDetails, &ImageDetails::containerWanted, this,
                [this](const QString &id) { openContainer(id, ContainerDetails::Overview); });
        connect(m_imageDetails, &ImageDetails::imageWanted, this,
                [this](const QString &id) { m_imagesPage->selectImage(id); });
    }
    return m_imageDetails;
}

BuildDetails *MainWindow::buildDetails()
{
    if (m_buildDetails == nullptr) {
        m_buildDetails = new BuildDetails(m_session);
        m_details->addWidget(m_buildDetails);
        connect(m_buildDetails, &BuildDetails::shellOpened, this, &MainWindow::openStepShell);
        connect(m_buildDetails, &BuildDetails::imageWanted, this, [this](const QString &id) {
            showPage(Images);
            m_imagesPage->selectImage(id);
        });
    }
    return m_buildDetails;
}

NetworkDetails *MainWindow::networkDetails()
{
    if (m_networkDetails == nullptr) {
        m_networkDetails = new NetworkDetails(m_session);
        m_details->addWidget(m_networkDetails);
        connect(m_networkDetails, &NetworkDetails::containerWanted, this,
                [this](const QString &id) { openContainer(id, ContainerDetails::Overview); });
    }
    return m_networkDetails;
}

VolumeDetails *MainWindow::volumeDetails()
{
    if (m_volumeDetails == nullptr) {
        m_volumeDetails = new VolumeDetails(m_session);
        m_details->addWidget(m_volumeDetails);
        connect(m_volumeDetails, &VolumeDetails::containerWanted, this,
                [this](const QString &id) { openContainer(id, ContainerDetails::Overview); });
    }
    return m_volumeDetails;
}

// Of what is selected on a page, made when first wanted; nullptr where nothing is.
QWidget *MainWindow::detailsOf(int page)
{
    const auto made = [this](auto *&details) {
        if (details == nullptr) {
            details = new std::remove_reference_t<decltype(*details)>(m_session);
            m_details->addWidget(details);
        }
        return details;
    };
    if (page == Containers && !m_containersPage->currentKey().isEmpty()) {
        containerDetails()->showContainer(m_containersPage->currentKey());
        return m_containerDetails;
    }
    if (page == Images && m_imagesPage != nullptr && !m_imagesPage->currentKey().isEmpty()) {
        imageDetails()->showImage(m_imagesPage->currentKey());
        return m_imageDetails;
    }
    if (page == Builds && m_buildsPage != nullptr && !m_buildsPage->currentKey().isEmpty()) {
        buildDetails()->showBuild(m_buildsPage->currentKey());
        return m_buildDetails;
    }
    if (page == Networks && m_networksPage != nullptr && !m_networksPage->currentKey().isEmpty()) {
        networkDetails()->showNetwork(m_networksPage->currentKey());
        return m_networkDetails;
    }
    if (page == Volumes && m_volumesPage != nullptr && !m_volumesPage->currentKey().isEmpty()) {
        volumeDetails()->showVolume(m_volumesPage->currentKey());
        return m_volumeDetails;
    }
    if (page == Registries && m_registriesPage != nullptr && !m_registriesPage->currentKey().isEmpty()) {
        const bool first = m_registryDetails == nullptr;
        made(m_registryDetails)->showRegistry(m_registriesPage->currentKey());
        if (first)
            connect(m_registryDetails, &RegistryDetails::pullWanted, this,
                    [this](const QString &reference) { imagesPage()->actions()->openPull(reference); });
        return m_registryDetails;
    }
    return nullptr;
}

void MainWindow::showDetails()
{
    QWidget *details = detailsOf(m_pages->currentIndex());
    m_details->setCurrentWidget(details != nullptr ? details : m_noDetails);
    m_details->setVisible(m_detailsAction->isChecked() && details != nullptr);
}

void MainWindow::openContainer(const QString &id, int tab)
{
    showPage(Containers);
    m_containersPage->select(id);
    m_detailsAction->setChecked(true);
    showDetails();
    containerDetails()->showTab(ContainerDetails::Tab(tab));
}

void MainWindow::openTerminal(const QString &id)
{
    openContainer(id, ContainerDetails::Terminal);
    containerDetails()->openShell();
}

void MainWindow::runStepByStep(const QString &id)
{
    openContainer(id, ContainerDetails::Launch);
    containerDetails()->runStepByStep();
}

void MainWindow::openLayers(const QString &key)
{
    m_imagesPage->select(key);
    m_detailsAction->setChecked(true);
    showDetails();
    imageDetails()->showLayers();
}

} // namespace quayside::ui
