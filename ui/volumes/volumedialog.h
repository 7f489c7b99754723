// A new volume.
#pragma once

#include "models/client/engineclient.h"
#include "ui/common/formdialog.h"

class QComboBox;

namespace quayside::ui
{

class VolumeDialog : public FormDialog
{
    Q_OBJECT

public:
    VolumeDialog(client::EngineClient *client, QWidget *parent = nullptr);

signals:
    void volumeCreated(const QString &name);

protected:
    void send() override;

private:
    client::EngineClient *m_client;
    QLineEdit *m_name, *m_size, *m_folder;
    QComboBox *m_kind;
    QPlainTextEdit *m_labels;
};

} // namespace quayside::ui
