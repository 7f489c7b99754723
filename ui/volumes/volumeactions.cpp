#include "ui/volumes/volumeactions.h"

#include "models/common/text.h"
#include "ui/common/notice.h"
#include "ui/volumes/volumedialog.h"

#include <QApplication>
#include <QClipboard>

namespace quayside::ui
{

using models::VolumeRow;

VolumeActions::VolumeActions(models::EngineSession *session, Notice *notice, QWidget *window)
    : RowActions(session, session->volumes(), notice, nullptr, window)
{
    makeActions({{Symbol::Add, tr("&New volume…"), tr("Make a place for files that outlives containers"),
                  QKeySequence(tr("Ctrl+Shift+N"))},
                 {Symbol::Remove, tr("Re&move"), tr("Remove the volume and the files in it"),
                  QKeySequence(Qt::Key_Delete)},
                 {Symbol::Ok, tr("&Tidy up…"), tr("Remove volumes that no container uses")},
                 {Symbol::Copy, tr("&Copy name"), tr("Copy its name"), QKeySequence(tr("Ctrl+Shift+C"))}},
                {Remove});
}

void VolumeActions::refresh()
{
    const bool any = !rowsOf(session()->volumes(), selection()).isEmpty();
    action(Remove)->setEnabled(any);
    action(CopyName)->setEnabled(any);
}

void VolumeActions::run(int verb, const QStringList &names)
{
    if (verb == Create)
        create();
    else if (verb == Prune)
        prune();
    else if (verb == Remove)
        remove(rowsOf(session()->volumes(), names));
    else if (verb == CopyName)
        QApplication::clipboard()->setText(names.join(u'\n'));
}

void VolumeActions::create()
{
    auto *dialog = new VolumeDialog(session()->client(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &VolumeDialog::volumeCreated, this, &VolumeActions::volumeCreated);
    dialog->open();
}

// Volumes with a name were made on purpose: they are listed, and not ticked.
void VolumeActions::prune()
{
    QList<PruneItem> items;
    for (const VolumeRow &row : session()->volumes()->rows()) {
        if (row.containers.isEmpty())
            items.append({row.name, row.shownName(),
                          row.anonymous ? tr("no name, no container") : tr("no container uses it"), row.size,
                          row.anonymous});
    }
    openPrune(tr("Remove unused volumes"),
              tr("No container uses these volumes. The files in those that you tick are lost for good."),
              items, [this](const QStringList &names) { removeNow(rowsOf(session()->volumes(), names)); });
}

void VolumeActions::remove(const QList<VolumeRow> &rows)
{
    if (rows.isEmpty())
        return;
    QStringList lines;
    for (const VolumeRow &row : rows) {
        if (!row.containers.isEmpty()) { // the engine would refuse it
            notice()->show(Notice::Kind::Warning,
                           tr("%1 is used by %2. Remove the container first.")
                               .arg(row.shownName(), models::Text::users(row.containers)));
            return;
        }
        const QString size = models::Text::size(row.size);
        lines.append(size.isEmpty() ? row.shownName()
                                    : tr("%1 (%2)", "volume, size").arg(row.shownName(), size));
    }
    confirm(rows.size() == 1 ? tr("Remove %1?").arg(rows.first().shownName())
                             : tr("Remove %n volume(s)?", nullptr, int(rows.size())),
            rows.size() == 1 ? tr("The files in it are lost for good:")
                             : tr("The files in them are lost for good:"),
            firstLines(lines), tr("Remove with its files"), [this, rows] { removeNow(rows); });
}

void VolumeActions::removeNow(const QList<VolumeRow> &rows)
{
    for (const VolumeRow &row : rows)
        session()->client()->removeVolume(row.name.toStdString(), false, this,
                                          removalOf(row.name, row.shownName()));
}

} // namespace quayside::ui
