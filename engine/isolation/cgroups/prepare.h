// Control groups of containers: v2, and v1 or hybrid hosts, behind one interface chosen from what is mounted.
// Sources: Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/ of the kernel.
#pragma once

#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/cgroups/measure.h"
#include "engine/isolation/plan/launchplan.h"
#include "engine/isolation/plan/slots.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quayside::isolation::cgroups
{

// A line of the device list: what the container may do with which nodes.
struct DeviceRule {
    char type = 'c';            // b, c, or a for both
    std::int64_t major = -1;    // -1: any
    std::int64_t minor = -1;    // -1: any
    std::string access = "rwm"; // read, write, mknod
    bool operator==(const DeviceRule &) const = default;
};
// null zero full random urandom tty console ptmx pts, and mknod (not use) of any, as Docker allows.
std::vector<DeviceRule> defaultDevices();

// What a container may do with one block device. Absent: nothing is said.
struct BlockLimit {
    std::uint32_t major = 0, minor = 0;
    std::optional<std::uint64_t> readBytes, writeBytes, readOps, writeOps; // a second; 0: unlimited
    std::optional<std::int64_t> weight;                                    // 10 to 1,000
    bool operator==(const BlockLimit &) const = default;
};

// docker's HostConfig.Resources, in its units. Absent: not limited (at create) or not changed (at update).
// With memory and no memorySwap, twice as much of both together may be used, as in Docker.
struct Limits {
    std::optional<std::int64_t> memory;            // bytes
    std::optional<std::int64_t> memoryReservation; // bytes
    std::optional<std::int64_t> memorySwap;        // bytes of memory and swap together; -1: unlimited swap
    std::optional<std::int64_t> cpuQuota;          // microseconds in each period; -1: unlimited
    std::optional<std::int64_t> cpuPeriod;         // microseconds, 1,000 to 1,000,000
    std::optional<std::int64_t> cpuShares;         // 2 to 262,144; 1,024 is the norm
    std::optional<std::string> cpusetCpus, cpusetMems; // lists: "0-3,5"
    std::optional<std::int64_t> pids;                  // -1: unlimited
    std::optional<std::int64_t> blkioWeight;           // 10 to 1,000
    std::optional<bool> oomKillDisable;                // v1 only
    std::optional<std::int64_t> memorySwappiness;      // v1 only, 0 to 100
    std::vector<BlockLimit> blockDevices;
    std::optional<std::vector<DeviceRule>> devices; // only at create; absent: all devices
};
// Limits that make no sense, with the bound in the message ("minimum memory limit allowed is 6MB"). The
// host's CPUs and memory are not looked at.
Result<> check(const Limits &limits);
struct Usage {
    std::uint64_t memoryBytes = 0, memoryLimit = 0, cpuNs = 0, pids = 0;
    std::uint64_t oomKills = 0;
};

// --cgroup-parent: a path of cgroups, from the root with '/' in front, else below the caller's own tree in
// the engine's group, "/quayside/user-UID". InvalidArgument for what is no such path. Pure.
Result<> checkParent(const std::string &given);

// Thread-safe. Containers are known by their id; their cgroups lie in one group of this engine in each
// hierarchy, but for those that have been placed elsewhere.
class Cgroups
{
public:
    // `engineRoot`: <root> of the engine; the group is "quayside" for the default one, else "quayside-" and 8
    // hex digits. Unavailable where no cgroup file system is mounted.
    static Result<std::unique_ptr<Cgroups>> open(const std::string &engineRoot, Kernel &kernel,
                                                 const char *mountinfo = "/proc/self/mountinfo");
    virtual ~Cgroups() = default;

    [[nodiscard]] virtual int version() const = 0; // 2, or 1 also for hybrid hosts: for docker info
    [[nodiscard]] virtual std::string mountOptions() const = 0; // for mounts::Defaults::cgroupOptions
    [[nodiscard]] virtual std::string
    path(const std::string &id) const = 0; // "/quayside/ID", as /proc/PID/cgroup has it

    // --cgroup-parent of a container whose owner is `uid`: before create(), and for containers of an earlier
    // engine before anything else. What create() makes of the parent is removed with the last container in
    // it. Forgotten with remove().
    virtual Result<> place(const std::string &id, const std::string &parent, std::uint32_t uid) = 0;
    // Makes the container's cgroups with their limits. On an error nothing is left. `warnings` get what this
    // host cannot do.
    virtual Result<CgroupPlan> create(const std::string &id, const Limits &limits, Slots &slots,
                                      std::vector<std::string> &warnings) = 0;
    // For one more process in them (exec).
    virtual Result<CgroupPlan> join(const std::string &id, Slots &slots) = 0;
    // Of existing ones. `warnings` as of create(). Where it fails, some of the limits may be set already.
    virtual Result<> update(const std::string &id, const Limits &limits,
                            std::vector<std::string> &warnings) = 0;

    // Waits until every process has stopped (at most 10 s: then Unavailable, and thawed again).
    virtual Result<> freeze(const std::string &id) = 0;
    virtual Result<> thaw(const std::string &id) = 0;
    // SIGKILL to every process, also to those that are being forked. Does not wait for their end.
    virtual Result<> killAll(const std::string &id) = 0;
    virtual Result<std::vector<std::int32_t>>
    processes(const std::string &id) const = 0; // pids as the engine sees them
    virtual Result<Usage> usage(const std::string &id) const = 0;
    // Everything that statistics show; NotFound where the container has no cgroups.
    virtual Result<Measured> measure(const std::string &id) const = 0;
    // What create() would put into its warnings for these limits.
    [[nodiscard]] virtual std::vector<std::string> missing(const Limits &limits) const = 0;
    // The processes must have ended; retries for up to 2 s while the kernel still counts one. NotFound is
    // success.
    virtual Result<> remove(const std::string &id) = 0;
    // Ids that have cgroups here, or are placed elsewhere: what is nobody's can be removed (after killAll).
    [[nodiscard]] virtual std::vector<std::string> list() const = 0;
    // Removes the group of this engine where it holds no container; done at the end as well.
    virtual void removeGroup() = 0;
};

} // namespace quayside::isolation::cgroups
