#include "models/common/tablemodel.h"

namespace quayside::models
{

TableFilterModel::TableFilterModel(QStringList keys, Holds holds, Precedes precedes, QObject *parent)
    : QSortFilterProxyModel(parent), m_keys(std::move(keys)), m_holds(std::move(holds)),
      m_precedes(std::move(precedes))
{
    setSortRole(TableSortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void TableFilterModel::setFilterText(const QString &text)
{
    m_filter = Filter::parse(text, m_keys);
    invalidateRowsFilter();
}

void TableFilterModel::setHiddenKeys(const QSet<QString> &keys)
{
    if (m_hidden == keys)
        return;
    m_hidden = keys;
    invalidateRowsFilter();
}

bool TableFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_hidden.contains(sourceModel()->index(row, 0, parent).data(TableKeyRole).toString()))
        return false;
    return m_filter.matches([&](const FilterTerm &term) { return m_holds(row, term); });
}

bool TableFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (!m_precedes || left.data(TableSortRole) != right.data(TableSortRole))
        return QSortFilterProxyModel::lessThan(left, right);
    return m_precedes(left.row(), right.row());
}

} // namespace quayside::models
