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
// Of a container that does not run: the networks that it would be on, without addresses.
api::NetworkSettings networkSettingsOf(const Record &record, const RunState &state);
std::map<std::string, api::EndpointSettings> endpointsOf(const Record &record, const RunState &state);
// The Ports column: published ones of a running container, then those that are only exposed.
std::vector<api::Port> portsOf(const Record &record, const RunState &state);

} // namespace quayside::containers
