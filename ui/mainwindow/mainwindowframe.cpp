// The building of the main window: actions, menus, bars, areas. mainwindow.cpp has its behaviour.
#include "ui/mainwindow/mainwindow.h"

#include "models/client/endpoint.h"
#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/listpage.h"
#include "ui/common/placeholder.h"
#include "ui/containers/containeractions.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containerspage.h"
#include "ui/containers/containertools.h"
#include "ui/containers/usecolumns.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagespage.h"
#include "ui/mainwindow/enginemenu.h"
#include "ui/mainwindow/operationspanel.h"
#include "ui/mainwindow/wiredock.h"

#include <QActionGroup>
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace quayside::ui
{

namespace
{

constexpr int navigationWidth = 168, navigationNarrow = 44;

QAction *makeAction(QWidget *owner, Symbol symbol, const QString &text, const QString &toolTip,
                    const QKeySequence &keys)
{
    auto *action = new QAction(icon(symbol), text, owner);
    action->setShortcut(keys);
    action->setToolTip(keys.isEmpty()
                           ? toolTip
                           : QStringLiteral("%1 (%2)").arg(toolTip, keys.toString(QKeySequence::NativeText)));
    owner->addAction(action);
    return action;
}

QWidget *makeStretch(QWidget *bar)
{
    auto *stretch = new QWidget(bar);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return stretch;
}

} // namespace

MainWindow::MainWindow(models::EngineSession *session, const QString &enginePath, QWidget *parent)
    : QMainWindow(parent), m_session(session), m_enginePath(enginePath), m_splitter(new QSplitter(this)),
      m_navigation(new QListWidget(this)), m_stack(new QStackedWidget(this)),
      m_pages(new QStackedWidget(this)), m_details(new QStackedWidget(this)),
      m_containersPage(new ContainersPage(session)), m_noDetails(new QWidget)
{
    setWindowTitle(tr("Quayside"));
    resize(1180, 740);
    makeActions();
    makeMenus();
    makeToolBar();
    makeNavigation();
    makeCentre();
    makeStatusBar();
    connectContainers();
    connectSession();
    restoreLayout();
    showPage(Containers);
    refreshState();
    m_clock.setInterval(30'000); // relative times grow; the engine is not asked
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (!isVisible() || isMinimized())
            return;
        m_session->containers()->refreshTexts();
        m_session->images()->refreshTexts();
        m_session->builds()->model()->refreshTexts();
        m_session->networks()->refreshTexts();
        m_session->volumes()->refreshTexts();
    });
    m_clock.start();
    constexpr int afterStart = 400; // milliseconds: the window is there first
    QTimer::singleShot(afterStart, this, &MainWindow::tellOfDrafts);
    QTimer::singleShot(afterStart, this, &MainWindow::trayIcon);
}

