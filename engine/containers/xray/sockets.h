// Who waits at which port, and which ports the engine's table leads to whom.
#pragma once

#include "engine/containers/xray/subject.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers
{

// `onlyOwn`: the network is not the container's alone, and others' sockets are nobody's business.
std::vector<api::XraySocket> readSockets(const Subject &subject,
                                         const std::vector<api::XrayProcess> &processes, bool onlyOwn);

// An element of the maps that publish ports (networks/rules.h), as the kernel lists it.
struct PortElement {
    bool v6 = false;
    std::string protocol, hostAddress; // "": every address
    std::int64_t hostPort = 0;
    std::string target;
    std::int64_t targetPort = 0;
};
// `listing`: what nftables answers to listTableDocument().
Result<std::vector<PortElement>> parsePortMaps(std::string_view listing);

} // namespace quayside::containers
