// The list of networks.
#pragma once

#include "ui/common/tablepage.h"

#include "models/system/enginesession.h"

namespace quayside::ui
{

class NetworkActions;

class NetworksPage : public TablePage
{
    Q_OBJECT

public:
    explicit NetworksPage(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] NetworkActions *actions() const { return m_actions; }

private:
    NetworkActions *m_actions;
};

} // namespace quayside::ui
