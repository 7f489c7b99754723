#include "models/common/groupmodel.h"

#include "models/common/tablemodel.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace quayside::models
{

GroupModel::GroupModel(QAbstractItemModel *source, QObject *parent) : QAbstractProxyModel(parent)
{
    QAbstractProxyModel::setSourceModel(source);
    m_groups.push_back(std::make_unique<Group>());
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(source, signal, this, &GroupModel::rebuild);
    connect(source, &QAbstractItemModel::rowsMoved, this, &GroupModel::rebuild);
    connect(source, &QAbstractItemModel::layoutChanged, this, &GroupModel::rebuild);
    connect(source, &QAbstractItemModel::modelReset, this, &GroupModel::rebuild);
    connect(source, &QAbstractItemModel::dataChanged, this, &GroupModel::onSourceChanged);
    connect(source, &QAbstractItemModel::headerDataChanged, this, &QAbstractItemModel::headerDataChanged);
    rebuild();
}

void GroupModel::setGrouping(GroupOf groupOf, HeadText headText)
{
    beginResetModel();
    m_groupOf = std::move(groupOf);
    m_headText = std::move(headText);
    m_groups.clear();
    if (m_groupOf == nullptr)
        m_groups.push_back(std::make_unique<Group>());
    m_places.clear();
    m_asSource = false;
    endResetModel();
    rebuild();
}

// ---- from the source's rows to groups

QStringList GroupModel::keysOfSource() const
{
    QStringList keys;
    const int count = sourceModel()->rowCount();
    keys.reserve(count);
    for (int row = 0; row < count; ++row)
        keys.append(sourceModel()->index(row, 0).data(TableKeyRole).toString());
    return keys;
}

QList<GroupModel::Wanted> GroupModel::wanted(const QStringList &keys) const
{
    if (m_groupOf == nullptr)
        return {{GroupKey(), keys}};
    QMap<GroupKey, QStringList> groups;
    for (int row = 0; row < keys.size(); ++row)
        groups[m_groupOf(sourceModel()->index(row, 0))].append(keys[row]);
    QList<Wanted> wanted;
    for (const auto &[key, rows] : groups.asKeyValueRange())
        wanted.append({key, rows});
    return wanted;
}

// First what has gone, then the order of what is left, then what is new: after each step the model is whole.
void GroupModel::rebuild()
{
    const QStringList keys = keysOfSource();
    m_asSource = m_groupOf == nullptr && keys == flat()->rows;
    if (m_asSource)
        return;
    m_sourceRows.clear();
    m_sourceRows.reserve(keys.size());
    for (int row = 0; row < keys.size(); ++row)
        m_sourceRows.insert(keys[row], row);
    const QList<Wanted> wanted = this->wanted(keys);
    removeGone(wanted);
    reorder(wanted);
    insertNew(wanted);
    m_asSource = m_groupOf == nullptr;
}

void GroupModel::removeRows(Group *group, int first, int last)
{
    beginRemoveRows(m_groupOf == nullptr ? QModelIndex() : headIndex(group), first, last);
    group->rows.remove(first, last - first + 1);
    m_places.clear();
    endRemoveRows();
}

void GroupModel::removeGone(const QList<Wanted> &wanted)
{
    QHash<QString, const Wanted *> homes;
    homes.reserve(m_groupOf == nullptr ? 0 : m_sourceRows.size());
    for (const Wanted &group : wanted) {
        for (const QString &row : m_groupOf == nullptr ? QStringList() : group.rows)
            homes.insert(row, &group);
    }
    for (int at = int(m_groups.size()) - 1; at >= 0; --at) {
        Group *group = m_groups[std::size_t(at)].get();
        const auto gone = [&](int row) {
            if (m_groupOf == nullptr)
                return !m_sourceRows.contains(group->rows[row]);
            const Wanted *home = homes.value(group->rows[row]);
            return home == nullptr || home->key != group->key;
        };
        for (int last = int(group->rows.size()) - 1; last >= 0; --last) {
            if (!gone(last))
                continue;
            int first = last;
            while (first > 0 && gone(first - 1))
                --first;
            removeRows(group, first, last);
            last = first;
        }
        if (m_groupOf == nullptr || !group->rows.isEmpty())
            continue;
        beginRemoveRows({}, at, at);
        m_groups.erase(m_groups.begin() + at);
        renumber();
        endRemoveRows();
    }
}

// Groups keep their order, which is that of their keys; rows within them follow the source's.
void GroupModel::reorder(const QList<Wanted> &wanted)
{
    std::vector<std::pair<Group *, QStringList>> changed;
    for (const auto &group : m_groups) {
        const auto now = std::ranges::find(wanted, group->key, &Wanted::key);
        if (now == wanted.end())
            continue;
        QStringList rows = now->rows; // with those that are new, which come later
        if (rows.size() != group->rows.size()) {
            const QSet<QString> present(group->rows.begin(), group->rows.end());
            rows.removeIf([&present](const QString &row) { return !present.contains(row); });
        }
        if (rows != group->rows)
            changed.emplace_back(group.get(), std::move(rows));
    }
    if (changed.empty())
        return;
    // With the hint headers of columns know that nothing is to be done.
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    QStringList keys;
    for (const QModelIndex &index : old)
        keys.append(isHead(index) ? QString() : keyOf(index));
    for (auto &[group, rows] : changed)
        group->rows = std::move(rows);
    m_places.clear();
    QModelIndexList now;
    for (qsizetype i = 0; i < old.size(); ++i) {
        if (keys[i].isEmpty()) {
            now.append(old[i]);
            continue;
        }
        Group *group = groupOf(old[i]);
        now.append(createIndex(int(group->rows.indexOf(keys[i])), old[i].column(), old[i].internalPointer()));
    }
    changePersistentIndexList(old, now);
    emit layoutChanged({}, VerticalSortHint);
}

void GroupModel::insertNew(const QList<Wanted> &wanted)
{
    for (qsizetype at = 0; at < wanted.size(); ++at) {
        const Wanted &group = wanted[at];
        const bool there = at < qsizetype(m_groups.size()) && m_groups[std::size_t(at)]->key == group.key;
        if (there || m_groupOf == nullptr) {
            insertRows(m_groups[std::size_t(at)].get(), group.rows);
            continue;
        }
        beginInsertRows({}, int(at), int(at));
        m_groups.insert(m_groups.begin() + at,
                        std::make_unique<Group>(Group{.key = group.key, .rows = group.rows, .at = int(at)}));
        renumber();
        endInsertRows();
    }
}

// `rows` has all of the group's in the same order, and new ones between them; neighbours come at once.
void GroupModel::insertRows(Group *group, const QStringList &rows)
{
    for (qsizetype first = 0; first < rows.size(); ++first) {
        if (first < group->rows.size() && group->rows[first] == rows[first])
            continue;
        const QString next = first < group->rows.size() ? group->rows[first] : QString();
        qsizetype end = first;
        while (end < rows.size() && (next.isEmpty() || rows[end] != next))
            ++end;
        beginInsertRows(m_groupOf == nullptr ? QModelIndex() : headIndex(group), int(first), int(end) - 1);
        for (qsizetype row = first; row < end; ++row)
            group->rows.insert(row, rows[row]);
        m_places.clear();
        endInsertRows();
        first = end - 1;
    }
}

void GroupModel::renumber()
{
    for (std::size_t at = 0; at < m_groups.size(); ++at)
        m_groups[at]->at = int(at);
    m_places.clear();
}

// What a row belongs to may have changed with it. Each group tells once, from the first of its rows to the
// last.
void GroupModel::onSourceChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    if (m_groupOf == nullptr) {
        emit dataChanged(mapFromSource(first), mapFromSource(last), roles);
        return;
    }
    const auto moved = [this](const QModelIndex &source) {
        const QModelIndex index = mapFromSource(source);
        return !index.isValid() || groupOf(index)->key != m_groupOf(source);
    };
    for (int row = first.row(); row <= last.row(); ++row) {
        if (moved(sourceModel()->index(row, 0))) {
            rebuild();
            break;
        }
    }
    QHash<Group *, std::pair<int, int>> touched;
    for (int row = first.row(); row <= last.row(); ++row) {
        const QModelIndex index = mapFromSource(sourceModel()->index(row, 0));
        const auto known = touched.value(groupOf(index), {index.row(), index.row()});
        touched[groupOf(index)] = {std::min(known.first, index.row()), std::max(known.second, index.row())};
    }
    for (const auto &[group, rows] : touched.asKeyValueRange()) {
        emit dataChanged(createIndex(rows.first, first.column(), group),
                         createIndex(rows.second, last.column(), group), roles);
        emit dataChanged(headIndex(group), headIndex(group));
    }
}

