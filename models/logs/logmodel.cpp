#include "models/logs/logmodel.h"

#include "models/logs/ansitext.h"

#include <algorithm>

namespace quayside::models
{

namespace
{
constexpr qsizetype chunkBytes = 512 * 1024;
constexpr std::size_t chunkLines = 16 * 1024;
constexpr qsizetype maxLineBytes =
    1 << 20; // a longer line is cut: nobody reads it, and painting it would hurt
} // namespace

LogModel::LogModel(Limits limits, QObject *parent) : QAbstractListModel(parent), m_limits(limits) {}

void LogModel::append(std::span<const LogLine> batch)
{
    if (batch.empty())
        return;
    beginInsertRows({}, m_count, m_count + int(batch.size()) - 1);
    for (const LogLine &line : batch) {
        const QByteArrayView text = line.text.first(std::min(line.text.size(), maxLineBytes));
        Chunk &chunk = chunkWithRoom(text.size());
        chunk.entries.push_back({std::uint32_t(chunk.text.size()),
                                 std::uint32_t(text.size()) << 1 | std::uint32_t(line.stream), line.time});
        chunk.text.append(text.data(), std::size_t(text.size()));
        m_bytes += text.size();
        ++m_count;
    }
    endInsertRows();
    while (m_chunks.size() > 1 && (m_count > m_limits.lines || m_bytes > m_limits.bytes))
        dropOldest();
}

void LogModel::appendToLast(QByteArrayView text)
{
    if (m_count == 0 || text.isEmpty())
        return;
    Chunk &chunk = *m_chunks.back();
    Entry &entry = chunk.entries.back();
    const qsizetype length = entry.lengthAndStream >> 1;
    const qsizetype added = std::min(text.size(), maxLineBytes - length);
    if (added <= 0)
        return;
    chunk.text.append(text.data(), std::size_t(added)); // the last line's bytes are the chunk's last
    entry.lengthAndStream += std::uint32_t(added) << 1;
    m_bytes += added;
    const QModelIndex last = index(m_count - 1);
    emit dataChanged(last, last);
}

void LogModel::clear()
{
    beginResetModel();
    m_chunks.clear();
    m_lastChunk = 0;
    m_firstNumber += m_count;
    m_count = 0;
    m_bytes = 0;
    endResetModel();
}

LogModel::Chunk &LogModel::chunkWithRoom(qsizetype bytes)
{
    if (!m_chunks.empty()) {
        Chunk &last = *m_chunks.back();
        if (last.entries.size() < chunkLines && qsizetype(last.text.size()) + bytes <= chunkBytes)
            return last;
        last.text.shrink_to_fit();
        last.entries.shrink_to_fit();
    }
    m_chunks.push_back(std::make_unique<Chunk>());
    m_chunks.back()->firstNumber = m_firstNumber + m_count;
    return *m_chunks.back();
}

const LogModel::Chunk &LogModel::chunkOf(qint64 number) const
{
    auto holds = [&](std::size_t at) {
        return at < m_chunks.size() && number >= m_chunks[at]->firstNumber &&
               number < m_chunks[at]->firstNumber + qint64(m_chunks[at]->entries.size());
    };
    if (!holds(m_lastChunk)) {
        const auto after =
            std::upper_bound(m_chunks.begin(), m_chunks.end(), number,
                             [](qint64 n, const auto &chunk) { return n < chunk->firstNumber; });
        m_lastChunk = std::size_t(after - m_chunks.begin()) - 1;
    }
    return *m_chunks[m_lastChunk];
}

void LogModel::dropOldest()
{
    const int rows = int(m_chunks.front()->entries.size());
    beginRemoveRows({}, 0, rows - 1);
    for (const Entry &entry : m_chunks.front()->entries)
        m_bytes -= entry.lengthAndStream >> 1;
    m_chunks.pop_front();
    m_lastChunk = 0;
    m_count -= rows;
    m_firstNumber += rows;
    endRemoveRows();
}

LogLine LogModel::line(int row) const
{
    const qint64 number = m_firstNumber + row;
    const Chunk &chunk = chunkOf(number);
    const Entry &entry = chunk.entries[std::size_t(number - chunk.firstNumber)];
    return {QByteArrayView(chunk.text.data() + entry.offset, qsizetype(entry.lengthAndStream >> 1)),
            entry.time, LogStream(entry.lengthAndStream & 1)};
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogLine found = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return plainText(found.text);
    case TimeRole:
        return qint64(found.time);
    case StreamRole:
        return int(found.stream);
    default:
        return {};
    }
}

} // namespace quayside::models
