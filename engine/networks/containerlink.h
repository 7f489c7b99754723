// A container's end of its networks.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/networks/networks.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quayside::networks
{

// How one endpoint comes into a namespace.
struct ContainerLink {
    Endpoint endpoint;
    int bridge = 0;     // index; 0: no bridge
    std::string parent; // macvlan's; "": none
    std::optional<std::uint32_t> mtu;
    bool isolated = false; // does not reach the other containers of its bridge
};

// Switches the loopback interface of the namespace on, makes the interfaces with their addresses, and sets
// the default routes. On failure part of it may be there: disconnectLink() takes it back.
Result<> connectLinks(const std::vector<ContainerLink> &links, const Fd &netns);
// The same, into a namespace that runs already; `all`: what the container is on afterwards.
Result<> connectLink(const ContainerLink &link, const std::vector<Endpoint> &all, const Fd &netns);
// Takes one interface away; one that is not there is no error. `rest`: what remains.
Result<> disconnectLink(const Endpoint &endpoint, const std::vector<Endpoint> &rest, const Fd &netns);
// Removes the interfaces of a container that are none of its endpoints': a dead engine was about to connect
// or to disconnect them. true: there were some.
Result<bool> removeStrangers(const std::vector<Endpoint> &endpoints, const Fd &netns);
// The default routes of both families as the endpoints say, and no others.
Result<> setDefaultRoutes(const std::vector<Endpoint> &endpoints, const Fd &netns);

} // namespace quayside::networks
