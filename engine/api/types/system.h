// The engine itself: /version, /info, /_ping.
#pragma once

#include "engine/api/types/decode.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quayside::api
{

inline constexpr int minApiMinor = 24, maxApiMinor = 51; // 1.24 … 1.51

// GET /version.
struct SystemVersion {
    struct Platform {
        std::string name;
    };
    struct Component {
        std::string name, version;
        std::map<std::string, std::string> details;
    };
    Platform platform;
    std::vector<Component> components;
    std::string version, apiVersion, minAPIVersion, gitCommit, goVersion, os, arch, kernelVersion;
    bool experimental = false;
    std::string buildTime; // RFC 3339 with nanoseconds
};
std::string encode(const SystemVersion &version);
template <>
Result<SystemVersion> decode(std::string_view json);

struct PluginsInfo {
    std::vector<std::string> volume, network, authorization, log;
};

struct IndexInfo {
    std::string name;
    std::vector<std::string> mirrors;
    bool secure = true, official = false;
};

struct RegistryServiceConfig {
    std::vector<std::string> insecureRegistryCIDRs;
    std::map<std::string, IndexInfo> indexConfigs;
    std::vector<std::string> mirrors;
};

struct Runtime {
    std::string path;
    std::vector<std::string> runtimeArgs;
    std::map<std::string, std::string> status;
};

struct Commit {
    std::string id;
};

struct SwarmInfo {
    std::string nodeID, nodeAddr, localNodeState = "inactive";
    bool controlAvailable = false;
    std::string error;
};

struct AddressPool {
    std::string base;
    std::int64_t size = 0; // prefix length of each network
};

struct DeviceInfo {
    std::string source, id;
};

struct FirewallInfo {
    std::string driver;
    std::vector<std::vector<std::string>> info; // pairs
};

struct ContainerdInfo {
    std::string address, namespaceContainers, namespacePlugins; // Namespaces.Containers, Namespaces.Plugins
};

struct NamedResourceSpec {
    std::string kind, value;
};

struct DiscreteResourceSpec {
    std::string kind;
    std::int64_t value = 0;
};

struct GenericResource {
    std::optional<NamedResourceSpec> namedResourceSpec;
    std::optional<DiscreteResourceSpec> discreteResourceSpec;
};

// GET /info.
struct SystemInfo {
    std::string id;
    std::int64_t containers = 0, containersRunning = 0, containersPaused = 0, containersStopped = 0,
                 images = 0;
    std::string driver;
    std::vector<std::vector<std::string>> driverStatus; // pairs
    std::string dockerRootDir;
    PluginsInfo plugins;
    bool memoryLimit = false, swapLimit = false, kernelMemoryTCP = false, cpuCfsPeriod = false,
         cpuCfsQuota = false;
    bool cpuShares = false, cpuSet = false, pidsLimit = false, oomKillDisable = false;
    bool ipv4Forwarding = false, debug = false;
    std::int64_t nFd = 0, nGoroutines = 0;
    std::string systemTime; // RFC 3339
    std::string loggingDriver, cgroupDriver, cgroupVersion;
    std::int64_t nEventsListener = 0;
    std::string kernelVersion, operatingSystem, osVersion, osType, architecture;
    std::int64_t ncpu = 0, memTotal = 0; // memTotal: bytes
    std::string indexServerAddress;
    RegistryServiceConfig registryConfig;
    std::vector<GenericResource> genericResources;
    std::string httpProxy, httpsProxy, noProxy;
    std::string name;
    std::vector<std::string> labels;
    bool experimentalBuild = false;
    std::string serverVersion;
    std::map<std::string, Runtime> runtimes;
    std::string defaultRuntime;
    SwarmInfo swarm;
    bool liveRestoreEnabled = false;
    std::string isolation, initBinary;
    Commit containerdCommit, runcCommit, initCommit;
    std::vector<std::string> securityOptions;
    std::string productLicense;
    std::vector<AddressPool> defaultAddressPools;
    std::optional<FirewallInfo> firewallBackend;
    std::vector<DeviceInfo> discoveredDevices;
    std::vector<std::string> cdiSpecDirs, warnings;
    std::optional<ContainerdInfo> containerd;
};
std::string encode(const SystemInfo &info);
template <>
Result<SystemInfo> decode(std::string_view json);

// GET /_ping: facts of its headers.
struct Ping {
    std::string apiVersion, osType, server;
    bool experimental = false;
};

// GET /quayside/capabilities: which of our extensions this engine has. Other engines answer 404.
struct Capabilities {
    std::string engine; // "quayside"
    std::string version;
    std::vector<std::string> features; // "base-images", …
};
std::string encode(const Capabilities &capabilities);
template <>
Result<Capabilities> decode(std::string_view json);

// POST /quayside/images/base: a base image from distribution packages. Empty fields: the engine's default.
struct BaseImageRequest {
    std::string suite;
    std::vector<std::string> packages;
    std::string name, variant;
};
std::string encode(const BaseImageRequest &request);
template <>
Result<BaseImageRequest> decode(std::string_view json);

} // namespace quayside::api
