// Everything about the selected network.
#pragma once

#include "models/system/enginesession.h"
#include "ui/common/detailspane.h"

namespace quayside::ui
{

class NetworkDetails : public DetailsPane
{
    Q_OBJECT

public:
    explicit NetworkDetails(models::EngineSession *session, QWidget *parent = nullptr);

    void showNetwork(const QString &id);

signals:
    void containerWanted(const QString &id);

private:
    void onNetworksChanged();
    void fillContainers(const models::NetworkRow &row, const api::Network &network);
    void fill(const models::NetworkRow &row, const api::Network &network);

    models::EngineSession *m_session;
    models::NetworkRow m_shown;
    QString m_id;
    client::Call m_call;
};

} // namespace quayside::ui
