// Local volumes: <root>/volumes/…/_data, owned by container ids 0..65535 like layers.
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/event.h"
#include "engine/api/types/filters.h"
#include "engine/api/types/volume.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quayside
{
class Records;
}

namespace quayside::volumes
{

// Names of different users never collide (docs/adr/009-names-belong-to-users.md).
struct VolumeKey {
    std::uint32_t owner = 0; // uid
    std::string name;
    auto operator<=>(const VolumeKey &) const = default;
};

struct VolumeRequest {
    std::string name; // empty: anonymous, 64 hex digits
    std::map<std::string, std::string> labels;
    std::map<std::string, std::string> options; // of the driver: see driveroptions.h
};

// What a launch mounts for a volume.
struct VolumeSource {
    Fd data;            // O_PATH descriptor of _data; invalid where `device` says which host path it is
    std::string device; // absolute; to be opened with the rights of `owner`
    access::Peer owner; // whose the volume is, with the groups of when it was made
    bool readOnly = false, recursive = false;
    unsigned long flags = 0; // MS_NOEXEC and the like, of the driver's options
};

// Thread-safe. `viewer`: uid of who asks: another user's volume is NotFound; root has everybody's, its own
// before those of others.
class Volumes
{
public:
    static Result<std::unique_ptr<Volumes>> open(const std::string &root, Records &records,
                                                 api::EventSink sink);
    virtual ~Volumes() = default;

    // With the number of users, without sizes.
    [[nodiscard]] virtual std::vector<api::Volume> list(std::uint32_t viewer) const = 0;
    // With the sizes too: walks all of them, which takes as long as it takes, but holds nobody up.
    [[nodiscard]] virtual std::vector<api::Volume> usage(std::uint32_t viewer) const = 0;
    // Whose volume `name` means to the viewer.
    virtual Result<VolumeKey> keyOf(std::uint32_t viewer, const std::string &name) const = 0;
    virtual Result<api::Volume> inspect(std::uint32_t viewer, const std::string &name) const = 0;
    // Makes the volume, or returns the owner's of that name; Conflict where that one has other options than
    // were asked for.
    virtual Result<api::Volume> create(const access::Peer &owner, const VolumeRequest &request) = 0;
    // Conflict where a container uses it (naming the container).
    virtual Result<> remove(std::uint32_t viewer, const std::string &name) = 0;
    struct Pruned {
        std::vector<std::string> names;
        std::int64_t bytes = 0;
    };
    // Removes the viewer's anonymous volumes that no container uses; with `all` the named ones too. Filters:
    // label, label!.
    virtual Result<Pruned> prune(std::uint32_t viewer, bool all, const api::Filters &filters) = 0;

    // Who has a volume among its mounts (a container, running or not): in memory only, the containers say it
    // again after a restart.
    virtual void addUser(const VolumeKey &key, const std::string &containerId) = 0;
    virtual void removeUser(const VolumeKey &key, const std::string &containerId) = 0;
    // Anonymous volumes (made with an empty name) go with their container under --rm and rm -v.
    [[nodiscard]] virtual bool isAnonymous(const VolumeKey &key) const = 0;

    // For a launch, until release(): a volume of type tmpfs lives as long as one container holds it. After a
    // restart of the engine the containers that still run hold theirs again, then releaseOthers() unmounts
    // what nobody holds any more.
    virtual Result<VolumeSource> hold(const VolumeKey &key, const std::string &containerId) = 0;
    virtual void release(const VolumeKey &key, const std::string &containerId) = 0;
    virtual void releaseOthers() = 0;
    // Copy-up: an empty volume gets what `open` opens (nothing: the image has no folder there) with owner and
    // mode. One container at a time fills a volume. An engine that dies meanwhile leaves it empty or, from
    // the moment on when the copy is whole, full.
    using OpenSource = std::function<Result<std::optional<Fd>>()>;
    virtual Result<> fill(const VolumeKey &key, const OpenSource &open) = 0;
};

} // namespace quayside::volumes
