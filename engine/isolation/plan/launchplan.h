// A launch is data: everything that quayside-stage does to start one container (or to run one more
// command in it), as one plain struct. The engine's prepare() functions fill it, the stage's apply()
// functions carry it out, tests compare it with golden JSON, the Learn views show it.
//
// The plan travels to the stage in a sealed memfd, in the binary form of codec.h (bounds-checked; no JSON in
// the stage). json.h renders it for people and tests and is not linked into the stage.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quayside::isolation
{

// An inherited file descriptor: the index into the list of descriptors that launch/spawn hands to the
// stage. The stage finds slot s open as descriptor firstSlot + s. -1: none.
using Slot = std::int32_t;
inline constexpr int firstSlot = 4; // 0,1,2: the stage's own stdio; 3: the plan's memfd

// One line of uid_map and gid_map (user_namespaces(7)).
struct IdRange {
    std::uint32_t inside = 0;
    std::uint32_t outside = 0;
    std::uint32_t count = 65536;
    bool operator==(const IdRange &) const = default;
};

enum class NamespaceMode : std::uint8_t {
    New,  // a namespace of the container's own
    Host, // stay in the engine's
    Join, // the one that `slot` refers to (container:ID)
};

struct NamespaceChoice {
    NamespaceMode mode = NamespaceMode::New;
    Slot slot = -1; // Join only: an open /proc/PID/ns/X
};

// The mount namespace is always new.
struct NamespacePlan {
    NamespaceChoice user, pid, ipc, uts, network, cgroup;
    std::vector<IdRange> uids,
        gids; // of a new user namespace; of a joined one, so that ids can be translated
    std::string hostname, domainname;
};

// The root: overlay of detached mounts that the engine made (each idmapped to the container's ids).
struct RootPlan {
    std::vector<Slot> lower; // topmost first; detached mount descriptors
    Slot upper = -1;         // one idmapped detached mount that holds upper/ and work/
    std::string upperName = "upper", workName = "work"; // inside `upper`
    bool readOnly = false;
};

enum class MountKind : std::uint8_t {
    Bind,     // the detached mount tree in `slot` (open_tree'd, idmapped by the engine)
    HostBind, // `source` of the host's tree, recursively: /sys where the net namespace is not ours
    Proc,
    Sysfs,
    Tmpfs,
    Devpts,
    Mqueue,
    Cgroup,  // cgroup2; on v1 hosts a tmpfs with a mount for each word of `options` ("cpu,cpuacct memory")
    Devices, // a tmpfs with the nodes and links of a container's /dev (nodes bound from the host's)
    Image, // an overlay of `layers`, or what is at `source` in it; `slot`: an upper layer, as RootPlan::upper
    Content, // a file on a tmpfs of its own (mode, uid and gid in `options` are the file's) with the bytes of
             // the memfd in `slot`
};

enum class TargetKind : std::uint8_t { Directory, File };

// Mounts are made in the order of the vector.
struct MountPlan {
    MountKind kind = MountKind::Bind;
    std::string target; // inside the container; resolved with RESOLVE_IN_ROOT, created where missing
    TargetKind targetKind = TargetKind::Directory;
    Slot slot = -1;
    std::vector<Slot> layers; // Image: topmost first, as RootPlan::lower; at least two
    std::string source;       // HostBind; Image: a path in it, resolved with RESOLVE_IN_ROOT; ""
    std::string options;      // data for the file system: "size=67108864,mode=1777"
    std::uint64_t flags = 0;  // MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_RDONLY … (mount(2)); MS_REC: also below it
    std::uint64_t propagation = 0; // MS_PRIVATE, MS_SLAVE, …; 0: private
};

struct RlimitPlan {
    std::int32_t resource = 0; // RLIMIT_NOFILE …
    std::uint64_t soft = 0, hard = 0;
};

struct SecurityPlan {
    // Capability masks.
    std::uint64_t bounding = 0, effective = 0, permitted = 0, inheritable = 0, ambient = 0;
    bool noNewPrivileges = false;
    Slot seccomp = -1; // a file of struct sock_filter, as libseccomp exports it; -1: no filter
    std::vector<std::string> maskedPaths, readOnlyPaths;
    // Whoever may mount inside still may not undo what the launch mounted (mount_namespaces(7), "Restrictions
    // on mount namespaces").
    bool lockMounts = false;
};

// Where the process belongs. The engine has made the cgroups and written their limits.
struct CgroupPlan {
    Slot v2 = -1; // the container's v2 folder: clone3(CLONE_INTO_CGROUP)
    // `tasks` of each v1 hierarchy, open for writing. The new process, which has one thread, writes "0" to
    // them: the only move on v1 that takes no threadgroup lock, and so waits for no RCU grace period (15 ms).
    std::vector<Slot> v1;
    Slot oomCounter = -1; // for reading, has the line "oom_kill N" (memory.events, memory.oom_control)
};

struct ProcessPlan {
    std::vector<std::string> argv; // argv[0] is looked up in PATH inside the container
    std::vector<std::string> env;
    std::string cwd = "/"; // created where missing
    std::uint32_t uid = 0, gid = 0;
    std::vector<std::uint32_t> groups;
    bool terminal = false;
    std::uint16_t rows = 0, columns = 0; // terminal size at start; 0: leave
    bool openStdin = false;              // else standard input is /dev/null
    bool stdinOnce = false;              // standard input ends when the first attached client leaves
    bool init = false;                   // --init: a reaping process 1 of ours, from the stage's own memfd
    std::int32_t stopSignal = 15;
    std::vector<RlimitPlan> rlimits;
    std::optional<std::int32_t> oomScoreAdj;
    std::uint32_t umask = 022;
    std::map<std::string, std::string> sysctls; // namespaced ones only; '.' separated names
};

// Where the stage keeps what outlives the engine.
struct RecordPlan {
    std::string id;                // the container's (64 hex digits), or the exec's
    Slot stateFolder = -1;         // O_PATH of <root>/containers/ID: exit record (see stage/protocol.h)
    Slot logFolder = -1;           // O_PATH of <root>/containers/ID/log; -1: no log
    std::uint64_t logMaxBytes = 0; // rotate at this size; 0: never
    std::uint32_t logMaxFiles = 1;
    bool logCompressed = false; // files that are complete
    // <run-dir>/containers/ID/stage.sock: where a new engine finds this stage; empty: nowhere.
    std::string socketPath;
};

// A launch that goes on from a checkpoint: CRIU (criu(8)) makes the processes, the stage all that they are
// in. The streams are named as CRIU names what the container had for them ("pipe:[1234]"); "": it had none.
struct RestorePlan {
    Slot images = -1;    // the folder with what CRIU has written, and where it logs; -1: an ordinary launch
    std::string program; // CRIU's absolute path
    std::string input, output, error;
    std::vector<std::string> mountPoints; // what the stage mounts; everything else was written down
};

struct LaunchPlan {
    NamespacePlan namespaces;
    RootPlan root;
    std::vector<MountPlan> mounts;
    SecurityPlan security;
    CgroupPlan cgroup;
    ProcessPlan process;
    RecordPlan record;
    Slot control = -1;      // the stage's end of the control socket (stage/protocol.h)
    bool hold = false;      // ask before each step (steps.h)
    bool noteCalls = false; // note every call besides the times of the steps
    RestorePlan restore;    // never held
};

// One more command in a running container: `target` is a pidfd of its process 1. Standard input, output and
// error are given as slots (-1: /dev/null); with process.terminal they are not used: the pty is made in the
// container's devpts and its master travels with Started. The exit code comes as Ended over control.
struct ExecPlan {
    Slot target = -1;
    // As in the container's LaunchPlan: what is New or Join there is joined here, what is Host is left alone.
    // uids, gids and names are not used.
    NamespacePlan namespaces;
    SecurityPlan security;
    CgroupPlan cgroup;
    ProcessPlan process;
    Slot standardInput = -1, standardOutput = -1, standardError = -1;
    Slot control = -1;
    // Before the container has changed its root: `root` is what its process has for one (O_PATH), and the
    // command gets a copy of the mounts in which nothing can be written (docs/adr/034-held-launches.md).
    Slot root = -1;
    bool onlooker = false;
};

} // namespace quayside::isolation
