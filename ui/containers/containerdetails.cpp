#include "ui/containers/containerdetails.h"

#include "models/client/delegates.h"
#include "models/common/shellwords.h"
#include "models/common/text.h"
#include "models/learn/lessons/shelf.h"
#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/factsheet.h"
#include "ui/common/icons.h"
#include "ui/common/jsonview.h"
#include "ui/common/tabs.h"
#include "ui/containers/containerdelegate.h"
#include "ui/containers/details/changespane.h"
#include "ui/containers/details/deathbox.h"
#include "ui/containers/details/healthpane.h"
#include "ui/containers/details/setuppane.h"
#include "ui/containers/processespane.h"
#include "ui/files/filespane.h"
#include "ui/learn/launch/launchpane.h"
#include "ui/learn/limitsrow.h"
#include "ui/learn/xraypane.h"
#include "ui/logs/logpane.h"
#include "ui/stats/statspane.h"
#include "ui/terminal/terminalpane.h"
#include "ui/terminal/terminalsession.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace quayside::ui
{

using models::ContainerRow;

namespace
{

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString commandLine(const api::ContainerInspect &container)
{
    QStringList words{text(container.path)};
    for (const std::string &word : container.args)
        words.append(text(word));
    return models::joinShellWords(words);
}

qint64 secondsOf(const std::string &rfc3339)
{
    const QDateTime time = QDateTime::fromString(text(rfc3339), Qt::ISODateWithMs);
    return time.isValid() && time.date().year() > 1 ? time.toSecsSinceEpoch() : 0;
}

} // namespace

ContainerDetails::ContainerDetails(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_glyph(new QLabel(this)), m_name(new ElidedLabel(this)),
      m_status(new ElidedLabel(this)), m_more(new QToolButton(this)), m_tabs(new Tabs(this)),
      m_hostBeside(XrayPane::makeHostBeside(this))
{
    m_name->setFont(headingFont(font()));
    m_status->setForegroundRole(QPalette::PlaceholderText);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_status);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 8, 6);
    head->setSpacing(8);
    head->addWidget(m_glyph);
    head->addLayout(names, 1);
    m_more->setIcon(icon(Symbol::More));
    m_more->setAutoRaise(true);
    m_more->setToolTip(tr("What can be done with this container"));
    m_more->setAccessibleName(m_more->toolTip());
    head->addWidget(m_more);
    // Empty until looked at: what is never opened costs nothing at the start.
    const std::array<std::pair<Symbol, QString>, 12> titles = {{{Symbol::Overview, tr("Overvie&w")},
                                                                {Symbol::Logs, tr("Lo&gs")},
                                                                {Symbol::Terminal, tr("&Terminal")},
                                                                {Symbol::Folder, tr("Fil&es")},
                                                                {Symbol::Compare, tr("Ch&anges")},
                                                                {Symbol::Stats, tr("&Stats")},
                                                                {Symbol::Processes, tr("P&rocesses")},
                                                                {Symbol::Ok, tr("Hea&lth")},
                                                                {Symbol::Package, tr("Set-&up")},
                                                                {Symbol::Xray, tr("&X-ray")},
                                                                {Symbol::Run, tr("Launch")},
                                                                {Symbol::Inspect, tr("Ins&pect")}}};
    for (const auto &[symbol, title] : titles) { // as in Tab
        auto *page = new QWidget(m_tabs);
        auto *pageLayout = new QVBoxLayout(page);
        pageLayout->setContentsMargins(0, 0, 0, 0);
        m_tabs->addPage(page, symbol, title);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ContainerDetails::refreshTab);
    connect(m_tabs, &QTabWidget::currentChanged, this,
            [this](int tab) { m_hostBeside->setEnabled(tab == Xray); });
    m_hostBeside->setEnabled(false); // there is no X-ray yet
    addAction(m_hostBeside);
    m_probes.setInterval(5000);
    connect(&m_probes, &QTimer::timeout, this, [this] {
        if (isVisible())
            fetchInspect();
    });
    connect(session, &models::EngineSession::containerEvent, this, &ContainerDetails::onContainerEvent);
    connect(session->containers(), &QAbstractItemModel::dataChanged, this, &ContainerDetails::refreshHead);
    connect(session, &models::EngineSession::engineKnown, this, &ContainerDetails::offerTabs);
    connect(session, &models::EngineSession::engineSwitched, this, &ContainerDetails::offerTabs);
    offerTabs();
}

