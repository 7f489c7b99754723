// Named networks: which exist, who is on them, which addresses and ports they hold.
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/event.h"
#include "engine/api/types/network.h"
#include "engine/api/types/portcheck.h"
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

// One network that a container is to be on.
struct EndpointRequest {
    std::string network = "bridge"; // name or id; "bridge" is the default one
    std::optional<std::string> macAddress, ipv4Address, ipv6Address;
    // What it had when it was written down: had again, on any network, where nobody else has it by now.
    std::optional<std::string> formerIpv4Address;
    std::vector<std::string> aliases;
    std::int64_t gatewayPriority = 0; // the highest one leads out (docs.docker.com, gw-priority)
};

struct ContainerRequest {
    std::string containerId;
    std::string containerName; // for lists, events, errors and the name server
    access::Peer owner;        // whose networks are found; sees the events
    std::string hostname;
    std::vector<EndpointRequest> endpoints; // the first one is eth0
    std::vector<PortRequest> ports;         // on the network that leads out
    std::vector<std::string> nameServers;   // docker's --dns; none: the host's
};

// What a container holds on one network while it runs.
struct Endpoint {
    std::string networkId, networkName, endpointId, macAddress;
    std::string ipv4Address, ipv4Gateway, ipv6Address, ipv6Gateway;
    int ipv4PrefixLength = 0, ipv6PrefixLength = 0;
    std::string hostInterface; // the veth's end on the bridge; "": none there
    std::vector<PortBinding>
        ports; // a port on all addresses: one binding for 0.0.0.0, one for :: where there is IPv6
    std::string containerName; // as in the request
    std::uint32_t owner = 0;
    std::string interface = "eth0"; // in the container
    std::vector<std::string> names; // that others on this network find it by; none on predefined ones
    std::int64_t gatewayPriority = 0;
    bool leadsOut4 = false, leadsOut6 = false; // its gateway is the container's default route
    bool resolver = false; // the network has the engine's name server, at dnsServerAddress
};

inline constexpr auto dnsServerAddress = "127.0.0.11"; // inside of containers, as Docker has it

// Thread-safe, but for two calls about one container at once.
class Networks
{
public:
    using Peer = access::Peer;
    struct Options {
        std::string root; // names of bridge and nftables table derive from it where it is not the default
        std::string runDir;
    };
    // Makes the bridges and the rules where they are missing. Nothing of the host's own is touched.
    static Result<std::unique_ptr<Networks>> open(const Options &options, Records &records,
                                                  api::EventSink sink);
    virtual ~Networks() = default;

    // Everybody sees the three that every engine has (with the peer's own containers only) and their own;
    // root sees all. `nameOrId`: a name, an id, or an unambiguous beginning of one.
    [[nodiscard]] virtual std::vector<api::Network> list(const Peer &peer) const = 0;
    virtual Result<api::Network> inspect(const Peer &peer, const std::string &nameOrId) const = 0;
    // Conflict where the peer has one of that name. Lasts: a new engine has it again.
    virtual Result<api::NetworkCreateResponse> create(const Peer &peer,
                                                      const api::NetworkCreateRequest &request) = 0;
    // Forbidden where a running container is on it, and for the three that every engine has.
    virtual Result<> remove(const Peer &peer, const std::string &nameOrId) = 0;

    // Takes addresses and ports on all of the networks or none, without the kernel's doing anything yet.
    // Conflict where a port is taken (naming the port and, where it can be found, the program that has it).
    virtual Result<std::vector<Endpoint>> reserve(const ContainerRequest &request) = 0;
    // Makes the interfaces straight into `netns` with addresses, routes and lo up, the name server where a
    // network has one, and publishes the ports.
    virtual Result<> connect(const std::string &containerId, const Fd &netns) = 0;
    // A running container joins another network (`request` has just that one) or leaves one. What leads out,
    // and with it the published ports, may be another network then: the answer is the whole of what the
    // container holds from now on. Forbidden where it is on that network already.
    virtual Result<std::vector<Endpoint>> attach(const ContainerRequest &request, const Fd &netns) = 0;
    virtual Result<std::vector<Endpoint>> detach(const std::string &containerId, const std::string &networkId,
                                                 const Fd &netns) = 0;
    // What it holds from now on: others find it by the new name.
    virtual std::vector<Endpoint> rename(const std::string &containerId, const std::string &name) = 0;
    // Takes all of it back; to be called for every container with reserved endpoints, connected or not.
    // Idempotent.
    virtual void release(const std::string &containerId) = 0;
    // After a restart of the engine: the container still runs with these endpoints. `request`: as at its
    // start, without endpoints.
    virtual Result<> adopt(const ContainerRequest &request, const std::vector<Endpoint> &endpoints,
                           const Fd &netns) = 0;
    // After all adopt() calls: removes bridges, interfaces, rules and reservations that nobody owns.
    virtual void sweep() = 0;

    // Looks at the way to a published port of a running container, and tries it: takes some seconds where
    // nobody answers. NotFound: not published. `viewer` (a uid): who may be told which programs hold ports.
    struct PortCheckRequest {
        std::string containerId, protocol;
        std::uint16_t port = 0; // the container's
        std::uint32_t viewer = 0;
    };
    virtual Result<api::PortCheck> checkPort(const PortCheckRequest &request, const Fd &netns) = 0;
    // Makes bridges and rules anew where something of them is missing, at once.
    virtual Result<> repair() = 0;

    // What a person should know: settings of the host that were changed for the containers' sake (IP
    // forwarding), other firewalls that may block them, names that cannot be resolved. Empty where all is
    // well.
    [[nodiscard]] virtual std::vector<std::string> warnings() const = 0;

    // Takes the engine's networks off the host: bridges (with their containers' connections), table, and the
    // rules in other programs' chains. For tests and for removing the package; no engine may be running.
    static Result<> removeAll(const Options &options);

    // For the window and `docker info`: resolv.conf lines of the host that a container can use.
    [[nodiscard]] virtual std::vector<std::string> nameServers() const = 0;
};

} // namespace quayside::networks
