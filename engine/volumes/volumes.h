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
#include <utility>
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

// Files on their way into a volume, in a folder beside the volumes: they become one (adopt()), or a part of
// one (pour()); else they go with this object.
class VolumeDraft
{
public:
    VolumeDraft(std::string name, Fd folder, Fd data, std::function<void()> drop)
        : m_name(std::move(name)), m_folder(std::move(folder)), m_data(std::move(data)),
          m_drop(std::move(drop))
    {
    }
    VolumeDraft(VolumeDraft &&other) noexcept
        : m_name(std::move(other.m_name)), m_folder(std::move(other.m_folder)),
          m_data(std::move(other.m_data)), m_drop(std::exchange(other.m_drop, nullptr))
    {
    }
    VolumeDraft &operator=(VolumeDraft &&) = delete;
    ~VolumeDraft()
    {
        if (m_drop)
            m_drop();
    }
    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] const Fd &folder() const { return m_folder; } // holds _data
    [[nodiscard]] const Fd &data() const { return m_data; }     // open for reading
    void keep() { m_drop = nullptr; }

private:
    std::string m_name;
    Fd m_folder, m_data;
    std::function<void()> m_drop;
};

// A volume's files for somebody who is no container.
struct VolumeContent {
    VolumeKey key;
    Fd data;                      // O_PATH
    std::size_t runningUsers = 0; // containers that may be changing them right now
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

    // NotSupported: a folder of the host, whose files are where the owner can reach them. Conflict: in
    // memory, and no container has it.
    [[nodiscard]] virtual Result<VolumeContent> content(std::uint32_t viewer,
                                                        const std::string &name) const = 0;
    virtual Result<VolumeDraft> draft() = 0;
    // A new volume of what the draft holds. Conflict: the owner has one of that name.
    virtual Result<api::Volume> adopt(const access::Peer &owner, const VolumeRequest &request,
                                      VolumeDraft draft) = 0;
    // What the draft holds into a volume that is there: in the place of all that is in it (`replace`), or of
    // what has the same names.
    virtual Result<> pour(std::uint32_t viewer, const std::string &name, VolumeDraft draft, bool replace) = 0;
    // A volume like that one, with its labels. `copied`: bytes so far, and all there are; an error ends it.
    using CloneProgress = std::function<Result<>(std::uint64_t bytes, std::uint64_t all)>;
    virtual Result<api::Volume> clone(const access::Peer &owner, const std::string &name,
                                      const std::string &newName, const CloneProgress &copied) = 0;

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
