#include "models/logs/logchunk.h"

#include <algorithm>

namespace quayside::models
{

namespace
{
constexpr qint64 memoryWanted = 4 << 20; // of text: a short log never goes to the disk
constexpr std::size_t warmChunks = 6;    // pages of the others are given back
} // namespace

void LogChunkList::append(const LogLine &line)
{
    if (m_slots.empty() || !m_slots.back().chunk->isInMemory() ||
        !m_slots.back().chunk->hasRoom(line.text.size())) {
        if (!m_slots.empty() && m_slots.back().chunk->isInMemory()) {
            LogChunk &full = *m_slots.back().chunk;
            full.shrink();
            full.classify();
            m_inMemory += qint64(full.text().size());
            spillOld();
        }
        m_slots.push_back({std::make_shared<LogChunk>(), m_firstNumber + m_count});
    }
    m_bytes += m_slots.back().chunk->append(line);
    if (line.stream == LogStream::Event)
        m_events.push_back(m_firstNumber + m_count);
    ++m_count;
}

void LogChunkList::appendToLast(QByteArrayView text)
{
    if (m_count > 0 && m_slots.back().chunk->isInMemory())
        m_bytes += m_slots.back().chunk->appendToLast(text);
}

void LogChunkList::removeLast(int lines)
{
    while (lines > 0 && !m_slots.empty()) {
        Slot &slot = m_slots.back();
        if (!slot.chunk->isInMemory())
            slot.chunk = slot.chunk->copyFrom(0);
        const int here = std::min(lines, slot.chunk->count());
        m_bytes -= slot.chunk->textBytes();
        slot.chunk->removeLast(std::size_t(here));
        m_bytes += slot.chunk->textBytes();
        m_count -= here;
        lines -= here;
        while (!m_events.empty() && m_events.back() >= m_firstNumber + m_count)
            m_events.pop_back();
        if (slot.chunk->count() > 0)
            return;
        m_slots.pop_back();
        if (!m_slots.empty() && m_slots.back().chunk->isInMemory()) // it grows again
            m_inMemory -= qint64(m_slots.back().chunk->text().size());
    }
}

void LogChunkList::prepend(LogChunkList older)
{
    if (older.m_count == 0)
        return;
    if (LogChunk &last = *older.m_slots.back().chunk; last.isInMemory()) { // it grows no more
        last.shrink();
        last.classify();
        older.m_inMemory += qint64(last.text().size());
    }
    m_firstNumber -= older.m_count;
    for (qint64 &event : older.m_events)
        event += m_firstNumber - older.m_firstNumber;
    m_events.insert(m_events.begin(), older.m_events.begin(), older.m_events.end());
    qint64 number = m_firstNumber;
    for (Slot &slot : older.m_slots) {
        slot.first = number;
        number += slot.chunk->count();
    }
    m_slots.insert(m_slots.begin(), older.m_slots.begin(), older.m_slots.end());
    m_count += older.m_count;
    m_bytes += older.m_bytes;
    m_inMemory += older.m_inMemory;
    m_lastSlot = 0;
    spillOld();
}

// Others may be reading a chunk: the one in the file is another one, which takes its place.
void LogChunkList::spillOld()
{
    if (m_inMemory <= memoryWanted)
        return;
    if (!m_spillTried)
        m_spill = LogSpill::open();
    m_spillTried = true;
    for (std::size_t i = 0; m_spill && m_inMemory > memoryWanted && i + 1 < m_slots.size(); ++i) {
        Slot &slot = m_slots[i];
        if (!slot.chunk->isInMemory())
            continue;
        std::shared_ptr<LogChunk> moved = slot.chunk->spilled(m_spill);
        if (!moved)
            return;
        m_inMemory -= qint64(slot.chunk->text().size());
        slot.chunk = std::move(moved);
    }
}

int LogChunkList::dropFirst()
{
    const LogChunk &chunk = *m_slots.front().chunk;
    const int lines = chunk.count();
    m_bytes -= chunk.textBytes();
    if (chunk.isInMemory() && m_slots.size() > 1)
        m_inMemory -= qint64(chunk.text().size());
    m_slots.pop_front();
    m_lastSlot = 0;
    m_count -= lines;
    m_firstNumber += lines;
    while (!m_events.empty() && m_events.front() < m_firstNumber)
        m_events.pop_front();
    return lines;
}

void LogChunkList::clear()
{
    m_slots.clear();
    m_events.clear();
    m_warm.clear();
    m_lastSlot = 0;
    m_firstNumber += m_count;
    m_count = 0;
    m_bytes = m_inMemory = 0;
}

const LogChunkList::Slot &LogChunkList::slotOf(qint64 number) const
{
    const auto holds = [&](std::size_t at) {
        return at < m_slots.size() && number >= m_slots[at].first &&
               number < m_slots[at].first + m_slots[at].chunk->count();
    };
    if (holds(m_lastSlot))
        return m_slots[m_lastSlot];
    const auto after = std::upper_bound(m_slots.begin(), m_slots.end(), number,
                                        [](qint64 n, const Slot &slot) { return n < slot.first; });
    m_lastSlot = std::size_t(after - m_slots.begin()) - 1;
    const std::shared_ptr<LogChunk> &chunk = m_slots[m_lastSlot].chunk;
    if (!chunk->isInMemory()) {
        std::erase_if(m_warm, [&](const auto &warm) { return warm.lock() == chunk; });
        m_warm.push_back(chunk);
        if (m_warm.size() > warmChunks) {
            if (const auto cold = m_warm.front().lock())
                cold->letGo();
            m_warm.pop_front();
        }
    }
    return m_slots[m_lastSlot];
}

LogLine LogChunkList::line(qint64 number) const
{
    const Slot &slot = slotOf(number);
    return slot.chunk->line(int(number - slot.first));
}

} // namespace quayside::models
