#include "models/files/filelisting.h"

#include "models/client/imagecontents.h"

#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace quayside::models
{

namespace
{

FileEntry fromShell(const FolderEntry &entry, const std::string &codedFolder)
{
    FileEntry made{.name = entry.name, .coded = joinCoded(codedFolder, entry.name)};
    switch (entry.kind) {
    case FolderEntry::Kind::Folder:
        made.kind = FileEntry::Kind::Folder;
        break;
    case FolderEntry::Kind::File:
        made.kind = FileEntry::Kind::File;
        break;
    case FolderEntry::Kind::Link: // the shell in the container knows where it leads
        made.kind = FileEntry::Kind::Link;
        made.leadsToFolder = true;
        break;
    case FolderEntry::Kind::Other:
        made.kind = FileEntry::Kind::Other;
        break;
    }
    made.size = entry.size;
    made.modified = entry.modified;
    made.change = entry.change == FolderEntry::Change::Added      ? FileEntry::Change::Added
                  : entry.change == FolderEntry::Change::Modified ? FileEntry::Change::Changed
                  : entry.change == FolderEntry::Change::Deleted  ? FileEntry::Change::Removed
                                                                  : FileEntry::Change::None;
    return made;
}

} // namespace

FileListing::FileListing(client::EngineClient *client, QObject *parent)
    : QObject(parent), m_client(client), m_shell(client)
{
    connect(&m_shell, &FolderListing::changed, this, &FileListing::takeFromShell);
}

QString FileListing::folder() const
{
    return QUrl::fromPercentEncoding(QByteArray::fromStdString(m_coded));
}

std::string FileListing::above() const
{
    const std::size_t slash = m_coded.rfind('/');
    return slash == 0 || slash == std::string::npos ? "/" : m_coded.substr(0, slash);
}

void FileListing::list(const Source &source, const std::string &codedFolder, const QString &text)
{
    stop();
    m_source = source;
    m_coded = codedFolder;
    m_text = text;
    m_remark.clear();
    m_problem.clear();
    m_truncated = m_readOnly = false;
    m_busy = true;
    emit changed();
    if (!source.byEngine) {
        m_shell.list(QString::fromStdString(source.of.id), source.running, folder());
        return;
    }
    m_call = client::listFiles(*m_client, source.of, {.codedPath = codedFolder, .text = text.toStdString()},
                               this, [this](const Result<api::FileFolder> &found) { take(found); });
}

void FileListing::setSource(const Source &source, const std::string &codedFolder)
{
    stop();
    m_source = source;
    m_coded = codedFolder;
}

void FileListing::stop()
{
    m_call.cancel();
    m_shell.stop();
    m_busy = false;
}

void FileListing::take(const Result<api::FileFolder> &folder)
{
    m_busy = false;
    m_entries.clear();
    if (!folder) {
        m_problem = QString::fromStdString(folder.error().message);
        emit changed();
        return;
    }
    // One that is no plain text can only be named as it was asked for.
    if (!folder->path.empty() && !QString::fromStdString(folder->path).contains(QChar::ReplacementCharacter))
        m_coded = client::codePath(folder->path);
    for (const api::FileEntry &entry : folder->entries)
        m_entries.append(fileEntryOf(entry, m_coded));
    m_truncated = folder->truncated;
    m_readOnly = folder->readOnly;
    if (m_truncated)
        m_remark = tr("The folder holds more: these are the first %1. Type a part of a name to find others.")
                       .arg(QLocale().toString(m_entries.size()));
    emit changed();
}

void FileListing::takeFromShell()
{
    if (m_source.byEngine || m_shell.isBusy())
        return;
    m_busy = false;
    m_entries.clear();
    for (const FolderEntry &entry : m_shell.entries())
        m_entries.append(fromShell(entry, m_coded));
    m_remark = m_shell.remark();
    emit changed();
}

} // namespace quayside::models
