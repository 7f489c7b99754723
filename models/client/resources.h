// Calls that make and change networks and volumes. As all calls: see engineclient.h.
// Source: Docker Engine API 1.51, /networks, /volumes, /system/df.
#pragma once

#include "models/client/engineclient.h"

#include <map>

namespace quayside::client
{

struct NewNetwork {
    std::string name, driver = "bridge";
    std::string subnet, gateway, ipRange; // empty: the engine's choice
    std::string subnet6;                  // the same, of IPv6
    bool internal = false, ipv6 = false;
    std::map<std::string, std::string> options, labels;
};
std::string encode(const NewNetwork &network);
// The new network's id.
Call createNetwork(EngineClient &client, const NewNetwork &network, QObject *context, Done<std::string> done);

struct Connection {
    std::string container;            // id
    std::vector<std::string> aliases; // names that it has in this network besides its own
    std::string address;              // empty: the engine's choice
};
std::string encode(const Connection &connection);
Call connectNetwork(EngineClient &client, const std::string &network, const Connection &connection,
                    QObject *context, Done<void> done);
Call disconnectNetwork(EngineClient &client, const std::string &network, const std::string &container,
                       QObject *context, Done<void> done);

Call createVolume(EngineClient &client, const api::VolumeCreateOptions &options, QObject *context,
                  Done<api::Volume> done);

// Bytes by volume name, -1 where the engine does not know. Takes long on some engines: nothing may wait for
// it.
Result<std::map<std::string, std::int64_t>> parseVolumeSizes(std::string_view json);
Call volumeSizes(EngineClient &client, QObject *context, Done<std::map<std::string, std::int64_t>> done);

} // namespace quayside::client
