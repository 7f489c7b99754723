#include "ui/images/imageactions.h"

#include "models/common/text.h"
#include "models/images/imageoperations.h"
#include "ui/common/namedialog.h"
#include "ui/common/notice.h"
#include "ui/images/comparedialog.h"
#include "ui/images/imageprune.h"
#include "ui/images/importdialog.h"
#include "ui/images/pulldialog.h"
#include "ui/images/pushdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>

namespace quayside::ui
{

using models::ImageRow;

ImageActions::ImageActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar, QWidget *window)
    : RowActions(session, session->images(), notice, undoBar, window)
{
    makeActions(
        {{Symbol::Play, tr("&Run…"), tr("Run a container of this image"), QKeySequence(tr("Ctrl+Return"))},
         {Symbol::Load, tr("&Load…"), tr("Load images from an archive (docker save, OCI)"),
          QKeySequence(tr("Ctrl+O"))},
         {Symbol::Import, tr("&Import…"), tr("Make an image of the tar of a root file system"),
          QKeySequence(tr("Ctrl+I"))},
         {Symbol::Package, tr("New b&ase image…"), tr("Make an image from packages of the distribution"),
          QKeySequence(tr("Ctrl+Shift+N"))},
         {Symbol::Save, tr("&Save…"), tr("Save to an archive that other engines can load"),
          QKeySequence(tr("Ctrl+S"))},
         {Symbol::Tag, tr("&Tag…"), tr("Give it one more name"), QKeySequence(Qt::Key_F2)},
         {Symbol::Remove, tr("Re&move"), tr("Remove this name, and the image with its last name"),
          QKeySequence(Qt::Key_Delete)},
         {Symbol::Copy, tr("&Copy id"), tr("Copy its id"), QKeySequence(tr("Ctrl+Shift+C"))},
         {Symbol::Ok, tr("Ti&dy up…"), tr("Remove images that no container was made of")},
         {Symbol::Pull, tr("&Pull…"), tr("Fetch an image from a registry"), QKeySequence(tr("Ctrl+P"))},
         {Symbol::Push, tr("P&ush…"), tr("Send it to a registry"), QKeySequence(tr("Ctrl+U"))},
         {Symbol::Search, tr("E&xplore layers"), tr("Look at the layers and files of this image"),
          QKeySequence(tr("Ctrl+L"))},
         {Symbol::Compare, tr("Compare &with…"), tr("Show what differs between two images"),
          QKeySequence(tr("Ctrl+D"))},
         {Symbol::Build, tr("&Build…"), tr("Make an image from a Dockerfile and its folder"),
          QKeySequence(tr("Ctrl+B"))}},
        {Tag, Save, Remove, Import});
    connect(session, &models::EngineSession::engineKnown, this, [this] { refresh(); });
}

void ImageActions::refresh()
{
    const bool one = selection().size() == 1, any = !selection().isEmpty();
    action(Run)->setEnabled(one);
    action(Tag)->setEnabled(one);
    action(Push)->setEnabled(one);
    for (const Verb verb : {Save, Remove, CopyId})
        action(verb)->setEnabled(any);
    action(Explore)->setEnabled(one);
    action(Compare)->setEnabled(one || selection().size() == 2);
    // Another engine has no such thing: the action hides itself.
    action(NewBase)->setVisible(session()->isOwnEngine());
    action(Build)->setVisible(session()->hasFeature(QStringLiteral("build-folder")));
    for (const Verb verb : {Explore, Compare})
        action(verb)->setVisible(session()->hasFeature(QStringLiteral("layer-explorer")));
}

