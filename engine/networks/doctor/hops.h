// What was found on the way to a published port, in sentences.
#pragma once

#include "engine/api/types/portcheck.h"
#include "engine/networks/doctor/firewall.h"
#include "engine/networks/doctor/listeners.h"
#include "engine/networks/doctor/reach.h"

#include <functional>
#include <string>
#include <vector>

namespace quayside::networks::doctor
{

api::PortHop okHop(const char *id, std::string looked, std::string message);
api::PortHop brokenHop(const char *id, std::string looked, std::string message, std::string fix,
                       const char *action = "");
api::PortHop unknownHop(const char *id, std::string looked, std::string message);

struct Wanted {
    std::string protocol;
    std::uint16_t port = 0;
    std::vector<IpAddress> addresses; // the container's own
};
// `holder`: of a socket's inode, the program that has it; "": not known.
api::PortHop programHop(const Wanted &wanted, const std::vector<Listener> &listeners,
                        const std::function<std::string(const std::string &inode)> &holder);
api::PortHop firewallHop(const FirewallVerdict &verdict, const std::string &bridge);
// `where`: "172.31.0.2:80".
api::PortHop insideHop(const Try &tried, const std::string &where);
api::PortHop outsideHop(const Try &tried, const std::string &where);

} // namespace quayside::networks::doctor
