// The list of networks.
#pragma once

#include "ui/common/listpage.h"

#include "models/system/enginesession.h"

namespace quayside::ui
{

class NetworksPage : public ListPage
{
    Q_OBJECT

public:
    explicit NetworksPage(models::EngineSession *session, QWidget *parent = nullptr);

private:
    void refreshFace();

    models::EngineSession *m_session;
};

} // namespace quayside::ui
