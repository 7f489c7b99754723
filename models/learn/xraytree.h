// The nodes of an X-ray as a model: what stays keeps its place from one look to the next, and only what has
// changed is repainted.
#pragma once

#include "models/learn/xraynode.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace quayside::models
{

class XrayTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        ValueColumn,
        HostColumn,
        ColumnCount
    }; // the last is empty without a host beside
    enum Role { KeyRole = Qt::UserRole, TopicRole, AgainstRole }; // AgainstRole: int of XrayNode::Against

    explicit XrayTree(QObject *parent = nullptr);
    ~XrayTree() override;

    // Another look at the same container; `clear()` comes before one at another.
    void sync(const QList<XrayNode> &nodes);
    void clear();
    void setHostBeside(bool beside); // what the headers say
    [[nodiscard]] QModelIndex find(const QString &key) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Item;
    [[nodiscard]] Item *itemOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Item *item) const;
    void syncChildren(Item *parent, const QList<XrayNode> &nodes);
    void removeStale(Item *parent, const QList<XrayNode> &nodes);
    void update(Item *item, const XrayNode &node);
    static QString hostText(const XrayNode &node);
    static QString hostWords(const XrayNode &node);
    static QString wordsOf(const XrayNode &node, int column);

    std::unique_ptr<Item> m_root;
    bool m_hostBeside = false;
};

} // namespace quayside::models
