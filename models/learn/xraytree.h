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
    enum Column { NameColumn, ValueColumn, ColumnCount };
    enum Role { KeyRole = Qt::UserRole, TopicRole };

    explicit XrayTree(QObject *parent = nullptr);
    ~XrayTree() override;

    // Another look at the same container; `clear()` comes before one at another.
    void sync(const QList<XrayNode> &nodes);
    void clear();
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

    std::unique_ptr<Item> m_root;
};

} // namespace quayside::models
