#include "ui/common/tablepage.h"

#include "ui/common/filteredit.h"
#include "ui/common/rowdelegate.h"

namespace quayside::ui
{

TablePage::TablePage(const QString &title, Symbol symbol, const QString &name, QAbstractItemModel *source,
                     const QStringList &filterKeys, models::TableFilterModel::Holds holds,
                     const QMap<QString, QStringList> &values, QWidget *parent)
    : ListPage(title, symbol, name, parent), m_source(source), m_shown(filterKeys, std::move(holds)),
      m_filter(addFilter(filterKeys, values))
{
    m_shown.setSourceModel(source);
    table()->setModel(&m_shown);
    table()->setItemDelegate(new RowDelegate(symbol, this));
    table()->setAccessibleName(title);
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_shown.setFilterText(text);
        refreshFace();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_shown, signal, this, &TablePage::refreshFace);
        connect(source, signal, this, &TablePage::refreshFace);
    }
    connect(table(), &Table::currentRowChanged, this, [this] { emit currentKeyChanged(currentKey()); });
    connect(table()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { emit selectedKeysChanged(selectedKeys()); });
    refreshFace();
}

QString TablePage::currentKey() const
{
    return table()->currentIndex().data(models::TableKeyRole).toString();
}

QStringList TablePage::selectedKeys() const
{
    QStringList keys;
    for (const QModelIndex &index : table()->selectionModel()->selectedRows())
        keys.append(index.data(models::TableKeyRole).toString());
    return keys;
}

void TablePage::select(const QString &key)
{
    for (int row = 0; row < m_shown.rowCount(); ++row) {
        const QModelIndex index = m_shown.index(row, 0);
        if (index.data(models::TableKeyRole).toString() == key) {
            table()->setCurrentIndex(index);
            table()->scrollTo(index);
            return;
        }
    }
}

void TablePage::setHiddenKeys(const QSet<QString> &keys)
{
    m_shown.setHiddenKeys(keys);
    refreshFace();
}

void TablePage::setLoaded(bool loaded)
{
    m_loaded = loaded;
    refreshFace();
}

void TablePage::refreshFace()
{
    const int shown = m_shown.rowCount();
    const int all = m_source->rowCount() - int(m_shown.hiddenKeys().size());
    if (m_source->rowCount() == 0 && !m_loaded)
        setFace(Face::Loading);
    else if (all <= 0)
        setFace(Face::Empty);
    else
        setFace(shown == 0 ? Face::NothingMatches : Face::List);
    if (face() == Face::Loading || face() == Face::Empty)
        setCountText({});
    else
        setCountText(m_shown.isFiltering() ? tr("%1 of %2").arg(shown).arg(all) : QString::number(all));
}

} // namespace quayside::ui