void MainWindow::makeActions()
{
    m_runAction = makeAction(this, Symbol::Run, tr("&Run…"), tr("Run a container"), QKeySequence::New);
    m_quitAction = makeAction(this, Symbol::Quit, tr("&Quit"), tr("Close the window; containers run on"),
                              QKeySequence::Quit);
    m_settingsAction = makeAction(this, Symbol::Details, tr("&Settings…"),
                                  tr("Colours, language, messages, the tray"), QKeySequence(tr("Ctrl+,")));
    m_filterAction = makeAction(this, Symbol::Search, tr("&Filter the list"), tr("Go to the filter"),
                                QKeySequence(tr("Ctrl+Shift+F")));
    m_paletteAction =
        makeAction(this, Symbol::Search, tr("&Search or command…"),
                   tr("Find anything here, or say what you want to do"), QKeySequence(tr("Ctrl+K")));
    m_navigationAction =
        makeAction(this, Symbol::Sidebar, tr("Na&mes in the navigation"),
                   tr("Show names beside the symbols on the left"), QKeySequence(Qt::Key_F9));
    m_navigationAction->setCheckable(true);
    m_navigationAction->setChecked(true);
    m_detailsAction = makeAction(this, Symbol::Details, tr("&Details"),
                                 tr("Show details of what is selected"), QKeySequence(Qt::Key_F7));
    m_detailsAction->setCheckable(true);
    m_detailsAction->setChecked(true);
    const std::array<std::pair<Symbol, QString>, PageCount> pages = {{{Symbol::Container, tr("&Containers")},
                                                                      {Symbol::Image, tr("&Images")},
                                                                      {Symbol::File, tr("Doc&kerfiles")},
                                                                      {Symbol::Build, tr("&Builds")},
                                                                      {Symbol::Network, tr("&Networks")},
                                                                      {Symbol::Volume, tr("&Volumes")},
                                                                      {Symbol::Registry, tr("&Registries")},
                                                                      {Symbol::Learn, tr("&Learn")},
                                                                      {Symbol::Stats, tr("S&ystem")}}};
    auto *group = new QActionGroup(this);
    for (int page = 0; page < PageCount; ++page) {
        const auto &[symbol, text] = pages[std::size_t(page)];
        QAction *action = makeAction(this, symbol, text, tr("Show this page"),
                                     QKeySequence(QStringLiteral("Alt+%1").arg(page + 1)));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, page] { showPage(Page(page)); });
        m_pageActions.append(action);
    }
    connect(m_runAction, &QAction::triggered, this, [this] { openRunDialog(); });
    connect(m_quitAction, &QAction::triggered, this, &MainWindow::quit);
    connect(m_settingsAction, &QAction::triggered, this, &MainWindow::openSettings);
    connect(m_paletteAction, &QAction::triggered, this, &MainWindow::openPalette);
    connect(m_filterAction, &QAction::triggered, this, [this] {
        QWidget *page = m_pages->currentWidget();
        auto *list = qobject_cast<ListPage *>(page);
        if (list == nullptr)
            list = page->findChild<ListPage *>();
        if (list != nullptr)
            list->focusFilter();
    });
    connect(m_navigationAction, &QAction::toggled, this, &MainWindow::refreshNavigation);
    connect(m_detailsAction, &QAction::toggled, this, &MainWindow::showDetails);
    auto *forward = new QShortcut(QKeySequence(Qt::Key_F6), this);
    auto *back = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6), this);
    connect(forward, &QShortcut::activated, this, [this] { moveFocus(true); });
    connect(back, &QShortcut::activated, this, [this] { moveFocus(false); });
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_runAction);
    file->addSeparator();
    file->addAction(m_settingsAction);
    file->addSeparator();
    file->addAction(m_quitAction);
    QMenu *container = m_pageMenus[Containers] = menuBar()->addMenu(tr("&Container"));
    using A = ContainerActions;
    ContainerActions *actions = m_containersPage->actions();
    for (const A::Verb verb : {A::Start, A::StepByStep, A::Stop, A::Restart, A::Pause, A::Kill})
        container->addAction(actions->action(verb));
    container->addSeparator();
    for (const A::Verb verb : {A::ShowLogs, A::OpenTerminal, A::OpenPort})
        container->addAction(actions->action(verb));
    using T = ContainerTools;
    for (const T::Verb verb : {T::LogsTogether, T::RemovedLogs})
        container->addAction(m_containersPage->tools()->action(verb));
    container->addSeparator();
    for (const T::Verb verb : {T::Edit, T::Limits, T::Commit, T::Export, T::CheckPort, T::HandOver, T::Prune})
        container->addAction(m_containersPage->tools()->action(verb));
    container->addSeparator();
    container->addMenu(m_containersPage->groupingMenu());
    container->addSeparator();
    for (const A::Verb verb : {A::CopyId, A::CopyRunLine, A::CopyCompose, A::Rename, A::Remove})
        container->addAction(actions->action(verb));
    // Filled with their pages.
    m_pageMenus[Images] = menuBar()->addMenu(tr("&Image"));
    m_pageMenus[Dockerfiles] = menuBar()->addMenu(tr("&Dockerfile"));
    m_pageMenus[Builds] = menuBar()->addMenu(tr("&Build"));
    m_pageMenus[Networks] = menuBar()->addMenu(tr("&Network"));
    m_pageMenus[Volumes] = menuBar()->addMenu(tr("V&olume"));
    m_pageMenus[Registries] = menuBar()->addMenu(tr("Registr&y"));
    m_pageMenus[Learn] = menuBar()->addMenu(tr("Learn")); // the tabs beside have all of its letters
    m_pageMenus[System] = menuBar()->addMenu(tr("Syste&m"));
    makeViewMenu(menuBar()->addMenu(tr("&View")));
    makeHelpMenu(menuBar()->addMenu(tr("&Help")));
}

