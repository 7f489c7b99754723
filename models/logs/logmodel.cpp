#include "models/logs/logmodel.h"

#include "models/logs/ansitext.h"

#include <algorithm>

namespace quayside::models
{

LogModel::LogModel(Limits limits, QObject *parent) : QAbstractListModel(parent), m_limits(limits) {}

void LogModel::append(std::span<const LogLine> batch)
{
    if (batch.empty())
        return;
    beginInsertRows({}, count(), count() + int(batch.size()) - 1);
    for (const LogLine &line : batch)
        m_lines.append(line);
    endInsertRows();
    dropOldest();
}

void LogModel::appendToLast(QByteArrayView text)
{
    if (count() == 0 || text.isEmpty())
        return;
    m_lines.appendToLast(text);
    const QModelIndex last = index(count() - 1);
    emit dataChanged(last, last);
}

void LogModel::prepend(LogChunkList older)
{
    while (older.count() > 0 &&
           (older.count() + count() > m_limits.lines || older.textBytes() + textBytes() > m_limits.bytes))
        older.dropFirst();
    if (older.count() == 0)
        return;
    beginInsertRows({}, 0, older.count() - 1);
    m_lines.prepend(std::move(older));
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void LogModel::dropOldest()
{
    while (m_lines.pieces().size() > 1 && (count() > m_limits.lines || textBytes() > m_limits.bytes ||
                                           m_lines.memoryBytes() > m_limits.memory)) {
        beginRemoveRows({}, 0, m_lines.pieces().front().chunk->count() - 1);
        m_lines.dropFirst();
        endRemoveRows();
    }
}

std::vector<LogChunkList::Slot> LogModel::pieces(qint64 number, qint64 end) const
{
    std::vector<LogChunkList::Slot> found;
    const auto &all = m_lines.pieces();
    for (std::size_t i = all.size(); i-- > 0 && all[i].first + all[i].chunk->count() > number;) {
        const LogChunkList::Slot &slot = all[i];
        if (slot.first >= end)
            continue;
        const int from = int(std::max<qint64>(0, number - slot.first));
        const bool grows = i + 1 == all.size();
        if (from > 0 || grows)
            found.push_back({slot.chunk->copyFrom(from), slot.first + from});
        else
            found.push_back(slot);
    }
    std::ranges::reverse(found);
    return found;
}

qint64 LogModel::nextEvent(qint64 number) const
{
    const auto found = std::ranges::upper_bound(m_lines.events(), number);
    return found == m_lines.events().end() ? noLine : *found;
}

qint64 LogModel::previousEvent(qint64 number) const
{
    const auto found = std::ranges::lower_bound(m_lines.events(), number);
    return found == m_lines.events().begin() ? noLine : *std::prev(found);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
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
