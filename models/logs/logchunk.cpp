#include "models/logs/logchunk.h"

#include <algorithm>
#include <cstring>

#include <sys/mman.h>

namespace quayside::models
{

namespace
{
constexpr unsigned lengthBits = 21, streamBits = 2;
constexpr std::uint32_t lengthMask = (1U << lengthBits) - 1;
} // namespace

LogChunk::~LogChunk()
{
    if (m_spill)
        m_spill->release(m_region);
}

bool LogChunk::hasRoom(qsizetype bytes) const
{
    return m_index.size() < maxLines && (m_index.empty() || qsizetype(m_text.size()) + bytes < maxBytes);
}

qsizetype LogChunk::append(const LogLine &line)
{
    const QByteArrayView text = line.text.first(std::min(line.text.size(), maxLineBytes));
    const auto stream = std::uint32_t(line.stream) << lengthBits;
    const auto source = std::uint32_t(std::min(line.source, maxSource)) << (lengthBits + streamBits);
    m_index.push_back(
        {std::uint32_t(m_text.size()), std::uint32_t(text.size()) | stream | source, line.time});
    const std::size_t at = m_text.size();
    m_text.append(text.data(), std::size_t(text.size()));
    // A line feed within a line would look like its end to what searches the whole text.
    std::replace(m_text.begin() + std::ptrdiff_t(at), m_text.end(), '\n', ' ');
    m_text += '\n';
    return text.size();
}

qsizetype LogChunk::appendToLast(QByteArrayView text)
{
    if (m_index.empty())
        return 0;
    Entry &entry = m_index.back();
    const qsizetype added = std::min(text.size(), maxLineBytes - qsizetype(entry.bits & lengthMask));
    if (added <= 0)
        return 0;
    m_text.back() = text[0];
    m_text.append(text.data() + 1, std::size_t(added - 1));
    m_text += '\n';
    entry.bits += std::uint32_t(added);
    return added;
}

void LogChunk::removeLast(std::size_t lines)
{
    lines = std::min(lines, m_index.size());
    if (lines == 0)
        return;
    m_text.resize(m_index[m_index.size() - lines].offset);
    m_index.resize(m_index.size() - lines);
}

std::span<const LogChunk::Entry> LogChunk::index() const
{
    if (isInMemory())
        return m_index;
    return {reinterpret_cast<const Entry *>(m_region.address + (m_textSize + 15) / 16 * 16), m_lines};
}

std::string_view LogChunk::text() const
{
    return isInMemory() ? std::string_view(m_text) : std::string_view(m_region.address, m_textSize);
}

LogLine LogChunk::line(int at) const
{
    const Entry &entry = index()[std::size_t(at)];
    return {QByteArrayView(text().data() + entry.offset, qsizetype(entry.bits & lengthMask)), entry.time,
            LogStream(entry.bits >> lengthBits & 3), quint16(entry.bits >> (lengthBits + streamBits))};
}

int LogChunk::lineAt(std::size_t offset, int from) const
{
    const std::span<const Entry> entries = index();
    std::size_t low = std::size_t(from), step = 1;
    while (low + step < entries.size() && entries[low + step].offset <= offset) { // matches are often near
        low += step;
        step *= 2;
    }
    const auto end = entries.begin() + std::ptrdiff_t(std::min(low + step, entries.size()));
    const auto after = std::upper_bound(entries.begin() + std::ptrdiff_t(low), end, offset,
                                        [](std::size_t value, const Entry &e) { return value < e.offset; });
    return int(after - entries.begin()) - 1;
}

void LogChunk::classify()
{
    unsigned char high = 0, control = 0;
    for (const char c : m_text) {
        const auto byte = static_cast<unsigned char>(c);
        high = static_cast<unsigned char>(high | byte);
        control = static_cast<unsigned char>(control | ((byte < 0x20) & (byte != '\n') & (byte != '\t')) |
                                             (byte == 0x7f));
    }
    m_ascii = high < 0x80;
    m_plain = control == 0;
}

std::shared_ptr<LogChunk> LogChunk::spilled(const std::shared_ptr<LogSpill> &spill) const
{
    const auto bytes = std::as_bytes(std::span(m_index));
    const LogSpill::Region region =
        spill->write(m_text, {reinterpret_cast<const char *>(bytes.data()), bytes.size()});
    if (region.address == nullptr)
        return nullptr;
    auto chunk = std::make_shared<LogChunk>();
    chunk->m_spill = spill;
    chunk->m_region = region;
    chunk->m_textSize = m_text.size();
    chunk->m_lines = m_index.size();
    chunk->m_ascii = m_ascii;
    chunk->m_plain = m_plain;
    return chunk;
}

std::shared_ptr<LogChunk> LogChunk::copyFrom(int from) const
{
    auto copy = std::make_shared<LogChunk>();
    const std::size_t start = from < count() ? lineStart(from) : text().size();
    copy->m_text = text().substr(start);
    copy->m_index.assign(index().begin() + from, index().end());
    for (Entry &entry : copy->m_index)
        entry.offset -= std::uint32_t(start);
    copy->classify();
    return copy;
}

void LogChunk::letGo() const
{
    if (!isInMemory())
        ::madvise(const_cast<char *>(m_region.address), m_region.size, MADV_DONTNEED);
}

void LogChunk::shrink()
{
    m_text.shrink_to_fit();
    m_index.shrink_to_fit();
}

} // namespace quayside::models
