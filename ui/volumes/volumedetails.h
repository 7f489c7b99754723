// Everything about the selected volume.
#pragma once

#include "models/system/enginesession.h"
#include "ui/common/detailspane.h"

namespace quayside::ui
{

class FilesPane;

class VolumeDetails : public DetailsPane
{
    Q_OBJECT

public:
    explicit VolumeDetails(models::EngineSession *session, QWidget *parent = nullptr);

    void showVolume(const QString &name);
    [[nodiscard]] FilesPane *filesPane() const { return m_files; } // nullptr until Files was first shown
    void showFiles();

signals:
    void containerWanted(const QString &id);

private:
    void onVolumesChanged();
    void fill(const models::VolumeRow &row);
    void refreshFiles();

    models::EngineSession *m_session;
    models::VolumeRow m_shown;
    QString m_name;
    QWidget *m_filesPage;
    FilesPane *m_files = nullptr;
    client::Call m_call;
};

} // namespace quayside::ui
