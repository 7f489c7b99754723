#include "engine/images/registry/transfers.h"

#include "engine/api/json.h"
#include "engine/images/archive/layers.h"
#include "engine/images/content/digest.h"

#include <algorithm>
#include <numeric>
#include <thread>
#include <vector>

namespace quayside::images
{

using namespace std::chrono_literals;

constexpr std::size_t atOnce = 3; // as dockerd
constexpr auto betweenLines = 100ms;

std::string blobStatus(const std::string &status, const std::string &digest)
{
    return std::format(R"({{"status":{},"progressDetail":{{}},"id":{}}})", api::quotedJson(status),
                       api::quotedJson(hexOf(digest).substr(0, 12)));
}

std::string blobProgress(const std::string &status, const std::string &digest, std::uint64_t bytes,
                         std::uint64_t total)
{
    return progressLine(status, hexOf(digest).substr(0, 12), bytes, total);
}

std::vector<std::size_t> largestFirst(const std::vector<std::uint64_t> &sizes)
{
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t index) { return sizes[index]; });
    return order;
}

Result<std::size_t> CountedSource::read(std::span<char> buffer)
{
    TRY(const std::size_t got, m_source.read(buffer));
    m_bytes += got;
    if (const auto now = std::chrono::steady_clock::now(); now - m_last >= betweenLines) {
        m_last = now;
        m_tell(m_bytes);
    }
    return got;
}

Result<> Transfers::run(std::size_t count, const One &one)
{
    {
        std::vector<std::jthread> workers;
        m_next = m_ended = 0;
        for (std::size_t i = 0; i < std::min(atOnce, count); ++i)
            workers.emplace_back([&] { work(count, one); });
        deliver(workers.size());
    }
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

void Transfers::deliver()
{
    deliver(m_ended);
}

// On the caller's thread, until every worker has ended.
void Transfers::deliver(std::size_t workers)
{
    std::unique_lock lock(m_mutex);
    while (m_ended < workers || !m_lines.empty()) {
        m_changed.wait_for(lock, betweenLines, [&] { return m_ended == workers || !m_lines.empty(); });
        auto lines = std::exchange(m_lines, {});
        lock.unlock();
        for (std::string &line : lines)
            if (m_progress)
                m_progress(std::move(line));
        if (m_cancelled && m_cancelled())
            m_stop = true;
        lock.lock();
    }
}

void Transfers::say(std::string line)
{
    const std::scoped_lock lock(m_mutex);
    m_lines.push_back(std::move(line));
    m_changed.notify_all();
}

void Transfers::end(Error error)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_error)
        m_error = std::move(error);
    m_stop = true;
}

std::optional<std::size_t> Transfers::next(std::size_t count)
{
    const std::scoped_lock lock(m_mutex);
    return m_next < count && !m_stop ? std::optional(m_next++) : std::nullopt;
}

void Transfers::work(std::size_t count, const One &one)
{
    const auto session = m_session.again([this] { return m_stop.load(); });
    while (const auto index = next(count))
        if (auto done = one(*session, *index); !done)
            end(std::move(done).error());
    const std::scoped_lock lock(m_mutex);
    if (m_stop && !m_error)
        m_error = Error{ErrorKind::Cancelled, 0, "cancelled"};
    ++m_ended;
    m_changed.notify_all();
}

} // namespace quayside::images
