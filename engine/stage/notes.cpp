#include "engine/stage/notes.h"

#include "engine/stage/protocol.h"

#include <algorithm>
#include <cstring>
#include <ctime>

#include <sys/mman.h>

namespace quayside::stage
{

using namespace isolation;

// Both processes write, but never at the same time: one waits for the other's word.
struct Notes::Shared {
    StepTimes times;
    std::uint32_t step;
    std::uint32_t used;
    bool full;
    char lines[notedBytes];
};

void Notes::Unmap::operator()(Shared *shared) const
{
    ::munmap(shared, sizeof(Shared));
}

std::int64_t monotonicNs()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

Result<Notes> Notes::make()
{
    void *start = ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (start == MAP_FAILED)
        return failErrno(errno, "making memory for the notes of the launch");
    return Notes(static_cast<Shared *>(start)); // all zero
}

void Notes::begin(StepId step)
{
    m_shared->step = static_cast<std::uint32_t>(step);
    m_shared->times.at(static_cast<std::size_t>(step)).start = monotonicNs();
}

void Notes::end(StepId step)
{
    m_shared->times.at(static_cast<std::size_t>(step)).end = monotonicNs();
}

const StepTimes &Notes::times() const
{
    return m_shared->times;
}

void Notes::add(std::string_view call, std::string_view result, std::int64_t start, std::int64_t end)
{
    constexpr std::size_t kept = 64; // for the last line
    if (m_shared->full)
        return;
    std::string line = std::format("{} {} {} {}\t{}\n", m_shared->step, start, end, result, call);
    if (m_shared->used + line.size() + kept > notedBytes) {
        m_shared->full = true;
        line = std::format("{} {} {} \t…\n", m_shared->step, start, end);
    }
    std::memcpy(m_shared->lines + m_shared->used, line.data(), line.size());
    m_shared->used += static_cast<std::uint32_t>(line.size());
}

std::string Notes::takeLines()
{
    std::string_view rest(m_shared->lines + m_taken, m_shared->used - m_taken);
    if (rest.size() > maxMessageText)
        rest = rest.substr(0, rest.rfind('\n', maxMessageText - 1) + 1);
    m_taken += static_cast<std::uint32_t>(rest.size());
    if (rest.empty()) {
        m_shared->used = m_taken = 0;
        m_shared->full = false;
    }
    return std::string(rest);
}

} // namespace quayside::stage
