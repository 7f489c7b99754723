#include "ui/images/imageactions.h"

#include "models/common/text.h"
#include "models/images/imageoperations.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/prunedialog.h"
#include "ui/images/importdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace quayside::ui
{

using models::ImageRow;

ImageActions::ImageActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar, QWidget *window)
    : QObject(window), m_session(session), m_notice(notice), m_undoBar(undoBar), m_window(window)
{
    makeActions();
    connect(session, &models::EngineSession::engineKnown, this, &ImageActions::refresh);
    connect(session->images(), &QAbstractItemModel::rowsRemoved, this, &ImageActions::onRowsRemoved,
            Qt::QueuedConnection); // the filter model must know first that the rows are gone
    for (const Verb verb : {Tag, Save, Remove, Import})
        m_actions[verb]->setPriority(QAction::LowPriority); // a symbol is enough in the tool bar
    refresh();
}

void ImageActions::makeActions()
{
    struct Described {
        Symbol symbol;
        QString text, toolTip;
        QKeySequence keys;
    };
    const std::array<Described, VerbCount> all = {{
        {Symbol::Play, tr("&Run…"), tr("Run a container of this image"), QKeySequence(tr("Ctrl+Return"))},
        {Symbol::Load, tr("&Load…"), tr("Load images from an archive (docker save, OCI)"),
         QKeySequence(tr("Ctrl+O"))},
        {Symbol::Import, tr("&Import…"), tr("Make an image of the tar of a root file system"),
         QKeySequence(tr("Ctrl+I"))},
        {Symbol::Package, tr("New &base image…"), tr("Make an image from packages of the distribution"),
         QKeySequence(tr("Ctrl+Shift+N"))},
        {Symbol::Save, tr("&Save…"), tr("Save to an archive that other engines can load"),
         QKeySequence(tr("Ctrl+S"))},
        {Symbol::Tag, tr("&Tag…"), tr("Give it one more name"), QKeySequence(Qt::Key_F2)},
        {Symbol::Remove, tr("Re&move"), tr("Remove this name, and the image with its last name"),
         QKeySequence(Qt::Key_Delete)},
        {Symbol::Copy, tr("Copy i&d"), tr("Copy its id"), QKeySequence(tr("Ctrl+Shift+C"))},
        {Symbol::Ok, tr("Ti&dy up…"), tr("Remove images that no container was made of"), {}},
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

// What has really gone is no longer pending: under the same name it may come back.
void ImageActions::onRowsRemoved()
{
    const qsizetype before = m_pendingRemoval.size();
    m_pendingRemoval.removeIf(
        [this](const QString &key) { return m_session->images()->find(key) == nullptr; });
    if (m_pendingRemoval.size() != before)
        emit pendingRemovalChanged();
}

void ImageActions::setSelection(const QStringList &keys)
{
    m_selection = keys;
    refresh();
}

void ImageActions::refresh()
{
    const bool one = m_selection.size() == 1, any = !m_selection.isEmpty();
    m_actions[Run]->setEnabled(one);
    m_actions[Tag]->setEnabled(one);
    for (const Verb verb : {Save, Remove, CopyId})
        m_actions[verb]->setEnabled(any);
    // Another engine has no such thing: the action hides itself.
    m_actions[NewBase]->setVisible(m_session->isOwnEngine());
}

QList<ImageRow> ImageActions::rowsOf(const QStringList &keys) const
{
    QList<ImageRow> rows;
    for (const QString &key : keys) {
        if (const ImageRow *row = m_session->images()->find(key))
            rows.append(*row);
    }
    return rows;
}

void ImageActions::run(Verb verb, const QStringList &keys)
{
    const QList<ImageRow> rows = rowsOf(keys);
    if (verb == Load)
        chooseAndLoad();
    else if (verb == Import)
        chooseAndImport();
    else if (verb == NewBase)
        emit baseImageWanted();
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
    else if (verb == Remove)
        remove(rows);
    else if (verb == CopyId)
        QApplication::clipboard()->setText(rows.first().id);
}

void ImageActions::watch(models::Operation *operation)
{
    connect(operation, &models::Operation::finished, this, [this, operation] {
        if (operation->state() == models::Operation::State::Failed)
            m_notice->show(Notice::Kind::Error,
                           tr("%1 failed: %2").arg(operation->title(), operation->detail()));
        else if (operation->state() == models::Operation::State::Succeeded)
            m_notice->show(Notice::Kind::Info, operation->detail());
    });
    m_session->operations()->add(operation);
}

// ---- archives

void ImageActions::chooseAndLoad()
{
    auto *dialog = new QFileDialog(m_window, tr("Load images from an archive"));
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
    watch(new models::LoadOperation(m_session->client(), fileName));
}

void ImageActions::chooseAndImport()
{
    auto *dialog = new ImportDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        watch(new models::ImportOperation(m_session->client(), dialog->fileName(), dialog->reference(),
                                          dialog->changes()));
    });
    dialog->open();
}

void ImageActions::chooseAndSave(const QList<ImageRow> &rows)
{
    QStringList keys;
    for (const ImageRow &row : rows)
        keys.append(row.key());
    auto *dialog = new QFileDialog(m_window, rows.size() == 1 ? tr("Save %1").arg(rows.first().reference())
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
    for (const ImageRow &row : rowsOf(keys)) {
        names.append(row.reference());
        bytes += row.size;
    }
    if (!names.isEmpty())
        watch(new models::SaveOperation(m_session->client(), names, fileName, bytes));
}

// ---- names

void ImageActions::askTag(const ImageRow &row)
{
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Tag %1").arg(row.hasName() ? row.reference() : models::Text::shortId(row.id)));
    dialog->setLabelText(tr("One more name, such as team/web:2:"));
    dialog->setTextValue(row.hasName() ? row.repository + u':' : QString());
    dialog->resize(380, dialog->sizeHint().height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, row](const QString &text) {
        const auto [repository, tag] = models::splitReference(text.trimmed());
        if (repository.isEmpty())
            return;
        m_session->client()->tagImage(
            row.id.toStdString(), repository.toStdString(), tag.toStdString(), this,
            [this, text](const Result<> &done) {
                if (!done)
                    m_notice->show(Notice::Kind::Error,
                                   tr("The name %1 cannot be given: %2")
                                       .arg(text, QString::fromStdString(done.error().message)));
            });
    });
    dialog->open();
}

// ---- removing

// Images with a name were wanted once: they are listed, and not ticked.
void ImageActions::prune()
{
    QList<PruneItem> items;
    for (const ImageRow &row : m_session->images()->rows()) {
        if (row.usedBy == 0 && !m_pendingRemoval.contains(row.key()))
            items.append({row.key(), row.hasName() ? row.reference() : models::Text::shortId(row.id),
                          row.hasName() ? tr("no container was made of it") : tr("no name, no container"),
                          row.size, !row.hasName()});
    }
    auto *dialog =
        new PruneDialog(tr("Remove unused images"),
                        tr("No container was made of these images. Those that you tick must be loaded or "
                           "made again before they can be run. Images that share layers free less than "
                           "their sizes say."),
                        items, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        for (const ImageRow &row : rowsOf(dialog->chosenKeys()))
            removeNow(row, false);
    });
    dialog->open();
}

