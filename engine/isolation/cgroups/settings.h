// Limits as what is written into which file: pure, and so testable without a cgroup.
#pragma once

#include "engine/isolation/cgroups/prepare.h"

#include <string>
#include <vector>

namespace quayside::isolation::cgroups
{

struct Setting {
    std::string controller; // v1: whose folder; v2: for messages
    std::string file, value;
    std::string missing;               // the warning where the host has neither; "": that is an error
    std::string otherFile, otherValue; // tried where `file` is not there
};

// In the order in which a new cgroup takes them; an existing one may want another order (raising memory
// before memsw).
std::vector<Setting> settingsV1(const Limits &limits);
std::vector<Setting> settingsV2(const Limits &limits);

} // namespace quayside::isolation::cgroups
