#include "engine/images/pack/hashing.h"

#include <algorithm>

namespace quayside::images
{
namespace
{

constexpr std::size_t pieceBytes = std::size_t{1} << 20;
constexpr std::size_t pieces = 4;

} // namespace

HashingSink::HashingSink() : m_free(pieces - 1), m_thread([this] { work(); })
{
    m_filling.reserve(pieceBytes);
}

HashingSink::~HashingSink()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
}

Result<> HashingSink::write(std::string_view bytes)
{
    m_bytes += bytes.size();
    while (!bytes.empty()) {
        const std::size_t now = std::min(bytes.size(), pieceBytes - m_filling.size());
        m_filling.insert(m_filling.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(now));
        bytes.remove_prefix(now);
        if (m_filling.size() == pieceBytes)
            pass();
    }
    return {};
}

void HashingSink::pass()
{
    std::unique_lock lock(m_mutex);
    m_full.push_back(std::move(m_filling));
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return !m_free.empty(); });
    m_filling = std::move(m_free.front());
    m_free.pop_front();
    m_filling.clear();
    m_filling.reserve(pieceBytes);
}

std::string HashingSink::finish()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_full.push_back(std::move(m_filling));
        m_ended = true;
    }
    m_changed.notify_all();
    m_thread.join();
    return m_sum.digest();
}

void HashingSink::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ended || !m_full.empty(); });
        if (m_full.empty())
            return;
        std::vector<char> piece = std::move(m_full.front());
        m_full.pop_front();
        lock.unlock();
        m_sum.add({piece.data(), piece.size()});
        lock.lock();
        m_free.push_back(std::move(piece));
        m_changed.notify_all();
    }
}

} // namespace quayside::images
