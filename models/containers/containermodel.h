// The containers of the engine, as a table.
#pragma once

#include "models/common/filter.h"
#include "models/common/rowmodel.h"
#include "models/containers/containerrow.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace quayside::models
{

class ContainerModel : public RowModel<ContainerRow>
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        StatusColumn,
        ImageColumn,
        PortsColumn,
        CreatedColumn,
        CommandColumn,
        IdColumn,
        HealthColumn,
        ColumnCount
    };
    enum Roles { IdRole = Qt::UserRole + 1, StateRole, HealthRole, PortsRole, SortRole };

    using RowModel::RowModel;

    // What only an inspect tells about a container that has ended.
    void setExitDetails(const QString &id, bool outOfMemory, qint64 finishedAt);
    [[nodiscard]] int runningCount() const;
    [[nodiscard]] bool anyHealth() const; // whether a container has a health check

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Times are relative: emits dataChanged for their columns. Costs no call of the engine.
    void refreshTimes();

private:
    [[nodiscard]] QVariant displayData(const ContainerRow &row, int column) const;
    [[nodiscard]] QVariant sortData(const ContainerRow &row, int column) const;
    [[nodiscard]] QVariant toolTip(const ContainerRow &row, int column) const;
};

// What of it is shown: the filter line, and rows that are about to go (removal can still be undone).
class ContainerFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ContainerFilterModel(QObject *parent = nullptr);

    static QStringList filterKeys(); // status, name, image, port, label, id, health
    void setFilterText(const QString &text);
    void setHiddenIds(const QSet<QString> &ids);
    [[nodiscard]] bool isFiltering() const { return !m_filter.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    Filter m_filter;
    QSet<QString> m_hidden;
};

} // namespace quayside::models
