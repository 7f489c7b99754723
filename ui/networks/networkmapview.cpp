#include "ui/networks/networkmapview.h"

#include "models/networks/mapinput.h"
#include "ui/common/icons.h"
#include "ui/networks/mapitems.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSysInfo>

#include <algorithm>

namespace quayside::ui
{

using models::MapNode;

namespace
{

constexpr int pause = 200;                // milliseconds: a Compose project starts many at once
constexpr qint64 interfacesLast = 10'000; // milliseconds until this computer's own are looked at again
constexpr qreal margin = 16;

} // namespace

NetworkMapView::NetworkMapView(models::EngineSession *session, QWidget *parent)
    : ZoomView(parent), m_session(session)
{
    setObjectName(QStringLiteral("networkMap"));
    setAccessibleName(tr("Map of the networks"));
    makeZoomActions();
    m_later.setSingleShot(true);
    m_later.setInterval(pause);
    connect(&m_later, &QTimer::timeout, this, &NetworkMapView::refresh);
    for (const QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(session->containers()),
                                            static_cast<QAbstractItemModel *>(session->networks())}) {
        connect(model, &QAbstractItemModel::dataChanged, this, &NetworkMapView::refreshSoon);
        connect(model, &QAbstractItemModel::rowsInserted, this, &NetworkMapView::refreshSoon);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &NetworkMapView::refreshSoon);
        connect(model, &QAbstractItemModel::modelReset, this, &NetworkMapView::refreshSoon);
    }
    // Joining and leaving changes no row of the lists.
    connect(session, &models::EngineSession::containerEvent, this, &NetworkMapView::refreshSoon);
    connect(session, &models::EngineSession::containersListed, this, &NetworkMapView::refreshSoon);
    connect(session, &models::EngineSession::networksListed, this, &NetworkMapView::refreshSoon);
    connect(this, &ZoomView::activated, this, &NetworkMapView::open);
    connect(this, &ZoomView::currentChanged, this, &NetworkMapView::choose);
}

