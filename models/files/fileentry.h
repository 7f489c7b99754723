// One entry of a folder in a container or a volume, as the window shows it.
#pragma once

#include "engine/api/types/files.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace quayside::models
{

struct FileEntry {
    Q_DECLARE_TR_FUNCTIONS(quayside::models::FileEntry)

public:
    enum class Kind { Folder, File, Link, Other };
    enum class Change { None, Added, Changed, Removed };

    QString name;
    std::string coded; // the whole path, percent-encoded, for the engine
    Kind kind = Kind::File;
    qint64 size = -1; // bytes; -1: not known
    int mode = -1;    // permission bits with set-id and sticky; -1: not known
    qint64 uid = -1, gid = -1;
    QString user, group;                              // by the container's own files; "": not known
    qint64 modified = 0;                              // seconds since 1970; 0: not known
    QString target;                                   // of links
    bool leadsToFolder = false, leadsNowhere = false; // of links
    bool mounted = false;
    Change change = Change::None;

    [[nodiscard]] QString key() const { return QString::fromStdString(coded); }
    bool operator==(const FileEntry &) const = default;

    [[nodiscard]] bool isFolder() const { return kind == Kind::Folder; }
    [[nodiscard]] bool opensAsFolder() const { return isFolder() || leadsToFolder; }
    [[nodiscard]] bool isGone() const { return change == Change::Removed; }
    // May be read and edited as a file.
    [[nodiscard]] bool isReadable() const;

    [[nodiscard]] QString kindText() const;
    [[nodiscard]] QString changeText() const; // "": none
    [[nodiscard]] QString ownerText() const;  // "www:adm", "1000:0"
    [[nodiscard]] QString modeText() const;   // "-rw-r--r--"
};

// folder: its path, coded.
FileEntry fileEntryOf(const api::FileEntry &entry, const std::string &codedFolder);
// "/etc" and "a b" → "/etc/a%20b".
std::string joinCoded(const std::string &codedFolder, const QString &name);
// "0644", "644", "4755" → the bits; nothing where it is no mode.
std::optional<int> parseMode(const QString &text);
QString octalMode(int mode);

} // namespace quayside::models
