#include "engine/api/types/containeractions.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(ContainerUpdateResponse, f, v)
{
    f.nullEmpty("Warnings", v.warnings);
}

QUAYSIDE_FIELDS(ContainerPruneResponse, f, v)
{
    f.nullEmpty("ContainersDeleted", v.containersDeleted);
    f("SpaceReclaimed", v.spaceReclaimed);
}

QUAYSIDE_FIELDS(ContainerTopResponse, f, v)
{
    f("Titles", v.titles);
    f("Processes", v.processes);
}

std::string encode(const ContainerUpdateResponse &response)
{
    return written(response);
}

std::string encode(const ContainerPruneResponse &response)
{
    return written(response);
}

std::string encode(const ContainerTopResponse &response)
{
    return written(response);
}

} // namespace quayside::api
