#include "models/volumes/volumemodel.h"

#include "models/common/text.h"

#include <QDateTime>

namespace quayside::models
{

VolumeRow toRow(const api::Volume &volume)
{
    VolumeRow row;
    row.name = QString::fromStdString(volume.name);
    row.driver = QString::fromStdString(volume.driver);
    row.mountpoint = QString::fromStdString(volume.mountpoint);
    const QDateTime created =
        QDateTime::fromString(QString::fromStdString(volume.createdAt), Qt::ISODateWithMs);
    row.created = created.isValid() ? created.toSecsSinceEpoch() : 0;
    return row;
}

int VolumeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VolumeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const VolumeRow &row = at(index.row());
    if (role == KeyRole)
        return row.key();
    if (role == Qt::ToolTipRole && index.column() == CreatedColumn)
        return Text::exactTime(row.created);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return row.name;
    case DriverColumn:
        return row.driver;
    case CreatedColumn:
        return Text::ago(row.created);
    case MountpointColumn:
        return row.mountpoint;
    default:
        return {};
    }
}

QVariant VolumeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case DriverColumn:
        return tr("Driver");
    case CreatedColumn:
        return tr("Created");
    case MountpointColumn:
        return tr("On this machine");
    default:
        return {};
    }
}

} // namespace quayside::models
