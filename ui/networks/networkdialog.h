// A new network.
#pragma once

#include "models/client/resources.h"
#include "ui/common/formdialog.h"

class QCheckBox;
class QComboBox;

namespace quayside::ui
{

class NetworkDialog : public FormDialog
{
    Q_OBJECT

public:
    NetworkDialog(client::EngineClient *client, QWidget *parent = nullptr);

signals:
    void networkCreated(const QString &id);

protected:
    void send() override;

private:
    client::EngineClient *m_client;
    void addChecks();
    void readOptions(client::NewNetwork &network, QString *problem) const;

    QLineEdit *m_name, *m_subnet, *m_gateway, *m_range, *m_parent, *m_mtu, *m_subnet6;
    QComboBox *m_driver;
    QCheckBox *m_internal, *m_ipv6, *m_apart;
    QPlainTextEdit *m_labels, *m_options;
};

} // namespace quayside::ui
