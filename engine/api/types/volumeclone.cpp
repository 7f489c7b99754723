#include "engine/api/types/volumeclone.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(VolumeCloneRequest, f, v)
{
    f("Name", v.name);
}

QUAYSIDE_CODEC(VolumeCloneRequest)

} // namespace quayside::api
