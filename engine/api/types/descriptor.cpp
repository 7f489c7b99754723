#include "engine/api/types/descriptor.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(OCIPlatform, f, v)
{
    f("architecture", v.architecture);
    f("os", v.os);
    f.omitEmpty("os.version", v.osVersion);
    f.omitEmpty("os.features", v.osFeatures);
    f.omitEmpty("variant", v.variant);
}

QUAYSIDE_FIELDS(OCIDescriptor, f, v)
{
    f("mediaType", v.mediaType);
    f("digest", v.digest);
    f("size", v.size);
    f.omitEmpty("urls", v.urls);
    f.omitEmpty("annotations", v.annotations);
    f.omitEmpty("data", v.data);
    f.omitEmpty("platform", v.platform);
    f.omitEmpty("artifactType", v.artifactType);
}

QUAYSIDE_FIELDS(DriverData, f, v)
{
    f.nullEmpty("Data", v.data);
    f("Name", v.name);
}

} // namespace quayside::api
