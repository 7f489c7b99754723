// The acts that change what is in a container or a volume.
#include "models/client/imagecontents.h"
#include "ui/common/namedialog.h"
#include "ui/common/notice.h"
#include "ui/files/fileactions.h"
#include "ui/files/filepropertiesdialog.h"

#include <memory>

namespace quayside::ui
{

using models::FileEntry;
using models::FileListing;

// Passes the engine's answer on; the folder is listed again where it was done.
client::Done<void> FileActions::changing(const client::Done<void> &done)
{
    return [this, done](const Result<> &result) {
        if (done)
            done(result);
        if (result)
            emit filesChanged();
    };
}

void FileActions::makeFolder()
{
    const auto ask = [this, of = m_listing->source().of, folder = m_listing->codedFolder()](
                         const QString &name, const client::Done<void> &done) {
        if (name.contains(u'/') || name == u"." || name == u"..") {
            done(fail(ErrorKind::InvalidArgument, "{}", tr("A name has no slash in it.").toStdString()));
            return;
        }
        client::editFiles(*session()->client(), of,
                          {.operation = "mkdir", .encoded = models::joinCoded(folder, name)}, this,
                          changing(done));
    };
    auto *dialog = new NameDialog(tr("New folder in %1").arg(m_listing->folder()), tr("&Name"), QString(),
                                  tr("&Make"), ask, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void FileActions::rename(const FileEntry &entry)
{
    const auto ask = [this, of = m_listing->source().of, folder = m_listing->codedFolder(),
                      entry](const QString &name, const client::Done<void> &done) {
        // With a slash it is another place: that moves it.
        const std::string to =
            name.startsWith(u'/') ? client::codePath(name.toStdString()) : models::joinCoded(folder, name);
        client::editFiles(*session()->client(), of,
                          {.operation = "rename", .encoded = entry.coded, .toEncoded = to}, this,
                          changing(done));
    };
    auto *dialog = new NameDialog(tr("Rename %1").arg(entry.name), tr("&Name, or a new path"), entry.name,
                                  tr("Re&name"), ask, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void FileActions::remove(const QList<FileEntry> &entries)
{
    QSet<QString> keys;
    for (const FileEntry &entry : entries)
        keys.insert(entry.key());
    const QString sentence = entries.size() == 1
                                 ? tr("%1 is removed.").arg(entries.first().name)
                                 : tr("%n file(s) are removed.", nullptr, int(entries.size()));
    removeWithUndo(sentence, keys,
                   [this, source = m_listing->source(), entries] { removeNow(source, entries); });
}

void FileActions::removeNow(const FileListing::Source &source, const QList<FileEntry> &entries)
{
    for (const FileEntry &entry : entries) {
        const auto failed = removalOf(entry.key(), entry.name);
        client::editFiles(*session()->client(), source.of,
                          {.operation = "remove", .encoded = entry.coded, .recursive = entry.isFolder()},
                          this, changing(failed));
    }
}

void FileActions::showProperties(const FileEntry &entry)
{
    auto *dialog = new FilePropertiesDialog(session()->client(), m_listing->source().of, entry, pathOf(entry),
                                            m_files->rows(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FilePropertiesDialog::changed, this, &FileActions::filesChanged);
    dialog->open();
}

} // namespace quayside::ui
