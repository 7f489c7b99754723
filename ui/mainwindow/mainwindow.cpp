#include "ui/mainwindow/mainwindow.h"

#include "models/builds/buildwanted.h"
#include "models/common/text.h"
#include "models/containers/runoperation.h"
#include "models/system/enginechoices.h"
#include "ui/builds/builddetails.h"
#include "ui/builds/builddialog.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/containers/containeractions.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containerspage.h"
#include "ui/containers/containertools.h"
#include "ui/containers/rundialog.h"
#include "ui/dockerfile/studiopage.h"
#include "ui/images/baseimagedialog.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagedetails.h"
#include "ui/images/imagespage.h"
#include "ui/learn/lessons/learnpage.h"
#include "ui/learn/wire/wirepanel.h"
#include "ui/mainwindow/enginepage.h"
#include "ui/mainwindow/enginesdialog.h"
#include "ui/mainwindow/operationspanel.h"
#include "ui/mainwindow/wiredock.h"
#include "ui/networks/networkactions.h"
#include "ui/networks/networkdetails.h"
#include "ui/networks/networkspage.h"
#include "ui/networks/portdoctor.h"
#include "ui/registries/registriespage.h"
#include "ui/registries/registryactions.h"
#include "ui/registries/registrydetails.h"
#include "ui/volumes/volumeactions.h"
#include "ui/volumes/volumedetails.h"
#include "ui/volumes/volumespage.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

namespace
{
// The page that our build's starter image is for.
const QString helloImage = QStringLiteral("quayside/hello:latest");
} // namespace

// ---- pages; they are made in mainwindowpages.cpp

void MainWindow::showPage(Page page)
{
    m_navigation->setCurrentRow(page);
}

void MainWindow::onPageChanged(int page)
{
    if (page < 0)
        return;
    ensurePage(page);
    m_pages->setCurrentIndex(page);
    m_pageActions[page]->setChecked(true);
    // The keys of a page's actions (Del, F2 …) are its own while it is shown.
    for (int other = 0; other < PageCount; ++other) {
        m_pageMenus[std::size_t(other)]->setEnabled(other == page);
        for (QAction *action : m_pageMenus[std::size_t(other)]->actions())
            action->setShortcutContext(other == page ? Qt::WindowShortcut : Qt::WidgetShortcut);
    }
    // "New" is a file there.
    m_runAction->setShortcutContext(page == Dockerfiles ? Qt::WidgetShortcut : Qt::WindowShortcut);
    if (page != Learn && m_learnPage != nullptr)
        m_learnPage->setPresenting(false);
    showEngineOrPage();
    showDetails();
}

// ---- dialogs

RunDialog *MainWindow::openRunDialog(const QString &image)
{
    imagesPage(); // its list feeds the dialog's
    auto *dialog = new RunDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!image.isEmpty())
        dialog->setImage(image);
    connect(dialog, &RunDialog::containerMade, this, [this](const QString &id, bool started) {
        const int tab = started ? ContainerDetails::Logs : ContainerDetails::Overview;
        whenContainerListed(id, [this, id, tab] { openContainer(id, tab); });
    });
    connect(dialog, &RunDialog::stepByStepWanted, this,
            [this](const QString &id) { whenContainerListed(id, [this, id] { runStepByStep(id); }); });
    dialog->open();
    return dialog;
}

PortDoctor *MainWindow::openPortDoctor(const QString &container, const QString &port)
{
    auto *dialog = new PortDoctor(m_session, container, port, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PortDoctor::logWanted, this,
            [this](const QString &id) { openContainer(id, ContainerDetails::Logs); });
    connect(dialog, &PortDoctor::editWanted, this,
            [this](const QString &id) { m_containersPage->tools()->run(ContainerTools::Edit, {id}); });
    dialog->open();
    return dialog;
}

