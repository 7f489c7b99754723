#include "ui/networks/networkactions.h"

#include "models/client/resources.h"
#include "ui/networks/connectdialog.h"
#include "ui/networks/networkdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QMessageBox>

namespace quayside::ui
{

using models::NetworkRow;

NetworkActions::NetworkActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar,
                               QWidget *window)
    : RowActions(session, session->networks(), notice, undoBar, window)
{
    makeActions({{Symbol::Add, tr("&New network…"),
                  tr("Make a network of your own: containers in it find each other by name"),
                  QKeySequence(tr("Ctrl+Shift+N"))},
                 {Symbol::Network, tr("Connect a &container…"), tr("Let a container into this network"),
                  QKeySequence(tr("Ctrl+Shift+J"))},
                 {Symbol::Close, tr("&Disconnect a container…"), tr("Take a container out of this network")},
                 {Symbol::Remove, tr("Re&move"), tr("Remove the network"), QKeySequence(Qt::Key_Delete)},
                 {Symbol::Ok, tr("&Tidy up…"), tr("Remove networks that no container uses")},
                 {Symbol::Copy, tr("Copy &id"), tr("Copy its id"), QKeySequence(tr("Ctrl+Shift+C"))}},
                {Connect, Disconnect, Remove});
}

void NetworkActions::refresh()
{
    const QList<NetworkRow> rows = rowsOf(session()->networks(), selection());
    const bool one = rows.size() == 1;
    // Containers of the host's network, or of none, have no way into another one.
    const bool connectable = one && rows.first().driver != u"host" && rows.first().driver != u"null";
    action(Connect)->setEnabled(connectable);
    action(Disconnect)->setEnabled(connectable && !rows.first().containers.isEmpty());
    action(Remove)->setEnabled(!rows.isEmpty() && std::ranges::none_of(rows, &NetworkRow::builtIn));
    action(CopyId)->setEnabled(!rows.isEmpty());
}

void NetworkActions::run(int verb, const QStringList &ids)
{
    const QList<NetworkRow> rows = rowsOf(session()->networks(), ids);
    if (verb == Create)
        create();
    else if (verb == Prune)
        prune();
    else if (rows.isEmpty())
        return;
    else if (verb == Connect)
        connectContainer(rows.first());
    else if (verb == Disconnect)
        disconnectContainer(rows.first());
    else if (verb == Remove)
        remove(rows);
    else if (verb == CopyId)
        QApplication::clipboard()->setText(ids.join(u'\n'));
}

void NetworkActions::create()
{
    auto *dialog = new NetworkDialog(session()->client(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NetworkDialog::networkCreated, this, &NetworkActions::networkCreated);
    dialog->open();
}

void NetworkActions::connectContainer(const NetworkRow &network)
{
    auto *dialog = new ConnectDialog(session(), network, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void NetworkActions::disconnectContainer(const NetworkRow &network)
{
    auto *dialog = new DisconnectDialog(session(), network, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

// ---- removing

void NetworkActions::prune()
{
    QList<PruneItem> items;
    for (const NetworkRow &row : session()->networks()->rows()) {
        if (!row.builtIn && row.containers.isEmpty() && !pendingRemoval().contains(row.id))
            items.append({row.id, row.name, tr("no container uses it"), -1, true});
    }
    openPrune(
        tr("Remove unused networks"),
        tr("No container is made to use these networks. They can be made again, but their addresses may "
           "then differ."),
        items, [this](const QStringList &ids) { removeNow(rowsOf(session()->networks(), ids)); });
}

void NetworkActions::remove(const QList<NetworkRow> &rows)
{
    if (std::ranges::any_of(rows, [](const NetworkRow &row) { return !row.containers.isEmpty(); })) {
        confirmUsed(rows);
        return;
    }
    QSet<QString> ids;
    for (const NetworkRow &row : rows)
        ids.insert(row.id);
    removeWithUndo(rows.size() == 1 ? tr("%1 is being removed.").arg(rows.first().name)
                                    : tr("%n network(s) are being removed.", nullptr, int(rows.size())),
                   ids, [this, rows] { removeNow(rows); });
}

void NetworkActions::confirmUsed(const QList<NetworkRow> &rows)
{
    QStringList lines;
    for (const NetworkRow &row : rows) {
        if (!row.containers.isEmpty())
            lines.append(tr("%1: used by %2")
                             .arg(row.name, firstLines(row.containers).replace(u'\n', QStringLiteral(", "))));
    }
    confirm(tr("Remove networks in use?"), tr("Containers are made to use this:"),
            firstLines(lines) + QStringLiteral("\n\n") +
                tr("Stopped containers will not start again without it. While a container runs in it, the "
                   "engine does not remove it."),
            tr("Remove it"), [this, rows] { removeNow(rows); });
}

void NetworkActions::removeNow(const QList<NetworkRow> &rows)
{
    for (const NetworkRow &row : rows)
        session()->client()->removeNetwork(row.id.toStdString(), this, removalOf(row.id, row.name));
}

} // namespace quayside::ui
