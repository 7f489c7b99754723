// The way to a published port: what the container itself has to do with it; the rest is the networks'.
#include "engine/containers/lifecycle/networking.h"
#include "engine/containers/lifecycle/ports.h"
#include "engine/containers/lifecycle/service.h"

#include <algorithm>

namespace quayside::containers
{

namespace
{

api::PortHop stateHop(Status status, const std::string &name)
{
    api::PortHop hop{.id = "container", .state = "ok", .looked = name, .message = {}};
    if (status == Status::Running) {
        hop.message = "The container runs.";
    } else if (status == Status::Paused) {
        hop.state = "broken";
        hop.message = "The container is paused: connections are taken, and nobody answers.";
        hop.fix = "Let it go on.";
        hop.action = "unpause";
    } else {
        hop.state = "broken";
        hop.message = "The container does not run: its ports are nobody's.";
        hop.fix = "Start it. Where it ends at once, its log says why.";
        hop.action = "start";
    }
    return hop;
}

std::vector<std::string> publishedOf(const Record &record, const PortKey &key)
{
    std::vector<std::string> found;
    const auto ports = portRequests(record.config, record.hostConfig);
    for (const auto &port : ports.value_or(std::vector<networks::PortRequest>()))
        if (port.containerPort == key.port && port.protocol == key.protocol)
            found.push_back(
                std::format("{}:{}", port.hostAddress.empty() ? "0.0.0.0" : port.hostAddress, port.hostPort));
    return found;
}

} // namespace

Result<api::PortCheck> Service::checkPort(const Peer &peer, const std::string &ref, const std::string &port)
{
    TRY(const PortKey key, parsePortKey(port));
    TRY(const auto container, find(peer, ref, Right::Use));
    Record record;
    Status status{};
    bool running = false;
    {
        const std::scoped_lock lock(container->mutex);
        record = container->record;
        status = container->state.status;
        running = container->runs();
    }
    if (!ownsNetwork(record))
        return fail(
            ErrorKind::InvalidArgument,
            "the container {} shares the network of the host or of another container: it has no ports of "
            "its own",
            record.name);
    auto published = publishedOf(record, key);
    if (published.empty())
        return fail(ErrorKind::NotFound, "port {}/{} of the container {} is not published", key.port,
                    key.protocol, record.name);
    api::PortCheck check{
        .protocol = key.protocol, .containerPort = key.port, .published = std::move(published)};
    const auto hop = stateHop(status, record.name);
    if (running) {
        TRY(const Fd netns, networkNamespace(*container));
        TRY(check, m_services.networks.checkPort({.containerId = container->id,
                                                  .protocol = key.protocol,
                                                  .port = key.port,
                                                  .viewer = peer.uid},
                                                 netns));
    }
    check.works = check.works && hop.state == "ok";
    check.hops.insert(check.hops.begin(), hop);
    return check;
}

Result<> Service::repairNetworks(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, find(peer, ref)); // whoever has none has nothing to repair
    return m_services.networks.repair();
}

} // namespace quayside::containers
