#include "ui/networks/networkspage.h"

#include "ui/common/placeholder.h"
#include "ui/common/rowdelegate.h"

#include <QSortFilterProxyModel>
#include <QToolBar>

namespace quayside::ui
{

using models::NetworkModel;

NetworksPage::NetworksPage(models::EngineSession *session, QWidget *parent)
    : ListPage(tr("Networks"), Symbol::Network, QStringLiteral("networks"), parent), m_session(session)
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(session->networks());
    table()->setModel(sorted);
    table()->setItemDelegate(new RowDelegate(Symbol::Network, this));
    table()->setAccessibleName(tr("Networks"));
    table()->setUpColumns({{NetworkModel::NameColumn, 200},
                           {NetworkModel::DriverColumn, 120},
                           {NetworkModel::SubnetColumn, 200},
                           {NetworkModel::IdColumn, 120}},
                          NetworkModel::NameColumn);
    emptyPlaceholder()->setText(tr("No networks"),
                                tr("The engine makes its bridge when the first container needs it."));
    toolBar()->hide();
    connect(session, &models::EngineSession::networksListed, this, &NetworksPage::refreshFace);
    session->wantNetworks();
    refreshFace();
}

void NetworksPage::refreshFace()
{
    const int count = m_session->networks()->rowCount();
    if (count == 0)
        setFace(m_session->networksLoaded() ? Face::Empty : Face::Loading);
    else
        setFace(Face::List);
    setCountText(count > 0 ? QString::number(count) : QString());
}

} // namespace quayside::ui