void ImageActions::remove(const QList<ImageRow> &rows)
{
    const bool used = std::ranges::any_of(rows, [](const ImageRow &row) { return row.usedBy > 0; });
    if (used)
        confirmUsed(rows);
    else
        removeWithUndo(rows, false);
}

void ImageActions::confirmUsed(const QList<ImageRow> &rows)
{
    QStringList lines;
    for (const ImageRow &row : rows) {
        if (row.usedBy > 0)
            lines.append(tr("%1: used by %n container(s)", nullptr, row.usedBy).arg(row.reference()));
    }
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Remove images in use?"),
                                tr("Containers were made of this:"), QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        lines.join(u'\n') +
        tr("\n\nStopped containers keep working, but no new ones can be made of it. Images of running "
           "containers stay."));
    QPushButton *button = box->addButton(tr("Remove the names"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(button, &QPushButton::clicked, this, [this, rows] { removeWithUndo(rows, true); });
    box->open();
}

void ImageActions::removeWithUndo(const QList<ImageRow> &rows, bool force)
{
    QSet<QString> keys;
    for (const ImageRow &row : rows)
        keys.insert(row.key());
    const QString name =
        rows.first().hasName() ? rows.first().reference() : models::Text::shortId(rows.first().id);
    m_undoBar->offer(
        rows.size() == 1 ? tr("%1 is being removed.").arg(name)
                         : tr("%n image(s) are being removed.", nullptr, int(rows.size())),
        [this, keys] {
            m_pendingRemoval.subtract(keys);
            emit pendingRemovalChanged();
        },
        [this, rows, force] {
            for (const ImageRow &row : rows)
                removeNow(row, force);
        });
    m_pendingRemoval.unite(keys);
    emit pendingRemovalChanged();
}

void ImageActions::removeNow(const ImageRow &row, bool force)
{
    m_session->client()->removeImage(
        row.reference().toStdString(), {.force = force}, this,
        [this, row](const Result<std::vector<api::ImageDeleteItem>> &done) {
            if (done || done.error().kind == ErrorKind::NotFound)
                return; // the untag event takes the row away
            m_pendingRemoval.remove(row.key());
            emit pendingRemovalChanged();
            m_notice->show(Notice::Kind::Error,
                           tr("%1 cannot be removed: %2")
                               .arg(row.reference(), QString::fromStdString(done.error().message)));
        });
}

} // namespace quayside::ui
