#include "models/images/packagemodel.h"

#include "models/common/text.h"

namespace quayside::models
{

PackageModel::PackageModel(QObject *parent) : TableModel(describe(), parent) {}

QList<TableColumn<PackageRow>> PackageModel::describe()
{
    using Row = const PackageRow &;
    const auto about = [](Row row) {
        return row.summary.isEmpty() ? row.name
                                     : tr("%1: %2", "package, what it is").arg(row.name, row.summary);
    };
    return {{tr("Package"), [](Row row) { return row.name; }, {}, about},
            {tr("Version"), [](Row row) { return row.version; }, {}, {}},
            {tr("Size"), [](Row row) { return row.size > 0 ? Text::size(row.size) : QString(); },
             [](Row row) { return row.size; }, about, true},
            {tr("Architecture"), [](Row row) { return row.architecture; }, {}, {}},
            {tr("Layer"), [](Row row) { return QString::number(row.layer + 1); },
             [](Row row) { return row.layer; },
             [](Row row) { return tr("Installed by layer %1").arg(row.layer + 1); }, true},
            {tr("Source"), [](Row row) { return row.source; }, {}, {}},
            {tr("Database"), [](Row row) { return row.database; }, {}, {}},
            {tr("Summary"), [](Row row) { return row.summary; }, {}, {}}};
}

void PackageModel::setPackages(const api::ImagePackages &packages)
{
    QList<PackageRow> rows;
    rows.reserve(qsizetype(packages.packages.size()));
    for (const api::ImagePackage &package : packages.packages)
        rows.append({.name = QString::fromStdString(package.name),
                     .version = QString::fromStdString(package.version),
                     .architecture = QString::fromStdString(package.architecture),
                     .source = QString::fromStdString(package.source),
                     .summary = QString::fromStdString(package.summary),
                     .database = QString::fromStdString(package.database),
                     .size = package.size,
                     .layer = int(package.layer)});
    reset(rows);
}

qint64 PackageModel::bytes() const
{
    qint64 sum = 0;
    for (const PackageRow &row : rows())
        sum += row.size;
    return sum;
}

QStringList PackageModel::filterKeys()
{
    return {QStringLiteral("name"),   QStringLiteral("version"), QStringLiteral("arch"),
            QStringLiteral("source"), QStringLiteral("layer"),   QStringLiteral("db")};
}

QStringList PackageModel::filterValues(const QString &key) const
{
    using Row = const PackageRow &;
    if (key == u"name")
        return said([](Row row) { return row.name; });
    if (key == u"version")
        return said([](Row row) { return row.version; });
    if (key == u"arch")
        return said([](Row row) { return row.architecture; });
    if (key == u"source")
        return said([](Row row) { return row.source; });
    if (key == u"layer")
        return said([](Row row) { return QString::number(row.layer + 1); });
    return key == u"db" ? said([](Row row) { return row.database; }) : QStringList();
}

bool PackageModel::holds(int row, const FilterTerm &term) const
{
    const PackageRow &package = at(row);
    const auto contains = [&](const QString &text) { return text.contains(term.value, Qt::CaseInsensitive); };
    if (term.key == u"name")
        return contains(package.name);
    if (term.key == u"version")
        return contains(package.version);
    if (term.key == u"arch")
        return contains(package.architecture);
    if (term.key == u"source")
        return contains(package.source);
    if (term.key == u"layer")
        return QString::number(package.layer + 1) == term.value;
    if (term.key == u"db")
        return contains(package.database);
    return contains(package.name) || contains(package.summary) || package.version.startsWith(term.value);
}

} // namespace quayside::models
