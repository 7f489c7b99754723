#include "engine/api/types/checkpoint.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(CheckpointCreateRequest, f, v)
{
    f("CheckpointID", v.checkpointID);
    f.omitEmpty("CheckpointDir", v.checkpointDir);
    f("Exit", v.exit);
}

QUAYSIDE_FIELDS(Checkpoint, f, v)
{
    f("Name", v.name);
    f.omitEmpty("Created", v.created);
    f.omitEmpty("Size", v.size);
}

QUAYSIDE_CODEC(CheckpointCreateRequest)
QUAYSIDE_CODEC(std::vector<Checkpoint>)

} // namespace quayside::api
