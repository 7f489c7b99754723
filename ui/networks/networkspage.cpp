#include "ui/networks/networkspage.h"

#include "ui/common/placeholder.h"
#include "ui/networks/networkactions.h"
#include "ui/networks/networkmapview.h"

#include <QMenu>
#include <QSettings>
#include <QToolBar>

namespace quayside::ui
{

using models::EngineSession;
using models::NetworkModel;
using A = NetworkActions;

static constexpr auto mapSetting = "networks/map";

NetworksPage::NetworksPage(EngineSession *session, QWidget *parent)
    : TablePage(tr("Networks"), Symbol::Network, QStringLiteral("networks"),
                contentOf(session->networks(), [session] { return session->networksLoaded(); }), parent),
      m_actions(new NetworkActions(session, notice(), undoBar(), this)),
      m_map(new NetworkMapView(session, this)),
      m_mapAction(new QAction(icon(Symbol::Overview), tr("Ma&p"), this))
{
    table()->setUpColumns({{NetworkModel::NameColumn, 180},
                           {NetworkModel::UsedByColumn, 150},
                           {NetworkModel::SubnetColumn, 170},
                           {NetworkModel::DriverColumn, 120}},
                          NetworkModel::NameColumn);
    follow(m_actions);
    for (const A::Verb verb : {A::Create, A::Connect, A::Disconnect, A::Remove, A::Prune})
        toolBar()->addAction(m_actions->action(verb));
    setRowMenu(rowActions());
    setHoverActions(m_actions, [session](const QString &id) {
        const models::NetworkRow *row = session->networks()->find(id);
        return row == nullptr || row->builtIn ? QList<int>() : QList<int>{A::Connect, A::Remove};
    });
    emptyPlaceholder()->setText(tr("No networks"),
                                tr("Containers in a network of their own find each other by name."));
    emptyPlaceholder()->addButton(tr("New network…"), Symbol::Add, [this] { m_actions->run(A::Create, {}); });
    connect(session, &EngineSession::networksListed, this, &TablePage::refreshFace);
    connect(session, &EngineSession::engineSwitched, this, &TablePage::refreshFace);
    makeMap();
    session->wantNetworks();
}

QList<QAction *> NetworksPage::rowActions() const
{
    return {m_actions->action(A::Connect), m_actions->action(A::Disconnect), m_actions->action(A::CopyId),
            nullptr, m_actions->action(A::Remove)};
}

void NetworksPage::makeMap()
{
    m_mapAction->setCheckable(true);
    m_mapAction->setShortcut(QKeySequence(tr("Ctrl+M")));
    m_mapAction->setToolTip(
        tr("Draw networks, containers and ports, and what leads from one to the other (%1)")
            .arg(m_mapAction->shortcut().toString(QKeySequence::NativeText)));
    toolBar()->addSeparator();
    toolBar()->addAction(m_mapAction);
    for (QAction *action : m_map->zoomActions()) {
        action->setPriority(QAction::LowPriority);
        toolBar()->addAction(action);
    }
    addPicture(m_map);
    connect(m_mapAction, &QAction::toggled, this, &NetworksPage::showMap);
    connect(m_map, &NetworkMapView::networkChosen, this, &TablePage::select);
    connect(this, &TablePage::currentKeyChanged, m_map, &NetworkMapView::showNetwork);
    connect(m_map, &NetworkMapView::networkMenuWanted, this, [this](const QString &id, const QPoint &place) {
        select(id);
        QMenu menu(this);
        for (QAction *action : rowActions()) {
            if (action != nullptr)
                menu.addAction(action);
            else
                menu.addSeparator();
        }
        menu.exec(place);
    });
    showMap(QSettings().value(mapSetting, false).toBool());
}

void NetworksPage::showMap(bool shown)
{
    m_mapAction->setChecked(shown);
    showPicture(shown);
    for (QAction *action : m_map->zoomActions())
        action->setVisible(shown);
    QSettings().setValue(mapSetting, shown);
}

} // namespace quayside::ui
