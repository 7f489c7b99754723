#include "ui/networks/networkspage.h"

#include "ui/common/placeholder.h"
#include "ui/networks/networkactions.h"

#include <QToolBar>

namespace quayside::ui
{

using models::EngineSession;
using models::NetworkModel;
using A = NetworkActions;

NetworksPage::NetworksPage(EngineSession *session, QWidget *parent)
    : TablePage(tr("Networks"), Symbol::Network, QStringLiteral("networks"),
                contentOf(session->networks(),
                          {{QStringLiteral("driver"), {QStringLiteral("bridge"), QStringLiteral("macvlan")}},
                           {QStringLiteral("used"), {QStringLiteral("yes"), QStringLiteral("no")}}},
                          [session] { return session->networksLoaded(); }),
                parent),
      m_actions(new NetworkActions(session, notice(), undoBar(), this))
{
    table()->setUpColumns({{NetworkModel::NameColumn, 180},
                           {NetworkModel::UsedByColumn, 150},
                           {NetworkModel::SubnetColumn, 170},
                           {NetworkModel::DriverColumn, 120}},
                          NetworkModel::NameColumn);
    follow(m_actions);
    for (const A::Verb verb : {A::Create, A::Connect, A::Disconnect, A::Remove, A::Prune})
        toolBar()->addAction(m_actions->action(verb));
    setRowMenu({m_actions->action(A::Connect), m_actions->action(A::Disconnect), m_actions->action(A::CopyId),
                nullptr, m_actions->action(A::Remove)});
    setHoverActions(m_actions, [session](const QString &id) {
        const models::NetworkRow *row = session->networks()->find(id);
        return row == nullptr || row->builtIn ? QList<int>() : QList<int>{A::Connect, A::Remove};
    });
    emptyPlaceholder()->setText(tr("No networks"),
                                tr("Containers in a network of their own find each other by name."));
    emptyPlaceholder()->addButton(tr("New network…"), Symbol::Add, [this] { m_actions->run(A::Create, {}); });
    connect(session, &EngineSession::networksListed, this, &TablePage::refreshFace);
    connect(session, &EngineSession::engineSwitched, this, &TablePage::refreshFace);
    session->wantNetworks();
}

} // namespace quayside::ui
