#include "engine/api/types/volume.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(VolumeUsageData, f, v)
{
    f("RefCount", v.refCount);
    f("Size", v.size);
}

QUAYSIDE_FIELDS(Volume, f, v)
{
    f.omitEmpty("CreatedAt", v.createdAt);
    f("Driver", v.driver);
    f.nullEmpty("Labels", v.labels);
    f("Mountpoint", v.mountpoint);
    f("Name", v.name);
    f.nullEmpty("Options", v.options);
    f("Scope", v.scope);
    f.omitEmpty("Status", v.status);
    f.omitEmpty("UsageData", v.usageData);
}

QUAYSIDE_FIELDS(VolumeListResponse, f, v)
{
    f("Volumes", v.volumes);
    f.nullEmpty("Warnings", v.warnings);
}

QUAYSIDE_FIELDS(VolumePruneReport, f, v)
{
    f("VolumesDeleted", v.volumesDeleted);
    f("SpaceReclaimed", v.spaceReclaimed);
}

QUAYSIDE_NESTED_FIELDS(VolumeCreateOptions::ClusterVolumeSpec, ClusterVolumeSpec, f, v)
{
    f.omitEmpty("Group", v.group);
}

QUAYSIDE_FIELDS(VolumeCreateOptions, f, v)
{
    f.omitEmpty("ClusterVolumeSpec", v.clusterVolumeSpec);
    f.omitEmpty("Driver", v.driver);
    f.omitEmpty("DriverOpts", v.driverOpts);
    f.omitEmpty("Labels", v.labels);
    f.omitEmpty("Name", v.name);
}

QUAYSIDE_CODEC(Volume)
QUAYSIDE_CODEC(VolumeListResponse)
QUAYSIDE_CODEC(VolumePruneReport)
QUAYSIDE_CODEC(VolumeCreateOptions)

} // namespace quayside::api
