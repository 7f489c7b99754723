#include "ui/networks/networkspage.h"

#include "ui/common/hoveractions.h"
#include "ui/common/placeholder.h"
#include "ui/networks/networkactions.h"

#include <QMenu>
#include <QToolBar>

namespace quayside::ui
{

using models::NetworkModel;
using A = NetworkActions;

NetworksPage::NetworksPage(models::EngineSession *session, QWidget *parent)
    : TablePage(
          tr("Networks"), Symbol::Network, QStringLiteral("networks"), session->networks(),
          NetworkModel::filterKeys(),
          [session](int row, const models::FilterTerm &term) {
              return session->networks()->holds(row, term);
          },
          {{QStringLiteral("driver"), {QStringLiteral("bridge"), QStringLiteral("macvlan")}},
           {QStringLiteral("used"), {QStringLiteral("yes"), QStringLiteral("no")}}},
          parent),
      m_session(session), m_actions(new NetworkActions(session, notice(), undoBar(), this))
{
    setUpTable();
    for (const A::Verb verb : {A::Create, A::Connect, A::Disconnect, A::Remove, A::Prune})
        toolBar()->addAction(m_actions->action(verb));
    emptyPlaceholder()->setText(tr("No networks"),
                                tr("Containers in a network of their own find each other by name."));
    emptyPlaceholder()->addButton(tr("New network…"), Symbol::Add, [this] { m_actions->run(A::Create, {}); });
    connect(this, &TablePage::selectedKeysChanged, m_actions, &A::setSelection);
    connect(m_actions, &A::pendingRemovalChanged, this,
            [this] { setHiddenKeys(m_actions->pendingRemoval()); });
    connect(session, &models::EngineSession::networksListed, this, [this] { setLoaded(true); });
    connect(session, &models::EngineSession::engineSwitched, this, [this] { setLoaded(false); });
    setLoaded(session->networksLoaded());
    session->wantNetworks();
}

void NetworksPage::setUpTable()
{
    table()->setUpColumns({{NetworkModel::NameColumn, 180},
                           {NetworkModel::DriverColumn, 120},
                           {NetworkModel::SubnetColumn, 170},
                           {NetworkModel::UsedByColumn, 150}},
                          NetworkModel::NameColumn);
    connect(table(), &QWidget::customContextMenuRequested, this, &NetworksPage::showContextMenu);
    auto *hover = new HoverActions(table());
    hover->setButtons([this](const QModelIndex &index) {
        QList<HoverActions::Button> buttons;
        const QString id = index.data(models::TableKeyRole).toString();
        const models::NetworkRow *row = m_session->networks()->find(id);
        if (row == nullptr || row->builtIn)
            return buttons;
        for (const A::Verb verb : {A::Connect, A::Remove}) {
            const QString name = m_actions->action(verb)->text().remove(u'&');
            buttons.append({m_actions->action(verb)->icon(),
                            tr("%1: %2", "action: network").arg(name, row->name),
                            [this, verb, id] { m_actions->run(verb, {id}); }});
        }
        return buttons;
    });
}

void NetworksPage::showContextMenu(const QPoint &point)
{
    if (!table()->indexAt(point).isValid())
        return;
    QMenu menu(this);
    for (const A::Verb verb : {A::Connect, A::Disconnect, A::CopyId})
        menu.addAction(m_actions->action(verb));
    menu.addSeparator();
    menu.addAction(m_actions->action(A::Remove));
    menu.exec(table()->viewport()->mapToGlobal(point));
}

} // namespace quayside::ui
