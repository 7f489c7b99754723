// The networks of the engine.
#pragma once

#include "engine/api/types/network.h"
#include "models/common/rowmodel.h"

namespace quayside::models
{

struct NetworkRow {
    QString id, name, driver, subnets;
    bool internal = false;
    int containers = 0;

    [[nodiscard]] QString key() const { return id; }
    bool operator==(const NetworkRow &) const = default;
};

NetworkRow toRow(const api::Network &network);

class NetworkModel : public RowModel<NetworkRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, DriverColumn, SubnetColumn, IdColumn, ColumnCount };
    enum Roles { KeyRole = Qt::UserRole + 1 };

    using RowModel::RowModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace quayside::models