void MainWindow::makeViewMenu(QMenu *menu)
{
    menu->addActions(m_pageActions);
    menu->addSeparator();
    menu->addAction(m_paletteAction);
    menu->addAction(m_filterAction);
    menu->addAction(m_navigationAction);
    menu->addAction(m_detailsAction);
    menu->addAction(m_containersPage->use()->action());
    auto *wire = new WireDock(m_session->client(), this);
    addDockWidget(Qt::BottomDockWidgetArea, wire);
    menu->addAction(wire->toggleViewAction());
    addAction(wire->toggleViewAction()); // its key, whether or not there is a menu bar
    QMenu *colors = menu->addMenu(icon(Symbol::Palette), tr("C&olours"));
    auto *group = new QActionGroup(this);
    const std::array<std::pair<Scheme, QString>, 3> schemes = {{{Scheme::System, tr("As the &desktop")},
                                                                {Scheme::Light, tr("&Light")},
                                                                {Scheme::Dark, tr("D&ark")}}};
    for (const auto &[scheme, text] : schemes) {
        QAction *action = colors->addAction(text);
        action->setCheckable(true);
        action->setData(int(scheme));
        group->addAction(action);
        m_schemeActions.append(action);
        connect(action, &QAction::triggered, this, [scheme = scheme] {
            saveScheme(scheme);
            applyScheme(scheme);
        });
    }
    refreshSchemeActions();
}

void MainWindow::refreshSchemeActions()
{
    for (QAction *action : std::as_const(m_schemeActions))
        action->setChecked(action->data().toInt() == int(savedScheme()));
}

void MainWindow::makeHelpMenu(QMenu *menu)
{
    QAction *keys = makeAction(this, Symbol::Info, tr("&Keys"), tr("What can be done with the keyboard"),
                               QKeySequence::HelpContents);
    connect(keys, &QAction::triggered, this, &MainWindow::showShortcuts);
    menu->addAction(keys);
    menu->addAction(tr("&About Quayside"), this, &MainWindow::showAbout);
    menu->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
}