// The row comes with the engine's event; then it can be selected.
void MainWindow::whenListed(const QAbstractItemModel *list, const std::function<bool()> &isListed,
                            const std::function<void()> &act)
{
    if (isListed()) {
        act();
        return;
    }
    auto *waiting = new QObject(this);
    connect(list, &QAbstractItemModel::rowsInserted, waiting, [this, waiting, isListed, act] {
        if (!isListed())
            return;
        waiting->deleteLater();
        QMetaObject::invokeMethod(this, act, Qt::QueuedConnection);
    });
}

void MainWindow::whenContainerListed(const QString &container, const std::function<void()> &act)
{
    const auto *list = m_session->containers();
    whenListed(list, [list, container] { return list->find(container) != nullptr; }, act);
}

void MainWindow::whenImageListed(const QString &id, const std::function<void()> &act)
{
    const auto *list = m_session->images();
    const auto isListed = [list, id] {
        return std::ranges::any_of(list->rows(), [&](const models::ImageRow &row) { return row.id == id; });
    };
    whenListed(list, isListed, act);
}

void MainWindow::openStepShell(const QString &container)
{
    whenContainerListed(container, [this, container] { openTerminal(container); });
}

BaseImageDialog *MainWindow::openBaseImageDialog()
{
    auto *dialog = new BaseImageDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BaseImageDialog::imageMade, this,
            [this](const QString &reference) { openRunDialog(reference); });
    dialog->open();
    return dialog;
}

BuildDialog *MainWindow::openBuildDialog(const QString &rebuild)
{
    auto *dialog = new BuildDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const models::BuildRow *row = m_session->builds()->model()->find(rebuild)) {
        // Of a build that another client began it is not known from where.
        models::BuildWanted wanted = models::recallBuild(rebuild).value_or(models::BuildWanted());
        if (wanted.name.isEmpty() && !row->tags.isEmpty())
            wanted.name = row->tags.first();
        dialog->setWanted(wanted);
    }
    connect(dialog, &BuildDialog::shellOpened, this, &MainWindow::openStepShell);
    connect(dialog, &BuildDialog::runWanted, this, [this](const QString &image) { openRunDialog(image); });
    dialog->open();
    return dialog;
}

OperationsPanel *MainWindow::operationsPanel()
{
    if (m_operationsPanel == nullptr)
        m_operationsPanel = new OperationsPanel(m_session->operations(), this);
    return m_operationsPanel;
}

void MainWindow::runHello()
{
    models::RunOptions options;
    options.image = helloImage;
    auto *operation = new models::RunOperation(m_session->client(), m_session->credentials(), options, true);
    connect(operation, &models::Operation::finished, this, [this, operation] {
        if (operation->state() == models::Operation::State::Failed)
            m_containersPage->notice()->show(Notice::Kind::Error, operation->detail());
        else if (operation->state() == models::Operation::State::Succeeded)
            QTimer::singleShot(150, this, [this, id = operation->containerId()] {
                openContainer(id, ContainerDetails::Logs);
            });
    });
    m_session->operations()->add(operation);
}

// The doors of the first start; which of them there are depends on the engine and its images.
void MainWindow::fillEmptyContainers()
{
    Placeholder *page = m_containersPage->emptyPlaceholder();
    page->clearButtons();
    bool hello = false;
    for (const models::ImageRow &row : m_session->images()->rows())
        hello = hello || row.reference() == helloImage;
    if (m_session->images()->rowCount() == 0 && m_session->imagesLoaded()) {
        page->setText(
            tr("Welcome"),
            tr("A container is a program with a file system, a network and limits of its own. It is made of "
               "an image, and there is none here yet."));
    } else {
        page->setText(
            tr("No containers yet"),
            tr("A container is a program with a file system, a network and limits of its own. It is "
               "made of an image."));
    }
    if (hello)
        page->addButton(tr("Run a first container"), Symbol::Play, [this] { runHello(); });
    page->addButton(tr("Open or write a Dockerfile…"), Symbol::File, [this] { showPage(Dockerfiles); });
    page->addButton(tr("What is a container?"), Symbol::Info,
                    [this] { openLesson(QStringLiteral("process-is-not-container")); });
    if (m_session->images()->rowCount() > 0)
        page->addButton(tr("Run an image…"), Symbol::Run, [this] { openRunDialog(); });
    if (m_session->isOwnEngine())
        page->addButton(tr("Make a base image…"), Symbol::Package, [this] { openBaseImageDialog(); });
    page->addButton(tr("Pull an image…"), Symbol::Pull, [this] {
        showPage(Images);
        imagesPage()->actions()->openPull();
    });
    page->addButton(tr("Load an image archive…"), Symbol::Load, [this] {
        showPage(Images);
        imagesPage()->actions()->action(ImageActions::Load)->trigger();
    });
}

