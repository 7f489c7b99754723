// HostConfig of the contract, with Resources flattened into it as on the wire.
#pragma once

#include "engine/api/types/endpoint.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quayside::api
{

struct ResourcesUlimit {
    std::string name;                // "nofile"
    std::int64_t soft = 0, hard = 0; // -1: unlimited
};

struct DeviceMapping {
    std::string pathOnHost, pathInContainer, cgroupPermissions;
};

struct DeviceRequest {
    std::string driver;
    std::int64_t count = 0; // -1: all
    std::vector<std::string> deviceIDs;
    std::vector<std::vector<std::string>> capabilities;
    std::map<std::string, std::string> options;
};

struct ThrottleDevice {
    std::string path;
    std::int64_t rate = 0; // bytes or operations a second
};

struct ResourcesBlkioWeightDevice {
    std::string path;
    std::int64_t weight = 0;
};

struct LogConfig {
    std::string type; // "json-file", "local", "none"; "": the engine's default
    std::map<std::string, std::string> config;
};

struct RestartPolicy {
    std::string name; // "", no, always, unless-stopped, on-failure
    std::int64_t maximumRetryCount = 0;
};

struct MountBindOptions {
    std::string propagation;
    bool nonRecursive = false, createMountpoint = false, readOnlyNonRecursive = false,
         readOnlyForceRecursive = false;
};

struct MountVolumeOptions {
    struct DriverConfig {
        std::string name;
        std::map<std::string, std::string> options;
    };
    bool noCopy = false;
    std::map<std::string, std::string> labels;
    std::optional<DriverConfig> driverConfig;
    std::string subpath;
};

struct MountImageOptions {
    std::string subpath;
};

struct MountTmpfsOptions {
    std::int64_t sizeBytes = 0;
    std::int64_t mode = 0; // permission bits as a plain number: 1023 is 01777
    std::vector<std::vector<std::string>> options;
};

struct Mount {
    std::string type; // bind, volume, tmpfs, image, …
    std::string source, target;
    bool readOnly = false;
    std::string consistency;
    std::optional<MountBindOptions> bindOptions;
    std::optional<MountVolumeOptions> volumeOptions;
    std::optional<MountImageOptions> imageOptions;
    std::optional<MountTmpfsOptions> tmpfsOptions;
};

struct HostConfig {
    // Resources
    std::int64_t cpuShares = 0;
    std::int64_t memory = 0;   // bytes; 0: no limit
    std::int64_t nanoCpus = 0; // 1e-9 CPUs
    std::string cgroupParent;
    std::int64_t blkioWeight = 0; // 10..1000; 0: none
    std::vector<ResourcesBlkioWeightDevice> blkioWeightDevice;
    std::vector<ThrottleDevice> blkioDeviceReadBps, blkioDeviceWriteBps, blkioDeviceReadIOps,
        blkioDeviceWriteIOps;
    std::int64_t cpuPeriod = 0, cpuQuota = 0;                   // microseconds
    std::int64_t cpuRealtimePeriod = 0, cpuRealtimeRuntime = 0; // microseconds
    std::string cpusetCpus, cpusetMems;                         // "0-3,5"
    std::vector<DeviceMapping> devices;
    std::vector<std::string> deviceCgroupRules;
    std::vector<DeviceRequest> deviceRequests;
    std::int64_t kernelMemoryTCP = 0;
    std::int64_t memoryReservation = 0;           // bytes
    std::int64_t memorySwap = 0;                  // bytes of memory plus swap; -1: unlimited swap
    std::optional<std::int64_t> memorySwappiness; // 0..100
    std::optional<bool> oomKillDisable;
    std::optional<bool> init;
    std::optional<std::int64_t> pidsLimit; // 0 and -1: unlimited
    std::vector<ResourcesUlimit> ulimits;
    std::int64_t cpuCount = 0, cpuPercent = 0, ioMaximumIOps = 0, ioMaximumBandwidth = 0; // Windows only

    std::vector<std::string> binds; // "source:target[:options]"
    std::string containerIDFile;
    LogConfig logConfig;
    std::string networkMode;
    PortMap portBindings;
    RestartPolicy restartPolicy;
    bool autoRemove = false;
    std::string volumeDriver;
    std::vector<std::string> volumesFrom;
    std::vector<Mount> mounts;
    std::vector<std::int64_t> consoleSize; // {height, width}, or empty
    std::map<std::string, std::string> annotations;
    std::vector<std::string> capAdd, capDrop;
    std::string cgroupnsMode;
    std::vector<std::string> dns, dnsOptions, dnsSearch, extraHosts, groupAdd;
    std::string ipcMode, cgroup;
    std::vector<std::string> links;
    std::int64_t oomScoreAdj = 0;
    std::string pidMode;
    bool privileged = false, publishAllPorts = false, readonlyRootfs = false;
    std::vector<std::string> securityOpt;
    std::map<std::string, std::string> storageOpt, tmpfs;
    std::string utsMode, usernsMode;
    std::int64_t shmSize = 0; // bytes; 0: 64 MiB
    std::map<std::string, std::string> sysctls;
    std::string runtime, isolation;
    std::optional<std::vector<std::string>> maskedPaths, readonlyPaths; // absent: the defaults; empty: none
};

} // namespace quayside::api
