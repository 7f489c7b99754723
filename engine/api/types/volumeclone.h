// POST /quayside/volumes/{name}/clone.
#pragma once

#include "engine/api/types/decode.h"

#include <string>

namespace quayside::api
{

struct VolumeCloneRequest {
    std::string name; // of the copy
};
std::string encode(const VolumeCloneRequest &request);
template <>
Result<VolumeCloneRequest> decode(std::string_view json);

} // namespace quayside::api
