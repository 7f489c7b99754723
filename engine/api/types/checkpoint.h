// Checkpoints of containers: Docker's API (experimental there), and what we say besides.
#pragma once

#include "engine/api/types/decode.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::api
{

struct CheckpointCreateRequest {
    std::string checkpointID;
    std::string checkpointDir; // a folder of the host
    bool exit = false;         // the container ends
};
std::string encode(const CheckpointCreateRequest &request);
template <>
Result<CheckpointCreateRequest> decode(std::string_view json);

struct Checkpoint {
    std::string name;
    std::string created;   // RFC 3339; ours
    std::int64_t size = 0; // bytes; ours
};
std::string encode(const std::vector<Checkpoint> &checkpoints);
template <>
Result<std::vector<Checkpoint>> decode(std::string_view json);

} // namespace quayside::api
