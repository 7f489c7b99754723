// The list of networks.
#pragma once

#include "ui/common/tablepage.h"

#include "models/system/enginesession.h"

namespace quayside::ui
{

class NetworkActions;
class NetworkMapView;

class NetworksPage : public TablePage
{
    Q_OBJECT

public:
    explicit NetworksPage(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] NetworkActions *actions() const { return m_actions; }
    [[nodiscard]] NetworkMapView *map() const { return m_map; }
    [[nodiscard]] QAction *mapAction() const { return m_mapAction; }

private:
    void makeMap();
    void showMap(bool shown);
    [[nodiscard]] QList<QAction *> rowActions() const;

    NetworkActions *m_actions;
    NetworkMapView *m_map;
    QAction *m_mapAction;
};

} // namespace quayside::ui
