// Everything about the selected volume.
#pragma once

#include "models/system/enginesession.h"
#include "ui/common/detailspane.h"

namespace quayside::ui
{

class VolumeDetails : public DetailsPane
{
    Q_OBJECT

public:
    explicit VolumeDetails(models::EngineSession *session, QWidget *parent = nullptr);

    void showVolume(const QString &name);

signals:
    void containerWanted(const QString &id);

private:
    void onVolumesChanged();
    void fill(const models::VolumeRow &row);

    models::EngineSession *m_session;
    models::VolumeRow m_shown;
    QString m_name;
    client::Call m_call;
};

} // namespace quayside::ui