// ---- places

QModelIndex GroupModel::headIndex(const Group *group) const
{
    return createIndex(group->at, 0);
}

GroupModel::Group *GroupModel::groupOf(const QModelIndex &child) const
{
    return m_groupOf == nullptr ? flat() : static_cast<Group *>(child.internalPointer());
}

bool GroupModel::isHead(const QModelIndex &index) const
{
    return m_groupOf != nullptr && index.isValid() && index.internalPointer() == nullptr;
}

QString GroupModel::keyOf(const QModelIndex &index) const
{
    return groupOf(index)->rows.value(index.row());
}

QStringList GroupModel::keysOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return isHead(index) ? m_groups[std::size_t(index.row())]->rows : QStringList{keyOf(index)};
}

QString GroupModel::titleOf(const QModelIndex &head) const
{
    return isHead(head) ? m_groups[std::size_t(head.row())]->key.title : QString();
}

QModelIndex GroupModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column);
    return createIndex(row, column, m_groups[std::size_t(parent.row())].get());
}

QModelIndex GroupModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || m_groupOf == nullptr || isHead(index))
        return {};
    return headIndex(groupOf(index));
}

int GroupModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_groupOf == nullptr ? int(flat()->rows.size()) : int(m_groups.size());
    return isHead(parent) && parent.column() == 0 ? int(m_groups[std::size_t(parent.row())]->rows.size()) : 0;
}

