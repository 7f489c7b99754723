// USER look-ups of images, which never change: so that a start does not open the image's passwd again.
#pragma once

#include "engine/containers/launch/users.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace quayside::containers
{

// Thread-safe. For containers that have not run yet only: one that ran may have a passwd of its own.
class UserCache
{
public:
    [[nodiscard]] std::optional<ResolvedUser> find(const std::string &key) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_users.find(key);
        return found == m_users.end() ? std::nullopt : std::optional(found->second);
    }
    void add(const std::string &key, const ResolvedUser &user)
    {
        constexpr std::size_t most = 256;
        const std::scoped_lock lock(m_mutex);
        if (m_users.size() >= most)
            m_users.clear();
        m_users[key] = user;
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::string, ResolvedUser> m_users;
};

} // namespace quayside::containers
