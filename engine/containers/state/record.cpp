#include "engine/containers/state/record.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace quayside::containers
{

using nlohmann::json;

namespace
{

json toJson(const MountSpec &mount)
{
    return {{"type", static_cast<int>(mount.type)},
            {"name", mount.name},
            {"source", mount.source},
            {"target", mount.target},
            {"mode", mount.mode},
            {"readOnly", mount.readOnly},
            {"noCopy", mount.noCopy},
            {"anonymous", mount.anonymous},
            {"createSource", mount.createSource},
            {"nonRecursive", mount.nonRecursive},
            {"tmpfsOptions", mount.tmpfsOptions},
            {"shallowReadOnly", mount.shallowReadOnly},
            {"volumeOwner", mount.volumeOwner},
            {"mountpoint", mount.mountpoint},
            {"propagation", mount.propagation},
            {"imageId", mount.imageId},
            {"layers", mount.layers}};
}

// `owner`: of the container, and of the volumes of a record that does not say whose they are.
MountSpec mountFrom(const json &j, std::uint32_t owner)
{
    MountSpec mount;
    mount.type = static_cast<MountType>(j.at("type").get<int>());
    mount.name = j.at("name");
    mount.source = j.at("source");
    mount.target = j.at("target");
    mount.mode = j.at("mode");
    mount.readOnly = j.at("readOnly");
    mount.noCopy = j.at("noCopy");
    mount.anonymous = j.at("anonymous");
    mount.createSource = j.at("createSource");
    mount.nonRecursive = j.at("nonRecursive");
    mount.tmpfsOptions = j.at("tmpfsOptions");
    mount.shallowReadOnly = j.value("shallowReadOnly", false);
    mount.volumeOwner = j.value("volumeOwner", owner);
    mount.mountpoint = j.value("mountpoint", std::string());
    mount.propagation = j.value("propagation", std::string());
    mount.imageId = j.value("imageId", std::string());
    mount.layers = j.value("layers", std::vector<storage::LayerId>());
    return mount;
}

json toJson(const networks::Endpoint &endpoint)
{
    json ports = json::array();
    for (const auto &port : endpoint.ports)
        ports.push_back({{"protocol", port.protocol},
                         {"containerPort", port.containerPort},
                         {"hostAddress", port.hostAddress},
                         {"hostPort", port.hostPort}});
    return {{"networkId", endpoint.networkId},
            {"networkName", endpoint.networkName},
            {"endpointId", endpoint.endpointId},
            {"macAddress", endpoint.macAddress},
            {"ipv4Address", endpoint.ipv4Address},
            {"ipv4Gateway", endpoint.ipv4Gateway},
            {"ipv4PrefixLength", endpoint.ipv4PrefixLength},
            {"ipv6Address", endpoint.ipv6Address},
            {"ipv6Gateway", endpoint.ipv6Gateway},
            {"ipv6PrefixLength", endpoint.ipv6PrefixLength},
            {"hostInterface", endpoint.hostInterface},
            {"containerName", endpoint.containerName},
            {"owner", endpoint.owner},
            {"interface", endpoint.interface},
            {"names", endpoint.names},
            {"gatewayPriority", endpoint.gatewayPriority},
            {"leadsOut4", endpoint.leadsOut4},
            {"leadsOut6", endpoint.leadsOut6},
            {"resolver", endpoint.resolver},
            {"ports", std::move(ports)}};
}

networks::Endpoint endpointFrom(const json &j)
{
    networks::Endpoint endpoint;
    endpoint.networkId = j.at("networkId");
    endpoint.networkName = j.at("networkName");
    endpoint.endpointId = j.at("endpointId");
    endpoint.macAddress = j.at("macAddress");
    endpoint.ipv4Address = j.at("ipv4Address");
    endpoint.ipv4Gateway = j.at("ipv4Gateway");
    endpoint.ipv4PrefixLength = j.at("ipv4PrefixLength");
    endpoint.ipv6Address = j.at("ipv6Address");
    endpoint.ipv6Gateway = j.at("ipv6Gateway");
    endpoint.ipv6PrefixLength = j.at("ipv6PrefixLength");
    endpoint.hostInterface = j.at("hostInterface");
    endpoint.containerName = j.at("containerName");
    endpoint.owner = j.at("owner");
    // What is not there was written when a container had but one network, which led out.
    endpoint.interface = j.value("interface", "eth0");
    endpoint.names = j.value("names", std::vector<std::string>());
    endpoint.gatewayPriority = j.value("gatewayPriority", 0);
    endpoint.leadsOut4 = j.value("leadsOut4", !endpoint.ipv4Gateway.empty());
    endpoint.leadsOut6 = j.value("leadsOut6", !endpoint.ipv6Gateway.empty());
    endpoint.resolver = j.value("resolver", false);
    for (const auto &port : j.at("ports"))
        endpoint.ports.push_back(
            {port.at("protocol"), port.at("containerPort"), port.at("hostAddress"), port.at("hostPort")});
    return endpoint;
}

json toJson(const HealthState &health)
{
    json log = json::array();
    if (health.log)
        for (const auto &probe : *health.log)
            log.push_back({{"start", probe.startNs},
                           {"end", probe.endNs},
                           {"exitCode", probe.exitCode},
                           {"output", probe.output}});
    return {
        {"status", text(health.status)}, {"failingStreak", health.failingStreak}, {"log", std::move(log)}};
}

HealthState healthFrom(const json &j)
{
    HealthState health{.status = healthStatusFrom(j.at("status").get<std::string>()),
                       .failingStreak = j.at("failingStreak")};
    HealthState::Log log;
    for (const auto &probe : j.at("log"))
        log.push_back({probe.at("start"), probe.at("end"), probe.at("exitCode"), probe.at("output")});
    health.log = std::make_shared<const HealthState::Log>(std::move(log));
    return health;
}

Result<Record> recordFrom(const json &j)
{
    Record record;
    record.id = j.at("id");
    record.name = j.at("name");
    record.owner.uid = j.at("uid");
    record.owner.gid = j.at("gid");
    record.owner.groups = j.at("groups").get<std::vector<std::uint32_t>>();
    record.createdNs = j.at("created");
    record.imageName = j.at("imageName");
    record.imageId = j.at("imageId");
    record.layers = j.at("layers").get<std::vector<std::string>>();
    TRY(record.config, api::decode<api::ContainerConfig>(j.at("config").dump()));
    TRY(record.hostConfig, api::decode<api::HostConfig>(j.at("hostConfig").dump()));
    TRY(record.networking, api::decode<api::NetworkingConfig>(j.at("networking").dump()));
    for (const auto &mount : j.at("mounts"))
        record.mounts.push_back(mountFrom(mount, record.owner.uid));
    record.delegates = j.value("delegates", std::vector<std::uint32_t>());
    record.step = j.value("step", false);
    return record;
}

json toJson(const EndState &end)
{
    return {{"asked", end.asked},       {"uid", end.uid},       {"askedSignal", end.askedSignal},
            {"timedOut", end.timedOut}, {"signal", end.signal}, {"known", end.known}};
}

EndState endFrom(const json &j)
{
    return {.asked = j.at("asked"),
            .uid = j.at("uid"),
            .askedSignal = j.at("askedSignal"),
            .timedOut = j.at("timedOut"),
            .signal = j.at("signal"),
            .known = j.at("known")};
}

RunState stateFrom(const json &j)
{
    RunState state;
    state.status = static_cast<Status>(j.at("status").get<int>());
    state.launched = j.at("launched");
    state.pid = j.at("pid");
    state.startTime = j.at("startTime");
    state.exitCode = j.at("exitCode");
    state.oomKilled = j.at("oomKilled");
    state.error = j.at("error");
    state.startedNs = j.at("started");
    state.finishedNs = j.at("finished");
    state.restartCount = j.at("restartCount");
    state.stoppedByUser = j.at("stoppedByUser");
    if (const auto end = j.find("end"); end != j.end())
        state.end = endFrom(*end);
    state.firstId = j.at("firstId");
    state.bootId = j.at("bootId");
    for (const auto &endpoint : j.value("endpoints", json::array()))
        state.endpoints.push_back(endpointFrom(endpoint));
    if (const auto old = j.find("endpoint"); old != j.end() && old->is_object())
        state.endpoints.push_back(endpointFrom(*old));
    if (j.contains("health"))
        state.health = healthFrom(j.at("health"));
    state.limitsPending = j.value("limitsPending", false);
    state.warnings = j.value("warnings", std::vector<std::string>());
    return state;
}

// Names and messages may hold bytes that are no UTF-8: they are replaced, a record is always written.
std::string dumped(const json &j)
{
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace

std::string_view text(Status status)
{
    switch (status) {
    case Status::Created:
        return "created";
    case Status::Running:
        return "running";
    case Status::Paused:
        return "paused";
    case Status::Restarting:
        return "restarting";
    case Status::Exited:
        return "exited";
    case Status::Removing:
        return "removing";
    case Status::Dead:
        return "dead";
    }
    return "dead";
}

Durability durabilityOf(const Record &record)
{
    const bool hasVolumes = std::ranges::contains(record.mounts, MountType::Volume, &MountSpec::type);
    return record.step || (record.hostConfig.autoRemove && !hasVolumes) ? Durability::Normal
                                                                        : Durability::Full;
}

std::string encode(const Record &record)
{
    json mounts = json::array();
    for (const auto &mount : record.mounts)
        mounts.push_back(toJson(mount));
    return dumped({{"id", record.id},
                   {"name", record.name},
                   {"uid", record.owner.uid},
                   {"gid", record.owner.gid},
                   {"groups", record.owner.groups},
                   {"created", record.createdNs},
                   {"imageName", record.imageName},
                   {"imageId", record.imageId},
                   {"layers", record.layers},
                   {"config", json::parse(api::encode(record.config))},
                   {"hostConfig", json::parse(api::encode(record.hostConfig))},
                   {"networking", json::parse(api::encode(record.networking))},
                   {"mounts", std::move(mounts)},
                   {"delegates", record.delegates},
                   {"step", record.step}});
}

Result<Record> decodeRecord(std::string_view document)
{
    try {
        return recordFrom(json::parse(document));
    } catch (const json::exception &error) {
        return fail(ErrorKind::Internal, "a container's record is damaged: {}", error.what());
    }
}

std::string encode(const RunState &state)
{
    json endpoints = json::array();
    for (const auto &endpoint : state.endpoints)
        endpoints.push_back(toJson(endpoint));
    json j = {{"status", static_cast<int>(state.status)},
              {"launched", state.launched},
              {"pid", state.pid},
              {"startTime", state.startTime},
              {"exitCode", state.exitCode},
              {"oomKilled", state.oomKilled},
              {"error", state.error},
              {"started", state.startedNs},
              {"finished", state.finishedNs},
              {"restartCount", state.restartCount},
              {"stoppedByUser", state.stoppedByUser},
              {"end", toJson(state.end)},
              {"firstId", state.firstId},
              {"bootId", state.bootId},
              {"limitsPending", state.limitsPending},
              {"warnings", state.warnings},
              {"endpoints", std::move(endpoints)}};
    if (state.health.status != HealthStatus::None)
        j["health"] = toJson(state.health);
    return dumped(j);
}

Result<RunState> decodeState(std::string_view document)
{
    try {
        return stateFrom(json::parse(document));
    } catch (const json::exception &error) {
        return fail(ErrorKind::Internal, "a container's state is damaged: {}", error.what());
    }
}

} // namespace quayside::containers
