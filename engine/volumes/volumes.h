// Local volumes: <root>/volumes/<name>/_data, owned by container ids 0..65535 like layers.
#pragma once

#include "engine/api/types/event.h"
#include "engine/api/types/volume.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace quayside
{
class Records;
}

namespace quayside::volumes
{

// Thread-safe. `owner`: uid of the user whose volume it is (security.md §1).
class Volumes
{
public:
    static Result<std::unique_ptr<Volumes>> open(const std::string &root, Records &records,
                                                 api::EventSink sink);
    virtual ~Volumes() = default;

    [[nodiscard]] virtual std::vector<api::Volume> list(std::uint32_t owner) const = 0; // root sees all
    virtual Result<api::Volume> inspect(const std::string &name, std::uint32_t owner) const = 0;
    // Makes the volume, or returns the one that is there. An empty name: an anonymous volume (64 hex digits).
    virtual Result<api::Volume> create(const std::string &name, std::uint32_t owner,
                                       const std::map<std::string, std::string> &labels) = 0;
    // Who uses a volume (a container, running or not): in memory only, the containers say it again after a
    // restart.
    virtual void addUser(const std::string &name, const std::string &containerId) = 0;
    virtual void removeUser(const std::string &name, const std::string &containerId) = 0;
    // An O_PATH descriptor of _data, checked to be a folder that is really there.
    virtual Result<Fd> openData(const std::string &name, std::uint32_t owner) const = 0;
    // Conflict where a container uses it (naming the container). NotFound also for somebody else's.
    virtual Result<> remove(const std::string &name, std::uint32_t owner) = 0;
    // Anonymous volumes (made with an empty name) go with their container under --rm and rm -v.
    [[nodiscard]] virtual bool isAnonymous(const std::string &name) const = 0;
};

} // namespace quayside::volumes
