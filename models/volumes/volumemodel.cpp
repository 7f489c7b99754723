#include "models/volumes/volumemodel.h"

#include "models/common/text.h"

#include <QRegularExpression>

namespace quayside::models
{

VolumeRow toRow(const api::Volume &volume)
{
    static const QRegularExpression madeUp(QStringLiteral("^[0-9a-f]{64}$"));
    VolumeRow row;
    row.name = QString::fromStdString(volume.name);
    row.anonymous = madeUp.match(row.name).hasMatch();
    row.driver = QString::fromStdString(volume.driver);
    row.mountpoint = QString::fromStdString(volume.mountpoint);
    row.created = Text::secondsOf(volume.createdAt);
    row.size = volume.usageData ? volume.usageData->size : -1;
    for (const auto &[name, value] : volume.labels)
        row.labels.insert(QString::fromStdString(name), QString::fromStdString(value));
    for (const auto &[name, value] : volume.options)
        row.options.insert(QString::fromStdString(name), QString::fromStdString(value));
    return row;
}

QString VolumeRow::shownName() const
{
    return anonymous ? Text::shortId(name) : name;
}

VolumeModel::VolumeModel(QObject *parent) : TableModel(describe(), parent) {}

QList<TableColumn<VolumeRow>> VolumeModel::describe()
{
    using Row = const VolumeRow &;
    return {{tr("Name"),
             [](Row row) { return row.anonymous ? tr("%1 (no name)").arg(row.shownName()) : row.name; },
             {},
             [](Row row) { return row.name; }},
            {tr("Driver"), [](Row row) { return row.driver; }, {}, {}},
            {tr("Size"),
             [](Row row) { return Text::size(row.size); },
             [](Row row) { return row.size; },
             {},
             true},
            {tr("Used by"), [](Row row) { return Text::users(row.containers); },
             [](Row row) { return -int(row.containers.size()); },
             [](Row row) { return row.containers.join(u'\n'); }},
            {tr("Created"), [](Row row) { return Text::ago(row.created); },
             [](Row row) { return -row.created; }, [](Row row) { return Text::exactTime(row.created); }},
            {tr("On this computer"), [](Row row) { return row.mountpoint; }, {}, {}}};
}

void VolumeModel::setUsage(const QHash<QString, QStringList> &containers)
{
    changeWhere([&](VolumeRow &row) { row.containers = containers.value(row.name); });
}

void VolumeModel::setSizes(const std::map<std::string, std::int64_t> &bytes)
{
    changeWhere([&](VolumeRow &row) {
        const auto found = bytes.find(row.name.toStdString());
        if (found != bytes.end())
            row.size = found->second;
    });
}

QStringList VolumeModel::filterKeys()
{
    return {QStringLiteral("name"), QStringLiteral("driver"), QStringLiteral("label"), QStringLiteral("used"),
            QStringLiteral("anonymous")};
}

QStringList VolumeModel::filterValues(const QString &key) const
{
    using Row = const VolumeRow &;
    if (key == u"name")
        return said([](Row row) { return row.anonymous ? QString() : row.name; });
    if (key == u"driver")
        return said([](Row row) { return row.driver; });
    if (key == u"label")
        return said([](Row row) { return labelTerms(row.labels); });
    return key == u"used" || key == u"anonymous" ? yesAndNo() : QStringList();
}

bool VolumeModel::holds(int row, const FilterTerm &term) const
{
    const VolumeRow &volume = at(row);
    const bool yes = term.value.startsWith(u'y', Qt::CaseInsensitive);
    if (term.key == u"driver")
        return volume.driver.startsWith(term.value, Qt::CaseInsensitive);
    if (term.key == u"label")
        return labelHolds(volume.labels, term.value);
    if (term.key == u"used")
        return yes != volume.containers.isEmpty();
    if (term.key == u"anonymous")
        return yes == volume.anonymous;
    return volume.name.contains(term.value, Qt::CaseInsensitive) ||
           (term.key.isEmpty() && volume.mountpoint.contains(term.value));
}

} // namespace quayside::models
