#include "ui/common/tablepage.h"

#include "ui/common/filteredit.h"
#include "ui/common/hoveractions.h"
#include "ui/common/rowactions.h"
#include "ui/common/rowdelegate.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>

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

// The table's model is another one from here on, and with it its selection.
QMenu *TablePage::offerGroupings(const QList<Grouping> &groupings)
{
    m_groupings = groupings;
    m_groups = new models::GroupModel(&m_shown, this);
    const QItemSelectionModel *old = table()->selectionModel();
    table()->setModel(m_groups);
    delete old;
    connect(table()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { emit selectedKeysChanged(selectedKeys()); });
    connect(m_groups, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &parent, int first, int last) {
                if (!parent.isValid() && !m_folding)
                    showFolds(first, last);
            });
    connect(table(), &QTreeView::collapsed, this,
            [this](const QModelIndex &head) { rememberFold(head, true); });
    connect(table(), &QTreeView::expanded, this,
            [this](const QModelIndex &head) { rememberFold(head, false); });
    auto *menu = new QMenu(tr("Sho&w in groups"), this);
    auto *choice = new QActionGroup(menu);
    for (const Grouping &grouping : groupings) {
        QAction *action = menu->addAction(grouping.text);
        action->setCheckable(true);
        choice->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = grouping.id] { groupBy(id); });
        m_groupingActions.append(action);
    }
    const QSettings settings;
    groupBy(settings.value(table()->name() + QStringLiteral("/grouping")).toString());
    return menu;
}

void TablePage::groupBy(const QString &id)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i < m_groupings.size(); ++i) {
        if (m_groupings[i].id == id)
            at = i;
    }
    const Grouping &grouping = m_groupings[at];
    const QString chosen = currentKey();
    m_grouping = grouping.id;
    m_groupingActions[at]->setChecked(true);
    table()->setGrouped(grouping.groupOf != nullptr);
    m_folding = true; // all at once, below
    m_groups->setGrouping(grouping.groupOf, grouping.headText);
    m_folding = false;
    showFolds(0, m_groups->rowCount() - 1);
    if (!chosen.isEmpty())
        select(chosen);
    emit selectedKeysChanged(selectedKeys()); // a model that begins anew does not tell
    QSettings().setValue(table()->name() + QStringLiteral("/grouping"), m_grouping);
}

// Open, but for those that were folded by hand.
void TablePage::showFolds(int first, int last)
{
    if (!m_groups->isGrouped())
        return;
    m_folding = true;
    const QStringList folded =
        QSettings().value(QStringLiteral("%1/folded/%2").arg(table()->name(), m_grouping)).toStringList();
    for (int row = first; row <= last; ++row) {
        const QModelIndex head = m_groups->index(row, 0);
        table()->setFirstColumnSpanned(row, {}, true);
        table()->setExpanded(head, !folded.contains(m_groups->titleOf(head)));
    }
    m_folding = false;
}

void TablePage::rememberFold(const QModelIndex &head, bool folded)
{
    if (m_folding)
        return;
    const QString key = QStringLiteral("%1/folded/%2").arg(table()->name(), m_grouping);
    QStringList all = QSettings().value(key).toStringList();
    all.removeAll(m_groups->titleOf(head));
    if (folded)
        all.append(m_groups->titleOf(head));
    QSettings().setValue(key, all);
}

QString TablePage::currentKey() const
{
    return table()->chosenRow().data(models::TableKeyRole).toString();
}

QStringList TablePage::selectedKeys() const
{
    QStringList keys;
    for (const QModelIndex &index : table()->selectionModel()->selectedRows()) {
        if (m_groups != nullptr)
            keys += m_groups->keysOf(index);
        else
            keys.append(index.data(models::TableKeyRole).toString());
    }
    keys.removeDuplicates(); // of a group and a row of it
    return keys;
}

void TablePage::select(const QString &key)
{
    for (int row = 0; row < m_shown.rowCount(); ++row) {
        const QModelIndex index = m_shown.index(row, 0);
        if (index.data(models::TableKeyRole).toString() == key) {
            table()->chooseRow(m_groups == nullptr ? index : m_groups->mapFromSource(index));
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
