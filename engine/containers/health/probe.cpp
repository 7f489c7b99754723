#include "engine/containers/health/probe.h"

#include "engine/containers/state/times.h"

#include <array>
#include <csignal>
#include <format>

#include <sys/syscall.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

using namespace std::chrono_literals;

// A check that writes without end is read this much at a time, with a pause: it cannot keep the engine busy.
constexpr std::size_t oneRead = 64 << 10;
constexpr auto pause = 10ms;

// Go's way of writing durations, as dockerd's message has it: "1m30s", "1.5s", "250ms".
std::string goDuration(std::chrono::nanoseconds duration)
{
    const auto count = duration.count();
    const auto trimmed = [](double value) { return std::format("{:.9g}", value); };
    if (count < 1'000'000'000)
        return trimmed(static_cast<double>(count) / 1e6) + "ms";
    const auto minutes = count / 60'000'000'000;
    const std::string seconds = trimmed(static_cast<double>(count % 60'000'000'000) / 1e9) + "s";
    if (minutes >= 60)
        return std::format("{}h{}m{}", minutes / 60, minutes % 60, seconds);
    return minutes > 0 ? std::format("{}m{}", minutes, seconds) : seconds;
}

} // namespace

Probe::Probe(Watcher &watcher, Workers &workers, HealthCheck::Duration timeout, Done done)
    : m_watcher(watcher), m_workers(workers), m_timeout(timeout), m_startNs(nowNs()), m_done(std::move(done))
{
}

void Probe::watch(const Fd &stream, Watcher::Token &token)
{
    if (!stream)
        return;
    // No descriptor left to watch with: what it wrote is read at its end.
    if (const auto made = m_watcher.watch(stream.get(), [self = shared_from_this()] { self->read(); }))
        token = *made;
}

void Probe::started(ProbeProcess process)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_process = std::move(process);
        m_started = true;
        if (!m_done) { // cancelled meanwhile
            kill();
            return;
        }
        if (!m_exitCode) {
            watch(m_process.output, m_watches[0]);
            watch(m_process.error, m_watches[1]);
            m_timer = m_watcher.after(std::chrono::ceil<std::chrono::milliseconds>(m_timeout),
                                      [self = shared_from_this()] { self->timedOut(); });
            return;
        }
    }
    complete();
}

void Probe::failed(const std::string &why)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_started = true;
        m_exitCode = -1;
        m_output = why.substr(0, maxProbeOutput);
    }
    complete();
}

void Probe::ended(int exitCode)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_exitCode = exitCode;
        if (!m_started)
            return;
    }
    complete();
}

void Probe::cancel()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_done = nullptr;
        kill();
    }
    release();
}

void Probe::kill() const
{
    if (m_process.process)
        ::syscall(SYS_pidfd_send_signal, m_process.process.get(), SIGKILL, nullptr, 0);
}

void Probe::timedOut()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_done || m_exitCode)
        return;
    m_tooLong = true;
    kill(); // ended() follows
}

// On the watcher's thread: the reading is a worker's.
void Probe::read()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_done || std::exchange(m_reading, true))
        return;
    m_workers.post([self = shared_from_this()] { self->readSome(oneRead); });
}

void Probe::readSome(std::size_t most)
{
    const std::scoped_lock lock(m_mutex);
    m_reading = false;
    bool more = drain(m_process.output, most);
    more = drain(m_process.error, most) || more;
    if (!more || !m_done || m_exitCode)
        return;
    // The watch is edge-triggered and would not speak again.
    m_reading = true;
    m_watcher.after(
        pause, [self = shared_from_this()] { self->m_workers.post([self] { self->readSome(oneRead); }); });
}

// True: there may be more than the budget allowed.
bool Probe::drain(Fd &stream, std::size_t &budget)
{
    std::array<char, 4096> buffer;
    while (stream && budget > 0) {
        const auto size = ::read(stream.get(), buffer.data(), std::min(buffer.size(), budget));
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return false;
        const auto count = static_cast<std::size_t>(size);
        const auto room = maxProbeOutput - m_output.size();
        m_output.append(buffer.data(), std::min(count, room));
        m_truncated = m_truncated || count > room;
        budget -= count;
    }
    return stream.valid() && budget == 0;
}

// A longer output shows as in dockerd.
std::string Probe::outputText() const
{
    return m_truncated ? m_output + "..." : m_output;
}

void Probe::complete()
{
    Done done;
    ProbeResult result{.startNs = m_startNs, .endNs = nowNs()};
    {
        const std::scoped_lock lock(m_mutex);
        std::size_t rest = 2 * oneRead; // what a pipe may still hold
        drain(m_process.output, rest);
        rest = 2 * oneRead;
        drain(m_process.error, rest);
        done = std::exchange(m_done, nullptr);
        result.exitCode = m_tooLong ? -1 : m_exitCode.value_or(-1);
        result.output = outputText();
        if (m_tooLong) {
            const auto words = std::format("Health check exceeded timeout ({})", goDuration(m_timeout));
            result.output = result.output.empty() ? words : words + ": " + result.output;
        }
    }
    release();
    if (done)
        done(std::move(result));
}

// Without the lock: a watch's callback takes it, and forget() waits for that.
void Probe::release()
{
    std::array<Watcher::Token, 2> watches{};
    Watcher::Token timer = 0;
    {
        const std::scoped_lock lock(m_mutex);
        std::swap(watches[0], m_watches[0]);
        std::swap(watches[1], m_watches[1]);
        timer = std::exchange(m_timer, 0);
    }
    for (const auto token : watches)
        if (token != 0)
            m_watcher.forget(token);
    if (timer != 0)
        m_watcher.cancel(timer);
    const std::scoped_lock lock(m_mutex);
    m_process.output.reset();
    m_process.error.reset();
}

} // namespace quayside::containers
