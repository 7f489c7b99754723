// Containers: what the routes /containers/… take and answer.
#pragma once

#include "engine/api/types/decode.h"
#include "engine/api/types/descriptor.h"
#include "engine/api/types/endpoint.h"
#include "engine/api/types/exec.h"
#include "engine/api/types/filters.h"
#include "engine/api/types/health.h"
#include "engine/api/types/hostconfig.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quayside::api
{

struct ContainerConfig {
    std::string hostname, domainname, user;
    bool attachStdin = false, attachStdout = false, attachStderr = false;
    std::set<std::string> exposedPorts; // "80/tcp"
    bool tty = false, openStdin = false, stdinOnce = false;
    std::vector<std::string> env;                       // "NAME=value"; "NAME" alone unsets
    std::vector<std::string> cmd;                       // a plain string on the wire is one element
    std::optional<std::vector<std::string>> entrypoint; // absent: the image's; [""] or []: none
    std::optional<HealthConfig> healthcheck;
    bool argsEscaped = false;
    std::string image;
    std::set<std::string> volumes; // mount points of anonymous volumes
    std::string workingDir;
    bool networkDisabled = false;
    std::string macAddress;
    std::vector<std::string> onBuild;
    std::map<std::string, std::string> labels;
    std::string stopSignal;
    std::optional<std::int64_t> stopTimeout; // seconds
    std::vector<std::string> shell;
};
std::string encode(const ContainerConfig &config);
template <>
Result<ContainerConfig> decode(std::string_view json);

std::string encode(const HostConfig &config);
template <>
Result<HostConfig> decode(std::string_view json);

std::string encode(const NetworkingConfig &config);
template <>
Result<NetworkingConfig> decode(std::string_view json);

// POST /containers/create: ContainerConfig's members on top, the other two beside them.
struct ContainerCreateRequest : ContainerConfig {
    HostConfig hostConfig;
    NetworkingConfig networkingConfig;
};
std::string encode(const ContainerCreateRequest &request);
template <>
Result<ContainerCreateRequest> decode(std::string_view json);

struct ContainerCreateResponse {
    std::string id;
    std::vector<std::string> warnings;
};
std::string encode(const ContainerCreateResponse &response);
template <>
Result<ContainerCreateResponse> decode(std::string_view json);

struct Port {
    std::string ip;
    std::int64_t privatePort = 0;
    std::int64_t publicPort = 0; // 0: not published
    std::string type;            // tcp, udp, sctp
};

struct MountPoint {
    std::string type, name, source, destination, driver, mode;
    bool rw = false;
    std::string propagation;
};

struct ContainerSummary {
    struct HostConfig {
        std::string networkMode;
        std::map<std::string, std::string> annotations;
    };
    struct NetworkSettings {
        std::map<std::string, EndpointSettings> networks;
    };
    struct Quayside {
        std::string owner; // who has handed it over to the caller
    };
    std::string id;
    std::vector<std::string> names; // each with its leading '/'
    std::string image, imageID;
    std::optional<OCIDescriptor> imageManifestDescriptor;
    std::string command;
    std::int64_t created = 0; // seconds since 1970
    std::vector<Port> ports;
    std::optional<std::int64_t> sizeRw, sizeRootFs; // bytes; only where asked for
    std::map<std::string, std::string> labels;
    std::string state;  // created, running, paused, restarting, removing, exited, dead
    std::string status; // "Up 3 minutes"
    HostConfig hostConfig;
    NetworkSettings networkSettings;
    std::vector<MountPoint> mounts;
    std::optional<Quayside> quayside; // of our engine: where it is not the caller's
};
std::string encode(const std::vector<ContainerSummary> &containers);
template <>
Result<std::vector<ContainerSummary>> decode(std::string_view json);

struct ContainerState {
    std::string status;
    bool running = false, paused = false, restarting = false, oomKilled = false, dead = false;
    std::int64_t pid = 0, exitCode = 0;
    std::string error;
    std::string startedAt = "0001-01-01T00:00:00Z",
                finishedAt = "0001-01-01T00:00:00Z"; // RFC 3339; year 1: never
    std::optional<Health> health;
};

// How the last run ended. What somebody asked for is told only where that is what ended it.
struct Ending {
    std::string asked;               // stop, restart, kill; "": nobody asked
    std::optional<std::int64_t> uid; // who did
    std::int64_t askedSignal = 0;    // what was sent first
    bool timedOut = false;           // it did not end in time, and was killed
    std::int64_t signal = 0;         // that ended its first process; 0: it ended itself
};

// Not of the contract: what this engine says besides (docs/extensions.md).
struct ContainerExtension {
    std::vector<std::string> warnings; // of the last start: what could not be done as asked
    std::optional<Ending> ending;      // absent: it has not ended, or under an older engine
};

struct ContainerInspect {
    std::string id, created, path;
    std::vector<std::string> args;
    ContainerState state;
    std::string image; // the image's id
    std::string resolvConfPath, hostnamePath, hostsPath, logPath;
    std::string name; // with its leading '/'
    std::int64_t restartCount = 0;
    std::string driver, platform;
    std::optional<OCIDescriptor> imageManifestDescriptor;
    std::string mountLabel, processLabel, appArmorProfile;
    std::vector<std::string> execIDs;
    HostConfig hostConfig;
    DriverData graphDriver;
    std::optional<std::int64_t> sizeRw, sizeRootFs; // bytes; only where asked for
    std::vector<MountPoint> mounts;
    ContainerConfig config;
    NetworkSettings networkSettings;
    std::optional<ContainerExtension> quayside; // absent: another engine
};
std::string encode(const ContainerInspect &container);
template <>
Result<ContainerInspect> decode(std::string_view json);

// POST /containers/{id}/wait.
struct WaitResponse {
    std::int64_t statusCode = 0;
    std::optional<std::string> error; // Error.Message of the wire
};
std::string encode(const WaitResponse &response);
template <>
Result<WaitResponse> decode(std::string_view json);

} // namespace quayside::api
