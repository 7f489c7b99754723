// A flat list in groups: each group is a row of its own, above the rows that belong to it.
#pragma once

#include <QAbstractProxyModel>
#include <QHash>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace quayside::models
{

// Which group a row belongs to. Groups stand in the order of rank, then of title.
struct GroupKey {
    int rank = 0;
    QString title;
    [[nodiscard]] auto operator<=>(const GroupKey &) const = default;
};

// Over a flat model whose rows have unique keys (TableKeyRole). Selections, and what is folded, survive every
// change: rows and groups come, go and move one by one. Without a grouping it is as flat as its source.
class GroupModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    using GroupOf = std::function<GroupKey(const QModelIndex &sourceRow)>;
    // What the head of a group says, given its rows in the source.
    using HeadText = std::function<QString(const QString &title, const QList<QModelIndex> &rows)>;

    explicit GroupModel(QAbstractItemModel *source, QObject *parent = nullptr);

    void setGrouping(GroupOf groupOf, HeadText headText); // groupOf: null for none
    [[nodiscard]] bool isGrouped() const { return m_groupOf != nullptr; }
    // The keys (TableKeyRole) of the rows of this head; of a row its own; "" never.
    [[nodiscard]] QStringList keysOf(const QModelIndex &index) const;
    [[nodiscard]] bool isHead(const QModelIndex &index) const;
    [[nodiscard]] QString titleOf(const QModelIndex &head) const;

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Group {
        GroupKey key;
        QStringList rows; // keys
        int at = 0;       // its place among the groups
    };
    using Groups = std::vector<std::unique_ptr<Group>>;
    struct Wanted {
        GroupKey key;
        QStringList rows;
    };

    void rebuild();
    [[nodiscard]] QStringList keysOfSource() const;
    [[nodiscard]] QList<Wanted> wanted(const QStringList &keys) const;
    void removeGone(const QList<Wanted> &wanted);
    void reorder(const QList<Wanted> &wanted);
    void insertNew(const QList<Wanted> &wanted);
    void insertRows(Group *group, const QStringList &rows);
    void removeRows(Group *group, int first, int last);
    void onSourceChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    [[nodiscard]] Group *groupOf(const QModelIndex &child) const;
    [[nodiscard]] Group *flat() const { return m_groups.front().get(); }
    [[nodiscard]] QModelIndex headIndex(const Group *group) const;
    [[nodiscard]] QString keyOf(const QModelIndex &index) const; // of a row
    void renumber();

    GroupOf m_groupOf;
    HeadText m_headText;
    Groups m_groups;                  // without a grouping: one, of all rows
    bool m_asSource = false;          // row for row, as without a grouping but within rebuild()
    QHash<QString, int> m_sourceRows; // by key, as of the source now; not kept while m_asSource
    mutable QHash<QString, std::pair<Group *, int>> m_places; // by key; empty: to be made
};

} // namespace quayside::models
