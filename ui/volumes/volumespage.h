// The list of volumes.
#pragma once

#include "ui/common/tablepage.h"

#include "models/system/enginesession.h"

namespace quayside::ui
{

class VolumeActions;

class VolumesPage : public TablePage
{
    Q_OBJECT

public:
    explicit VolumesPage(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] VolumeActions *actions() const { return m_actions; }

private:
    VolumeActions *m_actions;
};

} // namespace quayside::ui
