#include "engine/api/types/xray.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(XrayIdRange, f, v)
{
    f("Inside", v.inside);
    f("Outside", v.outside);
    f("Count", v.count);
}

QUAYSIDE_FIELDS(XrayNested, f, v)
{
    f("Inode", v.inode);
    f.omitEmpty("UserInode", v.userInode);
    f("Pids", v.pids);
}

QUAYSIDE_FIELDS(XrayNamespace, f, v)
{
    f("Type", v.type);
    f("Inode", v.inode);
    f("HostInode", v.hostInode);
    f("Sharing", v.sharing);
    f.omitEmpty("SharedWith", v.sharedWith);
    f.omitEmpty("UserInode", v.userInode);
    f("OwnerUid", v.ownerUid);
    f.omitEmpty("Uids", v.uids);
    f.omitEmpty("Gids", v.gids);
    f.omitEmpty("Offsets", v.offsets);
    f.omitEmpty("Nested", v.nested);
}

QUAYSIDE_FIELDS(XrayProcess, f, v)
{
    f("Pid", v.pid);
    f("InsidePid", v.insidePid);
    f("Parent", v.parent);
    f("InsideParent", v.insideParent);
    f("Uid", v.uid);
    f("InsideUid", v.insideUid);
    f("Gid", v.gid);
    f("InsideGid", v.insideGid);
    f("Command", v.command);
    f("Arguments", v.arguments);
    f("State", v.state);
    f("Threads", v.threads);
    f("MemoryBytes", v.memoryBytes);
    f("Started", v.started);
    f.omitEmpty("Role", v.role);
}

QUAYSIDE_FIELDS(XrayCgroupPath, f, v)
{
    f("Controllers", v.controllers);
    f("Path", v.path);
}

QUAYSIDE_FIELDS(XrayCgroupFile, f, v)
{
    f("Controller", v.controller);
    f("File", v.file);
    f("Value", v.value);
}

QUAYSIDE_FIELDS(XrayPressure, f, v)
{
    f("Resource", v.resource);
    f("Kind", v.kind);
    f("Average10", v.average10);
    f("Average60", v.average60);
    f("Average300", v.average300);
    f("TotalUs", v.totalUs);
}

QUAYSIDE_FIELDS(XrayCgroup, f, v)
{
    f("Version", v.version);
    f("Paths", v.paths);
    f("Files", v.files);
    f("MemoryBytes", v.memoryBytes);
    f("MemoryLimit", v.memoryLimit);
    f("MemoryPeak", v.memoryPeak);
    f("MemoryFailures", v.memoryFailures);
    f("CpuNs", v.cpuNs);
    f("CpuQuotaUs", v.cpuQuotaUs);
    f("CpuPeriodUs", v.cpuPeriodUs);
    f("CpuShares", v.cpuShares);
    f("Periods", v.periods);
    f("ThrottledPeriods", v.throttledPeriods);
    f("ThrottledNs", v.throttledNs);
    f("Pids", v.pids);
    f("PidsLimit", v.pidsLimit);
    f("Events", v.events);
    f("Pressure", v.pressure);
}

QUAYSIDE_FIELDS(XrayLayer, f, v)
{
    f("Index", v.index);
    f("Id", v.id);
    f("Upper", v.upper);
    f("Size", v.size);
    f("CreatedBy", v.createdBy);
    f("Created", v.created);
}

QUAYSIDE_FIELDS(XrayFileLayer, f, v)
{
    f("Index", v.index);
    f("Kind", v.kind);
    f("Size", v.size);
    f("Seen", v.seen);
}

QUAYSIDE_FIELDS(XrayFile, f, v)
{
    f("Path", v.path);
    f("Resolved", v.resolved);
    f.omitEmpty("Mount", v.mount);
    f("Layers", v.layers);
}

QUAYSIDE_FIELDS(XrayMount, f, v)
{
    f("Id", v.id);
    f("Parent", v.parent);
    f("Source", v.source);
    f("Root", v.root);
    f("Target", v.target);
    f("Type", v.type);
    f("Options", v.options);
    f("SuperOptions", v.superOptions);
    f("Propagation", v.propagation);
    f("Idmapped", v.idmapped);
    f("ReadOnly", v.readOnly);
    f.omitEmpty("Purpose", v.purpose);
    f.omitEmpty("Of", v.of);
}

QUAYSIDE_FIELDS(XraySecurity, f, v)
{
    f("Effective", v.effective);
    f("Permitted", v.permitted);
    f("Inheritable", v.inheritable);
    f("Bounding", v.bounding);
    f("Ambient", v.ambient);
    f("Missing", v.missing);
    f("NoNewPrivileges", v.noNewPrivileges);
    f("SeccompMode", v.seccompMode);
    f("SeccompFilters", v.seccompFilters);
    f("SeccompProfile", v.seccompProfile);
    f("Denied", v.denied);
    f("Conditional", v.conditional);
    f("Label", v.label);
    f("Masked", v.masked);
    f("ReadOnly", v.readOnly);
}

QUAYSIDE_FIELDS(XrayInterface, f, v)
{
    f("Index", v.index);
    f("Name", v.name);
    f("Kind", v.kind);
    f("Mac", v.mac);
    f("Mtu", v.mtu);
    f("Up", v.up);
    f("Addresses", v.addresses);
    f.omitEmpty("Peer", v.peer);
    f.omitEmpty("Bridge", v.bridge);
}

QUAYSIDE_FIELDS(XrayRoute, f, v)
{
    f("Destination", v.destination);
    f("Gateway", v.gateway);
    f("Interface", v.interface);
}

QUAYSIDE_FIELDS(XraySocket, f, v)
{
    f("Protocol", v.protocol);
    f("Address", v.address);
    f("Port", v.port);
    f("Pid", v.pid);
    f("InsidePid", v.insidePid);
    f("Command", v.command);
}

QUAYSIDE_FIELDS(XrayPublished, f, v)
{
    f("Protocol", v.protocol);
    f("HostAddress", v.hostAddress);
    f("HostPort", v.hostPort);
    f("TargetAddress", v.targetAddress);
    f("TargetPort", v.targetPort);
    f("Translated", v.translated);
    f("Rule", v.rule);
    f("Bridge", v.bridge);
    f("Veth", v.veth);
    f("Interface", v.interface);
    f.omitEmpty("Listener", v.listener);
}

QUAYSIDE_FIELDS(XrayNetwork, f, v)
{
    f("Interfaces", v.interfaces);
    f("Routes", v.routes);
    f("Sockets", v.sockets);
    f("Published", v.published);
    f("NameServers", v.nameServers);
    f("Table", v.table);
}

QUAYSIDE_FIELDS(Xray, f, v)
{
    f("Id", v.id);
    f("Name", v.name);
    f("Kernel", v.kernel);
    f("HostName", v.hostName);
    f("Read", v.read);
    f("Namespaces", v.namespaces);
    f("Processes", v.processes);
    f("ProcessCount", v.processCount);
    f("Cgroup", v.cgroup);
    f("Layers", v.layers);
    f.omitEmpty("File", v.file);
    f("Mounts", v.mounts);
    f("Security", v.security);
    f("Network", v.network);
    f("Problems", v.problems);
}

QUAYSIDE_CODEC(Xray)

} // namespace quayside::api