// Other engines have no such things to tell.
void ContainerDetails::offerTabs()
{
    m_tabs->setPageVisible(m_tabs->widget(Xray), m_session->hasFeature(QStringLiteral("xray")));
    m_tabs->setPageVisible(m_tabs->widget(Launch), m_session->hasFeature(QStringLiteral("launch-steps")));
}

void ContainerDetails::showContainer(const QString &id)
{
    if (m_death != nullptr && m_id != id)
        m_death->clear();
    m_id = id;
    refreshHead();
    refreshTab();
}

void ContainerDetails::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
    refreshTab();
}

void ContainerDetails::openShell()
{
    showTab(Terminal);
    if (QWidget *shell = m_terminal->currentSession(); shell != nullptr)
        shell->setFocus();
    else
        m_terminal->openSession();
}

void ContainerDetails::runStepByStep()
{
    showTab(Launch);
    m_launch->begin();
}

int ContainerDetails::openTerminals() const
{
    return m_terminal == nullptr ? 0 : m_terminal->sessionCount();
}

void ContainerDetails::setMenu(QMenu *menu)
{
    connect(m_more, &QToolButton::clicked, menu,
            [this, menu] { menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
}

void ContainerDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_tabs != nullptr)
        refreshHead();
}

void ContainerDetails::refreshHead()
{
    const ContainerRow *row = m_session->containers()->find(m_id);
    if (row == nullptr)
        return;
    m_name->setText(row->name);
    m_status->setText(statusText(*row, QDateTime::currentSecsSinceEpoch()));
    QPixmap glyph(QSize(16, 16) * devicePixelRatio());
    glyph.setDevicePixelRatio(devicePixelRatio());
    glyph.fill(Qt::transparent);
    QPainter painter(&glyph);
    paintStateGlyph(&painter, QRectF(1, 1, 14, 14), row->state, row->health);
    painter.end();
    m_glyph->setPixmap(glyph);
    m_glyph->setAccessibleName(stateText(*row));
    if (m_terminal != nullptr && m_tabs->currentIndex() == Terminal)
        m_terminal->showContainer(m_id, row->state == models::ContainerState::Running);
    if (m_files != nullptr)
        m_files->showContainer(m_id, row->state == models::ContainerState::Running);
    if (m_stats != nullptr)
        m_stats->showContainer(m_id, row->isRunning());
    if (m_processes != nullptr)
        m_processes->showContainer(m_id, row->isRunning());
    if (m_xray != nullptr)
        m_xray->showContainer(m_id, row->isRunning());
    if (m_launch != nullptr)
        m_launch->showContainer(m_id, row->isRunning());
}

// Those that show what an inspect says.
QWidget *ContainerDetails::makeFacts(int tab)
{
    if (tab == Changes && m_changes == nullptr) {
        m_changes = new ChangesPane(m_session->client());
        connect(m_changes, &ChangesPane::folderWanted, this, [this](const QString &folder) {
            showTab(Files);
            m_files->open(folder);
        });
        return m_changes;
    }
    if (tab == Health && m_health == nullptr)
        return m_health = new HealthPane;
    if (tab == Setup && m_setup == nullptr) {
        m_setup = new SetupPane;
        connect(m_setup, &SetupPane::volumeWanted, this, &ContainerDetails::volumeWanted);
        connect(m_setup, &SetupPane::networkWanted, this, &ContainerDetails::networkWanted);
        return m_setup;
    }
    if (tab == Inspect && m_inspect == nullptr)
        return m_inspect = new JsonView;
    return nullptr;
}

void ContainerDetails::cure(models::DeathCure cure)
{
    switch (cure) {
    case models::DeathCure::MoreMemory:
        emit limitsWanted(m_id);
        break;
    case models::DeathCure::EditOptions:
        emit editWanted(m_id);
        break;
    case models::DeathCure::ShowLog:
        showTab(Logs);
        break;
    case models::DeathCure::ShowFiles:
        showTab(Files);
        break;
    case models::DeathCure::None:
        break;
    }
}

