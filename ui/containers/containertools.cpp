#include "ui/containers/containertools.h"

#include "models/common/text.h"
#include "models/containers/containeroperations.h"
#include "ui/common/notice.h"
#include "ui/containers/commitdialog.h"
#include "ui/containers/editdialog.h"
#include "ui/containers/handoverdialog.h"
#include "ui/containers/limitsdialog.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logswindow.h"

#include <QFileDialog>

namespace quayside::ui
{

using models::ContainerRow;

ContainerTools::ContainerTools(models::EngineSession *session, Notice *notice, QWidget *window)
    : RowActions(session, session->containers(), notice, nullptr, window)
{
    makeActions(
        {{Symbol::Rename, tr("E&dit…"), tr("Change its options: ports, variables, folders and all others"),
          QKeySequence(tr("Ctrl+E"))},
         {Symbol::Details, tr("L&imits…"), tr("Change what it may use, while it runs")},
         {Symbol::Image, tr("Make an ima&ge of it…"), tr("Make an image of its files as they are now")},
         {Symbol::Save, tr("E&xport its files…"), tr("Write its files to an archive")},
         {Symbol::Ok, tr("Tid&y up…"), tr("Remove containers that do not run")},
         {Symbol::Network, tr("Port docto&r…"), tr("Look for what keeps a published port from answering")},
         {Symbol::Logs, tr("Logs toget&her"),
          tr("The logs of the selected containers in one window, in order of time; of one that Compose made, "
             "all "
             "of its project"),
          QKeySequence(tr("Ctrl+Shift+G"))},
         {Symbol::Undo, tr("Logs of remo&ved ones"),
          tr("What was read of the logs of containers that are removed since")},
         {Symbol::Push, tr("Hand over…"), tr("Let other users of this computer run it and look into it"),
          QKeySequence(tr("Ctrl+Shift+H"))}});
    for (auto signal : {&models::EngineSession::engineKnown, &models::EngineSession::engineSwitched})
        connect(session, signal, this, [this] { refresh(); });
}

void ContainerTools::refresh()
{
    const bool one = rowsOf(session()->containers(), selection()).size() == 1 && selection().size() == 1;
    const ContainerRow *row = one ? session()->containers()->find(selection().first()) : nullptr;
    const bool handed = row != nullptr && !row->owner.isEmpty();
    for (const Verb verb : {Edit, Limits, Commit, HandOver}) {
        action(verb)->setEnabled(one && !handed);
        setReason(verb, handed ? ownersOnly(*row) : QString());
    }
    action(Export)->setEnabled(one);
    action(CheckPort)->setVisible(session()->hasFeature(QStringLiteral("port-doctor")));
    action(CheckPort)->setEnabled(row != nullptr &&
                                  std::ranges::any_of(row->ports, &models::PublishedPort::hostPort));
    action(HandOver)->setVisible(session()->hasFeature(QStringLiteral("delegates")));
    action(LogsTogether)->setEnabled(!selection().isEmpty());
    m_removedLogs.removeAll(nullptr);
    action(RemovedLogs)->setEnabled(!m_removedLogs.isEmpty());
}

void ContainerTools::run(int verb, const QStringList &ids)
{
    if (verb == Prune) {
        prune();
        return;
    }
    if (verb == RemovedLogs)
        return showRemovedLogs();
    if (verb == LogsTogether)
        return openLogsTogether(ids);
    const ContainerRow *row = session()->containers()->find(ids.value(0));
    if (row == nullptr)
        return;
    if (!row->owner.isEmpty() && (verb == Edit || verb == Limits || verb == Commit || verb == HandOver))
        return reportFailure(ownersOnly(*row)); // asked for by a button elsewhere
    if (verb == Edit)
        edit(*row);
    else if (verb == Limits)
        changeLimits(*row);
    else if (verb == CheckPort)
        emit portCheckWanted(row->id);
    else if (verb == HandOver)
        handOver(*row);
    else if (verb == Commit)
        askCommit(*row);
    else
        chooseAndExport(*row);
}

void ContainerTools::edit(const ContainerRow &row)
{
    auto *dialog = new EditDialog(session(), row.id, row.name, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EditDialog::warned, this,
            [this](const QString &sentence) { notice()->show(Notice::Kind::Warning, sentence); });
    connect(dialog, &EditDialog::containerMade, this, &ContainerTools::recreated);
    connect(dialog, &EditDialog::limitsChanged, this, [this, name = row.name] {
        notice()->show(Notice::Kind::Info, tr("The limits of %1 are changed; it went on running.").arg(name));
    });
    dialog->open();
}

void ContainerTools::changeLimits(const ContainerRow &row)
{
    auto *dialog = new LimitsDialog(session(), row.id, row.name, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LimitsDialog::warned, this,
            [this](const QString &sentence) { notice()->show(Notice::Kind::Warning, sentence); });
    dialog->open();
}

void ContainerTools::handOver(const ContainerRow &row)
{
    auto *dialog = new HandOverDialog(session()->client(), row.id, row.name, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HandOverDialog::handedOver, this, [this, name = row.name](const QStringList &users) {
        notice()->show(Notice::Kind::Info,
                       users.isEmpty()
                           ? tr("%1 is yours alone again.").arg(name)
                           : tr("%1 is handed over to %2.").arg(name, users.join(QStringLiteral(", "))));
    });
    dialog->open();
}

void ContainerTools::askCommit(const ContainerRow &row)
{
    auto *dialog = new CommitDialog(row.id, row.name, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, name = row.name] {
        watch(new models::CommitOperation(session()->client(), dialog->commit(), name));
    });
    dialog->open();
}

