#include "ui/files/fileactions.h"

#include "models/client/imagecontents.h"
#include "models/common/text.h"
#include "models/files/fileoperations.h"
#include "ui/common/notice.h"
#include "ui/files/fileeditor.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>

namespace quayside::ui
{

using models::FileEntry;
using models::FileListing;

FileActions::FileActions(models::EngineSession *session, FileListing *listing, models::FileModel *files,
                         Notice *notice, UndoBar *undoBar, QWidget *window)
    : RowActions(session, files, notice, undoBar, window), m_listing(listing), m_files(files)
{
    makeActions({{Symbol::Open, tr("&Read or edit"), tr("Read or edit the file (Return)")},
                 {Symbol::Save, tr("&Download…"), tr("Download what is selected; or drag it out")},
                 {Symbol::Load, tr("&Upload…"), tr("Upload files to this folder; or drop files here")},
                 {Symbol::Add, tr("New &folder…"), tr("Make a folder here")},
                 {Symbol::Rename, tr("Re&name…"), tr("Give it another name (F2)")},
                 {Symbol::Remove, tr("Re&move"), tr("Remove what is selected (Del)")},
                 {Symbol::Info, tr("&Properties…"), tr("Owner and mode")},
                 {Symbol::Copy, tr("&Copy path"), tr("Copy the path in the container")}});
}

QList<FileEntry> FileActions::chosen(const QStringList &keys) const
{
    QList<FileEntry> entries = rowsOf(m_files, keys);
    entries.removeIf([](const FileEntry &entry) { return entry.isGone(); });
    return entries;
}

QString FileActions::pathOf(const FileEntry &entry) const
{
    return models::joinPath(m_listing->folder(), entry.name);
}

void FileActions::refresh()
{
    if (m_listing == nullptr) // while the base class is made
        return;
    const QList<FileEntry> entries = chosen(selection());
    const bool own = m_listing->source().byEngine, one = entries.size() == 1,
               changeable = own && !m_listing->isReadOnly();
    for (const Verb verb : {Edit, NewFolder, Rename, Remove, Properties})
        action(verb)->setVisible(own);
    action(Edit)->setEnabled(one && entries.first().isReadable());
    const bool volume = m_listing->source().of.volume;
    action(Download)->setEnabled(!entries.isEmpty() &&
                                 (!volume || std::ranges::none_of(entries, &FileEntry::isFolder)));
    action(Upload)->setEnabled(!own || changeable);
    action(NewFolder)->setEnabled(changeable);
    action(Rename)->setEnabled(changeable && one);
    action(Remove)->setEnabled(changeable && !entries.isEmpty());
    action(Properties)->setEnabled(one);
    action(CopyPath)->setEnabled(!entries.isEmpty());
}

void FileActions::run(int verb, const QStringList &keys)
{
    const QList<FileEntry> entries = chosen(keys);
    if (verb == Upload)
        chooseUpload();
    else if (verb == NewFolder)
        makeFolder();
    else if (entries.isEmpty())
        return;
    else if (verb == Edit)
        edit(entries.first());
    else if (verb == Download)
        chooseDownload(entries);
    else if (verb == Rename)
        rename(entries.first());
    else if (verb == Remove)
        remove(entries);
    else if (verb == Properties)
        showProperties(entries.first());
    else if (verb == CopyPath) {
        QStringList paths;
        for (const FileEntry &entry : entries)
            paths.append(pathOf(entry));
        QApplication::clipboard()->setText(paths.join(u'\n'));
    }
}

FileEditor *FileActions::edit(const FileEntry &entry)
{
    auto *editor = new FileEditor(session()->client(), m_listing->source().of, entry, pathOf(entry),
                                  m_listing->isReadOnly(), window());
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &FileEditor::saved, this, &FileActions::filesChanged);
    editor->show();
    return editor;
}

// ---- to and from this computer

void FileActions::chooseDownload(const QList<FileEntry> &entries)
{
    auto *dialog = new QFileDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (entries.size() == 1) {
        const FileEntry &entry = entries.first();
        dialog->setWindowTitle(tr("Download %1").arg(entry.name));
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(entry.isFolder() ? entry.name + QStringLiteral(".tar") : entry.name);
        connect(dialog, &QFileDialog::fileSelected, this,
                [this, entry](const QString &file) { downloadTo(entry, file); });
    } else {
        dialog->setWindowTitle(tr("Download %n file(s) to", nullptr, int(entries.size())));
        dialog->setFileMode(QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, this, [this, entries](const QString &folder) {
            for (const FileEntry &entry : entries)
                downloadTo(entry, folder + u'/' + entry.name +
                                      (entry.isFolder() ? QStringLiteral(".tar") : QString()));
        });
    }
    dialog->open();
}

void FileActions::downloadTo(const FileEntry &entry, const QString &fileName)
{
    watch(models::downloadFile(session()->client(), m_listing->source(), entry, pathOf(entry), fileName));
}

void FileActions::chooseUpload()
{
    auto *dialog = new QFileDialog(window(), tr("Upload to %1").arg(m_listing->folder()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, folder = m_listing->codedFolder()](const QStringList &files) { upload(files, folder); });
    dialog->open();
}

// What another folder holds is not known here: only in the one that is shown it is asked for.
void FileActions::upload(const QStringList &fileNames, const std::string &codedFolder)
{
    const std::string folder = codedFolder.empty() ? m_listing->codedFolder() : codedFolder;
    QStringList there;
    for (const QString &file : fileNames) {
        const FileEntry *entry =
            m_files->find(QString::fromStdString(models::joinCoded(folder, QFileInfo(file).fileName())));
        if (entry != nullptr && !entry->isGone())
            there.append(entry->name);
    }
    if (there.isEmpty()) {
        uploadNow(fileNames, folder);
        return;
    }
    notice()->show(Notice::Kind::Warning,
                   there.size() == 1 ? tr("%1 is there already.").arg(there.first())
                                     : tr("%1 are there already.").arg(firstLines(there)),
                   tr("Replace"), [this, fileNames, folder] { uploadNow(fileNames, folder); });
}

void FileActions::uploadNow(const QStringList &fileNames, const std::string &codedFolder)
{
    for (const QString &file : fileNames) {
        auto *operation =
            new models::UploadOperation(session()->client(), m_listing->source(), file, codedFolder);
        connect(operation, &models::Operation::finished, this, &FileActions::filesChanged);
        watch(operation);
    }
}

} // namespace quayside::ui
