#include "ui/system/trayicon.h"

#include "models/builds/buildoperation.h"
#include "models/client/endpoint.h"
#include "models/system/preferences.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QDateTime>
#include <QPainter>
#include <QStorageInfo>

#include <algorithm>

namespace quayside::ui
{

using models::ContainerRow;
using models::SystemNotice;

namespace
{

constexpr int gatherMilliseconds = 200, clockMilliseconds = 60'000;
constexpr qsizetype mostInMenu = 15, mostTold = 50;

QString escaped(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

int runningIn(const models::ContainerModel &containers)
{
    return int(std::ranges::count_if(containers.rows(), &ContainerRow::isRunning));
}

} // namespace

TrayIcon::TrayIcon(models::EngineSession *session, QWidget *window)
    : QObject(window), m_session(session), m_window(window), m_since(QDateTime::currentMSecsSinceEpoch())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatherMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &TrayIcon::refresh);
    m_clock.setInterval(clockMilliseconds);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        for (const SystemNotice &notice : m_notices.due(QDateTime::currentMSecsSinceEpoch()))
            tell(notice);
        checkDisk();
    });
    m_clock.start();
    m_icon.setContextMenu(&m_menu);
    connect(&m_menu, &QMenu::aboutToShow, this, &TrayIcon::fillMenu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            emit windowWanted();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::noticeClicked);
    watchEvents();
    fillMenu();
    refresh();
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

void TrayIcon::watchEvents()
{
    auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    using Session = models::EngineSession;
    connect(m_session, &Session::stateChanged, this, soon);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_session->containers(), signal, this, soon);
    connect(m_session->containers(), &QAbstractItemModel::dataChanged, this, soon);
    connect(m_session, &Session::engineSwitched, this, [this] {
        m_notices.forget();
        m_diskFolder.clear();
        m_lastEvent = 0;
    });
    connect(m_session, &Session::engineKnown, this, [this] {
        if (client::Endpoint::of(m_session->socketPath()).kind != client::Endpoint::Kind::Local)
            return;
        m_session->client()->info(this, [this](const Result<api::SystemInfo> &info) {
            m_diskFolder = info ? QString::fromStdString(info->dockerRootDir) : QString();
            checkDisk();
        });
    });
    connect(m_session->events()->model(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onEvents(first, last); });
    m_session->events()->want();
    connect(m_session->operations(), &models::OperationModel::operationSucceeded, this,
            [this](const models::Operation *operation) { onOperation(operation, true); });
    connect(m_session->operations(), &models::OperationModel::operationFailed, this,
            [this](const models::Operation *operation) { onOperation(operation, false); });
}

void TrayIcon::onEvents(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const models::EventRow event = m_session->events()->model()->at(row);
        if (event.milliseconds < m_since || event.number <= m_lastEvent)
            continue;
        m_lastEvent = event.number;
        if (const auto notice = m_notices.onEvent(event))
            tell(*notice);
    }
}

void TrayIcon::onOperation(const models::Operation *operation, bool succeeded)
{
    // Who looks at the window sees it there.
    const auto *build = qobject_cast<const models::BuildOperation *>(operation);
    if (build != nullptr && !m_window->isActiveWindow())
        tell(models::Notices::ofBuild(build->id(), build->title(), build->detail(), succeeded));
}

void TrayIcon::checkDisk()
{
    if (m_diskFolder.isEmpty())
        return;
    const QStorageInfo disk(m_diskFolder);
    if (const auto notice = m_notices.onDisk(disk.isValid() ? disk.bytesAvailable() : -1,
                                             models::Preferences::diskLowBytes()))
        tell(*notice);
}

