#include "engine/api/types/hostconfig.h"

#include "engine/api/types/container.h"
#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(ResourcesUlimit, f, v)
{
    f("Name", v.name);
    f("Hard", v.hard);
    f("Soft", v.soft);
}

QUAYSIDE_FIELDS(DeviceMapping, f, v)
{
    f("PathOnHost", v.pathOnHost);
    f("PathInContainer", v.pathInContainer);
    f("CgroupPermissions", v.cgroupPermissions);
}

QUAYSIDE_FIELDS(DeviceRequest, f, v)
{
    f("Driver", v.driver);
    f("Count", v.count);
    f.nullEmpty("DeviceIDs", v.deviceIDs);
    f.nullEmpty("Capabilities", v.capabilities);
    f.nullEmpty("Options", v.options);
}

QUAYSIDE_FIELDS(ThrottleDevice, f, v)
{
    f("Path", v.path);
    f("Rate", v.rate);
}

QUAYSIDE_FIELDS(ResourcesBlkioWeightDevice, f, v)
{
    f("Path", v.path);
    f("Weight", v.weight);
}

QUAYSIDE_FIELDS(LogConfig, f, v)
{
    f("Type", v.type);
    f("Config", v.config);
}

QUAYSIDE_FIELDS(RestartPolicy, f, v)
{
    f("Name", v.name);
    f("MaximumRetryCount", v.maximumRetryCount);
}

QUAYSIDE_FIELDS(MountBindOptions, f, v)
{
    f.omitEmpty("Propagation", v.propagation);
    f.omitEmpty("NonRecursive", v.nonRecursive);
    f.omitEmpty("CreateMountpoint", v.createMountpoint);
    f.omitEmpty("ReadOnlyNonRecursive", v.readOnlyNonRecursive);
    f.omitEmpty("ReadOnlyForceRecursive", v.readOnlyForceRecursive);
}

QUAYSIDE_NESTED_FIELDS(MountVolumeOptions::DriverConfig, DriverConfig, f, v)
{
    f.omitEmpty("Name", v.name);
    f.omitEmpty("Options", v.options);
}

QUAYSIDE_FIELDS(MountVolumeOptions, f, v)
{
    f.omitEmpty("NoCopy", v.noCopy);
    f.omitEmpty("Labels", v.labels);
    f.omitEmpty("Subpath", v.subpath);
    f.omitEmpty("DriverConfig", v.driverConfig);
}

QUAYSIDE_FIELDS(MountImageOptions, f, v)
{
    f.omitEmpty("Subpath", v.subpath);
}

QUAYSIDE_FIELDS(MountTmpfsOptions, f, v)
{
    f.omitEmpty("SizeBytes", v.sizeBytes);
    f.omitEmpty("Mode", v.mode);
    f.omitEmpty("Options", v.options);
}

QUAYSIDE_FIELDS(Mount, f, v)
{
    f.omitEmpty("Type", v.type);
    f.omitEmpty("Source", v.source);
    f.omitEmpty("Target", v.target);
    f.omitEmpty("ReadOnly", v.readOnly);
    f.omitEmpty("Consistency", v.consistency);
    f.omitEmpty("BindOptions", v.bindOptions);
    f.omitEmpty("VolumeOptions", v.volumeOptions);
    f.omitEmpty("ImageOptions", v.imageOptions);
    f.omitEmpty("TmpfsOptions", v.tmpfsOptions);
}

