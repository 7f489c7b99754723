// Parts of what inspect and list show.
#pragma once

#include "engine/api/types/container.h"
#include "engine/containers/state/record.h"
#include "engine/networks/networks.h"

#include <string>
#include <vector>

namespace quayside::containers
{

api::DriverData graphDriverOf(const std::string &root, const Record &record);
std::vector<api::MountPoint> mountPointsOf(const std::string &root, const Record &record);
// Of a container that does not run: the network that it would be on, without addresses. Networks: where the
// id of that network is looked up; null: left out (a list of a thousand has no time for it).
api::NetworkSettings networkSettingsOf(const Record &record, const RunState &state,
                                       const networks::Networks &networks);
std::map<std::string, api::EndpointSettings> endpointsOf(const Record &record, const RunState &state,
                                                         const networks::Networks *networks);
// The Ports column: published ones of a running container, then those that are only exposed.
std::vector<api::Port> portsOf(const Record &record, const RunState &state);

} // namespace quayside::containers
