// -p and EXPOSE: from the API's maps to what a network takes.
#pragma once

#include "engine/api/types/container.h"
#include "engine/base/result.h"
#include "engine/networks/networks.h"

#include <string_view>
#include <vector>

namespace quayside::containers
{

// "80/tcp" (no protocol: tcp). InvalidArgument: not a port of 1 to 65535, or none of tcp, udp and sctp.
struct PortKey {
    std::uint16_t port = 0;
    std::string protocol = "tcp";
};
Result<PortKey> parsePortKey(std::string_view text);

// NotSupported: a published sctp port. HostConfig.PortBindings and, with PublishAllPorts, the exposed ports
// that have no binding of their own.
Result<std::vector<networks::PortRequest>> portRequests(const api::ContainerConfig &config,
                                                        const api::HostConfig &host);

} // namespace quayside::containers
