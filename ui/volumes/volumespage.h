// The list of volumes.
#pragma once

#include "ui/common/tablepage.h"

#include "models/system/enginesession.h"

namespace quayside::ui
{

class DropHint;
class VolumeActions;

class VolumesPage : public TablePage
{
    Q_OBJECT

public:
    explicit VolumesPage(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] VolumeActions *actions() const { return m_actions; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    VolumeActions *m_actions;
    DropHint *m_dropHint;
};

} // namespace quayside::ui
