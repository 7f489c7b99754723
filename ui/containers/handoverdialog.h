// Who besides its owner may run a container and look into it.
#pragma once

#include "ui/common/formdialog.h"

namespace quayside::client
{
class EngineClient;
}

namespace quayside::ui
{

class HandOverDialog : public FormDialog
{
    Q_OBJECT

public:
    // Fills itself with who has it now, and until then cannot be sent.
    HandOverDialog(client::EngineClient *client, const QString &id, const QString &name,
                   QWidget *parent = nullptr);

signals:
    void handedOver(const QStringList &users);

protected:
    void send() override;

private:
    client::EngineClient *m_client;
    QString m_id;
    QLineEdit *m_users;
};

} // namespace quayside::ui
