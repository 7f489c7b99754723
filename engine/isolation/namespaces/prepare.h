// Which namespaces a container gets, and the ids that it has outside.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"
#include "engine/isolation/plan/slots.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace quayside::isolation::namespaces
{

enum class Kind : std::uint8_t { User, Pid, Ipc, Uts, Network, Cgroup };

// Opens /proc/PID/ns/X of a process known by pid; the caller makes sure with its pidfd that pid is still that
// process.
Result<Fd> openNamespace(Kernel &kernel, std::int32_t pid, Kind kind);

struct Choice {
    NamespaceMode mode = NamespaceMode::New;
    Fd join; // Join: openNamespace() of the container whose namespace is shared
};

struct Request {
    // A namespace that is joined belongs to the user namespace of the container that made it: who joins the
    // network, pid or ipc namespace of container:ID must join its user namespace too, or has no rights over
    // them.
    Choice user, pid, ipc, uts, network, cgroup;
    std::uint32_t firstId = 0; // outside id of the container's 0; 65,536 ids from there. Not with user Host
    std::string hostname, domainname;
};

// InvalidArgument: a range that wraps or holds host ids below 65,536, a Join without descriptor, a hostname
// over 64 bytes.
Result<NamespacePlan> prepare(Request request, Slots &slots);

// User namespaces that exist only for their maps: MOUNT_ATTR_IDMAP takes the map of a mount from one. Made
// once for each map by a short-lived child, kept as long as the engine runs. Thread-safe.
class IdMaps
{
public:
    explicit IdMaps(Kernel &kernel) : m_kernel(kernel) {}
    // `inside` of each range is the id on disk, `outside` the id that processes of the host see through the
    // mount. The descriptor stays the cache's.
    Result<int> get(const std::vector<IdRange> &uids, const std::vector<IdRange> &gids);
    // Layers and volumes, owned by 0..65535 on disk, for a container whose ids start at `firstId`. 0: it is
    // in the host's user namespace, and there is nothing to map: -1.
    Result<int> forContainer(std::uint32_t firstId);
    // A writable bind of a folder of `uid`:`gid`: the caller's files belong to the container's root, what
    // root makes there belongs to the caller (security.md §1). Ids of others are not mapped: nothing of
    // theirs can be changed.
    Result<int> forCaller(std::uint32_t firstId, std::uint32_t uid, std::uint32_t gid);

private:
    struct Entry {
        std::vector<IdRange> uids, gids;
        Fd fd;
    };
    Kernel &m_kernel;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Entry>> m_entries;
};

} // namespace quayside::isolation::namespaces
