#include "engine/containers/lifecycle/views.h"

#include "engine/containers/lifecycle/ports.h"

#include <format>
#include <set>

namespace quayside::containers
{

api::DriverData graphDriverOf(const std::string &root, const Record &record)
{
    api::DriverData driver;
    driver.name = "overlay2";
    std::string lower;
    for (auto layer = record.layers.rbegin(); layer != record.layers.rend(); ++layer)
        lower += (lower.empty() ? "" : ":") + root + "/layers/" + *layer + "/diff";
    const std::string folder = root + "/containers/" + record.id;
    driver.data = {{"LowerDir", lower},
                   {"UpperDir", folder + "/upper"},
                   {"WorkDir", folder + "/work"},
                   {"ID", record.id}};
    return driver;
}

std::vector<api::MountPoint> mountPointsOf(const std::string &root, const Record &record)
{
    std::vector<api::MountPoint> points;
    for (const auto &mount : record.mounts) {
        api::MountPoint point{.destination = mount.target, .mode = mount.mode, .rw = !mount.readOnly};
        switch (mount.type) {
        case MountType::Bind:
            point.type = "bind";
            point.source = mount.source;
            point.propagation = mount.propagation.empty() ? "rprivate" : mount.propagation;
            break;
        case MountType::Volume:
            point.type = "volume";
            point.name = mount.name;
            point.source =
                (mount.mountpoint.empty() ? root + "/volumes/" + mount.name + "/_data" : mount.mountpoint) +
                (mount.source.empty() ? "" : "/" + mount.source);
            point.driver = "local";
            break;
        case MountType::Tmpfs:
            point.type = "tmpfs";
            break;
        case MountType::Image:
            point.type = "image";
            point.name = mount.name;
            point.source = (mount.layers.empty() ? "" : root + "/layers/" + mount.layers.back() + "/diff") +
                           (mount.source.empty() ? "" : "/" + mount.source);
            break;
        }
        points.push_back(std::move(point));
    }
    return points;
}

static void addRunning(api::EndpointSettings &settings, const networks::Endpoint &endpoint)
{
    settings.endpointID = endpoint.endpointId;
    settings.macAddress = endpoint.macAddress;
    settings.gateway = endpoint.ipv4Gateway;
    settings.ipAddress = endpoint.ipv4Address;
    settings.ipPrefixLen = endpoint.ipv4Address.empty() ? 0 : endpoint.ipv4PrefixLength;
    settings.ipv6Gateway = endpoint.ipv6Gateway;
    settings.globalIPv6Address = endpoint.ipv6Address;
    settings.globalIPv6PrefixLen = endpoint.ipv6Address.empty() ? 0 : endpoint.ipv6PrefixLength;
    settings.dnsNames = endpoint.names;
    settings.networkID = endpoint.networkId;
}

std::map<std::string, api::EndpointSettings> endpointsOf(const Record &record, const RunState &state)
{
    auto all = record.networking.endpointsConfig;
    if (state.startedNs == 0) // as dockerd: not before the first start
        for (auto &[name, settings] : all)
            settings.networkID.clear();
    for (const auto &endpoint : state.endpoints)
        addRunning(all[endpoint.networkName], endpoint);
    return all;
}

// For old clients, which know of the default bridge only.
static void addDefaultBridge(api::NetworkSettings &settings, const api::EndpointSettings &bridge)
{
    settings.endpointID = bridge.endpointID;
    settings.gateway = bridge.gateway;
    settings.ipAddress = bridge.ipAddress;
    settings.ipPrefixLen = bridge.ipPrefixLen;
    settings.macAddress = bridge.macAddress;
    settings.ipv6Gateway = bridge.ipv6Gateway;
    settings.globalIPv6Address = bridge.globalIPv6Address;
    settings.globalIPv6PrefixLen = bridge.globalIPv6PrefixLen;
}

api::NetworkSettings networkSettingsOf(const Record &record, const RunState &state)
{
    api::NetworkSettings settings;
    settings.networks = endpointsOf(record, state);
    if (state.endpoints.empty())
        return settings;
    settings.sandboxID = state.endpoints.front().endpointId;
    settings.sandboxKey = state.pid > 0 ? std::format("/proc/{}/ns/net", state.pid) : "";
    for (const auto &port : record.config.exposedPorts)
        settings.ports[port]; // null: exposed, not published
    for (const auto &endpoint : state.endpoints) {
        for (const auto &port : endpoint.ports)
            settings.ports[std::format("{}/{}", port.containerPort, port.protocol)].push_back(
                {port.hostAddress, std::to_string(port.hostPort)});
        if (endpoint.networkName == "bridge")
            addDefaultBridge(settings, settings.networks.at("bridge"));
    }
    return settings;
}

std::vector<api::Port> portsOf(const Record &record, const RunState &state)
{
    std::vector<api::Port> ports;
    std::set<std::string> published;
    if (state.endpoints.empty())
        return ports;
    for (const auto &endpoint : state.endpoints)
        for (const auto &port : endpoint.ports) {
            published.insert(std::format("{}/{}", port.containerPort, port.protocol));
            ports.push_back({port.hostAddress, port.containerPort, port.hostPort, port.protocol});
        }
    for (const auto &text : record.config.exposedPorts) {
        const auto key = parsePortKey(text);
        if (key && !published.contains(text))
            ports.push_back({"", key->port, 0, key->protocol});
    }
    return ports;
}

} // namespace quayside::containers
