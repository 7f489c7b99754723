#include "models/containers/containermodel.h"

#include "models/common/text.h"

#include <QDateTime>

#include <algorithm>

namespace quayside::models
{

namespace
{

bool containsText(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

bool statusHolds(const ContainerRow &row, const QString &value)
{
    const QString word = stateWord(row.state);
    if (word.startsWith(value, Qt::CaseInsensitive))
        return true;
    // docker's own word for whatever has ended
    return row.state == ContainerState::Failed &&
           QStringLiteral("exited").startsWith(value, Qt::CaseInsensitive);
}

bool portHolds(const ContainerRow &row, const QString &value)
{
    const int port = value.toInt();
    return port > 0 && std::ranges::any_of(row.ports, [port](const PublishedPort &p) {
               return p.hostPort == port || p.containerPort == port;
           });
}

QStringList portNumbers(const ContainerRow &row)
{
    QStringList numbers;
    for (const PublishedPort &port : row.ports) {
        if (port.hostPort > 0)
            numbers.append(QString::number(port.hostPort));
        numbers.append(QString::number(port.containerPort));
    }
    return numbers;
}

QStringList namedVolumes(const ContainerRow &row)
{
    QStringList names;
    for (const MountedVolume &volume : row.volumes) {
        if (!volume.anonymous)
            names.append(volume.name);
    }
    return names;
}

bool healthHolds(const ContainerRow &row, const QString &value)
{
    static const QMap<Health, QString> words = {{Health::None, QStringLiteral("none")},
                                                {Health::Starting, QStringLiteral("starting")},
                                                {Health::Healthy, QStringLiteral("healthy")},
                                                {Health::Unhealthy, QStringLiteral("unhealthy")}};
    return words.value(row.health).startsWith(value, Qt::CaseInsensitive);
}

QString portsText(const ContainerRow &row)
{
    QStringList texts;
    for (const PublishedPort &port : row.ports)
        texts.append(portText(port));
    return texts.join(QStringLiteral(", "));
}

QString portsToolTip(const ContainerRow &row)
{
    QStringList lines;
    for (const PublishedPort &port : row.ports) {
        const QString url = portUrl(port);
        lines.append(url.isEmpty()
                         ? ContainerModel::tr("port %1 of the container, not published").arg(portText(port))
                         : url);
    }
    return lines.join(u'\n');
}

QString statusToolTip(const ContainerRow &row)
{
    return row.since > 0 ? ContainerModel::tr("%1\nsince %2").arg(stateText(row), Text::exactTime(row.since))
                         : stateText(row);
}

// By state, and those first among the running ones whose check fails.
int statusOrder(const ContainerRow &row)
{
    const bool unwell = row.state == ContainerState::Running && row.health == Health::Unhealthy;
    return int(row.state) * 2 + (unwell ? 0 : 1);
}

} // namespace

ContainerModel::ContainerModel(QObject *parent) : TableModel(describe(), parent) {}

QList<TableColumn<ContainerRow>> ContainerModel::describe()
{
    using Row = const ContainerRow &;
    return {{tr("Name"), [](Row row) { return row.name; }, {}, {}},
            {tr("Status"), [](Row row) { return statusText(row, QDateTime::currentSecsSinceEpoch()); },
             statusOrder, statusToolTip},
            {tr("Image"), [](Row row) { return row.image; }, {}, {}},
            {tr("Ports"), portsText,
             [](Row row) { return row.ports.isEmpty() ? 0 : std::max(row.ports.first().hostPort, 1); },
             portsToolTip},
            {tr("Created"), [](Row row) { return Text::ago(row.created); },
             [](Row row) { return -row.created; }, // the first click shows the newest
             [](Row row) { return Text::exactTime(row.created); }},
            {tr("Command"), [](Row row) { return row.command; }, {}, {}},
            {tr("Id"), [](Row row) { return Text::shortId(row.id); }, {}, [](Row row) { return row.id; }},
            useColumn(tr("CPU"), &ContainerUse::cpu, percentText),
            useColumn(tr("Memory"), &ContainerUse::memory, bytesText),
            useColumn(tr("Network"), &ContainerUse::network, rateText),
            useColumn(tr("Disk"), &ContainerUse::disk, rateText),
            useColumn(tr("Processes"), &ContainerUse::processes, countText),
            useColumn(tr("Pressure"), &ContainerUse::pressure, percentText)};
}

// The first click shows those that use the most.
TableColumn<ContainerRow> ContainerModel::useColumn(const QString &title, float ContainerUse::*value,
                                                    QString (*words)(double)) const
{
    const auto text = [this, value, words](const ContainerRow &row) {
        const ContainerUse *use = useOf(row.id);
        return use != nullptr && use->*value >= 0 ? words(double(use->*value)) : QString();
    };
    return {.title = title,
            .text = text,
            .sortBy = [this, value](const ContainerRow &row) -> QVariant {
                const auto use = m_sortedUse.constFind(row.id);
                return use == m_sortedUse.constEnd() ? 1.0 : -double((*use).*value);
            },
            .toolTip = {},
            .number = true};
}

void ContainerModel::setUse(const QHash<QString, ContainerUse> &use, bool reorder)
{
    m_use = use;
    if (reorder)
        m_sortedUse = use;
    if (rowCount() == 0)
        return;
    QList<int> roles{Qt::DisplayRole, UseHistoryRole};
    if (reorder)
        roles.append(TableSortRole);
    emit dataChanged(index(0, CpuColumn), index(rowCount() - 1, ColumnCount - 1), roles);
}

const ContainerUse *ContainerModel::useOf(const QString &id) const
{
    const auto found = m_use.constFind(id);
    return found == m_use.constEnd() ? nullptr : &*found;
}

void ContainerModel::setExitDetails(const QString &id, bool outOfMemory, qint64 finishedAt, EndCause cause)
{
    const ContainerRow *found = find(id);
    if (found == nullptr || found->isRunning())
        return;
    ContainerRow row = *found;
    row.outOfMemory = outOfMemory;
    row.endCause = cause;
    if (finishedAt > 0)
        row.since = finishedAt;
    upsert(row);
}

int ContainerModel::runningCount() const
{
    return int(std::ranges::count(rows(), ContainerState::Running, &ContainerRow::state));
}

QVariant ContainerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ContainerRow &row = at(index.row());
    switch (role) {
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn
                   ? tr("%1, %2", "name, state, for screen readers").arg(row.name, stateText(row))
                   : TableModel::data(index, Qt::DisplayRole);
    case StateRole:
        return int(row.state);
    case HealthRole:
        return int(row.health);
    case PortsRole:
        return QVariant::fromValue(row.ports);
    case UseHistoryRole: {
        const ContainerUse *use = useOf(row.id);
        if (use == nullptr || (index.column() != CpuColumn && index.column() != MemoryColumn))
            return {};
        return QVariant::fromValue(index.column() == CpuColumn ? use->cpuHistory : use->memoryHistory);
    }
    default:
        return TableModel::data(index, role);
    }
}

QStringList ContainerModel::filterKeys()
{
    return {QStringLiteral("status"), QStringLiteral("name"),    QStringLiteral("image"),
            QStringLiteral("port"),   QStringLiteral("label"),   QStringLiteral("id"),
            QStringLiteral("health"), QStringLiteral("network"), QStringLiteral("volume"),
            QStringLiteral("project")};
}

QStringList ContainerModel::filterValues(const QString &key) const
{
    using Row = const ContainerRow &;
    if (key == u"status")
        return {QStringLiteral("running"), QStringLiteral("paused"), QStringLiteral("restarting"),
                QStringLiteral("created"), QStringLiteral("exited"), QStringLiteral("failed")};
    if (key == u"health")
        return {QStringLiteral("healthy"), QStringLiteral("unhealthy"), QStringLiteral("starting"),
                QStringLiteral("none")};
    if (key == u"name")
        return said([](Row row) { return row.name; });
    if (key == u"image")
        return said([](Row row) { return row.image; });
    if (key == u"port")
        return said(portNumbers);
    if (key == u"label")
        return said([](Row row) { return labelTerms(row.labels); });
    if (key == u"id")
        return said([](Row row) { return Text::shortId(row.id); });
    if (key == u"network")
        return said([](Row row) { return row.networkNames; });
    if (key == u"volume")
        return said(namedVolumes);
    return key == u"project" ? said(projectOf) : QStringList();
}

bool ContainerModel::holds(int at, const FilterTerm &term) const
{
    const ContainerRow &row = this->at(at);
    if (term.key == u"status")
        return statusHolds(row, term.value);
    if (term.key == u"name")
        return containsText(row.name, term.value);
    if (term.key == u"image")
        return containsText(row.image, term.value);
    if (term.key == u"port")
        return portHolds(row, term.value);
    if (term.key == u"label")
        return labelHolds(row.labels, term.value);
    if (term.key == u"id")
        return row.id.startsWith(term.value, Qt::CaseInsensitive);
    if (term.key == u"health")
        return healthHolds(row, term.value);
    if (term.key == u"network")
        return std::ranges::any_of(row.networkNames + row.networks,
                                   [&](const QString &name) { return name.startsWith(term.value); });
    if (term.key == u"volume")
        return std::ranges::any_of(row.volumes, [&](const MountedVolume &volume) {
            return containsText(volume.name, term.value) || volume.destination == term.value;
        });
    if (term.key == u"project")
        return containsText(projectOf(row), term.value);
    return containsText(row.name, term.value) || containsText(row.image, term.value) ||
           containsText(row.command, term.value) || row.id.startsWith(term.value, Qt::CaseInsensitive);
}

bool ContainerModel::precedes(int left, int right) const
{
    const ContainerRow &first = at(left), &second = at(right);
    return first.created != second.created ? first.created > second.created : first.name < second.name;
}

} // namespace quayside::models