void ImageActions::run(int verb, const QStringList &keys)
{
    const QList<ImageRow> rows = rowsOf(session()->images(), keys);
    if (verb == Load)
        chooseAndLoad();
    else if (verb == Import)
        importFile({});
    else if (verb == NewBase)
        emit baseImageWanted();
    else if (verb == Build)
        emit buildWanted();
    else if (verb == Pull)
        openPull();
    else if (verb == Prune)
        prune();
    else if (rows.isEmpty())
        return;
    else if (verb == Run)
        emit runWanted(rows.first().reference());
    else if (verb == Save)
        chooseAndSave(rows);
    else if (verb == Tag)
        askTag(rows.first());
    else if (verb == Push)
        openPush(rows.first());
    else if (verb == Remove)
        remove(rows);
    else if (verb == CopyId)
        copyIds(rows);
    else if (verb == Explore)
        emit layersWanted(rows.first().key());
    else if (verb == Compare)
        compare(rows);
}

// An image with several names is several rows.
void ImageActions::copyIds(const QList<ImageRow> &rows)
{
    QStringList ids;
    for (const ImageRow &row : rows)
        ids.append(row.id);
    ids.removeDuplicates();
    QApplication::clipboard()->setText(ids.join(u'\n'));
}

// ---- registries

PullDialog *ImageActions::openPull(const QString &reference)
{
    auto *dialog = new PullDialog(session(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PullDialog::runWanted, this, &ImageActions::runWanted);
    if (!reference.isEmpty())
        dialog->setReference(reference);
    dialog->open();
    return dialog;
}

PushDialog *ImageActions::openPush(const ImageRow &row)
{
    auto *dialog = new PushDialog(session(), row, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

// ---- archives

void ImageActions::chooseAndLoad()
{
    auto *dialog = new QFileDialog(window(), tr("Load images from an archive"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Image archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        for (const QString &file : files)
            loadFile(file);
    });
    dialog->open();
}

void ImageActions::loadFile(const QString &fileName)
{
    watch(new models::LoadOperation(session()->client(), fileName));
}

// Whether an archive is of images only the engine knows, once it has read it.
void ImageActions::takeFiles(const QStringList &fileNames)
{
    for (const QString &fileName : fileNames) {
        auto *operation = new models::LoadOperation(session()->client(), fileName);
        watch(operation);
        connect(operation, &models::Operation::finished, this, [this, operation, fileName] {
            if (operation->state() == models::Operation::State::Failed)
                notice()->show(Notice::Kind::Error,
                               tr("%1 failed: %2").arg(operation->title(), operation->detail()),
                               tr("Import it…"), [this, fileName] { importFile(fileName); });
        });
    }
}

void ImageActions::importFile(const QString &fileName)
{
    auto *dialog = new ImportDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!fileName.isEmpty())
        dialog->setFileName(fileName);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        watch(new models::ImportOperation(session()->client(), dialog->fileName(), dialog->reference(),
                                          dialog->changes()));
    });
    dialog->open();
}

