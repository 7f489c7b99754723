// A container's log in memory: the test appends, the pump reads.
#pragma once

#include "engine/base/fd.h"
#include "engine/logs/reader.h"

#include <sys/eventfd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

namespace quayside::fakes
{

// Shared with the test, since the pump owns the reader.
struct FakeLog {
    std::string waiting;
    std::optional<Error> failure;
    Fd event{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    bool finished = false;
    std::size_t reads = 0;

    void append(std::string_view text)
    {
        waiting += text;
        ::eventfd_write(event.get(), 1);
    }
};

class FakeReader : public logs::Reader
{
public:
    FakeReader(std::shared_ptr<FakeLog> log, bool follow) : m_log(std::move(log)), m_follow(follow) {}
    Result<std::size_t> read(std::string &out, std::size_t limit) override
    {
        ++m_log->reads;
        if (m_log->failure)
            return std::unexpected(*m_log->failure);
        const std::size_t length = std::min(limit, m_log->waiting.size());
        out.append(m_log->waiting, 0, length);
        m_log->waiting.erase(0, length);
        return length;
    }
    void setMultiplexed(bool) override {}
    [[nodiscard]] int pollFd() const override { return m_follow ? m_log->event.get() : -1; }
    void drained() override
    {
        eventfd_t value = 0;
        ::eventfd_read(m_log->event.get(), &value);
    }
    void finish() override { m_log->finished = true; }
    [[nodiscard]] bool atEnd() const override
    {
        return (m_log->finished || !m_follow) && m_log->waiting.empty();
    }

private:
    std::shared_ptr<FakeLog> m_log;
    bool m_follow;
};

} // namespace quayside::fakes
