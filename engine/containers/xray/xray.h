// What the kernel says of a running container, and of the host beside it.
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/xray.h"
#include "engine/base/result.h"

#include <string>

namespace quayside::containers
{

// Thread-safe. Nothing is read before somebody asks, and nothing is kept between two questions. What a plan
// or a record says is not asked where the kernel can be: the container may have changed it.
class Xray
{
public:
    virtual ~Xray() = default;
    using Peer = access::Peer;
    // `file`: a path in the container whose layers are wanted; "": none. NotFound as inspect(); Conflict: it
    // does not run, with a sentence.
    virtual Result<api::Xray> ofContainer(const Peer &, const std::string &ref, const std::string &file) = 0;
    // Namespaces, cgroups and interfaces of the host: what every user of it can read.
    virtual Result<api::Xray> ofHost(const Peer &) = 0;
};

} // namespace quayside::containers