int GroupModel::columnCount(const QModelIndex &) const
{
    return sourceModel()->columnCount();
}

bool GroupModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QModelIndex GroupModel::mapToSource(const QModelIndex &index) const
{
    if (!index.isValid() || isHead(index))
        return {};
    if (m_asSource)
        return sourceModel()->index(index.row(), index.column());
    const int row = m_sourceRows.value(keyOf(index), -1);
    return row < 0 ? QModelIndex() : sourceModel()->index(row, index.column());
}

QModelIndex GroupModel::mapFromSource(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const QString key = index.siblingAtColumn(0).data(TableKeyRole).toString();
    if (m_groupOf == nullptr &&
        flat()->rows.value(index.row()) == key) // as it is but between two steps of rebuild()
        return createIndex(index.row(), index.column());
    if (m_places.isEmpty()) {
        for (const auto &group : m_groups) {
            for (int row = 0; row < group->rows.size(); ++row)
                m_places.insert(group->rows[row], {group.get(), row});
        }
    }
    const auto place = m_places.constFind(key);
    if (place == m_places.constEnd())
        return {};
    return m_groupOf == nullptr ? createIndex(place->second, index.column())
                                : createIndex(place->second, index.column(), place->first);
}

// ---- what is shown

QVariant GroupModel::data(const QModelIndex &index, int role) const
{
    if (!isHead(index))
        return mapToSource(index).data(role);
    const bool text = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (index.column() != 0 || !text)
        return {};
    const Group &group = *m_groups[std::size_t(index.row())];
    if (!m_headText)
        return group.key.title;
    QList<QModelIndex> rows;
    for (const QString &key : group.rows)
        rows.append(sourceModel()->index(m_sourceRows.value(key, -1), 0));
    return m_headText(group.key.title, rows);
}

QVariant GroupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return sourceModel()->headerData(section, orientation, role);
}

Qt::ItemFlags GroupModel::flags(const QModelIndex &index) const
{
    if (isHead(index))
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.isValid() ? sourceModel()->flags(mapToSource(index)) | Qt::ItemNeverHasChildren
                           : Qt::ItemFlags();
}

void GroupModel::sort(int column, Qt::SortOrder order)
{
    sourceModel()->sort(column, order);
}

} // namespace quayside::models