void ContainerDetails::makeTab(int tab)
{
    QWidget *made = makeFacts(tab);
    if (tab == Overview && m_overview == nullptr) {
        m_death = new DeathBox(m_session->client());
        connect(m_death, &DeathBox::cureWanted, this, &ContainerDetails::cure);
        m_tabs->widget(tab)->layout()->addWidget(m_death);
        made = m_overview = new FactSheet;
    } else if (tab == Logs && m_logs == nullptr)
        made = m_logs = new LogPane(m_session->client());
    else if (tab == Terminal && m_terminal == nullptr)
        made = m_terminal = new TerminalPane(m_session->client());
    else if (tab == Files && m_files == nullptr)
        made = m_files = new FilesPane(m_session);
    else if (tab == Stats && m_stats == nullptr)
        made = m_stats = new StatsPane(m_session);
    else if (tab == Processes && m_processes == nullptr)
        made = m_processes = new ProcessesPane(m_session->client());
    else if (tab == Xray && m_xray == nullptr)
        made = makeXray();
    else if (tab == Launch && m_launch == nullptr)
        made = makeLaunch();
    if (made != nullptr)
        m_tabs->widget(tab)->layout()->addWidget(made);
}

QWidget *ContainerDetails::makeXray()
{
    m_xray = new XrayPane(m_session->client(), m_hostBeside);
    m_xray->setKnownLessons(models::Shelf::builtInIds());
    connect(m_xray, &XrayPane::lessonWanted, this, &ContainerDetails::lessonWanted);
    return m_xray;
}

QWidget *ContainerDetails::makeLaunch()
{
    m_launch = new LaunchPane(m_session->client());
    m_launch->setKnownLessons(models::Shelf::builtInIds());
    connect(m_launch, &LaunchPane::lessonWanted, this, &ContainerDetails::lessonWanted);
    connect(m_launch, &LaunchPane::optionsWanted, this, &ContainerDetails::editWanted);
    return m_launch;
}

void ContainerDetails::refreshTab()
{
    const ContainerRow *row = m_session->containers()->find(m_id);
    if (row == nullptr)
        return;
    makeTab(m_tabs->currentIndex());
    if (m_tabs->currentIndex() == Health)
        m_probes.start();
    else
        m_probes.stop();
    switch (m_tabs->currentIndex()) {
    case Logs:
        m_logs->showContainer(m_id, row->name);
        break;
    case Terminal:
        m_terminal->showContainer(m_id, row->state == models::ContainerState::Running);
        break;
    case Files:
        m_files->showContainer(m_id, row->state == models::ContainerState::Running);
        break;
    case Stats:
        m_stats->showContainer(m_id, row->isRunning());
        break;
    case Changes:
        m_changes->showContainer(m_id);
        break;
    case Processes:
        m_processes->showContainer(m_id, row->isRunning());
        break;
    case Xray:
        m_xray->limits()->setRefusal(row->owner.isEmpty() ? QString() : ownersOnly(*row));
        m_xray->showContainer(m_id, row->isRunning());
        break;
    case Launch:
        m_launch->showContainer(m_id, row->isRunning());
        break;
    default:
        fetchInspect();
    }
}

void ContainerDetails::fetchInspect()
{
    m_call.cancel();
    m_call = m_session->client()->inspectContainer(
        m_id.toStdString(), this, [this](const Result<api::ContainerInspect> &container) {
            if (!container || text(container->id) != m_id)
                return;
            if (m_overview != nullptr && m_tabs->currentIndex() == Overview)
                fillOverview(*container);
            if (m_health != nullptr)
                m_health->showContainer(*container);
            if (m_setup != nullptr)
                fillSetup(*container);
            if (m_inspect != nullptr)
                m_inspect->setJson(QByteArray::fromStdString(encode(*container)));
        });
}

// To whom it has been handed over is asked apart: only our engine tells.
void ContainerDetails::fillSetup(const api::ContainerInspect &container)
{
    if (!m_session->hasFeature(QStringLiteral("delegates"))) {
        m_setup->showContainer(container);
        return;
    }
    client::delegates(*m_session->client(), container.id, this,
                      [this, container](const Result<api::Delegates> &handed) {
                          if (text(container.id) == m_id)
                              m_setup->showContainer(container, handed.value_or(api::Delegates{}));
                      });
}

