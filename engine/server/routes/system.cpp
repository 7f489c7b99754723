// GET|HEAD /_ping   GET /version   GET /info   GET /plugins   GET /plugins/{name}/json
#include "engine/server/routes/resources.h"

#include "engine/api/types/exec.h"
#include "engine/api/types/system.h"
#include "engine/containers/checkpoint/check.h"
#include "engine/containers/containers.h"
#include "engine/images/images.h"
#include "engine/images/registry/registries.h"
#include "engine/networks/networks.h"
#include "engine/records/records.h"
#include "engine/server/eventhub.h"
#include "engine/server/routes/decoding.h"
#include "engine/server/routes/hostfacts.h"
#include "engine/server/routes/version.h"

#include <QDateTime>
#include <QUuid>

#include <filesystem>

namespace quayside::server
{

namespace
{

std::string apiVersion(int minor)
{
    return "1." + std::to_string(minor);
}

Result<Response> ping(const Request &request)
{
    Response response{200, "text/plain; charset=utf-8", request.method == "HEAD" ? "" : "OK", {}};
    response.headers = {
        {"Api-Version", apiVersion(api::maxApiMinor)},
        // What docker's command asks of a checkpoint's commands.
        {"Docker-Experimental", containers::checkpointsWork() ? "true" : "false"},
        {"Ostype", "linux"},
        {"Swarm", "inactive"},
        {"Builder-Version", "1"}, // the classic builder's protocol; BuildKit's is not spoken
        {"Cache-Control", "no-cache, no-store, must-revalidate"},
        {"Pragma", "no-cache"},
    };
    return response;
}

// Go's names of architectures, which the API uses.
std::string goArchitecture(const std::string &machine)
{
    if (machine == "x86_64")
        return "amd64";
    if (machine == "aarch64")
        return "arm64";
    return machine;
}

Result<Response> version(const Request &)
{
    const HostFacts host = readHostFacts();
    api::SystemVersion version;
    version.platform.name = "Quayside";
    version.version = engineVersion;
    version.apiVersion = apiVersion(api::maxApiMinor);
    version.minAPIVersion = apiVersion(api::minApiMinor);
    version.os = "linux";
    version.arch = goArchitecture(host.architecture);
    version.kernelVersion = host.kernelVersion;
    version.components = {{"Engine",
                           engineVersion,
                           {{"ApiVersion", version.apiVersion},
                            {"MinAPIVersion", version.minAPIVersion},
                            {"Os", version.os},
                            {"Arch", version.arch},
                            {"KernelVersion", version.kernelVersion},
                            {"Experimental", containers::checkpointsWork() ? "true" : "false"}}}};
    return Response::json(encode(version));
}

std::int64_t entriesIn(const char *path)
{
    std::error_code error;
    const std::filesystem::directory_iterator folder(path, error);
    return error ? 0 : std::distance(begin(folder), end(folder));
}

void fillHost(api::SystemInfo &info)
{
    const HostFacts host = readHostFacts();
    info.kernelVersion = host.kernelVersion;
    info.operatingSystem = host.operatingSystem;
    info.osVersion = host.osVersion;
    info.osType = "linux";
    info.architecture = host.architecture;
    info.ncpu = host.cpus;
    info.memTotal = host.memoryBytes;
    info.name = host.name;
    info.cgroupDriver = "cgroupfs";
    info.cgroupVersion = std::to_string(host.cgroupVersion);
    info.memoryLimit = host.memory;
    info.swapLimit = host.swap;
    info.cpuCfsPeriod = info.cpuCfsQuota = info.cpuShares = host.cpu;
    info.cpuSet = host.cpuset;
    info.pidsLimit = host.pids;
    info.oomKillDisable = host.oomKillDisable;
    info.ipv4Forwarding = host.ipv4Forwarding;
    info.warnings = limitWarnings(host);
}

void fillEngine(api::SystemInfo &info, const EngineFacts &facts)
{
    info.id = facts.id;
    info.dockerRootDir = facts.root;
    info.debug = facts.debug;
    info.serverVersion = engineVersion;
    info.driver = "overlay2"; // clients know the driver by this name
    info.driverStatus = {
        {"Mounted in", "the container's user namespace"}, {"Layers", "idmapped"}, {"userxattr", "true"}};
    info.loggingDriver = "json-file"; // what clients know to be readable with `docker logs`
    info.plugins = {.volume = {"local"},
                    .network = {"bridge", "host", "null"},
                    .authorization = {},
                    .log = {"json-file", "none"}};
    info.runtimes = {{"quayside", {.path = "quayside-stage"}}};
    info.defaultRuntime = "quayside";
    info.initBinary = "quayside-stage";
    info.securityOptions = {"name=seccomp,profile=builtin", "name=userns", "name=cgroupns"};
    info.liveRestoreEnabled = true; // containers outlive the engine
    info.nFd = entriesIn("/proc/self/fd");
    info.nGoroutines = entriesIn("/proc/self/task"); // threads are what we have
    info.systemTime = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
}

void fillRegistries(api::SystemInfo &info, const images::RegistrySettings &settings)
{
    info.indexServerAddress = "https://index.docker.io/v1/"; // what clients call Docker Hub in their files
    auto &networks = info.registryConfig.insecureRegistryCIDRs;
    networks = {"::1/128", "127.0.0.0/8"};
    networks.insert(networks.end(), settings.insecureNetworks.begin(), settings.insecureNetworks.end());
    info.registryConfig.mirrors = settings.mirrors;
    info.registryConfig.indexConfigs[images::dockerHub] = {
        .name = images::dockerHub, .mirrors = settings.mirrors, .secure = true, .official = true};
    for (const std::string &registry : settings.insecure)
        info.registryConfig.indexConfigs[registry] = {
            .name = registry, .mirrors = {}, .secure = false, .official = false};
    info.httpProxy = images::maskedProxy(settings.proxies.http);
    info.httpsProxy = images::maskedProxy(settings.proxies.https);
    info.noProxy = settings.proxies.none;
}

// A user is told of the own ones.
Result<containers::Containers::Counts> countsFor(containers::Containers &containers, const access::Peer &peer)
{
    if (peer.isRoot())
        return containers.counts();
    containers::Containers::Counts counts;
    TRY(const auto seen, containers.list(peer, true, {}, false, {}));
    for (const auto &container : seen)
        if (container.state == "paused")
            ++counts.paused;
        else if (container.state == "running" || container.state == "restarting")
            ++counts.running;
        else
            ++counts.stopped;
    return counts;
}

Result<Response> info(const Backends &backends, const Request &request)
{
    api::SystemInfo info;
    fillHost(info);
    fillEngine(info, backends.facts);
    fillRegistries(info, backends.registries.settings());
    TRY(const auto counts, countsFor(backends.containers, request.peer));
    info.containersRunning = counts.running;
    info.containersPaused = counts.paused;
    info.containersStopped = counts.stopped;
    info.containers = info.containersRunning + info.containersPaused + info.containersStopped;
    TRY(const auto images, backends.images.list(request.peer, false, {}));
    info.images = static_cast<std::int64_t>(images.size());
    info.nEventsListener = static_cast<std::int64_t>(backends.events.subscribers());
    return Response::json(encode(info));
}

} // namespace

Result<std::string> engineId(Records &records)
{
    TRY(const auto settings, records.all("setting"));
    for (const auto &[id, document] : settings)
        if (id == "engine-id")
            if (const auto kept = api::decode<api::IDResponse>(document))
                return kept->id;
    const std::string made = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    CHECK(records.put("setting", "engine-id", encode(api::IDResponse{made})));
    return made;
}

Routes systemRoutes(const Backends &backends)
{
    return {
        {"GET", "/_ping", CallHandler(ping)},
        {"HEAD", "/_ping", CallHandler(ping)},
        {"GET", "/version", CallHandler(version)},
        {"GET", "/info", CallHandler([backends](const Request &request) { return info(backends, request); })},
        // There are none; `docker inspect` asks here last, for what is nothing else.
        {"GET", "/plugins", CallHandler([](const Request &request) -> Result<Response> {
             CHECK(decodeFilters(request, {"capability", "enabled"}));
             return Response::json("[]");
         })},
        {"GET", "/plugins/{name:*}/json", CallHandler([](const Request &request) -> Result<Response> {
             return fail(ErrorKind::NotFound, "plugin \"{}\" not found", request.parameters.at("name"));
         })},
    };
}

} // namespace quayside::server
