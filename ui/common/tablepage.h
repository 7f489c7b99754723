// A page over a TableModel: filter line, faces, selection by key. What can be done there is the page's own.
#pragma once

#include "models/common/tablemodel.h"
#include "ui/common/listpage.h"

namespace quayside::ui
{

class FilterEdit;

class TablePage : public ListPage
{
    Q_OBJECT

public:
    // source must outlive it. values: what can follow the keys of the filter, as for FilterEdit.
    TablePage(const QString &title, Symbol symbol, const QString &name, QAbstractItemModel *source,
              const QStringList &filterKeys, models::TableFilterModel::Holds holds,
              const QMap<QString, QStringList> &values, QWidget *parent = nullptr);

    [[nodiscard]] models::TableFilterModel *shownModel() { return &m_shown; }
    [[nodiscard]] FilterEdit *filterEdit() const { return m_filter; }
    [[nodiscard]] QString currentKey() const;
    [[nodiscard]] QStringList selectedKeys() const;
    void select(const QString &key);
    // Rows that are being removed, which can still be taken back.
    void setHiddenKeys(const QSet<QString> &keys);
    // Whether the engine's list has come: until then an empty table means "loading".
    void setLoaded(bool loaded);

signals:
    void currentKeyChanged(const QString &key); // "" for none
    void selectedKeysChanged(const QStringList &keys);

private:
    void refreshFace();

    QAbstractItemModel *m_source;
    models::TableFilterModel m_shown;
    FilterEdit *m_filter;
    bool m_loaded = false;
};

} // namespace quayside::ui
