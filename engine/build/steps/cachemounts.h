// The folders of RUN --mount=type=cache: <root>/buildmounts/<uid>/<digest of the id>. They belong to a user
// and an id, whatever the id holds: it never becomes a path.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/dockerfile/instructions/mounts.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace quayside::build
{

// Thread-safe. Outlives the leases that it gives.
class CacheMounts
{
public:
    static Result<std::unique_ptr<CacheMounts>> open(const std::string &root);
    explicit CacheMounts(Fd folder) : m_folder(std::move(folder)) {}

    struct Wanted {
        std::string id;
        dockerfile::CacheSharing sharing = dockerfile::CacheSharing::Shared;
        // Of a folder that is made, by the container's ids. Not said: 0755 and root, or as `fill` has left
        // them.
        std::optional<std::uint32_t> mode, uid, gid;
        std::function<Result<>(int folder)> fill{}; // may be empty: what a folder that is made begins with
    };
    // A folder that is one step's as long as the lease lives: together with others where it is shared, alone
    // where it is locked (waits; `cancelled` is asked several times a second), and, where it is private and
    // in use, another one.
    class Lease
    {
    public:
        Lease(CacheMounts &mounts, std::string name, Fd folder)
            : m_mounts(mounts), m_name(std::move(name)),
              m_folder(std::make_shared<const Fd>(std::move(folder)))
        {
        }
        ~Lease() { m_mounts.release(m_name); }
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        [[nodiscard]] const std::shared_ptr<const Fd> &folder() const { return m_folder; } // O_PATH

    private:
        CacheMounts &m_mounts;
        std::string m_name;
        std::shared_ptr<const Fd> m_folder;
    };
    Result<std::shared_ptr<Lease>> take(std::uint32_t owner, const Wanted &wanted,
                                        const std::function<bool()> &cancelled);

    // Those that no step has now, and none has taken since `unusedBefore` (seconds since 1970; none: any).
    // Returns the bytes freed.
    Result<std::uint64_t> prune(std::uint32_t owner, std::optional<std::int64_t> unusedBefore = {});
    // Of all users.
    Result<std::uint64_t> pruneAll(std::optional<std::int64_t> unusedBefore = {});

private:
    bool tryHold(const std::string &name, bool alone);
    void release(const std::string &name);
    Result<Fd> folderOf(std::uint32_t owner, const std::string &name, const Wanted &wanted);
    Result<> makeFilled(const std::string &user, const Fd &folder, const std::string &name,
                        const Wanted &wanted);

    Fd m_folder;
    std::mutex m_mutex;
    struct Use {
        int holders = 0;
        bool alone = false;
    };
    std::map<std::string, Use> m_uses; // by user and name
};

} // namespace quayside::build
