#include "engine/api/types/files.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(FileEntry, f, v)
{
    f("Name", v.name);
    f.omitEmpty("Encoded", v.encoded);
    f("Type", v.type);
    f("Size", v.size);
    f("Mode", v.mode);
    f("Uid", v.uid);
    f("Gid", v.gid);
    f.omitEmpty("User", v.user);
    f.omitEmpty("Group", v.group);
    f("Modified", v.modified);
    f.omitEmpty("Target", v.target);
    f.omitEmpty("LeadsTo", v.leadsTo);
    f.omitEmpty("Mounted", v.mounted);
    f.omitEmpty("Change", v.change);
}

QUAYSIDE_FIELDS(FileFolder, f, v)
{
    f("Path", v.path);
    f("Entries", v.entries);
    f("Truncated", v.truncated);
    f("ReadOnly", v.readOnly);
    f("ChangesKnown", v.changesKnown);
}

QUAYSIDE_FIELDS(FileEdit, f, v)
{
    f("Operation", v.operation);
    f.omitEmpty("Path", v.path);
    f.omitEmpty("Encoded", v.encoded);
    f.omitEmpty("To", v.to);
    f.omitEmpty("ToEncoded", v.toEncoded);
    f.omitEmpty("Mode", v.mode);
    f.omitEmpty("Uid", v.uid);
    f.omitEmpty("Gid", v.gid);
    f.omitEmpty("Recursive", v.recursive);
}

QUAYSIDE_CODEC(FileFolder)
QUAYSIDE_CODEC(FileEdit)

} // namespace quayside::api
