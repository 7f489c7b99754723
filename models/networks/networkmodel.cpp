#include "models/networks/networkmodel.h"

#include "models/common/text.h"

namespace quayside::models
{

NetworkRow toRow(const api::Network &network)
{
    NetworkRow row;
    row.id = QString::fromStdString(network.id);
    row.name = QString::fromStdString(network.name);
    row.driver = QString::fromStdString(network.driver);
    QStringList subnets;
    for (const api::IPAMConfig &config : network.ipam.config)
        subnets.append(QString::fromStdString(config.subnet));
    row.subnets = subnets.join(QStringLiteral(", "));
    row.internal = network.internal;
    row.containers = int(network.containers.size());
    return row;
}

int NetworkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NetworkModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NetworkRow &row = at(index.row());
    if (role == KeyRole)
        return row.key();
    if (role == Qt::ToolTipRole && index.column() == IdColumn)
        return row.id;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return row.name;
    case DriverColumn:
        return row.internal ? tr("%1, internal").arg(row.driver) : row.driver;
    case SubnetColumn:
        return row.subnets;
    case IdColumn:
        return Text::shortId(row.id);
    default:
        return {};
    }
}

QVariant NetworkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case DriverColumn:
        return tr("Driver");
    case SubnetColumn:
        return tr("Addresses");
    case IdColumn:
        return tr("Id");
    default:
        return {};
    }
}

} // namespace quayside::models
