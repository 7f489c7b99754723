// To whom a container has been handed over (docs/adr/032-delegates.md).
#pragma once

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <vector>

namespace quayside::containers
{

// Uids. Thread-safe, with a lock of its own that is taken last: whoever looks for a container holds the
// index's.
class Delegates
{
public:
    explicit Delegates(std::vector<std::uint32_t> users) : m_users(std::move(users)) {}

    [[nodiscard]] std::vector<std::uint32_t> all() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_users;
    }
    void set(std::vector<std::uint32_t> users)
    {
        const std::scoped_lock lock(m_mutex);
        m_users = std::move(users);
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::uint32_t> m_users;
};

} // namespace quayside::containers
