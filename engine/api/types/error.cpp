#include "engine/api/types/error.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(ErrorResponse, f, v)
{
    f("message", v.message);
}

QUAYSIDE_CODEC(ErrorResponse)

} // namespace quayside::api
