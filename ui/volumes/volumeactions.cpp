#include "ui/volumes/volumeactions.h"

#include "models/common/text.h"
#include "models/volumes/volumeoperations.h"
#include "ui/common/notice.h"
#include "ui/volumes/archivedialogs.h"
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
                 {Symbol::Copy, tr("&Copy name"), tr("Copy its name"), QKeySequence(tr("Ctrl+Shift+C"))},
                 {Symbol::Save, tr("&Export…"), tr("Save all files of the volume as an archive"),
                  QKeySequence(tr("Ctrl+S"))},
                 {Symbol::Import, tr("&Import…"), tr("Put the files of an archive into a volume")},
                 {Symbol::Template, tr("C&lone…"), tr("Make a new volume with the same files")}},
                {Remove});
    for (auto signal : {&models::EngineSession::engineKnown, &models::EngineSession::engineSwitched})
        connect(session, signal, this, [this] { refresh(); });
}

void VolumeActions::refresh()
{
    const QList<VolumeRow> rows = rowsOf(session()->volumes(), selection());
    const bool any = !rows.isEmpty();
    for (const Verb verb : {Export, Import, Clone})
        action(verb)->setVisible(archives());
    action(Export)->setEnabled(rows.size() == 1);
    action(Clone)->setEnabled(rows.size() == 1);
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
    else if (verb == Import)
        importFile({}, names.size() == 1 ? names.first() : QString());
    else if (const QList<VolumeRow> rows = rowsOf(session()->volumes(), names);
             rows.size() == 1 && verb == Export)
        exportOne(rows.first());
    else if (rows.size() == 1 && verb == Clone)
        cloneOne(rows.first());
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

bool VolumeActions::archives() const
{
    return session()->hasFeature(QStringLiteral("volume-archive"));
}

void VolumeActions::exportOne(const VolumeRow &row)
{
    auto *dialog = new ExportVolumeDialog(session(), row, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportVolumeDialog::exportWanted, this, [this, row](const QString &file) {
        watch(models::exportVolume(session()->client(), row.name, row.shownName(), file, row.size));
    });
    dialog->open();
}

void VolumeActions::importFile(const QString &fileName, const QString &volume)
{
    if (!archives())
        return;
    auto *dialog = new ImportVolumeDialog(session(), volume, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!fileName.isEmpty())
        dialog->setFileName(fileName);
    connect(dialog, &ImportVolumeDialog::importWanted, this,
            [this](const client::VolumeImport &import, const QString &file) {
                watch(new models::ImportVolumeOperation(session()->client(), import, file));
            });
    dialog->open();
}

void VolumeActions::cloneOne(const VolumeRow &row)
{
    auto *dialog = new CloneVolumeDialog(session(), row, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CloneVolumeDialog::cloneWanted, this, [this, name = row.name](const QString &newName) {
        watch(new models::CloneVolumeOperation(session()->client(), name, newName));
    });
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
