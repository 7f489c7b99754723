#include "engine/api/types/imagecontents.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(LayerContents, f, v)
{
    f("Index", v.index);
    f("Id", v.id);
    f("DiffId", v.diffId);
    f("Digest", v.digest);
    f("CompressedSize", v.compressedSize);
    f("CreatedBy", v.createdBy);
    f("Comment", v.comment);
    f("Created", v.created);
    f("Size", v.size);
    f("Added", v.added);
    f("Changed", v.changed);
    f("Removed", v.removed);
    f("WastedBytes", v.wastedBytes);
}

QUAYSIDE_FIELDS(WastedPath, f, v)
{
    f("Path", v.path);
    f("Count", v.count);
    f("Bytes", v.bytes);
    f("Layers", v.layers);
}

QUAYSIDE_FIELDS(ImageContents, f, v)
{
    f("Id", v.id);
    f("Size", v.size);
    f("Files", v.files);
    f("WastedBytes", v.wastedBytes);
    f("Efficiency", v.efficiency);
    f("Layers", v.layers);
    f("Waste", v.waste);
}

QUAYSIDE_FIELDS(ImageEntry, f, v)
{
    f("Name", v.name);
    f.omitEmpty("Path", v.path);
    f.omitEmpty("Encoded", v.encoded);
    f("Type", v.type);
    f("Size", v.size);
    f.omitEmpty("Files", v.files);
    f("Mode", v.mode);
    f.omitEmpty("Uid", v.uid);
    f.omitEmpty("Gid", v.gid);
    f("Modified", v.modified);
    f.omitEmpty("Target", v.target);
    f("Change", v.change);
    f("Layer", v.layer);
    f.omitEmpty("OtherSize", v.otherSize);
}

QUAYSIDE_FIELDS(ImageFolder, f, v)
{
    f("Path", v.path);
    f("Entries", v.entries);
    f("Truncated", v.truncated);
}

QUAYSIDE_FIELDS(FoundEntries, f, v)
{
    f("Found", v.found);
    f("Truncated", v.truncated);
}

QUAYSIDE_FIELDS(ImagePackage, f, v)
{
    f("Name", v.name);
    f("Version", v.version);
    f("Architecture", v.architecture);
    f("Size", v.size);
    f("Source", v.source);
    f("Summary", v.summary);
    f("Database", v.database);
    f("Layer", v.layer);
}

QUAYSIDE_FIELDS(ImagePackages, f, v)
{
    f("Databases", v.databases);
    f("Packages", v.packages);
    f("Problems", v.problems);
}

QUAYSIDE_NESTED_FIELDS(ImageDisk::User, DiskUser, f, v)
{
    f("Id", v.id);
    f("Name", v.name);
    f("State", v.state);
}

QUAYSIDE_NESTED_FIELDS(ImageDisk::Sharer, DiskSharer, f, v)
{
    f("Id", v.id);
    f("Name", v.name);
    f("Bytes", v.bytes);
}

QUAYSIDE_FIELDS(ImageDisk, f, v)
{
    f("Id", v.id);
    f("Size", v.size);
    f("Unique", v.unique);
    f("Shared", v.shared);
    f("Frees", v.frees);
    f("Blobs", v.blobs);
    f("UsedBy", v.usedBy);
    f("SharedWith", v.sharedWith);
}

QUAYSIDE_NESTED_FIELDS(ImagePrunePreview::Image, PreviewImage, f, v)
{
    f("Id", v.id);
    f("Names", v.names);
    f("Size", v.size);
    f("Frees", v.frees);
}

QUAYSIDE_NESTED_FIELDS(ImagePrunePreview::Part, PreviewPart, f, v)
{
    f("Images", v.images);
    f("Bytes", v.bytes);
}

QUAYSIDE_FIELDS(ImagePrunePreview, f, v)
{
    f("Images", v.images);
    f("Parts", v.parts);
    f("SpaceReclaimed", v.spaceReclaimed);
}

QUAYSIDE_CODEC(ImageContents)
QUAYSIDE_CODEC(ImageFolder)
QUAYSIDE_CODEC(FoundEntries)
QUAYSIDE_CODEC(ImagePackages)
QUAYSIDE_CODEC(ImageDisk)
QUAYSIDE_CODEC(ImagePrunePreview)

} // namespace quayside::api