void ContainerDetails::fillOverview(const api::ContainerInspect &container)
{
    const ContainerRow *row = m_session->containers()->find(m_id);
    if (row == nullptr)
        return;
    m_death->showContainer(container);
    FactSheet *sheet = m_overview;
    sheet->clear();
    sheet->addSection(tr("Container"));
    sheet->addFact(tr("Image"), row->image);
    sheet->addFact(tr("Command"), commandLine(container), true);
    sheet->addFact(tr("State"), stateText(*row));
    if (!row->owner.isEmpty())
        sheet->addFact(tr("Handed over by"), row->owner);
    sheet->addFact(tr("Problem"), text(container.state.error));
    if (container.quayside)
        for (const std::string &warning : container.quayside->warnings)
            sheet->addFact(tr("Warning"), text(warning));
    const bool ended = !row->isRunning() || row->state == models::ContainerState::Restarting;
    if (ended) // why, says the box above
        sheet->addFact(tr("Ended"), models::Text::exactTime(secondsOf(container.state.finishedAt)));
    sheet->addFact(tr("Started"), models::Text::exactTime(secondsOf(container.state.startedAt)));
    sheet->addFact(tr("Created"), models::Text::exactTime(row->created));
    if (container.state.pid > 0)
        sheet->addFact(tr("Process id"), QString::number(container.state.pid));
    sheet->addFact(tr("User"), text(container.config.user));
    sheet->addFact(tr("Folder"), text(container.config.workingDir), true);
    if (container.restartCount > 0)
        sheet->addFact(tr("Restarted"), tr("%n time(s)", nullptr, int(container.restartCount)));
    addNetwork(*row, container);
    addLimits(container);
    sheet->addSection(tr("Identity"));
    sheet->addFact(tr("Id"), m_id, true);
    sheet->finish();
}

void ContainerDetails::addNetwork(const ContainerRow &row, const api::ContainerInspect &container)
{
    FactSheet *sheet = m_overview;
    sheet->addSection(tr("Network"));
    for (const models::PublishedPort &port : row.ports) {
        if (const QString url = portUrl(port); !url.isEmpty())
            sheet->addLink(tr("Port %1").arg(port.containerPort), url);
        else
            sheet->addFact(tr("Port %1").arg(port.containerPort),
                           port.hostPort > 0 ? portText(port) : tr("not published"));
    }
    for (const auto &[name, endpoint] : container.networkSettings.networks)
        sheet->addFact(text(name), endpoint.ipAddress.empty() ? tr("connected") : text(endpoint.ipAddress),
                       true);
}

void ContainerDetails::addLimits(const api::ContainerInspect &container)
{
    FactSheet *sheet = m_overview;
    if (!container.mounts.empty())
        sheet->addSection(tr("Files"));
    for (const api::MountPoint &mount : container.mounts)
        sheet->addFact(text(mount.destination),
                       text(mount.type == "volume" || mount.type == "image" ? mount.name : mount.source) +
                           (mount.rw ? QString() : tr(" (read only)")),
                       true);
    const api::HostConfig &host = container.hostConfig;
    sheet->addSection(tr("Limits"));
    sheet->addFact(tr("Memory"), host.memory > 0 ? models::Text::size(host.memory) : tr("no limit"));
    sheet->addFact(tr("CPUs"),
                   host.nanoCpus > 0 ? QString::number(double(host.nanoCpus) / 1e9) : tr("no limit"));
    if (host.pidsLimit.value_or(0) > 0)
        sheet->addFact(tr("Processes"), QString::number(*host.pidsLimit));
    const QString restart = text(host.restartPolicy.name);
    sheet->addFact(tr("Restart"), restart.isEmpty() || restart == u"no" ? tr("never") : restart);
}

// The engine has no log of a container that is removed: what was read is all that is left.
void ContainerDetails::keepLogOf(const QString &id)
{
    if (m_logs == nullptr || m_logs->containerId() != id || m_logs->model()->count() == 0)
        return;
    LogPane *kept = m_logs;
    m_logs = nullptr;
    kept->setParent(nullptr);
    emit logKept(kept);
    if (kept->parent() == nullptr) // nobody wanted it
        kept->deleteLater();
    if (m_tabs->currentIndex() == Logs)
        refreshTab();
}

void ContainerDetails::onContainerEvent(const QString &id, const QString &action)
{
    if (action == u"destroy" && m_terminal != nullptr)
        m_terminal->containerGone(id);
    if (action == u"destroy")
        keepLogOf(id);
    if (id == m_id && m_launch != nullptr && (action == u"start" || action.startsWith(u"launch")))
        m_launch->containerChanged();
    if (action == u"start" && m_logs != nullptr)
        m_logs->containerStarted(id);
    if (id == m_id && action != u"destroy" &&
        (m_tabs->currentIndex() == Overview || m_tabs->currentIndex() >= Health))
        fetchInspect();
}

} // namespace quayside::ui
