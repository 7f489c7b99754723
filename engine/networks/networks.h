// Named networks: which exist, who is on them, which addresses and ports they hold.
#pragma once

#include "engine/api/types/event.h"
#include "engine/api/types/network.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quayside
{
class Records;
}

namespace quayside::networks
{

// One published port (docker run -p). hostPort 0: any free one from the kernel's ephemeral range.
struct PortRequest {
    std::string protocol = "tcp"; // tcp or udp
    std::uint16_t containerPort = 0;
    std::string hostAddress; // "": all addresses, of both families where the host has IPv6
    std::uint16_t hostPort = 0;
    std::uint16_t hostPortEnd = 0; // a range to choose from ("8000-8010"); 0: just hostPort
};

struct PortBinding {
    std::string protocol;
    std::uint16_t containerPort = 0;
    std::string hostAddress;
    std::uint16_t hostPort = 0;
};

struct EndpointRequest {
    std::string containerId;
    std::string containerName; // for lists, events and errors
    std::uint32_t owner = 0;   // uid of the container's owner: sees the events
    std::string network;       // name or id; "bridge" is the default one
    std::string hostname;
    std::optional<std::string> macAddress, ipv4Address, ipv6Address;
    std::vector<PortRequest> ports;
};

// What a container holds on its network while it runs.
struct Endpoint {
    std::string networkId, networkName, endpointId, macAddress;
    std::string ipv4Address, ipv4Gateway, ipv6Address, ipv6Gateway;
    int ipv4PrefixLength = 0, ipv6PrefixLength = 0;
    std::string hostInterface; // the veth's end on the bridge
    std::vector<PortBinding>
        ports; // a port on all addresses: one binding for 0.0.0.0, one for :: where there is IPv6
    std::string containerName; // as in the request
    std::uint32_t owner = 0;
};

// Thread-safe.
class Networks
{
public:
    struct Options {
        std::string root; // names of bridge and nftables table derive from it where it is not the default
        std::string runDir;
    };
    // Makes the default bridge and the rules where they are missing; removes what a dead engine left that no
    // endpoint of `running` (from the records) owns. Nothing of the host's own is touched.
    static Result<std::unique_ptr<Networks>> open(const Options &options, Records &records,
                                                  api::EventSink sink);
    virtual ~Networks() = default;

    [[nodiscard]] virtual std::vector<api::Network> list() const = 0;
    virtual Result<api::Network> inspect(const std::string &nameOrId) const = 0;

    // Takes addresses and ports, without the kernel's doing anything yet. Conflict where a port is taken
    // (naming the port and, where it can be found, the program that has it).
    virtual Result<Endpoint> reserve(const EndpointRequest &request) = 0;
    // Makes the veth pair straight into `netns` as eth0 with addresses, routes and lo up, and publishes the
    // ports.
    virtual Result<> connect(const Endpoint &endpoint, const Fd &netns) = 0;
    // Takes all of it back; to be called for every reserved endpoint, connected or not. Idempotent.
    virtual void release(const std::string &containerId) = 0;
    // After a restart of the engine: the container still runs with this endpoint.
    virtual Result<> adopt(const std::string &containerId, const Endpoint &endpoint) = 0;
    // After all adopt() calls: removes interfaces, rules and reservations that no adopted endpoint owns.
    virtual void sweep() = 0;

    // What a person should know: settings of the host that were changed for the containers' sake (IP
    // forwarding), other firewalls that may block them, names that cannot be resolved. Empty where all is
    // well.
    [[nodiscard]] virtual std::vector<std::string> warnings() const = 0;

    // Takes the engine's network off the host: bridge (with its containers' connections), table, and the
    // rules in other programs' chains. For tests and for removing the package; no engine may be running.
    static Result<> removeAll(const Options &options);

    // For the window and `docker info`: resolv.conf lines of the host that a container can use.
    [[nodiscard]] virtual std::vector<std::string> nameServers() const = 0;
};

} // namespace quayside::networks
