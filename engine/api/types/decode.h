// decode<T>(json): each resource's header declares the specialisations that exist.
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace quayside::api
{

// InvalidArgument, naming the field: malformed JSON, a wrong type, a key that comes twice (also where only
// its case differs), deeper than 64 levels, larger than 64 MiB, a NUL in a string. Unknown fields are
// ignored; null is absent. Names of fields match without regard to case, as dockerd's do.
template <typename T>
Result<T> decode(std::string_view json);

} // namespace quayside::api
