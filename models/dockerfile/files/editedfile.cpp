#include "models/dockerfile/files/editedfile.h"

#include <QDir>
#include <QFileInfo>

namespace quayside::models
{

namespace
{
constexpr int settleMilliseconds = 80;
}

EditedFile::EditedFile(QObject *parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &EditedFile::checkDisk);
    for (const auto signal : {&QFileSystemWatcher::fileChanged, &QFileSystemWatcher::directoryChanged})
        connect(&m_watcher, signal, this, [this] { m_settle.start(); });
}

QString EditedFile::name() const
{
    return m_path.isEmpty() ? m_name : QFileInfo(m_path).fileName();
}

QString EditedFile::folder() const
{
    return m_path.isEmpty() ? QString() : QFileInfo(m_path).path();
}

Result<> EditedFile::open(const QString &path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    TRY(const FileText file, TextFile::read(absolute));
    m_path = absolute;
    m_disk = Disk::AsKnown;
    adopt(file);
    m_text = m_savedText;
    watch();
    refreshModified();
    emit pathChanged();
    emit stateChanged();
    return {};
}

void EditedFile::startNew(const QString &name, const QString &text)
{
    m_path.clear();
    m_name = name;
    m_text = text;
    m_savedText.clear();
    m_form = {};
    m_hash.clear();
    m_readOnly.clear();
    m_remark.clear();
    m_disk = Disk::AsKnown;
    watch();
    refreshModified();
    emit pathChanged();
    emit stateChanged();
}

void EditedFile::recover(const QString &path, const QString &name, const QString &text, const TextForm &form,
                         const QByteArray &baseHash)
{
    startNew(name, text);
    m_form = form;
    if (path.isEmpty())
        return;
    m_path = path;
    m_hash = baseHash;
    watch();
    const Result<FileText> file = TextFile::read(path);
    if (!file) {
        m_disk = Disk::Removed;
    } else if (file->hash == baseHash || baseHash.isEmpty()) {
        adopt(*file);
    } else {
        m_readOnly = file->readOnly;
        m_theirs = *file;
        m_disk = Disk::Changed;
    }
    refreshModified();
    emit pathChanged();
    emit stateChanged();
}

// The file's text is the one that later ones are compared with; what is typed stays.
void EditedFile::adopt(const FileText &file)
{
    m_savedText = file.text;
    m_form = file.form;
    m_hash = file.hash;
    m_readOnly = file.readOnly;
    m_remark = file.remark;
    m_theirs = {};
}

void EditedFile::setText(const QString &text)
{
    m_text = text;
    refreshModified();
}

void EditedFile::refreshModified()
{
    // What is nowhere on the disk is not saved, even where it is empty.
    const bool modified = m_disk == Disk::Removed || m_text != m_savedText;
    if (modified == m_modified)
        return;
    m_modified = modified;
    emit stateChanged();
}

// A link's target is watched, and the folder that it is in: a file that is replaced is a new one there.
void EditedFile::watch()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    if (m_path.isEmpty())
        return;
    QStringList wanted = {QFileInfo(m_path).path()};
    if (const QString target = QFileInfo(m_path).canonicalFilePath(); !target.isEmpty()) {
        wanted.append(target);
        if (const QString folder = QFileInfo(target).path(); folder != wanted.first())
            wanted.append(folder);
    }
    m_watcher.addPaths(wanted);
}

void EditedFile::setDisk(Disk disk)
{
    m_disk = disk;
    refreshModified();
    emit stateChanged();
}

void EditedFile::checkDisk()
{
    if (m_path.isEmpty())
        return;
    watch();
    if (!QFileInfo::exists(m_path)) {
        if (m_disk != Disk::Removed)
            setDisk(Disk::Removed);
        return;
    }
    // One that cannot be read right now (its rights, its size) stays as it was known.
    if (const Result<FileText> file = TextFile::read(m_path))
        onRead(*file);
}

void EditedFile::onRead(const FileText &file)
{
    const bool wasModified = m_text != m_savedText;
    if (file.hash == m_hash && m_disk == Disk::AsKnown && file.readOnly == m_readOnly)
        return; // as it was
    if (file.hash == m_hash) {
        m_savedText = file.text;
        m_readOnly = file.readOnly; // its rights may be other ones
        if (m_disk != Disk::AsKnown)
            m_theirs = {};
        setDisk(Disk::AsKnown);
        return;
    }
    if (!wasModified || file.text == m_text) {
        const bool another = file.text != m_text;
        adopt(file);
        m_text = m_savedText;
        setDisk(Disk::AsKnown);
        if (another)
            emit textReplaced();
        return;
    }
    if (m_disk == Disk::Changed && file.hash == m_theirs.hash)
        return;
    m_theirs = file;
    setDisk(Disk::Changed);
}

Result<> EditedFile::save()
{
    if (!m_readOnly.isEmpty())
        return fail(ErrorKind::Forbidden, "{}", m_readOnly.toStdString());
    checkDisk();
    if (m_disk == Disk::Changed)
        return fail(ErrorKind::Conflict, "{}",
                    tr("%1 was changed on the disk meanwhile: keep yours or take theirs first")
                        .arg(name())
                        .toStdString());
    TRY(m_hash, TextFile::write(m_path, m_text, m_form));
    m_savedText = m_text;
    m_remark.clear();
    watch();
    setDisk(Disk::AsKnown);
    return {};
}

Result<> EditedFile::saveAs(const QString &path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    TRY(m_hash, TextFile::write(absolute, m_text, m_form));
    m_path = absolute;
    m_savedText = m_text;
    m_readOnly.clear();
    m_remark.clear();
    m_theirs = {};
    watch();
    setDisk(Disk::AsKnown);
    emit pathChanged();
    return {};
}

void EditedFile::keepMine()
{
    if (m_disk != Disk::Changed)
        return;
    adopt(FileText(m_theirs)); // adopt() clears it
    setDisk(Disk::AsKnown);
}

Result<> EditedFile::takeTheirs()
{
    TRY(const FileText file, TextFile::read(m_path));
    adopt(file);
    m_text = m_savedText;
    setDisk(Disk::AsKnown);
    emit textReplaced();
    return {};
}

} // namespace quayside::models
