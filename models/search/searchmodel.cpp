#include "models/search/searchmodel.h"

namespace quayside::models
{

SearchModel::SearchModel(QObject *parent) : QAbstractListModel(parent) {}

void SearchModel::setEntries(QList<SearchEntry> entries)
{
    m_entries = std::move(entries);
    m_folded.clear();
    m_folded.reserve(m_entries.size());
    for (const SearchEntry &entry : std::as_const(m_entries))
        m_folded.append(folded(entry));
    search();
}

void SearchModel::setQuery(const QString &query)
{
    m_words = searchWords(query);
    search();
}

void SearchModel::search()
{
    beginResetModel();
    m_shown = bestOf(m_entries, m_folded, m_words, m_recent, mostRows);
    endResetModel();
}

void SearchModel::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const SearchEntry entry = m_entries[m_shown[index.row()]];
    m_recent.removeAll(entry.id);
    m_recent.prepend(entry.id);
    if (m_recent.size() > mostRecent)
        m_recent.resize(mostRecent);
    if (entry.open)
        entry.open();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SearchEntry &entry = m_entries[m_shown[index.row()]];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return entry.keys.isEmpty() ? QStringLiteral("%1, %2").arg(entry.title, entry.detail)
                                    : QStringLiteral("%1, %2, %3").arg(entry.title, entry.detail, entry.keys);
    case DetailRole:
        return entry.detail;
    case KeysRole:
        return entry.keys;
    case Qt::DecorationRole:
        return entry.icon;
    default:
        return {};
    }
}

} // namespace quayside::models
