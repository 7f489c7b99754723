// What goes over the engine's socket, below the pages. Made when it is first opened.
#pragma once

#include "models/client/engineclient.h"

#include <QDockWidget>

namespace quayside::ui
{

class WirePanel;

class WireDock : public QDockWidget
{
    Q_OBJECT

public:
    WireDock(client::EngineClient *client, QWidget *parent);

    [[nodiscard]] WirePanel *panel() const { return m_panel; } // nullptr until it was opened
    void setVisible(bool visible) override;

private:
    client::EngineClient *m_client;
    WirePanel *m_panel = nullptr;
};

} // namespace quayside::ui
