// Handing a container over, and whether one could be moved while it runs: below /quayside/
// (docs/extensions.md).
#pragma once

#include "engine/api/types/decode.h"

#include <string>
#include <vector>

namespace quayside::api
{

struct Delegates {
    std::vector<std::string> users; // names, or numbers
    std::string owner;              // whose it is; not read
};
std::string encode(const Delegates &delegates);
template <>
Result<Delegates> decode(std::string_view json);

struct CheckpointCheck {
    bool possible = false;
    std::string why; // a sentence, also where it is possible
};
std::string encode(const CheckpointCheck &check);
template <>
Result<CheckpointCheck> decode(std::string_view json);

} // namespace quayside::api
