// Which events a follower of /events asked for.
#pragma once

#include "engine/api/types/event.h"
#include "engine/api/types/filters.h"
#include "engine/base/result.h"

#include <functional>

namespace quayside::server
{

// The filters of the contract (GET /events): type, event, container, image, label, network, volume, daemon,
// scope and the names that this engine has no events of (plugin, …). InvalidArgument where a name is none of
// them. `container`, `network` and `volume` take ids, beginnings of ids, and names; `event` also takes the
// first word of an action ("exec_create" for "exec_create: sh").
Result<std::function<bool(const api::Event &)>> eventFilter(const api::Filters &filters);

} // namespace quayside::server
