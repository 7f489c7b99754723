// The networks as a picture that follows the engine.
#pragma once

#include "models/networks/map.h"
#include "models/system/enginesession.h"
#include "ui/common/zoomview.h"

#include <QElapsedTimer>
#include <QTimer>

#include <vector>

class QAction;
class QMenu;

namespace quayside::ui
{

class MapNodeItem;

class NetworkMapView : public ZoomView
{
    Q_OBJECT

public:
    // The session must outlive it.
    explicit NetworkMapView(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] const models::NetworkMap &map() const { return m_map; }
    [[nodiscard]] const QList<QAction *> &zoomActions() const { return m_zoomActions; }
    void setMap(const models::NetworkMap &map);
    void showNetwork(const QString &id); // becomes the current node; nothing is signalled

signals:
    void networkChosen(const QString &id);
    void networkMenuWanted(const QString &id, const QPoint &place); // of the screen
    void containerOpened(const QString &id);
    void portOpened(const QString &containerId, const QString &port);

protected:
    void markCurrent(int node, bool current) override;
    [[nodiscard]] QString descriptionOf(int node) const override;
    void showEvent(QShowEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool next) override; // Tab goes from node to node, and on after the last one

private:
    void makeZoomActions();
    void refreshSoon();
    void refresh();
    void draw(const std::vector<api::ContainerSummary> &containers,
              const std::vector<api::Network> &networks);
    void open(int node);
    void choose(int node);
    [[nodiscard]] const models::MapNode *nodeOf(int node) const;

    models::EngineSession *m_session;
    models::NetworkMap m_map;
    models::MapInput m_input;
    QSet<QString> m_unfolded;
    std::vector<MapNodeItem *> m_items; // of the scene
    QList<QAction *> m_zoomActions;
    QList<models::MapInterface> m_interfaces;
    QElapsedTimer m_interfacesAge;
    QTimer m_later;
    client::Call m_call; // the lists that are asked for, one after the other
};

} // namespace quayside::ui
