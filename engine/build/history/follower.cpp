#include "engine/build/history/follower.h"

#include "engine/base/fd.h"
#include "engine/build/history/entry.h"

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace quayside::build
{
namespace
{

constexpr std::int64_t mostAtOnce = 64 << 10; // bytes of a log

// Where the last character begins that is not all there.
std::size_t wholeCharacters(const std::string &text)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if ((byte & 0xC0) == 0x80)
            continue;
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? text.size() - back : text.size();
    }
    return text.size();
}

// They have lines of their own, so that no line gets long.
api::BuildRecord withoutSteps(const api::BuildRecord &record)
{
    api::BuildRecord copy = record;
    copy.steps.clear();
    return copy;
}

} // namespace

std::vector<Follower::Piece> Follower::collect(std::vector<api::BuildChange> &changes)
{
    const auto &record = m_entry->record;
    m_told.resize(record.steps.size());
    std::vector<Piece> pieces;
    m_more = false;
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
        const auto &step = record.steps[i];
        const std::int64_t end = std::min(step.logBytes, m_told[i] + mostAtOnce);
        if (end > m_told[i])
            pieces.push_back({static_cast<int>(step.number), m_told[i], end,
                              end == step.logBytes && step.state != "running"});
        m_more = m_more || end < step.logBytes;
    }
    if (m_seen == 0 || (m_entry->buildRevision > m_seen && !m_entry->over))
        changes.push_back({.build = withoutSteps(record), .step = {}, .log = {}});
    for (std::size_t i = 0; i < record.steps.size(); ++i)
        if (m_entry->stepRevisions[i] > m_seen)
            changes.push_back({.build = {}, .step = record.steps[i], .log = {}});
    m_seen = m_entry->revision;
    return pieces;
}

void Follower::readLog(const Piece &piece, std::vector<api::BuildChange> &changes)
{
    std::int64_t &told = m_told[static_cast<std::size_t>(piece.step) - 1];
    const Fd file(::open(m_entry->logPath(piece.step).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    std::string text(static_cast<std::size_t>(piece.end - piece.begin), '\0');
    const ssize_t count =
        file ? ::pread(file.get(), text.data(), text.size(), static_cast<off_t>(piece.begin)) : 0;
    if (count <= 0) { // it is gone with its build
        told = piece.end;
        return;
    }
    text.resize(static_cast<std::size_t>(count));
    if (!piece.last)
        text.resize(wholeCharacters(text));
    told = piece.begin + static_cast<std::int64_t>(text.size());
    if (text.empty())
        return;
    const std::size_t size = text.size();
    changes.push_back(
        {.build = {}, .step = {}, .log = api::BuildLog{piece.step, piece.begin, plainText(text, size)}});
}

std::vector<api::BuildChange> Follower::next(std::chrono::milliseconds wait)
{
    std::vector<api::BuildChange> changes;
    std::unique_lock lock(m_entry->mutex);
    const auto news = [&] { return m_more || m_entry->over || m_entry->revision > m_seen; };
    if (m_atEnd || !m_entry->changed.wait_for(lock, wait, news))
        return changes;
    const auto pieces = collect(changes);
    const bool over = m_entry->over && !m_more;
    const auto last = over ? std::optional(withoutSteps(m_entry->record)) : std::nullopt;
    lock.unlock();
    for (const auto &piece : pieces)
        readLog(piece, changes);
    if (last)
        changes.push_back({.build = last, .step = {}, .log = {}});
    m_atEnd = over;
    return changes;
}

} // namespace quayside::build
