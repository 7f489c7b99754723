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

bool healthHolds(const ContainerRow &row, const QString &value)
{
    static const QMap<Health, QString> words = {{Health::None, QStringLiteral("none")},
                                                {Health::Starting, QStringLiteral("starting")},
                                                {Health::Healthy, QStringLiteral("healthy")},
                                                {Health::Unhealthy, QStringLiteral("unhealthy")}};
    return words.value(row.health).startsWith(value, Qt::CaseInsensitive);
}

bool termHolds(const ContainerRow &row, const FilterTerm &term)
{
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
    return containsText(row.name, term.value) || containsText(row.image, term.value) ||
           containsText(row.command, term.value) || row.id.startsWith(term.value, Qt::CaseInsensitive);
}

QString portsText(const ContainerRow &row)
{
    QStringList texts;
    for (const PublishedPort &port : row.ports)
        texts.append(portText(port));
    return texts.join(QStringLiteral(", "));
}

} // namespace

void ContainerModel::setExitDetails(const QString &id, bool outOfMemory, qint64 finishedAt)
{
    const ContainerRow *found = find(id);
    if (found == nullptr || found->isRunning())
        return;
    ContainerRow row = *found;
    row.outOfMemory = outOfMemory;
    if (finishedAt > 0)
        row.since = finishedAt;
    upsert(row);
}

int ContainerModel::runningCount() const
{
    return int(std::ranges::count(rows(), ContainerState::Running, &ContainerRow::state));
}

bool ContainerModel::anyHealth() const
{
    return std::ranges::any_of(rows(), [](const ContainerRow &row) { return row.health != Health::None; });
}

int ContainerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ContainerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ContainerRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayData(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn
                   ? tr("%1, %2", "name, state, for screen readers").arg(row.name, stateText(row))
                   : displayData(row, index.column());
    case IdRole:
        return row.id;
    case StateRole:
        return int(row.state);
    case HealthRole:
        return int(row.health);
    case PortsRole:
        return QVariant::fromValue(row.ports);
    case SortRole:
        return sortData(row, index.column());
    default:
        return {};
    }
}

QVariant ContainerModel::displayData(const ContainerRow &row, int column) const
{
    switch (column) {
    case NameColumn:
        return row.name;
    case StatusColumn:
        return statusText(row, QDateTime::currentSecsSinceEpoch());
    case ImageColumn:
        return row.image;
    case PortsColumn:
        return portsText(row);
    case CreatedColumn:
        return Text::ago(row.created);
    case CommandColumn:
        return row.command;
    case HealthColumn:
        return healthText(row.health);
    case IdColumn:
        return Text::shortId(row.id);
    default:
        return {};
    }
}

QVariant ContainerModel::sortData(const ContainerRow &row, int column) const
{
    switch (column) {
    case StatusColumn:
        return int(row.state);
    case PortsColumn:
        return row.ports.isEmpty() ? 0 : std::max(row.ports.first().hostPort, 1);
    case CreatedColumn:
        return -row.created; // the first click shows the newest
    default:
        return displayData(row, column);
    }
}

QVariant ContainerModel::toolTip(const ContainerRow &row, int column) const
{
    switch (column) {
    case NameColumn:
        return row.name;
    case StatusColumn:
        return row.since > 0 ? tr("%1\nsince %2").arg(stateText(row), Text::exactTime(row.since))
                             : stateText(row);
    case ImageColumn:
        return row.image;
    case PortsColumn: {
        QStringList lines;
        for (const PublishedPort &port : row.ports) {
            const QString url = portUrl(port);
            lines.append(url.isEmpty() ? tr("port %1 of the container, not published").arg(portText(port))
                                       : url);
        }
        return lines.join(u'\n');
    }
    case CreatedColumn:
        return Text::exactTime(row.created);
    case IdColumn:
        return row.id;
    default:
        return row.command;
    }
}

QVariant ContainerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case StatusColumn:
        return tr("Status");
    case ImageColumn:
        return tr("Image");
    case PortsColumn:
        return tr("Ports");
    case CreatedColumn:
        return tr("Created");
    case CommandColumn:
        return tr("Command");
    case IdColumn:
        return tr("Id");
    case HealthColumn:
        return tr("Health");
    default:
        return {};
    }
}

void ContainerModel::refreshTimes()
{
    if (rowCount() == 0)
        return;
    for (const int column : {StatusColumn, CreatedColumn})
        emit dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole});
}

ContainerFilterModel::ContainerFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ContainerModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

QStringList ContainerFilterModel::filterKeys()
{
    return {QStringLiteral("status"), QStringLiteral("name"), QStringLiteral("image"), QStringLiteral("port"),
            QStringLiteral("label"),  QStringLiteral("id"),   QStringLiteral("health")};
}

void ContainerFilterModel::setFilterText(const QString &text)
{
    m_filter = Filter::parse(text, filterKeys());
    invalidateRowsFilter();
}

void ContainerFilterModel::setHiddenIds(const QSet<QString> &ids)
{
    if (m_hidden == ids)
        return;
    m_hidden = ids;
    invalidateRowsFilter();
}

bool ContainerFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const ContainerRow &container = static_cast<const ContainerModel *>(sourceModel())->at(row);
    return !m_hidden.contains(container.id) &&
           m_filter.matches([&](const FilterTerm &term) { return termHolds(container, term); });
}

bool ContainerFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(ContainerModel::SortRole), b = right.data(ContainerModel::SortRole);
    if (a != b)
        return QSortFilterProxyModel::lessThan(left, right);
    const auto *model = static_cast<const ContainerModel *>(sourceModel());
    const ContainerRow &first = model->at(left.row()), &second = model->at(right.row());
    return std::tuple(-first.created, first.name) < std::tuple(-second.created, second.name);
}

} // namespace quayside::models
