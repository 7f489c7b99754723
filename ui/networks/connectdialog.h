// A container goes into a network, or out of it.
#pragma once

#include "models/system/enginesession.h"
#include "ui/common/formdialog.h"

class QComboBox;

namespace quayside::ui
{

class ConnectDialog : public FormDialog
{
    Q_OBJECT

public:
    ConnectDialog(models::EngineSession *session, const models::NetworkRow &network,
                  QWidget *parent = nullptr);

protected:
    void send() override;

private:
    models::EngineSession *m_session;
    models::NetworkRow m_network;
    QComboBox *m_container;
    QLineEdit *m_aliases, *m_address;
};

class DisconnectDialog : public FormDialog
{
    Q_OBJECT

public:
    DisconnectDialog(models::EngineSession *session, const models::NetworkRow &network,
                     QWidget *parent = nullptr);

protected:
    void send() override;

private:
    models::EngineSession *m_session;
    models::NetworkRow m_network;
    QComboBox *m_container;
};

} // namespace quayside::ui
