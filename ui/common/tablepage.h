// A page over a TableModel: filter line, faces, selection by key, menu and hover buttons of the rows. What
// can be done there is the page's own.
#pragma once

#include "models/common/groupmodel.h"
#include "models/common/tablemodel.h"
#include "ui/common/listpage.h"

#include <functional>

class QAction;
class QMenu;

namespace quayside::ui
{

class FilterEdit;
class RowActions;

// One way to put the rows of a page in groups.
struct Grouping {
    QString id, text;                    // id: of the settings; "" for none
    models::GroupModel::GroupOf groupOf; // null: none
    models::GroupModel::HeadText headText;
};

// What a page shows of its model, which must outlive it.
struct TableContent {
    QAbstractItemModel *rows;
    QStringList filterKeys;
    models::TableFilterModel::Holds holds;
    models::TableFilterModel::Precedes precedes;           // may be null
    std::function<QStringList(const QString &key)> values; // what can follow the keys, as for FilterEdit
    // Whether the engine's list has come: until then an empty table means "loading".
    std::function<bool()> loaded;
};

template <typename Model>
TableContent contentOf(Model *model, std::function<bool()> loaded)
{
    TableContent content{
        .rows = model,
        .filterKeys = Model::filterKeys(),
        .holds = [model](int row, const models::FilterTerm &term) { return model->holds(row, term); },
        .precedes = {},
        .values = [model](const QString &key) { return model->filterValues(key); },
        .loaded = std::move(loaded)};
    if constexpr (requires { model->precedes(0, 0); })
        content.precedes = [model](int left, int right) { return model->precedes(left, right); };
    return content;
}

class TablePage : public ListPage
{
    Q_OBJECT

public:
    TablePage(const QString &title, Symbol symbol, const QString &name, const TableContent &content,
              QWidget *parent = nullptr);

    [[nodiscard]] models::TableFilterModel *shownModel() { return &m_shown; }
    // What the table has: the same in groups, where the page offers them; else nullptr.
    [[nodiscard]] models::GroupModel *groupModel() const { return m_groups; }
    // By their id; remembered. What is not offered is none.
    void groupBy(const QString &id);
    [[nodiscard]] const QString &grouping() const { return m_grouping; }
    [[nodiscard]] FilterEdit *filterEdit() const { return m_filter; }
    // Of the row that details are of; "" for none.
    [[nodiscard]] QString currentKey() const;
    [[nodiscard]] QStringList selectedKeys() const; // of a selected group all of its rows
    void select(const QString &key);
    // Rows that are being removed, which can still be taken back.
    void setHiddenKeys(const QSet<QString> &keys);

public slots:
    void refreshFace();

signals:
    void currentKeyChanged(const QString &key); // "" for none
    void selectedKeysChanged(const QStringList &keys);

protected:
    // Offers these; a menu to choose from them. Call once, before the columns are set up.
    QMenu *offerGroupings(const QList<Grouping> &groupings);
    // The selection goes to the actions, and rows that they are removing are hidden.
    void follow(RowActions *actions);
    // Of the right button and the menu key; nullptr is a line between.
    void setRowMenu(const QList<QAction *> &actions);
    // Buttons over the row under the pointer: those of these verbs that make sense for it.
    void setHoverActions(RowActions *actions, std::function<QList<int>(const QString &key)> verbsFor);
    // Beside the title while nothing is filtered. all: rows that are not hidden.
    [[nodiscard]] virtual QString countText(int all) const;

private:
    QAbstractItemModel *m_source;
    void showFolds(int first, int last); // of these groups
    void rememberFold(const QModelIndex &head, bool folded);

    models::TableFilterModel m_shown;
    models::GroupModel *m_groups = nullptr; // a child
    QList<Grouping> m_groupings;
    QList<QAction *> m_groupingActions;
    QString m_grouping;
    bool m_folding = false;
    FilterEdit *m_filter;
    std::function<bool()> m_loaded;
};

} // namespace quayside::ui
