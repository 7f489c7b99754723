// The volumes of the engine.
#pragma once

#include "engine/api/types/volume.h"
#include "models/common/tablemodel.h"

#include <QMap>

#include <map>

namespace quayside::models
{

struct VolumeRow {
    QString name, driver, mountpoint;
    bool anonymous = false; // the engine named it itself
    qint64 created = 0;     // seconds since 1970; 0: not known
    qint64 size = -1;       // bytes; -1: not known (yet)
    QStringList containers; // names of those that mount it, running or not
    QMap<QString, QString> labels, options;

    [[nodiscard]] QString key() const { return name; }
    // Twelve digits stand for the 64 of a name that nobody has given.
    [[nodiscard]] QString shownName() const;
    bool operator==(const VolumeRow &) const = default;
};

VolumeRow toRow(const api::Volume &volume);

class VolumeModel : public TableModel<VolumeRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, DriverColumn, SizeColumn, UsedByColumn, CreatedColumn, MountpointColumn };

    explicit VolumeModel(QObject *parent = nullptr);

    void setUsage(const QHash<QString, QStringList> &containers); // names of containers by volume name
    void setSizes(const std::map<std::string, std::int64_t> &bytes);
    static QStringList filterKeys(); // name, driver, label, used, anonymous
    [[nodiscard]] QStringList filterValues(const QString &key) const;
    [[nodiscard]] bool holds(int row, const FilterTerm &term) const;

private:
    static QList<TableColumn<VolumeRow>> describe();
};

} // namespace quayside::models
