#include "ui/networks/networkactions.h"

#include "models/client/resources.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/prunedialog.h"
#include "ui/networks/connectdialog.h"
#include "ui/networks/networkdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QMessageBox>
#include <QPushButton>

namespace quayside::ui
{

using models::NetworkRow;

NetworkActions::NetworkActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar,
                               QWidget *window)
    : QObject(window), m_session(session), m_notice(notice), m_undoBar(undoBar), m_window(window)
{
    makeActions();
    connect(session->networks(), &QAbstractItemModel::dataChanged, this, &NetworkActions::refresh);
    connect(session->networks(), &QAbstractItemModel::rowsRemoved, this, &NetworkActions::onRowsRemoved,
            Qt::QueuedConnection); // the filter model must know first that the rows are gone
    for (const Verb verb : {Connect, Disconnect, Remove})
        m_actions[verb]->setPriority(QAction::LowPriority); // a symbol is enough in the tool bar
    refresh();
}

void NetworkActions::makeActions()
{
    struct Described {
        Symbol symbol;
        QString text, toolTip;
        QKeySequence keys;
    };
    const std::array<Described, VerbCount> all = {{
        {Symbol::Add, tr("&New network…"),
         tr("Make a network of your own: containers in it find each other by name"),
         QKeySequence(tr("Ctrl+Shift+N"))},
        {Symbol::Network, tr("Connect a &container…"), tr("Let a container into this network"),
         QKeySequence(tr("Ctrl+Shift+J"))},
        {Symbol::Close, tr("&Disconnect a container…"), tr("Take a container out of this network"), {}},
        {Symbol::Remove, tr("Re&move"), tr("Remove the network"), QKeySequence(Qt::Key_Delete)},
        {Symbol::Ok, tr("&Tidy up…"), tr("Remove networks that no container uses"), {}},
        {Symbol::Copy, tr("Copy i&d"), tr("Copy its id"), QKeySequence(tr("Ctrl+Shift+C"))},
    }};
    for (int verb = 0; verb < VerbCount; ++verb) {
        const Described &described = all[std::size_t(verb)];
        auto *action = new QAction(icon(described.symbol), described.text, this);
        action->setShortcut(described.keys);
        action->setToolTip(described.keys.isEmpty()
                               ? described.toolTip
                               : QStringLiteral("%1 (%2)").arg(
                                     described.toolTip, described.keys.toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, [this, verb] { run(Verb(verb), m_selection); });
        m_actions[std::size_t(verb)] = action;
    }
}

void NetworkActions::setSelection(const QStringList &ids)
{
    m_selection = ids;
    refresh();
}

void NetworkActions::refresh()
{
    const QList<NetworkRow> rows = rowsOf(m_selection);
    const bool one = rows.size() == 1;
    // Containers of the host's network, or of none, have no way into another one.
    const bool connectable = one && rows.first().driver != u"host" && rows.first().driver != u"null";
    m_actions[Connect]->setEnabled(connectable);
    m_actions[Disconnect]->setEnabled(connectable && !rows.first().containers.isEmpty());
    m_actions[Remove]->setEnabled(!rows.isEmpty() && std::ranges::none_of(rows, &NetworkRow::builtIn));
    m_actions[CopyId]->setEnabled(!rows.isEmpty());
}

void NetworkActions::onRowsRemoved()
{
    const qsizetype before = m_pendingRemoval.size();
    m_pendingRemoval.removeIf(
        [this](const QString &id) { return m_session->networks()->find(id) == nullptr; });
    refresh();
    if (m_pendingRemoval.size() != before)
        emit pendingRemovalChanged();
}

QList<NetworkRow> NetworkActions::rowsOf(const QStringList &ids) const
{
    QList<NetworkRow> rows;
    for (const QString &id : ids) {
        if (const NetworkRow *row = m_session->networks()->find(id))
            rows.append(*row);
    }
    return rows;
}

void NetworkActions::run(Verb verb, const QStringList &ids)
{
    const QList<NetworkRow> rows = rowsOf(ids);
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
    auto *dialog = new NetworkDialog(m_session->client(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NetworkDialog::networkCreated, this, &NetworkActions::networkCreated);
    dialog->open();
}

void NetworkActions::connectContainer(const NetworkRow &network)
{
    auto *dialog = new ConnectDialog(m_session, network, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void NetworkActions::disconnectContainer(const NetworkRow &network)
{
    auto *dialog = new DisconnectDialog(m_session, network, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

// ---- removing

void NetworkActions::prune()
{
    QList<PruneItem> items;
    for (const NetworkRow &row : m_session->networks()->rows()) {
        if (!row.builtIn && row.containers.isEmpty() && !m_pendingRemoval.contains(row.id))
            items.append({row.id, row.name, tr("no container uses it"), -1, true});
    }
    auto *dialog =
        new PruneDialog(tr("Remove unused networks"),
                        tr("No container is made to use these networks. They can be made again, but "
                           "their addresses may then differ."),
                        items, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        for (const NetworkRow &row : rowsOf(dialog->chosenKeys()))
            removeNow(row.id, row.name);
    });
    dialog->open();
}

void NetworkActions::remove(const QList<NetworkRow> &rows)
{
    if (std::ranges::any_of(rows, [](const NetworkRow &row) { return !row.containers.isEmpty(); }))
        confirmUsed(rows);
    else
        removeWithUndo(rows);
}

void NetworkActions::confirmUsed(const QList<NetworkRow> &rows)
{
    QStringList lines;
    for (const NetworkRow &row : rows) {
        if (!row.containers.isEmpty())
            lines.append(tr("%1: used by %2").arg(row.name, row.containers.join(QStringLiteral(", "))));
    }
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Remove networks in use?"),
                                tr("Containers are made to use this:"), QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        lines.join(u'\n') + QStringLiteral("\n\n") +
        tr("Stopped containers will not start again without it. While a container runs in it, the "
           "engine does not remove it."));
    QPushButton *button = box->addButton(tr("Remove it"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(button, &QPushButton::clicked, this, [this, rows] {
        for (const NetworkRow &row : rows)
            removeNow(row.id, row.name);
    });
    box->open();
}

void NetworkActions::removeWithUndo(const QList<NetworkRow> &rows)
{
    QSet<QString> ids;
    for (const NetworkRow &row : rows)
        ids.insert(row.id);
    m_undoBar->offer(
        rows.size() == 1 ? tr("%1 is being removed.").arg(rows.first().name)
                         : tr("%n network(s) are being removed.", nullptr, int(rows.size())),
        [this, ids] {
            m_pendingRemoval.subtract(ids);
            emit pendingRemovalChanged();
        },
        [this, rows] {
            for (const NetworkRow &row : rows)
                removeNow(row.id, row.name);
        });
    m_pendingRemoval.unite(ids);
    emit pendingRemovalChanged();
}

void NetworkActions::removeNow(const QString &id, const QString &name)
{
    m_session->client()->removeNetwork(id.toStdString(), this, [this, id, name](const Result<> &done) {
        if (done || done.error().kind == ErrorKind::NotFound)
            return; // the destroy event takes the row away
        m_pendingRemoval.remove(id);
        emit pendingRemovalChanged();
        m_notice->show(
            Notice::Kind::Error,
            tr("%1 cannot be removed: %2").arg(name, QString::fromStdString(done.error().message)));
    });
}

} // namespace quayside::ui
