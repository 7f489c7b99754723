#include "models/files/fileentry.h"

#include "models/client/imagecontents.h"

#include <sys/stat.h>

namespace quayside::models
{

namespace
{

FileEntry::Kind kindOf(const std::string &type)
{
    if (type == "folder")
        return FileEntry::Kind::Folder;
    if (type == "file")
        return FileEntry::Kind::File;
    return type == "link" ? FileEntry::Kind::Link : FileEntry::Kind::Other;
}

FileEntry::Change changeOf(const std::string &word)
{
    if (word == "added")
        return FileEntry::Change::Added;
    if (word == "changed")
        return FileEntry::Change::Changed;
    return word == "removed" ? FileEntry::Change::Removed : FileEntry::Change::None;
}

} // namespace

bool FileEntry::isReadable() const
{
    return !isGone() && (kind == Kind::File || (kind == Kind::Link && !leadsToFolder && !leadsNowhere));
}

QString FileEntry::kindText() const
{
    switch (kind) {
    case Kind::Folder:
        return tr("Folder");
    case Kind::File:
        return tr("File");
    case Kind::Link:
        return leadsNowhere ? tr("Link that leads nowhere") : tr("Link");
    case Kind::Other:
        break;
    }
    return tr("Device, pipe or socket");
}

QString FileEntry::changeText() const
{
    switch (change) {
    case Change::None:
        return mounted ? tr("mounted") : QString();
    case Change::Added:
        return tr("new");
    case Change::Changed:
        return tr("changed");
    case Change::Removed:
        return tr("removed");
    }
    return {};
}

QString FileEntry::ownerText() const
{
    if (uid < 0)
        return {};
    return QStringLiteral("%1:%2").arg(user.isEmpty() ? QString::number(uid) : user,
                                       group.isEmpty() ? QString::number(gid) : group);
}

QString FileEntry::modeText() const
{
    if (mode < 0)
        return {};
    QString text(1, kind == Kind::Folder ? u'd'
                    : kind == Kind::Link ? u'l'
                    : kind == Kind::File ? u'-'
                                         : u'?');
    const auto bit = [&](int mask, QChar letter) { text += (mode & mask) != 0 ? letter : u'-'; };
    const auto execute = [&](int mask, int special, QChar letter) {
        const bool may = (mode & mask) != 0;
        text += (mode & special) == 0 ? (may ? u'x' : u'-') : (may ? letter : letter.toUpper());
    };
    bit(S_IRUSR, u'r');
    bit(S_IWUSR, u'w');
    execute(S_IXUSR, S_ISUID, u's');
    bit(S_IRGRP, u'r');
    bit(S_IWGRP, u'w');
    execute(S_IXGRP, S_ISGID, u's');
    bit(S_IROTH, u'r');
    bit(S_IWOTH, u'w');
    execute(S_IXOTH, S_ISVTX, u't');
    return text;
}

FileEntry fileEntryOf(const api::FileEntry &entry, const std::string &codedFolder)
{
    FileEntry made{.name = QString::fromStdString(entry.name)};
    made.coded = entry.encoded.empty() ? joinCoded(codedFolder, made.name) : entry.encoded;
    made.kind = kindOf(entry.type);
    made.size = entry.size;
    made.mode = int(entry.mode);
    made.uid = entry.uid;
    made.gid = entry.gid;
    made.user = QString::fromStdString(entry.user);
    made.group = QString::fromStdString(entry.group);
    made.modified = entry.modified;
    made.target = QString::fromStdString(entry.target);
    made.leadsToFolder = entry.leadsTo == "folder";
    made.leadsNowhere = entry.leadsTo == "nowhere";
    made.mounted = entry.mounted;
    made.change = changeOf(entry.change);
    return made;
}

std::string joinCoded(const std::string &codedFolder, const QString &name)
{
    return (codedFolder == "/" ? "" : codedFolder) + "/" + client::codePath(name.toStdString());
}

std::optional<int> parseMode(const QString &text)
{
    bool isNumber = false;
    const int mode = text.trimmed().toInt(&isNumber, 8);
    if (!isNumber || mode < 0 || mode > 07777)
        return std::nullopt;
    return mode;
}

QString octalMode(int mode)
{
    return QStringLiteral("%1").arg(mode, 4, 8, QLatin1Char('0'));
}

} // namespace quayside::models