void MainWindow::makeToolBar()
{
    QToolBar *bar = addToolBar(tr("Main tool bar"));
    bar->setObjectName(QStringLiteral("mainToolBar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setIconSize({16, 16});
    m_engineButton = new QToolButton(bar);
    m_engineButton->setIcon(icon(Symbol::Engine));
    m_engineButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_engineButton->setPopupMode(QToolButton::InstantPopup);
    m_engineButton->setText(tr("This computer"));
    auto *engineMenu = new EngineMenu(m_session, m_engineButton);
    connect(engineMenu, &EngineMenu::engineChosen, this, &MainWindow::switchEngine);
    connect(engineMenu, &EngineMenu::manageWanted, this, &MainWindow::openEnginesDialog);
    m_engineButton->setMenu(engineMenu);
    bar->addWidget(m_engineButton);
    bar->addWidget(makeStretch(bar));
    auto *search = new QToolButton(bar);
    search->setDefaultAction(m_paletteAction);
    search->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    search->setText(tr("Search or type a command…  %1")
                        .arg(m_paletteAction->shortcut().toString(QKeySequence::NativeText)));
    search->setAccessibleName(tr("Search or type a command"));
    bar->addWidget(search);
    bar->addWidget(makeStretch(bar));
    m_operationsButton = new QToolButton(bar);
    m_operationsButton->setIcon(icon(Symbol::Refresh));
    m_operationsButton->setObjectName(QStringLiteral("operations"));
    connect(m_operationsButton, &QToolButton::clicked, this,
            [this] { operationsPanel()->popUpBelow(m_operationsButton); });
    bar->addWidget(m_operationsButton);
    auto *run = new QToolButton(bar);
    run->setDefaultAction(m_runAction);
    run->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addWidget(run);
}

void MainWindow::makeNavigation()
{
    m_navigation->setFrameShape(QFrame::NoFrame);
    m_navigation->setAccessibleName(tr("Pages"));
    m_navigation->setIconSize({18, 18});
    m_navigation->setSpacing(1);
    m_navigation->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_navigation->viewport()->setAutoFillBackground(false);
    for (const QAction *action : std::as_const(m_pageActions))
        m_navigation->addItem(new QListWidgetItem(action->icon(), action->text().remove(u'&')));
    connect(m_navigation, &QListWidget::currentRowChanged, this, &MainWindow::onPageChanged);
}

void MainWindow::makeCentre()
{
    m_pages->addWidget(m_containersPage); // the first page is there at once, the others when they are opened
    for (int page = Images; page < PageCount; ++page)
        m_pages->addWidget(new QWidget);
    m_details->addWidget(m_noDetails);
    auto *content = new QWidget;
    auto *contentLayout = new QHBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->setSpacing(0);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_pages->setMinimumWidth(320);
    m_details->setMinimumWidth(260);
    contentLayout->addWidget(m_splitter);
    m_stack->addWidget(content);
    auto *centre = new QWidget(this);
    auto *layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_navigation);
    auto *line = new QFrame(centre);
    line->setObjectName(QStringLiteral("navigationLine"));
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    layout->addWidget(line);
    layout->addWidget(m_stack, 1);
    setCentralWidget(centre);
    refreshNavigation();
}

void MainWindow::makeStatusBar()
{
    m_stateLabel = new QLabel(this);
    m_countLabel = new QLabel(this);
    m_operationLabel = new ElidedLabel(this);
    m_operationLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    statusBar()->addWidget(m_stateLabel);
    statusBar()->addWidget(m_countLabel);
    statusBar()->addPermanentWidget(m_operationLabel, 1);
    statusBar()->setContentsMargins(6, 0, 6, 0);
}

void MainWindow::connectContainers()
{
    connect(m_containersPage, &TablePage::currentKeyChanged, this, &MainWindow::showDetails);
    connect(m_containersPage->tools(), &ContainerTools::recreated, this, [this](const QString &id) {
        whenContainerListed(id, [this, id] { openContainer(id, ContainerDetails::Overview); });
    });
    ContainerActions *actions = m_containersPage->actions();
    connect(actions, &ContainerActions::logsWanted, this,
            [this](const QString &id) { openContainer(id, ContainerDetails::Logs); });
    connect(actions, &ContainerActions::terminalWanted, this, &MainWindow::openTerminal);
    connect(actions, &ContainerActions::stepByStepWanted, this, &MainWindow::runStepByStep);
    connect(m_containersPage, &ContainersPage::listPainted, this, [this] {
        if (const auto hook = std::exchange(m_firstPaint, {}))
            hook();
    });
    // Keys work in the whole window while the page is shown, not only where a menu is open.
    for (int verb = 0; verb < ContainerActions::VerbCount; ++verb)
        m_containersPage->addAction(actions->action(ContainerActions::Verb(verb)));
}

void MainWindow::connectSession()
{
    using Session = models::EngineSession;
    connect(m_session, &Session::stateChanged, this, &MainWindow::refreshState);
    connect(m_session, &Session::engineKnown, this, &MainWindow::refreshState);
    connect(m_session, &Session::engineKnown, this, &MainWindow::fillEmptyContainers);
    connect(m_session, &Session::engineKnown, this, &MainWindow::fillEmptyImages);
    connect(m_session, &Session::imagesListed, this, &MainWindow::fillEmptyContainers);
    connect(m_session, &Session::imagesListed, this, &MainWindow::refreshStatusBar);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_session->containers(), signal, this, &MainWindow::refreshStatusBar);
    connect(m_session->containers(), &QAbstractItemModel::dataChanged, this, &MainWindow::refreshStatusBar);
    connect(m_containersPage->tools(), &ContainerTools::portCheckWanted, this,
            [this](const QString &id) { openPortDoctor(id); });
    connect(m_containersPage->use(), &UseColumns::totalsChanged, this, &MainWindow::refreshStatusBar);
    connect(m_containersPage->actions(), &ContainerActions::pendingRemovalChanged, this,
            &MainWindow::refreshStatusBar);
    connect(m_session, &Session::engineSwitched, this, &MainWindow::onEngineSwitched);
    models::OperationModel *operations = m_session->operations();
    connect(operations, &models::OperationModel::countsChanged, this, &MainWindow::refreshOperations);
    connect(operations, &models::OperationModel::operationSucceeded, this,
            [this](models::Operation *operation) {
                m_operationLabel->setText(operation->detail().isEmpty()
                                              ? operation->title()
                                              : tr("%1: %2").arg(operation->title(), operation->detail()));
            });
    connect(operations, &models::OperationModel::operationFailed, this, [this](models::Operation *operation) {
        m_operationLabel->setText(tr("Failed: %1").arg(operation->title()));
    });
    refreshOperations();
}

