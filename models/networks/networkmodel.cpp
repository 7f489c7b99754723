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
    row.scope = QString::fromStdString(network.scope);
    for (const api::IPAMConfig &config : network.ipam.config)
        row.subnets.append(QString::fromStdString(config.subnet));
    row.internal = network.internal;
    row.builtIn =
        row.name == u"bridge" || row.name == u"host" || row.name == u"none" || row.name == u"podman";
    row.created = Text::secondsOf(network.created);
    for (const auto &[name, value] : network.labels)
        row.labels.insert(QString::fromStdString(name), QString::fromStdString(value));
    return row;
}

QStringList usersOf(const NetworkRow &network, const QHash<QString, QStringList> &containers)
{
    QStringList names = containers.value(network.id) + containers.value(network.name);
    names.removeDuplicates();
    names.sort(Qt::CaseInsensitive);
    return names;
}

NetworkModel::NetworkModel(QObject *parent) : TableModel(describe(), parent) {}

QList<TableColumn<NetworkRow>> NetworkModel::describe()
{
    using Row = const NetworkRow &;
    return {{tr("Name"), [](Row row) { return row.name; }, {}, {}},
            {tr("Driver"),
             [](Row row) { return row.internal ? tr("%1, internal").arg(row.driver) : row.driver; },
             {},
             {}},
            {tr("Addresses"), [](Row row) { return row.subnets.join(QStringLiteral(", ")); }, {}, {}},
            {tr("Used by"), [](Row row) { return Text::users(row.containers); },
             [](Row row) { return -int(row.containers.size()); },
             [](Row row) { return row.containers.join(u'\n'); }},
            {tr("Created"), [](Row row) { return Text::ago(row.created); },
             [](Row row) { return -row.created; }, [](Row row) { return Text::exactTime(row.created); }},
            {tr("Id"), [](Row row) { return Text::shortId(row.id); }, {}, [](Row row) { return row.id; }}};
}

void NetworkModel::setUsage(const QHash<QString, QStringList> &containers)
{
    changeWhere([&](NetworkRow &row) { row.containers = usersOf(row, containers); });
}

QStringList NetworkModel::filterKeys()
{
    return {QStringLiteral("name"), QStringLiteral("driver"), QStringLiteral("subnet"),
            QStringLiteral("id"),   QStringLiteral("label"),  QStringLiteral("used")};
}

QStringList NetworkModel::filterValues(const QString &key) const
{
    using Row = const NetworkRow &;
    if (key == u"name")
        return said([](Row row) { return row.name; });
    if (key == u"driver")
        return said([](Row row) { return row.driver; });
    if (key == u"subnet")
        return said([](Row row) { return row.subnets; });
    if (key == u"id")
        return said([](Row row) { return Text::shortId(row.id); });
    if (key == u"label")
        return said([](Row row) { return labelTerms(row.labels); });
    return key == u"used" ? yesAndNo() : QStringList();
}

bool NetworkModel::holds(int row, const FilterTerm &term) const
{
    const NetworkRow &network = at(row);
    if (term.key == u"driver")
        return network.driver.startsWith(term.value, Qt::CaseInsensitive);
    if (term.key == u"subnet")
        return network.subnets.join(u' ').contains(term.value, Qt::CaseInsensitive);
    if (term.key == u"id")
        return network.id.startsWith(term.value, Qt::CaseInsensitive);
    if (term.key == u"label")
        return labelHolds(network.labels, term.value);
    if (term.key == u"used")
        return term.value.startsWith(u'y', Qt::CaseInsensitive) != network.containers.isEmpty();
    return network.name.contains(term.value, Qt::CaseInsensitive) ||
           (term.key.isEmpty() && network.subnets.join(u' ').contains(term.value));
}

} // namespace quayside::models
