#include "models/common/tablemodel.h"

namespace quayside::models
{

int orderOf(const QVariant &left, const QVariant &right)
{
    if (left.typeId() == QMetaType::QString && right.typeId() == QMetaType::QString)
        return QString::compare(left.toString(), right.toString(), Qt::CaseInsensitive);
    const QPartialOrdering order = QVariant::compare(left, right);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

TableFilterModel::TableFilterModel(QStringList keys, Holds holds, Precedes precedes, QObject *parent)
    : QSortFilterProxyModel(parent), m_keys(std::move(keys)), m_holds(std::move(holds)),
      m_precedes(std::move(precedes))
{
    setSortRole(TableSortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void TableFilterModel::setSourceModel(QAbstractItemModel *source)
{
    m_rows = dynamic_cast<const OrderedRows *>(source);
    QSortFilterProxyModel::setSourceModel(source);
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
    if (!m_hidden.isEmpty() &&
        m_hidden.contains(sourceModel()->index(row, 0, parent).data(TableKeyRole).toString()))
        return false;
    return m_filter.matches([&](const FilterTerm &term) { return m_holds(row, term); });
}

bool TableFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int order = m_rows != nullptr ? m_rows->orderOf(left.column(), left.row(), right.row())
                                        : orderOf(left.data(TableSortRole), right.data(TableSortRole));
    return order < 0 || (order == 0 && m_precedes && m_precedes(left.row(), right.row()));
}

} // namespace quayside::models