void MainWindow::refreshStatusBar()
{
    using State = models::EngineSession::State;
    const QString dot = m_session->state() == State::Connected    ? QStringLiteral("●")
                        : m_session->state() == State::Connecting ? QStringLiteral("◌")
                                                                  : QStringLiteral("○");
    const Tone tone = m_session->state() == State::Connected    ? Tone::Good
                      : m_session->state() == State::Connecting ? Tone::Quiet
                                                                : Tone::Bad;
    const QString text = m_session->state() == State::Connected    ? tr("engine running")
                         : m_session->state() == State::Connecting ? tr("connecting…")
                         : m_session->state() == State::Forbidden  ? tr("no access to the engine")
                                                                   : tr("engine not running");
    m_stateLabel->setText(
        QStringLiteral("<span style=\"color:%1\">%2</span> %3").arg(toneColor(tone).name(), dot, text));
    m_stateLabel->setAccessibleName(text);
    m_stateLabel->setToolTip(m_session->engineName() + u'\n' + m_session->socketPath());
    m_engineButton->setToolTip(m_stateLabel->toolTip());
    const QString computer = client::Endpoint::of(m_session->socketPath()).isRemote()
                                 ? client::Endpoint::of(m_session->socketPath()).computer()
                                 : tr("This computer");
    m_engineButton->setText(m_session->engineName().isEmpty()
                                ? computer
                                : tr("%1 · %2", "computer, engine").arg(computer, m_session->engineName()));
    m_countLabel->setVisible(m_session->state() == State::Connected);
    // As the pages count: what is being removed and can still be brought back is not there.
    m_countLabel->setText(
        tr("· %1 of %n container(s) running", nullptr, m_containersPage->count())
            .arg(m_containersPage->runningCount()) +
        QStringLiteral(" · ") +
        (m_imagesPage != nullptr ? m_imagesPage->shownCount() : m_session->images()->countText()) +
        m_containersPage->use()->totalsText());
}

void MainWindow::refreshNavigation()
{
    const bool names = m_navigationAction->isChecked();
    m_navigation->setFixedWidth(names ? navigationWidth : navigationNarrow);
    for (int page = 0; page < m_navigation->count(); ++page) {
        const QString name = m_pageActions[page]->text().remove(u'&');
        QListWidgetItem *item = m_navigation->item(page);
        item->setText(names ? name : QString());
        item->setToolTip(names ? QString() : name);
        item->setData(Qt::AccessibleTextRole, name);
        item->setSizeHint(QSize(0, fontMetrics().height() + 16));
    }
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_navigationAction->setChecked(settings.value(QStringLiteral("window/navigation"), true).toBool());
    m_detailsAction->setChecked(settings.value(QStringLiteral("window/details"), true).toBool());
    if (!m_splitter->restoreState(settings.value(QStringLiteral("window/splitter")).toByteArray()))
        m_splitter->setSizes({620, 400});
}

void MainWindow::saveLayout()
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/navigation"), m_navigationAction->isChecked());
    settings.setValue(QStringLiteral("window/details"), m_detailsAction->isChecked());
    settings.setValue(QStringLiteral("window/splitter"), m_splitter->saveState());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_stateLabel != nullptr)
        refreshStatusBar();
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About Quayside"),
                       tr("<h3>Quayside %1</h3><p>Containers on your desktop, with an engine of its own.</p>"
                          "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                           .arg(QCoreApplication::applicationVersion()));
}

} // namespace quayside::ui
