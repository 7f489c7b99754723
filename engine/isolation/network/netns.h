// Work inside another network namespace.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <functional>

namespace quayside::isolation::network
{

// Runs `work` inside the namespace, on a thread that ends with it: a thread of the engine's never changes its
// own namespace, so none can be left in a wrong one. Sockets that `work` opens belong to that namespace for
// good (network_namespaces(7)); /proc/sys/net is the namespace's as well.
Result<> inNamespace(const Fd &netns, const std::function<Result<>()> &work);

} // namespace quayside::isolation::network