// ---- state

void MainWindow::refreshState()
{
    using State = models::EngineSession::State;
    const State state = m_session->state();
    const bool away = state == State::Absent || state == State::Forbidden;
    showEngineOrPage();
    m_runAction->setEnabled(state == State::Connected);
    // Other engines keep no records of builds: the page hides itself.
    const bool builds =
        !m_session->registries()->isEngineKnown() || m_session->hasFeature(QStringLiteral("builds"));
    m_navigation->item(Builds)->setHidden(!builds);
    m_pageActions[Builds]->setVisible(builds);
    m_pageMenus[Builds]->menuAction()->setVisible(builds);
    if (!builds && m_navigation->currentRow() == Builds)
        showPage(Containers);
    if (away)
        m_details->hide();
    else
        showDetails();
    refreshStatusBar();
}

// Editing and reading need no engine: all other pages give way to the one that says how to start it.
void MainWindow::showEngineOrPage()
{
    using State = models::EngineSession::State;
    const State state = m_session->state();
    const bool away = (state == State::Absent || state == State::Forbidden) &&
                      m_navigation->currentRow() != Dockerfiles && m_navigation->currentRow() != Learn;
    if (away && m_enginePage == nullptr) {
        m_enginePage = new EnginePage(m_session, m_enginePath);
        m_stack->addWidget(m_enginePage);
    }
    m_stack->setCurrentIndex(away ? 1 : 0);
}

void MainWindow::refreshOperations()
{
    const int running = m_session->operations()->runningCount();
    const int failed = m_session->operations()->failedCount();
    m_operationsButton->setText(running > 0 ? QString::number(running) : QString());
    m_operationsButton->setToolTip(running > 0  ? tr("%n operation(s) under way", nullptr, running)
                                   : failed > 0 ? tr("%n operation(s) failed", nullptr, failed)
                                                : tr("What is going on, and what has ended"));
    m_operationsButton->setAccessibleName(m_operationsButton->toolTip());
    m_operationsButton->setToolButtonStyle(running > 0 ? Qt::ToolButtonTextBesideIcon
                                                       : Qt::ToolButtonIconOnly);
}

