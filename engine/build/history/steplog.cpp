#include "engine/build/history/steplog.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <format>
#include <unistd.h>

namespace quayside::build
{

void StepLog::append(std::string_view bytes)
{
    if (!m_file)
        m_file.reset(
            ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600));
    while (!bytes.empty()) {
        const ssize_t count = m_file ? ::write(m_file.get(), bytes.data(), bytes.size()) : -1;
        if (count < 0 && m_file && errno == EINTR)
            continue;
        if (count <= 0) {
            m_leftOut += static_cast<std::int64_t>(bytes.size());
            return;
        }
        m_size += count;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void StepLog::write(std::string_view bytes, std::size_t &allowance)
{
    if (!m_full) {
        const std::size_t count = std::min({bytes.size(), headBytes - m_head, allowance});
        append(bytes.substr(0, count));
        m_head += count;
        allowance -= count;
        bytes.remove_prefix(count);
        m_full = !bytes.empty();
    }
    m_tail += bytes;
    if (m_tail.size() > 2 * tailBytes) { // not at every byte
        m_leftOut += static_cast<std::int64_t>(m_tail.size() - tailBytes);
        m_tail.erase(0, m_tail.size() - tailBytes);
    }
}

void StepLog::end()
{
    if (m_tail.size() > tailBytes) {
        m_leftOut += static_cast<std::int64_t>(m_tail.size() - tailBytes);
        m_tail.erase(0, m_tail.size() - tailBytes);
    }
    if (m_leftOut > 0 && !m_tail.empty())
        append(std::format("\n[{} bytes of output are left out here]\n", m_leftOut));
    append(m_tail);
    m_tail = {};
    m_file.reset();
}

} // namespace quayside::build
