// What is known of one container: its configuration (written once, when it is made) and its run state.
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/container.h"
#include "engine/base/result.h"
#include "engine/containers/health/healthstate.h"
#include "engine/networks/networks.h"
#include "engine/records/records.h"
#include "engine/storage/layerstore.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers
{

enum class MountType : std::uint8_t { Bind, Volume, Tmpfs, Image };

// One mount as asked for, with everything decided that can be decided at create.
struct MountSpec {
    MountType type = MountType::Bind;
    std::string name;   // volume; image: as it was named
    std::string source; // bind: a path of the host; volume, image: a path below its root, or empty
    std::string target; // in the container, absolute and clean
    std::string mode;   // as given: "ro,z"
    bool readOnly = false;
    bool noCopy = false;          // volume: no copy-up from the image
    bool anonymous = false;       // volume: goes with the container under --rm and rm -v
    bool createSource = false;    // bind by -v: a missing source is made
    bool nonRecursive = false;    // bind: without what is mounted below
    std::string tmpfsOptions;     // tmpfs: "size=65536k,mode=1777,noexec"
    bool shallowReadOnly = false; // bind, read-only: what is mounted below stays as it is
    // Volume: whose it is (the container's owner, but for --volumes-from by root), where it lies on the host,
    // and, until it is made, what it is made with.
    std::uint32_t volumeOwner = 0;
    std::string mountpoint;
    std::map<std::string, std::string> labels, options;
    std::string propagation; // bind: docker's word, "rslave"; "": rprivate
    // Image.
    std::string imageId;
    std::vector<storage::LayerId> layers; // bottom first
};

// Documents of kind "container": with durabilityOf(), once at create (and at rename).
struct Record {
    std::string id, name;       // the name without '/'
    access::Peer owner;         // whose it is, with the groups of when it was made; pid is not kept
    std::int64_t createdNs = 0; // UTC
    std::string imageName, imageId;
    std::vector<storage::LayerId> layers; // bottom first
    api::ContainerConfig config;          // merged with the image's
    api::HostConfig hostConfig;           // as given, defaults filled in
    api::NetworkingConfig networking;
    std::vector<MountSpec> mounts;          // sorted: a parent before what lies in it
    std::vector<std::uint32_t> delegates{}; // uids: who may run it besides its owner
    // A step of a build (steps.h): in no list, and gone with the engine that runs it. `imageId` is then what
    // tells its layers from others.
    bool step = false;
};

enum class Status : std::uint8_t { Created, Running, Paused, Restarting, Exited, Removing, Dead };
std::string_view text(Status status); // "created", …

// Who asked a container to end, and how it went: what an exit code does not say.
struct EndState {
    std::string asked; // stop, restart, kill; "": nobody
    std::uint32_t uid = 0;
    int askedSignal = 0;
    bool timedOut = false; // killed, because it did not end in time
    int signal = 0;        // that ended its first process
    bool known = false;    // the run has ended, and this is how
};

// Documents of kind "container_state": Durability::Normal.
struct RunState {
    Status status = Status::Created;
    bool launched = false; // a stage was sent off and its end has not been seen
    std::int32_t pid = 0;
    std::uint64_t startTime = 0; // with pid: the process's identity
    std::int64_t exitCode = 0;
    bool oomKilled = false;
    std::string error;
    std::int64_t startedNs = 0, finishedNs = 0; // UTC; 0: never
    std::int64_t restartCount = 0;
    bool stoppedByUser = false; // no restart policy brings it back, "always" only after the engine's restart
    EndState end;               // of the last run
    std::uint32_t firstId = 0;  // outside id of the container's 0 in this launch
    std::string bootId;         // of the boot in which it was launched
    std::vector<networks::Endpoint> endpoints; // what it holds of its networks
    HealthState health;
    std::vector<std::string> warnings; // of the last launch: what could not be done as asked
    bool limitsPending = false;        // the record's limits may not have reached the cgroups yet
};

// Of a container's record and of its removal. Full, but Normal for one that removes itself (--rm) and has no
// volumes: a power cut ends it, and then it would be removed (docs/adr/018-self-removing-containers.md).
Durability durabilityOf(const Record &record);

std::string encode(const Record &record);
Result<Record> decodeRecord(std::string_view document);
std::string encode(const RunState &state);
Result<RunState> decodeState(std::string_view document);

inline constexpr const char *recordKind = "container";
inline constexpr const char *stateKind = "container_state";

} // namespace quayside::containers
