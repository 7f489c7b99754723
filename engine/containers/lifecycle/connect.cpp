// Containers that join a network or leave one, running or not.
#include "engine/containers/lifecycle/networking.h"
#include "engine/containers/lifecycle/service.h"

#include "engine/containers/launch/etcfiles.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/syscall.h>

namespace quayside::containers
{

Result<Fd> networkNamespace(const Container &container)
{
    const std::scoped_lock lock(container.mutex);
    const auto path = std::format("/proc/{}/ns/net", container.state.pid);
    Fd netns(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    // Alive after the opening: then it was this process's, and not a stranger's with the same number.
    if (!netns || ::syscall(SYS_pidfd_send_signal, container.run.process.get(), 0, nullptr, 0) != 0)
        return fail(ErrorKind::Conflict, "the container {} has just ended", container.id);
    return netns;
}

// The lasting half: what the container is on from its next start, and what it holds now.
Result<> Service::saveNetworks(Container &container, const api::NetworkingConfig &networking,
                               const std::vector<networks::Endpoint> &endpoints)
{
    const std::scoped_lock lock(container.mutex);
    Record record = container.record;
    RunState state = container.state;
    record.networking = networking;
    state.endpoints = endpoints;
    CHECK(m_services.records.apply(
        {{recordKind, container.id, encode(record)}, {stateKind, container.id, encode(state)}},
        Durability::Full));
    container.record.networking = std::move(record.networking);
    container.state.endpoints = std::move(state.endpoints);
    return {};
}

void Service::refreshEtcFiles(const Record &record, const std::vector<networks::Endpoint> &before,
                              const std::vector<networks::Endpoint> &now)
{
    const auto lines = m_services.networks.nameServers();
    const auto folder = openFolder(record.id);
    if (folder) // what cannot be written is a name that does not resolve: the network itself is there
        (void)updateEtcFiles(*folder, etcFiles(record, before, "", lines), etcFiles(record, now, "", lines));
}

Result<> Service::connectNetwork(const Peer &peer, const std::string &network, const std::string &ref,
                                 const api::EndpointSettings &settings)
{
    TRY(const auto container, find(peer, ref));
    TRY(const auto found, m_services.networks.inspect(peer, network));
    TRY(const auto settled, settledEndpoint(settings, found));
    const std::scoped_lock operation(container->operation);
    Record record;
    std::vector<networks::Endpoint> before;
    bool running;
    {
        const std::scoped_lock lock(container->mutex);
        if (container->removed)
            return fail(ErrorKind::NotFound, "No such container: {}", ref);
        record = container->record;
        before = container->state.endpoints;
        running = container->runs();
    }
    CHECK(mayJoinNetwork(record));
    if (found.driver == "host" || found.driver == "null")
        return fail(
            ErrorKind::InvalidArgument,
            "cannot connect a container to the network {}: it gets it when it is made, with --network {}",
            found.name, found.name);
    if (record.networking.endpointsConfig.contains(found.name))
        return fail(ErrorKind::Forbidden, "endpoint with name {} already exists in network {}", record.name,
                    found.name);
    record.networking.endpointsConfig[found.name] = settled;
    if (!running)
        return saveNetworks(*container, record.networking, before);
    TRY(const Fd netns, networkNamespace(*container));
    auto request = networkRequest(record);
    request.endpoints = {endpointRequest(settled)};
    TRY(const auto now, m_services.networks.attach(request, netns));
    if (auto saved = saveNetworks(*container, record.networking, now); !saved) {
        (void)m_services.networks.detach(container->id, found.id, netns);
        return wrap(std::move(saved).error(), "connecting {} to the network {}", record.name, found.name);
    }
    refreshEtcFiles(record, before, now);
    return {};
}

Result<> Service::disconnectNetwork(const Peer &peer, const std::string &network, const std::string &ref,
                                    bool force)
{
    TRY(const auto container, find(peer, ref));
    const std::scoped_lock operation(container->operation);
    Record record;
    std::vector<networks::Endpoint> before;
    bool running;
    {
        const std::scoped_lock lock(container->mutex);
        if (container->removed) // what is saved now would bring it back at the next start
            return fail(ErrorKind::NotFound, "No such container: {}", ref);
        record = container->record;
        before = container->state.endpoints;
        running = container->runs();
    }
    // A network that is gone can still be one that the container would look for at its next start.
    auto &configured = record.networking.endpointsConfig;
    const auto found = m_services.networks.inspect(peer, network);
    if (!found && !force && !configured.contains(network))
        return std::unexpected(found.error());
    const auto name = found ? found->name : network;
    if (!configured.contains(name))
        return fail(ErrorKind::InvalidArgument, "container {} is not connected to network {}", record.name,
                    name);
    if (!ownsNetwork(record) || name == "none")
        return fail(ErrorKind::InvalidArgument, "a container cannot be disconnected from the network {}",
                    name);
    const auto id = configured.at(name).networkID;
    configured.erase(name);
    const bool holds = std::ranges::contains(before, id, &networks::Endpoint::networkId);
    if (!running || !holds)
        return saveNetworks(*container, record.networking, before);
    // Then saved: an engine that dies in between connects it again when it comes back.
    TRY(const Fd netns, networkNamespace(*container));
    TRY(const auto now, m_services.networks.detach(container->id, id, netns));
    CHECK(saveNetworks(*container, record.networking, now));
    refreshEtcFiles(record, before, now);
    return {};
}

// The container runs on with its networks, or without them where they are gone.
void Service::adoptNetworks(const ContainerPtr &container)
{
    const auto netns = networkNamespace(*container);
    networks::ContainerRequest request;
    std::vector<networks::Endpoint> endpoints;
    {
        const std::scoped_lock lock(container->mutex);
        if (!ownsNetwork(container->record))
            return;
        request = networkRequest(container->record);
        endpoints = container->state.endpoints;
    }
    request.endpoints.clear();
    if (netns)
        (void)m_services.networks.adopt(request, endpoints, *netns);
}

} // namespace quayside::containers
