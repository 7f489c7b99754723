// The list of volumes.
#pragma once

#include "ui/common/listpage.h"

#include "models/system/enginesession.h"

namespace quayside::ui
{

class VolumesPage : public ListPage
{
    Q_OBJECT

public:
    explicit VolumesPage(models::EngineSession *session, QWidget *parent = nullptr);

private:
    void refreshFace();

    models::EngineSession *m_session;
};

} // namespace quayside::ui
