// Ports of the host that containers hold.
#pragma once

#include "engine/base/fd.h"
#include "engine/networks/networks.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace quayside::networks
{

// Each published port has a bound socket in the engine that never listens: other programs get EADDRINUSE for
// it, the kernel does not give it to connections, and a conflict is found at once. Not thread-safe.
class PortReservations
{
public:
    // All or none. `ipv6`: the container has an IPv6 address, so that a port without a host address is
    // published on both families. Conflict with Docker's words where a port is taken; by whom it says where
    // the owner (a uid) may see that: the host's ports are everybody's, who holds one is not.
    Result<std::vector<PortBinding>> reserve(const std::string &containerId,
                                             const std::vector<PortRequest> &ports, bool ipv6,
                                             std::uint32_t owner = 0);
    // Bindings of a container that runs already. A port that somebody took meanwhile is no error: the
    // container has it.
    void adopt(const std::string &containerId, const std::vector<PortBinding> &bindings,
               std::uint32_t owner = 0);
    void release(const std::string &containerId);
    // Whether the port is kept from others: not where somebody took it before adopt().
    [[nodiscard]] bool holds(const std::string &containerId, const PortBinding &binding) const;

private:
    struct Reservation {
        PortBinding binding;
        Fd socket;
    };
    // What one container holds, or is about to.
    struct Reserved {
        std::uint32_t owner = 0;
        std::vector<Reservation> ports;
    };

    Result<> reserveOne(Reserved &reserved, const PortRequest &port, bool ipv6) const;
    Result<> reserveAt(Reserved &reserved, const PortRequest &port, std::uint16_t hostPort, bool ipv6) const;
    Error conflict(const PortBinding &wanted, const Reserved &reserved) const;

    std::map<std::string, Reserved> m_byContainer;
};

// "0.0.0.0:4000", "[::]:4000"
std::string hostEnd(const PortBinding &binding);

} // namespace quayside::networks
