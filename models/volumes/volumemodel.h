// The volumes of the engine.
#pragma once

#include "engine/api/types/volume.h"
#include "models/common/rowmodel.h"

namespace quayside::models
{

struct VolumeRow {
    QString name, driver, mountpoint;
    qint64 created = 0; // seconds since 1970; 0: not known

    [[nodiscard]] QString key() const { return name; }
    bool operator==(const VolumeRow &) const = default;
};

VolumeRow toRow(const api::Volume &volume);

class VolumeModel : public RowModel<VolumeRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, DriverColumn, CreatedColumn, MountpointColumn, ColumnCount };
    enum Roles { KeyRole = Qt::UserRole + 1 };

    using RowModel::RowModel;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace quayside::models
