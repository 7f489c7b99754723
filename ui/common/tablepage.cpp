#include "ui/common/tablepage.h"

#include "ui/common/filteredit.h"
#include "ui/common/hoveractions.h"
#include "ui/common/rowactions.h"
#include "ui/common/rowdelegate.h"

#include <QMenu>

namespace quayside::ui
{

TablePage::TablePage(const QString &title, Symbol symbol, const QString &name, const TableContent &content,
                     QWidget *parent)
    : ListPage(title, symbol, name, parent), m_source(content.rows),
      m_shown(content.filterKeys, content.holds, content.precedes),
      m_filter(addFilter(content.filterKeys, content.values)), m_loaded(content.loaded)
{
    m_shown.setSourceModel(content.rows);
    table()->setModel(&m_shown);
    table()->setItemDelegate(new RowDelegate(symbol, this));
    table()->setAccessibleName(title);
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_shown.setFilterText(text);
        refreshFace();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_shown, signal, this, &TablePage::refreshFace);
        connect(content.rows, signal, this, &TablePage::refreshFace);
    }
    connect(table(), &Table::chosenRowChanged, this, [this] { emit currentKeyChanged(currentKey()); });
    connect(table()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { emit selectedKeysChanged(selectedKeys()); });
    refreshFace();
}

QString TablePage::currentKey() const
{
    return table()->chosenRow().data(models::TableKeyRole).toString();
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
            table()->chooseRow(index);
            return;
        }
    }
}

void TablePage::setHiddenKeys(const QSet<QString> &keys)
{
    m_shown.setHiddenKeys(keys);
    refreshFace();
}

void TablePage::follow(RowActions *actions)
{
    connect(this, &TablePage::selectedKeysChanged, actions, &RowActions::setSelection);
    connect(actions, &RowActions::pendingRemovalChanged, this,
            [this, actions] { setHiddenKeys(actions->pendingRemoval()); });
}

void TablePage::setRowMenu(const QList<QAction *> &actions)
{
    connect(table(), &QWidget::customContextMenuRequested, this, [this, actions](const QPoint &point) {
        if (!table()->indexAt(point).isValid())
            return;
        QMenu menu(this);
        for (QAction *action : actions) {
            if (action != nullptr)
                menu.addAction(action);
            else
                menu.addSeparator();
        }
        menu.exec(table()->viewport()->mapToGlobal(point));
    });
}

void TablePage::setHoverActions(RowActions *actions, std::function<QList<int>(const QString &key)> verbsFor)
{
    auto *hover = new HoverActions(table());
    hover->setButtons([actions, verbsFor = std::move(verbsFor)](const QModelIndex &index) {
        const QString key = index.data(models::TableKeyRole).toString();
        QList<HoverActions::Button> buttons;
        for (const int verb : verbsFor(key)) {
            const QString name = actions->action(verb)->text().remove(u'&');
            buttons.append({actions->action(verb)->icon(),
                            tr("%1: %2", "action: name of the row").arg(name, index.data().toString()),
                            [actions, verb, key] { actions->run(verb, {key}); }});
        }
        return buttons;
    });
    connect(m_source, &QAbstractItemModel::dataChanged, hover, &HoverActions::refresh);
}

QString TablePage::countText(int all) const
{
    return QString::number(all);
}

void TablePage::refreshFace()
{
    const int shown = m_shown.rowCount();
    const int all = m_source->rowCount() - int(m_shown.hiddenKeys().size());
    if (m_source->rowCount() == 0 && !m_loaded())
        setFace(Face::Loading);
    else if (all <= 0)
        setFace(Face::Empty);
    else
        setFace(shown == 0 ? Face::NothingMatches : Face::List);
    if (face() == Face::Loading || face() == Face::Empty)
        setCountText({});
    else
        setCountText(m_shown.isFiltering() ? tr("%1 of %2").arg(shown).arg(all) : countText(all));
}

} // namespace quayside::ui
