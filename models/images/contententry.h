// A file, folder or link of an image, as the engine tells of it.
#pragma once

#include "engine/api/types/imagecontents.h"

#include <QString>

namespace quayside::models
{

struct ContentEntry {
    enum class Type { File, Folder, Link, Device, Pipe, Socket };
    enum class Change { Unchanged, Added, Changed, Removed, Mixed };
    QString name;   // of what was searched for: its path
    QString target; // of links
    Type type = Type::File;
    Change change = Change::Unchanged;
    qint64 size = 0, otherSize = 0; // bytes; of folders: of all below
    qint64 files = 0;               // below a folder
    qint64 modified = 0;            // seconds since 1970
    int mode = 0, uid = 0, gid = 0;
    int layer = 0;
    std::string coded; // the whole path, percent-encoded, where the name is no UTF-8
};

ContentEntry toEntry(const api::ImageEntry &entry);

QString typeWord(ContentEntry::Type type);
// "added", "changed", "removed"; "" where nothing is.
QString changeWord(ContentEntry::Change change);
// "rwxr-xr-x", with s and t where those bits are set.
QString permissionText(int mode);

} // namespace quayside::models