template <typename F, typename T>
static void describeResources(F &f, T &v)
{
    f("CpuShares", v.cpuShares);
    f("Memory", v.memory);
    f("NanoCpus", v.nanoCpus);
    f("CgroupParent", v.cgroupParent);
    f("BlkioWeight", v.blkioWeight);
    f("BlkioWeightDevice", v.blkioWeightDevice);
    f("BlkioDeviceReadBps", v.blkioDeviceReadBps);
    f("BlkioDeviceWriteBps", v.blkioDeviceWriteBps);
    f("BlkioDeviceReadIOps", v.blkioDeviceReadIOps);
    f("BlkioDeviceWriteIOps", v.blkioDeviceWriteIOps);
    f("CpuPeriod", v.cpuPeriod);
    f("CpuQuota", v.cpuQuota);
    f("CpuRealtimePeriod", v.cpuRealtimePeriod);
    f("CpuRealtimeRuntime", v.cpuRealtimeRuntime);
    f("CpusetCpus", v.cpusetCpus);
    f("CpusetMems", v.cpusetMems);
    f("Devices", v.devices);
    f.nullEmpty("DeviceCgroupRules", v.deviceCgroupRules);
    f.nullEmpty("DeviceRequests", v.deviceRequests);
    f.omitEmpty("KernelMemoryTCP", v.kernelMemoryTCP);
    f("MemoryReservation", v.memoryReservation);
    f("MemorySwap", v.memorySwap);
    f("MemorySwappiness", v.memorySwappiness);
    f("OomKillDisable", v.oomKillDisable);
    f("PidsLimit", v.pidsLimit);
    f("Ulimits", v.ulimits);
    f("CpuCount", v.cpuCount);
    f("CpuPercent", v.cpuPercent);
    f("IOMaximumIOps", v.ioMaximumIOps);
    f("IOMaximumBandwidth", v.ioMaximumBandwidth);
}

template <typename F, typename T>
static void describeNames(F &f, T &v)
{
    f.words("CapAdd", v.capAdd);
    f.words("CapDrop", v.capDrop);
    f("CgroupnsMode", v.cgroupnsMode);
    f("Dns", v.dns);
    f("DnsOptions", v.dnsOptions);
    f("DnsSearch", v.dnsSearch);
    f.nullEmpty("ExtraHosts", v.extraHosts);
    f.nullEmpty("GroupAdd", v.groupAdd);
    f("IpcMode", v.ipcMode);
    f("Cgroup", v.cgroup);
    f.nullEmpty("Links", v.links);
    f("OomScoreAdj", v.oomScoreAdj);
    f("PidMode", v.pidMode);
    f("Privileged", v.privileged);
    f("PublishAllPorts", v.publishAllPorts);
    f("ReadonlyRootfs", v.readonlyRootfs);
    f.nullEmpty("SecurityOpt", v.securityOpt);
    f.omitEmpty("StorageOpt", v.storageOpt);
    f.omitEmpty("Tmpfs", v.tmpfs);
    f("UTSMode", v.utsMode);
    f("UsernsMode", v.usernsMode);
    f("ShmSize", v.shmSize);
    f.omitEmpty("Sysctls", v.sysctls);
    f.omitEmpty("Runtime", v.runtime);
    f("Isolation", v.isolation);
}

// In the order of moby's api/types/container/hostconfig.go, so that `docker inspect` reads the same.
QUAYSIDE_FIELDS(HostConfig, f, v)
{
    f.nullEmpty("Binds", v.binds);
    f("ContainerIDFile", v.containerIDFile);
    f("LogConfig", v.logConfig);
    f("NetworkMode", v.networkMode);
    f("PortBindings", v.portBindings);
    f("RestartPolicy", v.restartPolicy);
    f("AutoRemove", v.autoRemove);
    f("VolumeDriver", v.volumeDriver);
    f.nullEmpty("VolumesFrom", v.volumesFrom);
    f.omitEmpty("ConsoleSize", v.consoleSize);
    f.omitEmpty("Annotations", v.annotations);
    describeNames(f, v);
    describeResources(f, v);
    f.omitEmpty("Mounts", v.mounts);
    f("MaskedPaths", v.maskedPaths);
    f("ReadonlyPaths", v.readonlyPaths);
    f.omitEmpty("Init", v.init);
}

} // namespace quayside::api
