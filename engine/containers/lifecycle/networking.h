// Which networks a container is on: from the API's settings to what networks.h takes.
#pragma once

#include "engine/containers/state/record.h"
#include "engine/networks/networks.h"

#include <string>
#include <vector>

namespace quayside::containers
{

// false: it uses the host's network, or another container's.
bool ownsNetwork(const Record &record);

// At create: every network is looked up as the peer sees it and kept by its id (NetworkID), under its name.
// InvalidArgument and NotSupported for settings that cannot be had.
Result<> settleNetworks(const access::Peer &peer, const networks::Networks &networks, Record &record);

// One network's settings, of a create or of a connect: checked, and nothing in them but what was asked for.
Result<api::EndpointSettings> settledEndpoint(const api::EndpointSettings &given,
                                              const api::Network &network);

// What docker's command tells of ports that no network can publish.
std::vector<std::string> networkWarnings(const access::Peer &peer, const networks::Networks &networks,
                                         const Record &record);

// InvalidArgument where the container shares a network or has none on purpose.
Result<> mayJoinNetwork(const Record &record);

// Of a record with settled networks. The first endpoint is that of HostConfig.NetworkMode.
networks::ContainerRequest networkRequest(const Record &record);
networks::EndpointRequest endpointRequest(const api::EndpointSettings &settings);

} // namespace quayside::containers
