#include "engine/api/types/container.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

template <typename F, typename T>
static void describeStreams(F &f, T &v)
{
    f("AttachStdin", v.attachStdin);
    f("AttachStdout", v.attachStdout);
    f("AttachStderr", v.attachStderr);
    f.omitEmpty("ExposedPorts", v.exposedPorts);
    f("Tty", v.tty);
    f("OpenStdin", v.openStdin);
    f("StdinOnce", v.stdinOnce);
}

QUAYSIDE_FIELDS(ContainerConfig, f, v)
{
    f("Hostname", v.hostname);
    f("Domainname", v.domainname);
    f("User", v.user);
    describeStreams(f, v);
    f("Env", v.env);
    f.words("Cmd", v.cmd);
    f.omitEmpty("Healthcheck", v.healthcheck);
    f.omitEmpty("ArgsEscaped", v.argsEscaped);
    f("Image", v.image);
    f.nullEmpty("Volumes", v.volumes);
    f("WorkingDir", v.workingDir);
    f.words("Entrypoint", v.entrypoint);
    f.omitEmpty("NetworkDisabled", v.networkDisabled);
    f.omitEmpty("MacAddress", v.macAddress);
    f.nullEmpty("OnBuild", v.onBuild);
    f("Labels", v.labels);
    f.omitEmpty("StopSignal", v.stopSignal);
    f.omitEmpty("StopTimeout", v.stopTimeout);
    if (!v.shell.empty() || std::is_same_v<F, Reader>)
        f.words("Shell", v.shell);
}

QUAYSIDE_FIELDS(ContainerCreateRequest, f, v)
{
    describeContainerConfig(f, v);
    f("HostConfig", v.hostConfig);
    f("NetworkingConfig", v.networkingConfig);
}

QUAYSIDE_FIELDS(ContainerCreateResponse, f, v)
{
    f("Id", v.id);
    f("Warnings", v.warnings);
}

QUAYSIDE_FIELDS(Port, f, v)
{
    f.omitEmpty("IP", v.ip);
    f("PrivatePort", v.privatePort);
    f.omitEmpty("PublicPort", v.publicPort);
    f("Type", v.type);
}

QUAYSIDE_FIELDS(MountPoint, f, v)
{
    f.omitEmpty("Type", v.type);
    f.omitEmpty("Name", v.name);
    f("Source", v.source);
    f("Destination", v.destination);
    f.omitEmpty("Driver", v.driver);
    f("Mode", v.mode);
    f("RW", v.rw);
    f("Propagation", v.propagation);
}

QUAYSIDE_NESTED_FIELDS(ContainerSummary::HostConfig, SummaryHostConfig, f, v)
{
    f("NetworkMode", v.networkMode);
    f.omitEmpty("Annotations", v.annotations);
}

QUAYSIDE_NESTED_FIELDS(ContainerSummary::NetworkSettings, SummaryNetworkSettings, f, v)
{
    f("Networks", v.networks);
}

QUAYSIDE_NESTED_FIELDS(ContainerSummary::Quayside, SummaryQuayside, f, v)
{
    f("Owner", v.owner);
}

QUAYSIDE_FIELDS(ContainerSummary, f, v)
{
    f("Id", v.id);
    f("Names", v.names);
    f("Image", v.image);
    f("ImageID", v.imageID);
    f.omitEmpty("ImageManifestDescriptor", v.imageManifestDescriptor);
    f("Command", v.command);
    f("Created", v.created);
    f("Ports", v.ports);
    f.omitEmpty("SizeRw", v.sizeRw);
    f.omitEmpty("SizeRootFs", v.sizeRootFs);
    f("Labels", v.labels);
    f("State", v.state);
    f("Status", v.status);
    f("HostConfig", v.hostConfig);
    f("NetworkSettings", v.networkSettings);
    f("Mounts", v.mounts);
    f.omitEmpty("Quayside", v.quayside);
}

QUAYSIDE_FIELDS(ContainerState, f, v)
{
    f("Status", v.status);
    f("Running", v.running);
    f("Paused", v.paused);
    f("Restarting", v.restarting);
    f("OOMKilled", v.oomKilled);
    f("Dead", v.dead);
    f("Pid", v.pid);
    f("ExitCode", v.exitCode);
    f("Error", v.error);
    f("StartedAt", v.startedAt);
    f("FinishedAt", v.finishedAt);
    f.omitEmpty("Health", v.health);
}

QUAYSIDE_FIELDS(Ending, f, v)
{
    f.omitEmpty("Asked", v.asked);
    f.omitEmpty("Uid", v.uid);
    f.omitEmpty("AskedSignal", v.askedSignal);
    f.omitEmpty("TimedOut", v.timedOut);
    f("Signal", v.signal);
}

QUAYSIDE_FIELDS(ContainerExtension, f, v)
{
    f("Warnings", v.warnings);
    f.omitEmpty("Ending", v.ending);
}

QUAYSIDE_FIELDS(ContainerInspect, f, v)
{
    f("Id", v.id);
    f("Created", v.created);
    f("Path", v.path);
    f("Args", v.args);
    f("State", v.state);
    f("Image", v.image);
    f("ResolvConfPath", v.resolvConfPath);
    f("HostnamePath", v.hostnamePath);
    f("HostsPath", v.hostsPath);
    f("LogPath", v.logPath);
    f("Name", v.name);
    f("RestartCount", v.restartCount);
    f("Driver", v.driver);
    f("Platform", v.platform);
    f.omitEmpty("ImageManifestDescriptor", v.imageManifestDescriptor);
    f("MountLabel", v.mountLabel);
    f("ProcessLabel", v.processLabel);
    f("AppArmorProfile", v.appArmorProfile);
    f.nullEmpty("ExecIDs", v.execIDs);
    f("HostConfig", v.hostConfig);
    f("GraphDriver", v.graphDriver);
    f.omitEmpty("SizeRw", v.sizeRw);
    f.omitEmpty("SizeRootFs", v.sizeRootFs);
    f("Mounts", v.mounts);
    f("Config", v.config);
    f("NetworkSettings", v.networkSettings);
    f.omitEmpty("Quayside", v.quayside);
}

static void describeWait(Writer &f, const WaitResponse &v)
{
    f("StatusCode", v.statusCode);
    if (v.error)
        f.group("Error", [&](Writer &g) { g("Message", *v.error); });
}

static void describeWait(Reader &f, WaitResponse &v)
{
    f("StatusCode", v.statusCode);
    f.group("Error", [&](Reader &g) { g("Message", v.error.emplace()); });
}

QUAYSIDE_FIELDS(WaitResponse, f, v)
{
    describeWait(f, v);
}

QUAYSIDE_CODEC(ContainerConfig)
QUAYSIDE_CODEC(HostConfig)
QUAYSIDE_CODEC(NetworkingConfig)
QUAYSIDE_CODEC(ContainerCreateRequest)
QUAYSIDE_CODEC(ContainerCreateResponse)
QUAYSIDE_CODEC(std::vector<ContainerSummary>)
QUAYSIDE_CODEC(ContainerInspect)
QUAYSIDE_CODEC(WaitResponse)

} // namespace quayside::api
