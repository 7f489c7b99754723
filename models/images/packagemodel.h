// The packages that an image's package databases name.
#pragma once

#include "engine/api/types/imagecontents.h"
#include "models/common/tablemodel.h"

namespace quayside::models
{

struct PackageRow {
    QString name, version, architecture, source, summary, database;
    qint64 size = 0; // bytes, as installed
    int layer = 0;   // index
    [[nodiscard]] QString key() const
    {
        return QStringLiteral("%1 %2 %3 %4").arg(database, name, architecture, version);
    }
    bool operator==(const PackageRow &) const = default;
};

class PackageModel : public TableModel<PackageRow>
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        VersionColumn,
        SizeColumn,
        ArchitectureColumn,
        LayerColumn,
        SourceColumn,
        DatabaseColumn,
        SummaryColumn
    };

    explicit PackageModel(QObject *parent = nullptr);
    void setPackages(const api::ImagePackages &packages);
    [[nodiscard]] qint64 bytes() const; // of all

    static QStringList filterKeys(); // name, version, arch, source, layer, db
    [[nodiscard]] QStringList filterValues(const QString &key) const;
    [[nodiscard]] bool holds(int row, const FilterTerm &term) const;

private:
    static QList<TableColumn<PackageRow>> describe();
};

} // namespace quayside::models