void NetworkMapView::makeZoomActions()
{
    const auto make = [this](Symbol symbol, const QString &text, const QString &toolTip,
                             const QKeySequence &keys, auto run) {
        auto *action = new QAction(icon(symbol), text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setToolTip(
            tr("%1 (%2)", "what it does, its keys").arg(toolTip, keys.toString(QKeySequence::NativeText)));
        addAction(action);
        m_zoomActions.append(action);
        connect(action, &QAction::triggered, this, run);
    };
    make(Symbol::Overview, tr("&Fit"), tr("Show the whole map"), Qt::CTRL | Qt::Key_0, [this] { fit(); });
    make(Symbol::Add, tr("Zoom &in"), tr("Larger"), Qt::CTRL | Qt::Key_Plus, [this] { zoom(1.25); });
    make(Symbol::Search, tr("Zoom &out"), tr("Smaller"), Qt::CTRL | Qt::Key_Minus, [this] { zoom(0.8); });
}

void NetworkMapView::refreshSoon()
{
    if (isVisible() && !m_later.isActive())
        m_later.start();
}

void NetworkMapView::showEvent(QShowEvent *event)
{
    ZoomView::showEvent(event);
    refresh();
}

// The lists of the window know no addresses.
void NetworkMapView::refresh()
{
    m_call.cancel();
    m_call = m_session->client()->listNetworks(
        {}, this, [this](const Result<std::vector<api::Network>> &networks) {
            if (!networks)
                return; // the engine is away: what was last seen stays
            m_call = m_session->client()->listContainers(
                {.all = true}, this,
                [this, networks = *networks](const Result<std::vector<api::ContainerSummary>> &containers) {
                    if (containers)
                        draw(*containers, networks);
                });
        });
}

void NetworkMapView::draw(const std::vector<api::ContainerSummary> &containers,
                          const std::vector<api::Network> &networks)
{
    if (!m_interfacesAge.isValid() || m_interfacesAge.elapsed() > interfacesLast) {
        m_interfaces = models::hostInterfaces();
        m_interfacesAge.start();
    }
    const models::MapInput input =
        models::mapInput(containers, networks, QSysInfo::machineHostName(), m_interfaces);
    if (input == m_input && !m_items.empty())
        return;
    m_input = input;
    setMap(layOut(input, m_unfolded));
}

// What was chosen stays so, wherever it stands now.
void NetworkMapView::setMap(const models::NetworkMap &map)
{
    const models::MapNode *before = nodeOf(current());
    const models::MapNode old = before != nullptr ? *before : MapNode();
    setNodes({});
    m_items.clear();
    scene()->clear();
    m_map = map;
    for (const models::MapLine &line : map.lines)
        scene()->addItem(new MapLineItem(line));
    for (const MapNode &node : map.nodes) {
        m_items.push_back(new MapNodeItem(node));
        scene()->addItem(m_items.back());
    }
    setNodes({m_items.begin(), m_items.end()});
    setSceneRect(QRectF({}, map.size).adjusted(-margin, -margin, margin, margin));
    const auto same = std::ranges::find_if(map.nodes, [&](const MapNode &node) {
        return node.kind == old.kind && node.target == old.target && node.port == old.port;
    });
    setCurrent(map.nodes.isEmpty() ? -1 : same == map.nodes.end() ? 0 : int(same - map.nodes.begin()));
    fitUnlessZoomed();
}

const MapNode *NetworkMapView::nodeOf(int node) const
{
    return node < 0 || node >= int(m_map.nodes.size()) ? nullptr : &m_map.nodes.at(node);
}

void NetworkMapView::markCurrent(int node, bool current)
{
    m_items[std::size_t(node)]->setCurrent(current);
}

QString NetworkMapView::descriptionOf(int node) const
{
    return m_map.nodes.at(node).sentence;
}

void NetworkMapView::showNetwork(const QString &id)
{
    const MapNode *now = nodeOf(current());
    if (now != nullptr && now->kind != MapNode::Kind::Host && now->target == id)
        return;
    for (qsizetype i = 0; i < m_map.nodes.size(); ++i)
        if (m_map.nodes.at(i).kind == MapNode::Kind::Network && m_map.nodes.at(i).target == id)
            return setCurrent(int(i));
}

void NetworkMapView::choose(int node)
{
    if (const MapNode *chosen = nodeOf(node); chosen != nullptr && chosen->kind == MapNode::Kind::Network)
        emit networkChosen(chosen->target);
}

void NetworkMapView::open(int node)
{
    const MapNode *chosen = nodeOf(node);
    if (chosen == nullptr)
        return;
    if (chosen->kind == MapNode::Kind::Network)
        emit networkChosen(chosen->target);
    else if (chosen->kind == MapNode::Kind::Container)
        emit containerOpened(chosen->target);
    else if (chosen->kind == MapNode::Kind::Port)
        emit portOpened(chosen->target, chosen->port);
    else if (chosen->kind == MapNode::Kind::More) {
        m_unfolded.insert(chosen->target);
        setMap(layOut(m_input, m_unfolded));
    }
}

void NetworkMapView::contextMenuEvent(QContextMenuEvent *event)
{
    const int node = event->reason() == QContextMenuEvent::Mouse ? nodeAt(event->pos()) : current();
    walkTo(node);
    const MapNode *chosen = nodeOf(node);
    if (chosen == nullptr || chosen->kind == MapNode::Kind::Host)
        return;
    if (chosen->kind == MapNode::Kind::Network) {
        emit networkMenuWanted(chosen->target, event->globalPos());
        return;
    }
    QMenu menu(this);
    const bool port = chosen->kind == MapNode::Kind::Port, more = chosen->kind == MapNode::Kind::More;
    const QString container = chosen->target;
    if (port && m_session->hasFeature(QStringLiteral("port-doctor")))
        menu.addAction(icon(Symbol::Network), tr("Port &doctor…"), this, [this, node] { open(node); });
    if (more)
        menu.addAction(icon(Symbol::Add), tr("Show &all of them"), this, [this, node] { open(node); });
    else
        menu.addAction(icon(Symbol::Container), tr("Show the &container"), this,
                       [this, container] { emit containerOpened(container); });
    menu.exec(event->globalPos());
}

bool NetworkMapView::focusNextPrevChild(bool next)
{
    const int node = current() + (next ? 1 : -1);
    if (node < 0 || node >= nodeCount())
        return ZoomView::focusNextPrevChild(next);
    walkTo(node);
    return true;
}

} // namespace quayside::ui
