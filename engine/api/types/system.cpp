#include "engine/api/types/system.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_NESTED_FIELDS(SystemVersion::Platform, Platform, f, v)
{
    f("Name", v.name);
}

QUAYSIDE_NESTED_FIELDS(SystemVersion::Component, Component, f, v)
{
    f("Name", v.name);
    f("Version", v.version);
    f.omitEmpty("Details", v.details);
}

QUAYSIDE_FIELDS(SystemVersion, f, v)
{
    f("Platform", v.platform);
    f("Components", v.components);
    f("Version", v.version);
    f("ApiVersion", v.apiVersion);
    f("MinAPIVersion", v.minAPIVersion);
    f("GitCommit", v.gitCommit);
    f("GoVersion", v.goVersion);
    f("Os", v.os);
    f("Arch", v.arch);
    f("KernelVersion", v.kernelVersion);
    f.omitEmpty("Experimental", v.experimental);
    f("BuildTime", v.buildTime);
}

QUAYSIDE_FIELDS(PluginsInfo, f, v)
{
    f("Volume", v.volume);
    f("Network", v.network);
    f.nullEmpty("Authorization", v.authorization);
    f("Log", v.log);
}

QUAYSIDE_FIELDS(IndexInfo, f, v)
{
    f("Name", v.name);
    f("Mirrors", v.mirrors);
    f("Secure", v.secure);
    f("Official", v.official);
}

QUAYSIDE_FIELDS(RegistryServiceConfig, f, v)
{
    f("InsecureRegistryCIDRs", v.insecureRegistryCIDRs);
    f("IndexConfigs", v.indexConfigs);
    f.nullEmpty("Mirrors", v.mirrors);
}

QUAYSIDE_FIELDS(Runtime, f, v)
{
    f("path", v.path);
    f.omitEmpty("runtimeArgs", v.runtimeArgs);
    f.omitEmpty("status", v.status);
}

QUAYSIDE_FIELDS(Commit, f, v)
{
    f("ID", v.id);
}

QUAYSIDE_FIELDS(SwarmInfo, f, v)
{
    f("NodeID", v.nodeID);
    f("NodeAddr", v.nodeAddr);
    f("LocalNodeState", v.localNodeState);
    f("ControlAvailable", v.controlAvailable);
    f("Error", v.error);
}

QUAYSIDE_FIELDS(AddressPool, f, v)
{
    f("Base", v.base);
    f("Size", v.size);
}

QUAYSIDE_FIELDS(DeviceInfo, f, v)
{
    f("Source", v.source);
    f("ID", v.id);
}

QUAYSIDE_FIELDS(FirewallInfo, f, v)
{
    f("Driver", v.driver);
    f.omitEmpty("Info", v.info);
}

QUAYSIDE_FIELDS(ContainerdInfo, f, v)
{
    f("Address", v.address);
    f.group("Namespaces", [&](auto &g) {
        g("Containers", v.namespaceContainers);
        g("Plugins", v.namespacePlugins);
    });
}

QUAYSIDE_FIELDS(NamedResourceSpec, f, v)
{
    f("Kind", v.kind);
    f("Value", v.value);
}

QUAYSIDE_FIELDS(DiscreteResourceSpec, f, v)
{
    f("Kind", v.kind);
    f("Value", v.value);
}

QUAYSIDE_FIELDS(GenericResource, f, v)
{
    f.omitEmpty("NamedResourceSpec", v.namedResourceSpec);
    f.omitEmpty("DiscreteResourceSpec", v.discreteResourceSpec);
}

template <typename F, typename T>
static void describeMachine(F &f, T &v)
{
    f("KernelVersion", v.kernelVersion);
    f("OperatingSystem", v.operatingSystem);
    f("OSVersion", v.osVersion);
    f("OSType", v.osType);
    f("Architecture", v.architecture);
    f("IndexServerAddress", v.indexServerAddress);
    f("RegistryConfig", v.registryConfig);
    f("NCPU", v.ncpu);
    f("MemTotal", v.memTotal);
    f.nullEmpty("GenericResources", v.genericResources);
    f("DockerRootDir", v.dockerRootDir);
    f("HttpProxy", v.httpProxy);
    f("HttpsProxy", v.httpsProxy);
    f("NoProxy", v.noProxy);
    f("Name", v.name);
    f("Labels", v.labels);
}

template <typename F, typename T>
static void describeAbilities(F &f, T &v)
{
    f("MemoryLimit", v.memoryLimit);
    f("SwapLimit", v.swapLimit);
    f.omitEmpty("KernelMemoryTCP", v.kernelMemoryTCP);
    f("CpuCfsPeriod", v.cpuCfsPeriod);
    f("CpuCfsQuota", v.cpuCfsQuota);
    f("CPUShares", v.cpuShares);
    f("CPUSet", v.cpuSet);
    f("PidsLimit", v.pidsLimit);
    f("IPv4Forwarding", v.ipv4Forwarding);
    f("Debug", v.debug);
    f("NFd", v.nFd);
    f("OomKillDisable", v.oomKillDisable);
    f("NGoroutines", v.nGoroutines);
    f("SystemTime", v.systemTime);
    f("LoggingDriver", v.loggingDriver);
    f("CgroupDriver", v.cgroupDriver);
    f.omitEmpty("CgroupVersion", v.cgroupVersion);
    f("NEventsListener", v.nEventsListener);
}

QUAYSIDE_FIELDS(SystemInfo, f, v)
{
    f("ID", v.id);
    f("Containers", v.containers);
    f("ContainersRunning", v.containersRunning);
    f("ContainersPaused", v.containersPaused);
    f("ContainersStopped", v.containersStopped);
    f("Images", v.images);
    f("Driver", v.driver);
    f("DriverStatus", v.driverStatus);
    f("Plugins", v.plugins);
    describeAbilities(f, v);
    describeMachine(f, v);
    f("ExperimentalBuild", v.experimentalBuild);
    f("ServerVersion", v.serverVersion);
    f("Runtimes", v.runtimes);
    f("DefaultRuntime", v.defaultRuntime);
    f("Swarm", v.swarm);
    f("LiveRestoreEnabled", v.liveRestoreEnabled);
    f("Isolation", v.isolation);
    f("InitBinary", v.initBinary);
    f("ContainerdCommit", v.containerdCommit);
    f("RuncCommit", v.runcCommit);
    f("InitCommit", v.initCommit);
    f("SecurityOptions", v.securityOptions);
    f.omitEmpty("ProductLicense", v.productLicense);
    f.omitEmpty("DefaultAddressPools", v.defaultAddressPools);
    f.omitEmpty("FirewallBackend", v.firewallBackend);
    f.omitEmpty("DiscoveredDevices", v.discoveredDevices);
    f("CDISpecDirs", v.cdiSpecDirs);
    f.omitEmpty("Containerd", v.containerd);
    f.nullEmpty("Warnings", v.warnings);
}

QUAYSIDE_FIELDS(Capabilities, f, v)
{
    f("engine", v.engine);
    f("version", v.version);
    f("features", v.features);
}

QUAYSIDE_FIELDS(BaseImageRequest, f, v)
{
    f.omitEmpty("suite", v.suite);
    f("packages", v.packages);
    f("name", v.name);
    f.omitEmpty("variant", v.variant);
}

QUAYSIDE_CODEC(SystemVersion)
QUAYSIDE_CODEC(SystemInfo)
QUAYSIDE_CODEC(Capabilities)
QUAYSIDE_CODEC(BaseImageRequest)

} // namespace quayside::api