void MainWindow::moveFocus(bool forward)
{
    const bool dockerfiles = m_pages->currentIndex() == Dockerfiles;
    if (dockerfiles && m_studioPage->isAncestorOf(focusWidget()) && m_studioPage->moveFocus(forward))
        return; // it has areas of its own
    auto *wire = findChild<WireDock *>();
    const QList<QWidget *> areas = {m_navigation, m_pages->currentWidget(), m_details, wire};
    int at = 0;
    for (int i = 0; i < areas.size(); ++i) {
        if (areas[i]->isAncestorOf(focusWidget()) || areas[i] == focusWidget())
            at = i;
    }
    for (int step = 1; step <= areas.size(); ++step) {
        QWidget *area = areas[(at + (forward ? step : areas.size() - step)) % areas.size()];
        if (!area->isVisible())
            continue;
        const auto pages = m_pages->currentWidget()->findChildren<ListPage *>();
        if (area == m_pages->currentWidget() && m_pages->currentIndex() == Containers)
            m_containersPage->focusList();
        else if (area == m_pages->currentWidget() && dockerfiles)
            m_studioPage->moveFocus(forward);
        else if (area == m_pages->currentWidget() && m_pages->currentIndex() == Learn)
            m_learnPage->focusContent();
        else if (area == m_pages->currentWidget() && !pages.isEmpty())
            pages.first()->focusList();
        else if (area == wire)
            wire->panel()->focusList();
        else if (area->focusPolicy() != Qt::NoFocus)
            area->setFocus(Qt::ShortcutFocusReason);
        else if (QWidget *inner = area->nextInFocusChain(); inner != nullptr && area->isAncestorOf(inner))
            inner->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

// What is being removed and was not taken back happens now. False: nothing was.
bool MainWindow::commitRemovals()
{
    bool any = false;
    for (ListPage *page : findChildren<ListPage *>()) {
        any = any || page->undoBar()->isOffering();
        page->undoBar()->commitNow();
    }
    return any;
}

// Work under way, shells that run: what would end with the window, or with its turn to another engine.
QStringList MainWindow::lossesNow() const
{
    QStringList lost;
    if (m_session->operations()->closingLosesWork())
        lost.append(tr("Work under way is cancelled: see the counter in the tool bar."));
    const int terminals = (m_containerDetails == nullptr ? 0 : m_containerDetails->openTerminals()) +
                          (m_learnPage == nullptr ? 0 : m_learnPage->openTerminals());
    if (terminals > 0)
        lost.append(tr("%n open shell(s) end.", nullptr, terminals));
    return lost;
}

void MainWindow::switchEngine(const QString &socketPath)
{
    const auto go = [this, socketPath] {
        QSettings().setValue(QStringLiteral("engine/host"), models::EngineChoices::shown(socketPath));
        // What is being removed goes from the engine that it is in: its requests leave first.
        const int delay = commitRemovals() ? 200 : 0;
        QTimer::singleShot(delay, this, [this, socketPath] { m_session->switchTo(socketPath); });
    };
    const QStringList lost = lossesNow();
    if (lost.isEmpty()) {
        go();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, tr("Open another engine?"),
                                tr("Turn to another engine? Containers of this one run on."),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(lost.join(u'\n'));
    connect(box->addButton(tr("Open it"), QMessageBox::AcceptRole), &QPushButton::clicked, this, go);
    box->open();
}

EnginesDialog *MainWindow::openEnginesDialog()
{
    auto *dialog = new EnginesDialog(m_session->socketPath(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EnginesDialog::engineChosen, this, &MainWindow::switchEngine);
    dialog->open();
    return dialog;
}

void MainWindow::onEngineSwitched()
{
    // Shells, logs and the button that starts an engine belong to the one before.
    delete std::exchange(m_containerDetails, nullptr);
    delete std::exchange(m_imageDetails, nullptr);
    delete std::exchange(m_buildDetails, nullptr);
    delete std::exchange(m_networkDetails, nullptr);
    delete std::exchange(m_volumeDetails, nullptr);
    delete std::exchange(m_registryDetails, nullptr);
    delete std::exchange(m_enginePage, nullptr);
    for (ListPage *page : findChildren<ListPage *>())
        page->notice()->dismiss();
    m_operationLabel->clear();
    refreshState();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (staysInTray()) { // work and shells go on
        saveLayout();
        event->ignore();
        hide();
        return;
    }
    const QStringList lost = lossesNow();
    if (!lost.isEmpty()) {
        QMessageBox box(QMessageBox::Question, tr("Close Quayside?"),
                        tr("Close the window? Containers run on."), QMessageBox::Cancel, this);
        box.setInformativeText(lost.join(u'\n'));
        QPushButton *close = box.addButton(tr("Close"), QMessageBox::AcceptRole);
        box.exec();
        if (box.clickedButton() != close) {
            event->ignore();
            return;
        }
    }
    saveLayout();
    if (!commitRemovals()) {
        QMainWindow::closeEvent(event);
        return;
    }
    // The engine is being asked: the window goes at once, the program when the requests have left.
    event->ignore();
    hide();
    QTimer::singleShot(1000, qApp, &QCoreApplication::quit);
}

} // namespace quayside::ui
