// The networks of the engine.
#pragma once

#include "engine/api/types/network.h"
#include "models/common/tablemodel.h"

#include <QMap>

namespace quayside::models
{

struct NetworkRow {
    QString id, name, driver, scope;
    QStringList subnets;
    bool internal = false;
    bool builtIn = false;   // bridge, host, none: nobody can remove them
    qint64 created = 0;     // seconds since 1970; 0: not known
    QStringList containers; // names of those that are made to use it, running or not
    QMap<QString, QString> labels;

    [[nodiscard]] QString key() const { return id; }
    bool operator==(const NetworkRow &) const = default;
};

NetworkRow toRow(const api::Network &network);

class NetworkModel : public TableModel<NetworkRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, DriverColumn, SubnetColumn, UsedByColumn, CreatedColumn, IdColumn };

    explicit NetworkModel(QObject *parent = nullptr);

    // Names of containers, by the id of their network, or its name.
    void setUsage(const QHash<QString, QStringList> &containers);
    static QStringList filterKeys(); // name, driver, subnet, id, label, used
    [[nodiscard]] QStringList filterValues(const QString &key) const;
    [[nodiscard]] bool holds(int row, const FilterTerm &term) const;

private:
    static QList<TableColumn<NetworkRow>> describe();
};

// Of both lists of usage: in the network's row, by id or by name, sorted.
QStringList usersOf(const NetworkRow &network, const QHash<QString, QStringList> &containers);

} // namespace quayside::models
