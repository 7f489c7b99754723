// The containers of the engine, as a table.
#pragma once

#include "models/containers/containeruse.h"

#include "models/common/tablemodel.h"
#include "models/containers/containerrow.h"

namespace quayside::models
{

class ContainerModel : public TableModel<ContainerRow>
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
        CpuColumn, // from here on its use of the machine
        MemoryColumn,
        NetworkColumn,
        DiskColumn,
        ProcessesColumn,
        PressureColumn,
        ColumnCount
    };
    // UseHistoryRole: of the columns of CPU and memory, QList<float>, the newest last.
    enum Roles { StateRole = FirstOwnTableRole, HealthRole, PortsRole, UseHistoryRole };

    explicit ContainerModel(QObject *parent = nullptr);

    // What only an inspect tells about a container that has ended.
    void setExitDetails(const QString &id, bool outOfMemory, qint64 finishedAt,
                        EndCause cause = EndCause::Unknown);
    [[nodiscard]] int runningCount() const;

    // What the running ones use now, by id; those that are not in it use nothing. reorder: false where rows
    // must stay where they are, whatever they are sorted by; the next call with true makes up for it.
    void setUse(const QHash<QString, ContainerUse> &use, bool reorder);
    [[nodiscard]] const ContainerUse *useOf(const QString &id) const; // nullptr: not known

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    static QStringList filterKeys(); // status, name, image, port, label, id, health, network, volume, project
    [[nodiscard]] QStringList filterValues(const QString &key) const;
    [[nodiscard]] bool holds(int row, const FilterTerm &term) const;
    [[nodiscard]] bool precedes(int left, int right) const; // the newest first

private:
    QList<TableColumn<ContainerRow>> describe();
    [[nodiscard]] TableColumn<ContainerRow> useColumn(const QString &title, float ContainerUse::*value,
                                                      QString (*words)(double)) const;

    QHash<QString, ContainerUse> m_use, m_sortedUse;
};

} // namespace quayside::models