void ContainerTools::chooseAndExport(const ContainerRow &row)
{
    auto *dialog = new QFileDialog(window(), tr("Export the files of %1").arg(row.name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Archives (*.tar)")});
    dialog->setDefaultSuffix(QStringLiteral("tar"));
    dialog->selectFile(row.name + QStringLiteral(".tar"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = row.id](const QString &file) { exportTo(id, file); });
    dialog->open();
}

void ContainerTools::exportTo(const QString &id, const QString &fileName)
{
    if (const ContainerRow *row = session()->containers()->find(id))
        watch(models::exportContainer(session()->client(), id, row->name, fileName));
}

void ContainerTools::openLogsTogether(const QStringList &ids)
{
    const QString label = QStringLiteral("com.docker.compose.project");
    QList<ContainerRow> rows = rowsOf(session()->containers(), ids);
    const QString project = rows.size() == 1 ? rows.first().labels.value(label) : QString();
    if (!project.isEmpty()) {
        rows.clear();
        std::ranges::copy_if(session()->containers()->rows(), std::back_inserter(rows),
                             [&](const ContainerRow &row) { return row.labels.value(label) == project; });
    }
    QList<models::LogMerger::Container> containers;
    QStringList names;
    for (const ContainerRow &row : rows) {
        containers.append({row.id, row.name});
        names.append(row.name);
    }
    if (!containers.isEmpty())
        LogsWindow::openTogether(session(), containers,
                                 project.isEmpty() ? models::Text::users(names) : project, window());
}

void ContainerTools::keepRemovedLog(LogPane *pane)
{
    constexpr qsizetype mostKept = 5;
    pane->containerRemoved();
    m_removedLogs.removeAll(nullptr);
    m_removedLogs.append(new LogsWindow(pane, window()));
    if (m_removedLogs.size() > mostKept)
        delete m_removedLogs.takeFirst();
    refresh();
}

// Each in its window; closing one does not forget it.
void ContainerTools::showRemovedLogs()
{
    for (const QPointer<LogsWindow> &kept : m_removedLogs) {
        if (kept != nullptr) {
            kept->show();
            kept->raise();
        }
    }
}

// What is ticked is removed one by one: exactly what was shown goes, whatever has ended since.
void ContainerTools::prune()
{
    QList<PruneItem> items;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const ContainerRow &row : session()->containers()->rows()) {
        if (!row.isRunning() && row.state != models::ContainerState::Removing && row.owner.isEmpty())
            items.append(
                {row.id, row.name, statusText(row, now), -1, row.state != models::ContainerState::Created});
    }
    PruneDialog *dialog = openPrune(
        tr("Remove containers that do not run"),
        tr("What they wrote inside is lost for good: files outside of volumes and mounted folders, and "
           "their logs. Their volumes stay."),
        items, [this](const QStringList &ids) { removeNow(ids); });
    // How much each frees takes the engine a look at its files: the dialog does not wait for it.
    session()->client()->listContainers({.all = true, .size = true}, dialog,
                                        [dialog](const Result<std::vector<api::ContainerSummary>> &list) {
                                            if (!list)
                                                return;
                                            for (const api::ContainerSummary &container : *list)
                                                dialog->setBytes(QString::fromStdString(container.id),
                                                                 container.sizeRw.value_or(-1));
                                        });
}

void ContainerTools::removeNow(const QStringList &ids)
{
    for (const ContainerRow &row : rowsOf(session()->containers(), ids))
        session()->client()->removeContainer(row.id.toStdString(), {}, this, removalOf(row.id, row.name));
}

} // namespace quayside::ui
