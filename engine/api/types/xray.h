// What the kernel says of a running container, or of the host beside it: answers of
// GET /quayside/containers/{id}/xray and GET /quayside/xray (docs/learn.md). Read at the moment of the
// request. Ids and pids come twice: as the host numbers them, and as the container does. Sizes are bytes;
// -1 where the kernel has no such figure.
#pragma once

#include "engine/api/types/decode.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quayside::api
{

struct XrayIdRange { // a line of uid_map and gid_map (user_namespaces(7))
    std::int64_t inside = 0, outside = 0, count = 0;
    bool operator==(const XrayIdRange &) const = default;
};

// A room within a room: a namespace that processes of the container have made for themselves.
struct XrayNested {
    std::int64_t inode = 0;
    std::int64_t userInode = 0;     // of the user namespace that owns it; 0: not told
    std::vector<std::int64_t> pids; // who is in it, as the host numbers them; of those that are listed
};

// One of the eight (namespaces(7)).
struct XrayNamespace {
    std::string type;                           // mnt, pid, net, ipc, uts, user, cgroup, time
    std::int64_t inode = 0, hostInode = 0;      // 0: it could not be read
    std::string sharing;                        // own, host, containers
    std::vector<std::string> sharedWith;        // names of other containers that the caller sees
    std::int64_t userInode = 0;                 // of the user namespace that owns it; 0: not told
    std::int64_t ownerUid = -1;                 // of a user namespace: who made it, as the host numbers
    std::vector<XrayIdRange> uids, gids;        // of a user namespace
    std::map<std::string, std::string> offsets; // of a time namespace: monotonic, boottime (seconds)
    std::vector<XrayNested> nested;             // where processes are in another one than process 1
};

struct XrayProcess {
    std::int64_t pid = 0, insidePid = 0, parent = 0, insideParent = 0; // inside 0: not one of the container's
    std::int64_t uid = 0, insideUid = 0, gid = 0, insideGid = 0;       // inside -1: not mapped
    std::string command, arguments, state;                             // state: a letter (proc_pid_stat(5))
    std::int64_t threads = 0, memoryBytes = 0;
    std::int64_t started = 0; // seconds since 1970
    std::string role;         // init, stage (outside, keeps init), exec (came in from outside), or
                              // empty; of the host: init (process 1), engine
};

struct XrayCgroupPath {
    std::string controllers, path; // v2: no controllers
};

// A file of a cgroup with what it says now.
struct XrayCgroupFile {
    std::string controller, file, value;
};

struct XrayPressure {           // a line of cpu.pressure, … (PSI, accounting/psi.rst)
    std::string resource, kind; // cpu, memory, io; some, full
    double average10 = 0, average60 = 0, average300 = 0;
    std::int64_t totalUs = 0;
};

struct XrayCgroup {
    std::int64_t version = 0; // 1 also for hybrid hosts
    std::vector<XrayCgroupPath> paths;
    std::vector<XrayCgroupFile> files; // those that limits and usage below are read from
    std::int64_t memoryBytes = -1, memoryLimit = -1, memoryPeak = -1; // a limit of -1: none
    std::int64_t memoryFailures = 0;                                  // times that the limit was hit
    std::int64_t cpuNs = -1, cpuQuotaUs = -1, cpuPeriodUs = -1, cpuShares = -1; // shares: v1; v2: weight
    std::int64_t periods = 0, throttledPeriods = 0, throttledNs = 0;
    std::int64_t pids = -1, pidsLimit = -1;
    std::map<std::string, std::int64_t> events; // oom, oom_kill, max, …
    std::vector<XrayPressure> pressure;
};

struct XrayLayer {
    std::int64_t index = 0; // bottom first; the upper layer is the last
    std::string id;         // chain id; of the upper one the container's
    bool upper = false;
    std::int64_t size = -1; // of regular files; the upper one is not counted
    std::string createdBy, created;
};

// A layer that has something at a path.
struct XrayFileLayer {
    std::int64_t index = 0;
    std::string kind; // file, folder, link, device, whiteout, opaque
    std::int64_t size = 0;
    bool seen = false; // this is what the container sees (of folders: one of those that are merged)
};

struct XrayFile {
    std::string path;                  // as asked for
    std::string resolved;              // links followed
    std::string mount;                 // target of the mount that covers it: it comes from no layer
    std::vector<XrayFileLayer> layers; // topmost first
};

struct XrayMount {
    std::int64_t id = 0, parent = 0;
    std::string source, root, target, type, options, superOptions;
    std::string propagation; // shared, slave, shared,slave, unbindable; private where nothing is said
    bool idmapped = false, readOnly = false;
    // What the engine made it for: root, proc, sysfs, cgroup, dev, pts, shm, mqueue, device, volume, bind,
    // tmpfs, image, file (hosts, hostname, resolv.conf), masked, read-only; host: one of the host's; empty:
    // made inside
    std::string purpose;
    std::string of; // volume's name, bind's source, …
};

struct XraySecurity {
    // Names; process 1's. `missing`: what this kernel knows and the bounding set has not.
    std::vector<std::string> effective, permitted, inheritable, bounding, ambient, missing;
    bool noNewPrivileges = false;
    std::int64_t seccompMode = 0, seccompFilters = 0; // 0 off, 2 filter (seccomp(2))
    std::string seccompProfile;                       // default, lab, custom, unconfined
    std::vector<std::string> denied,
        conditional;   // system calls that are refused; that depend on their arguments
    std::string label; // of AppArmor or SELinux; empty: none
    std::vector<std::string> masked, readOnly; // paths that are so now
};

struct XrayInterface {
    std::int64_t index = 0;
    std::string name, kind, mac;
    std::int64_t mtu = 0;
    bool up = false;
    std::vector<std::string> addresses; // with prefix length
    std::string peer, bridge;           // outside: the veth's other end, and what that is a port of
};

struct XrayRoute {
    std::string destination, gateway, interface;
};

struct XraySocket { // one that waits for connections (TCP), or is bound (UDP)
    std::string protocol, address;
    std::int64_t port = 0;
    std::int64_t pid = 0, insidePid = 0; // 0: no process of the container has it
    std::string command;
};

// The way of a packet that is sent to a published port.
struct XrayPublished {
    std::string protocol, hostAddress, targetAddress;
    std::int64_t hostPort = 0, targetPort = 0;
    bool translated = false; // the rule is in the kernel now
    std::string rule;        // as nft writes its element
    std::string bridge, veth, interface;
    std::optional<XraySocket> listener; // absent: nobody listens
};

struct XrayNetwork {
    std::vector<XrayInterface> interfaces;
    std::vector<XrayRoute> routes;
    std::vector<XraySocket> sockets;
    std::vector<XrayPublished> published;
    std::vector<std::string> nameServers;
    std::string table; // the engine's, in nftables
};

struct Xray {
    std::string id, name; // of the host: both empty
    std::string kernel;   // release
    std::string hostName; // of its uts namespace
    std::string read;     // RFC 3339: when
    std::vector<XrayNamespace> namespaces;
    std::vector<XrayProcess> processes;
    std::int64_t processCount = 0; // in all: of many only the first are listed
    XrayCgroup cgroup;
    std::vector<XrayLayer> layers; // bottom first
    std::optional<XrayFile> file;  // where one was asked for
    std::vector<XrayMount> mounts;
    XraySecurity security;
    XrayNetwork network;
    std::vector<std::string> problems; // parts that could not be read, as sentences
};
std::string encode(const Xray &xray);
template <>
Result<Xray> decode(std::string_view json);

} // namespace quayside::api
