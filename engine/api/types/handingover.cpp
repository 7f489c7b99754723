#include "engine/api/types/handingover.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(Delegates, f, v)
{
    f("Users", v.users);
    f.omitEmpty("Owner", v.owner);
}

QUAYSIDE_FIELDS(CheckpointCheck, f, v)
{
    f("Possible", v.possible);
    f("Why", v.why);
}

QUAYSIDE_CODEC(Delegates)
QUAYSIDE_CODEC(CheckpointCheck)

} // namespace quayside::api
