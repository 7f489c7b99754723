#include "engine/images/archive/commits.h"

namespace quayside::images
{
namespace
{

// Of layers as they come: three to five times as much is written. The disk works beside the processors then.
constexpr std::uint64_t betweenSyncs = std::uint64_t{48} << 20;

} // namespace

Commits::Commits(const Workshop &workshop, Placed placed)
    : m_workshop(workshop), m_placed(std::move(placed)), m_thread([this] { work(); })
{
}

Commits::~Commits()
{
    end();
}

void Commits::end()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Commits::add(std::unique_ptr<storage::LayerDraft> draft, BlobFile blob, LayerRecord record)
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.push_back({std::move(draft), std::move(blob), std::move(record)});
    m_changed.notify_all();
}

void Commits::note(std::uint64_t bytes)
{
    const std::scoped_lock lock(m_mutex);
    m_unsynced += bytes;
    if (m_unsynced >= betweenSyncs)
        m_changed.notify_all();
}

Result<> Commits::settle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && !m_placing; });
    return m_error ? Result<>(std::unexpected(*m_error)) : Result<>();
}

Result<> Commits::finish()
{
    end();
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

void Commits::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_ended || !m_waiting.empty() || m_unsynced >= betweenSyncs; });
        m_unsynced = 0;
        if (m_waiting.empty() && m_ended)
            return;
        if (m_waiting.empty()) {
            lock.unlock();
            m_workshop.blobs.writeAhead();
            lock.lock();
            continue;
        }
        auto group = std::exchange(m_waiting, {});
        m_placing = true;
        lock.unlock();
        auto placed = place(group);
        group.clear(); // what was not placed goes
        lock.lock();
        m_placing = false;
        m_changed.notify_all();
        if (!placed && !m_error)
            m_error = std::move(placed).error();
    }
}

// Contents first, then names: after a power cut a name that is there has all that it stands for.
Result<> Commits::place(const std::vector<Unpacked> &group)
{
    for (const Unpacked &one : group)
        CHECK(one.draft->finish(one.record.size));
    // Each learns of the errors since it was begun; only the first of these has much to write.
    for (const Unpacked &one : group)
        CHECK(one.draft->sync());
    for (const Unpacked &one : group) {
        CHECK(one.blob.flush()); // nothing is left of it, but where the blobs have a file system of their own
        CHECK(m_workshop.blobs.adopt(one.blob.file(), one.record.blob));
    }
    CHECK(m_workshop.blobs.flushNames());
    for (const Unpacked &one : group) {
        CHECK(one.draft->place(one.record.id));
        if (m_placed)
            m_placed(one.record);
    }
    return {};
}

} // namespace quayside::images
