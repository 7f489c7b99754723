// The name server of all containers: one thread, which sleeps until somebody asks.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/networks/dns/directory.h"
#include "engine/networks/dns/sockets.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quayside::networks::dns
{

// Where a container's other questions go.
struct Upstreams {
    std::vector<IpAddress> servers; // docker's --dns; none: the host's, asked from the host's namespace
    std::uint16_t port = 53;
};

// The name servers of /etc/resolv.conf, also those on the host's loopback address: the engine reaches them.
std::vector<IpAddress> hostServers();

// Thread-safe.
class Server
{
public:
    // How much may be under way at once; past it a question is answered with SERVFAIL.
    struct Limits {
        std::size_t perContainer = 64, total = 512; // questions that others are asked
        std::size_t connections = 32;               // TCP, for each container
        int timeoutMs = 1500;                       // for one server; three attempts in all
        int idleMs = 5000;                          // an unused TCP connection is closed
    };
    using HostServers = std::function<Upstreams()>;
    // Starts in the network namespace of the calling thread. `directory` outlives it.
    static Result<std::unique_ptr<Server>> start(const Directory &directory, HostServers hostServers,
                                                 const Limits &limits);
    virtual ~Server() = default; // ends; the sockets are closed

    // Serves a container. `netns`: where its own upstreams are asked from.
    virtual void serve(const std::string &containerId, Sockets sockets, Fd netns, Upstreams upstreams) = 0;
    // The same, where the sockets are still to be opened, later and on the server's thread: an engine that
    // starts has a thousand of them to open.
    virtual void serveLater(const std::string &containerId, Fd netns, Upstreams upstreams) = 0;
    virtual void forget(const std::string &containerId) = 0;
};

} // namespace quayside::networks::dns
