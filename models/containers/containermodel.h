// The containers of the engine, as a table.
#pragma once

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
        IdColumn
    };
    enum Roles { StateRole = FirstOwnTableRole, HealthRole, PortsRole };

    explicit ContainerModel(QObject *parent = nullptr);

    // What only an inspect tells about a container that has ended.
    void setExitDetails(const QString &id, bool outOfMemory, qint64 finishedAt,
                        EndCause cause = EndCause::Unknown);
    [[nodiscard]] int runningCount() const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    static QStringList filterKeys(); // status, name, image, port, label, id, health, network, volume, project
    [[nodiscard]] bool holds(int row, const FilterTerm &term) const;
    [[nodiscard]] bool precedes(int left, int right) const; // the newest first

private:
    static QList<TableColumn<ContainerRow>> describe();
};

} // namespace quayside::models