void TrayIcon::tell(const SystemNotice &notice)
{
    if (!models::Notices::isWanted(notice.kind))
        return;
    m_told.append(notice);
    if (m_told.size() > mostTold)
        m_told.removeFirst();
    const bool bad = notice.kind != SystemNotice::Kind::BuildDone;
    if (m_icon.isVisible())
        m_icon.showMessage(notice.title, notice.text,
                           bad ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
    refresh();
}

void TrayIcon::noticeClicked()
{
    if (m_told.isEmpty())
        return;
    const SystemNotice notice = m_told.last();
    emit windowWanted();
    switch (notice.kind) {
    case SystemNotice::Kind::Crashed:
    case SystemNotice::Kind::Unhealthy:
        emit containerWanted(notice.subject);
        return;
    case SystemNotice::Kind::BuildDone:
    case SystemNotice::Kind::BuildFailed:
        emit buildWanted(notice.subject);
        return;
    case SystemNotice::Kind::DiskLow:
        emit diskWanted();
        return;
    }
}

// ---- how it looks

TrayIcon::State TrayIcon::state() const
{
    if (m_session->state() != models::EngineSession::State::Connected)
        return State::Away;
    for (const ContainerRow &row : m_session->containers()->rows()) {
        if (row.isRunning() && row.health == models::Health::Unhealthy)
            return State::Trouble;
    }
    return runningIn(*m_session->containers()) > 0 ? State::Running : State::Idle;
}

QString TrayIcon::toolTip() const
{
    const int running = runningIn(*m_session->containers());
    switch (state()) {
    case State::Away:
        return tr("Quayside: no engine");
    case State::Idle:
        return tr("Quayside: nothing runs");
    case State::Running:
        return tr("Quayside: %n container(s) running", nullptr, running);
    case State::Trouble:
        return tr("Quayside: %n container(s) running, one is unhealthy", nullptr, running);
    }
    return {};
}

// Shape and colour both say it: an empty ring, a ring, a full disc, a triangle.
QIcon TrayIcon::iconOf(State state, int running, const QPalette &palette)
{
    QIcon made;
    for (const int side : {16, 22, 32, 64}) {
        QPixmap picture(side, side);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tone tone = state == State::Trouble   ? Tone::Bad
                          : state == State::Running ? Tone::Good
                                                    : Tone::Quiet;
        const QColor color = toneColor(tone);
        const qreal line = side / 8.0;
        const QRectF area = QRectF(0, 0, side, side).adjusted(line, line, -line, -line);
        painter.setPen(QPen(color, line, state == State::Away ? Qt::DotLine : Qt::SolidLine));
        painter.setBrush(state == State::Away || state == State::Idle ? QBrush(Qt::NoBrush) : QBrush(color));
        if (state == State::Trouble)
            painter.drawPolygon(
                QPolygonF({{area.center().x(), area.top()}, area.bottomRight(), area.bottomLeft()}));
        else
            painter.drawEllipse(area);
        if (state == State::Running || state == State::Trouble) {
            QFont font = painter.font();
            font.setBold(true);
            font.setPixelSize(std::max(8, side / 2));
            painter.setFont(font);
            painter.setPen(palette.color(QPalette::Base));
            painter.drawText(QRectF(0, state == State::Trouble ? line : 0, side, side), Qt::AlignCenter,
                             running > 9 ? QStringLiteral("+") : QString::number(running));
        }
        made.addPixmap(picture);
    }
    return made;
}

void TrayIcon::refresh()
{
    // Drawn anew only where it is another one: containers may change a hundred times a second.
    const Shown shown{state(), std::min(10, runningIn(*m_session->containers())),
                      m_window->palette().cacheKey()};
    if (shown != m_shown)
        m_icon.setIcon(iconOf(shown.state, shown.running, m_window->palette()));
    m_shown = shown;
    if (const QString tip = toolTip(); tip != m_icon.toolTip())
        m_icon.setToolTip(tip);
}

// ---- the menu

void TrayIcon::fillMenu()
{
    m_menu.clear();
    m_menu.addAction(tr("&Open Quayside"), this, &TrayIcon::windowWanted);
    m_menu
        .addAction(icon(Symbol::Run), tr("&Run…"), this,
                   [this] {
                       emit windowWanted();
                       emit runWanted();
                   })
        ->setEnabled(m_session->state() == models::EngineSession::State::Connected);
    m_menu.addSeparator();
    qsizetype left = mostInMenu;
    // Those that run come first.
    for (const bool running : {true, false}) {
        for (const ContainerRow &row : m_session->containers()->rows()) {
            if (row.isRunning() == running && left-- > 0)
                addContainer(row);
        }
    }
    if (left < 0)
        m_menu.addAction(tr("%n more…", nullptr, int(-left)), this, &TrayIcon::windowWanted);
    m_menu.addSeparator();
    m_menu.addAction(icon(Symbol::Quit), tr("&Quit"), this, &TrayIcon::quitWanted);
}

void TrayIcon::addContainer(const ContainerRow &row)
{
    const std::string id = row.id.toStdString();
    const auto done = [this](const Result<> &result) { report(result); };
    QMenu *menu = m_menu.addMenu(icon(row.isRunning() ? Symbol::Play : Symbol::Stop), escaped(row.name));
    menu->addAction(icon(Symbol::Open), tr("S&how"), this, [this, id = row.id] {
        emit windowWanted();
        emit containerWanted(id);
    });
    if (row.isRunning())
        menu->addAction(icon(Symbol::Stop), tr("&Stop"), this,
                        [this, id, done] { m_session->client()->stopContainer(id, {}, this, done); });
    else
        menu->addAction(icon(Symbol::Play), tr("&Start"), this,
                        [this, id, done] { m_session->client()->startContainer(id, this, done); });
    for (const models::PublishedPort &port : row.ports) {
        if (const QString url = portUrl(port); row.isRunning() && !url.isEmpty())
            menu->addAction(icon(Symbol::Link), escaped(tr("Open %1").arg(url)), this,
                            [this, url] { emit portWanted(url); });
    }
}

void TrayIcon::report(const Result<> &result)
{
    if (!result && m_icon.isVisible())
        m_icon.showMessage(tr("That did not work"), QString::fromStdString(result.error().message),
                           QSystemTrayIcon::Warning);
}

} // namespace quayside::ui