void ImageActions::chooseAndSave(const QList<ImageRow> &rows)
{
    QStringList keys;
    for (const ImageRow &row : rows)
        keys.append(row.key());
    auto *dialog = new QFileDialog(window(), rows.size() == 1 ? tr("Save %1").arg(rows.first().reference())
                                                              : tr("Save images"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Image archives (*.tar)")});
    dialog->setDefaultSuffix(QStringLiteral("tar"));
    dialog->selectFile((rows.first().hasName() ? rows.first().repository.section(u'/', -1)
                                               : models::Text::shortId(rows.first().id)) +
                       QStringLiteral(".tar"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, keys](const QString &file) { saveTo(keys, file); });
    dialog->open();
}

void ImageActions::saveTo(const QStringList &keys, const QString &fileName)
{
    QStringList names;
    qint64 bytes = 0;
    for (const ImageRow &row : rowsOf(session()->images(), keys)) {
        names.append(row.reference());
        bytes += row.size;
    }
    if (!names.isEmpty())
        watch(models::saveImages(session()->client(), names, fileName, bytes));
}

// ---- names

void ImageActions::askTag(const ImageRow &row)
{
    const auto ask = [this, id = row.id.toStdString()](const QString &text, const client::Done<void> &done) {
        const auto [repository, tag] = models::splitReference(text);
        session()->client()->tagImage(id, repository.toStdString(), tag.toStdString(), this, done);
    };
    auto *dialog =
        new NameDialog(tr("Tag %1").arg(row.shownName()), tr("One more &name"),
                       row.hasName() ? row.repository + u':' : QString(), tr("&Give it"), ask, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

// ---- removing

// Of two that are selected, else of one with another that is chosen there.
void ImageActions::compare(const QList<ImageRow> &rows)
{
    auto *dialog =
        new CompareDialog(session(), rows.first().id, rows.size() > 1 ? rows.last().id : QString(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ImageActions::prune()
{
    if (session()->hasFeature(QStringLiteral("layer-explorer")))
        pruneByPreview();
    else
        pruneByList();
}

// The engine says beforehand what would go and what that frees.
void ImageActions::pruneByPreview()
{
    auto *preview = new ImagePrunePreview(session(), this);
    connect(preview, &ImagePrunePreview::failed, this, [this](const QString &sentence) {
        reportFailure(tr("The engine does not say what tidying up would free: %1").arg(sentence));
    });
    connect(preview, &ImagePrunePreview::known, this, [this, preview] {
        PruneDialog *dialog = openPrune(
            tr("Remove unused images"),
            tr("No container was made of these images. Those that you tick must be loaded or made again "
               "before they can be run."),
            preview->items(), [this](const QStringList &ids) {
                QList<ImageRow> rows;
                for (const ImageRow &row : session()->images()->rows()) {
                    if (ids.contains(row.id))
                        rows.append(row);
                }
                removeNow(rows, false);
            });
        preview->tellSums(dialog);
    });
}

// Images with a name were wanted once: they are listed, and not ticked.
void ImageActions::pruneByList()
{
    QList<PruneItem> items;
    for (const ImageRow &row : session()->images()->rows()) {
        if (row.usedBy == 0 && !pendingRemoval().contains(row.key()))
            items.append({row.key(), row.shownName(),
                          row.hasName() ? tr("no container was made of it") : tr("no name, no container"),
                          row.size, !row.hasName()});
    }
    openPrune(
        tr("Remove unused images"),
        tr("No container was made of these images. Those that you tick must be loaded or made again before "
           "they can be run. Images that share layers free less than their sizes say."),
        items, [this](const QStringList &keys) { removeNow(rowsOf(session()->images(), keys), false); });
}

void ImageActions::remove(const QList<ImageRow> &rows)
{
    const bool used = std::ranges::any_of(rows, [](const ImageRow &row) { return row.usedBy > 0; });
    if (used)
        confirmUsed(rows);
    else
        removeNames(rows, false);
}

void ImageActions::confirmUsed(const QList<ImageRow> &rows)
{
    QStringList lines;
    for (const ImageRow &row : rows) {
        if (row.usedBy > 0)
            lines.append(tr("%1: used by %n container(s)", nullptr, row.usedBy).arg(row.shownName()));
    }
    confirm(
        tr("Remove images in use?"), tr("Containers were made of this:"),
        firstLines(lines) +
            tr("\n\nStopped containers keep working, but no new ones can be made of it. Images of running "
               "containers stay."),
        tr("Remove the names"), [this, rows] { removeNames(rows, true); });
}

void ImageActions::removeNames(const QList<ImageRow> &rows, bool force)
{
    QSet<QString> keys;
    for (const ImageRow &row : rows)
        keys.insert(row.key());
    removeWithUndo(rows.size() == 1 ? tr("%1 is being removed.").arg(rows.first().shownName())
                                    : tr("%n image(s) are being removed.", nullptr, int(rows.size())),
                   keys, [this, rows, force] { removeNow(rows, force); });
}

void ImageActions::removeNow(const QList<ImageRow> &rows, bool force)
{
    for (const ImageRow &row : rows) {
        const client::Done<void> ended = removalOf(row.key(), row.shownName());
        session()->client()->removeImage(row.reference().toStdString(), {.force = force}, this,
                                         [ended](const Result<std::vector<api::ImageDeleteItem>> &done) {
                                             ended(done ? Result<>() : std::unexpected(done.error()));
                                         });
    }
}

} // namespace quayside::ui
