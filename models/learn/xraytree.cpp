#include "models/learn/xraytree.h"

#include <QSet>

#include <algorithm>

namespace quayside::models
{

struct XrayTree::Item {
    XrayNode node; // without its children
    Item *parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    [[nodiscard]] int row() const
    {
        const auto found =
            std::ranges::find_if(parent->children, [this](const auto &one) { return one.get() == this; });
        return int(found - parent->children.begin());
    }
};

XrayTree::XrayTree(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Item>()) {}

XrayTree::~XrayTree() = default;

XrayTree::Item *XrayTree::itemOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_root.get();
}

QModelIndex XrayTree::indexOf(const Item *item) const
{
    return item == m_root.get() ? QModelIndex() : createIndex(item->row(), 0, const_cast<Item *>(item));
}

void XrayTree::clear()
{
    beginResetModel();
    m_root->children.clear();
    endResetModel();
}

void XrayTree::sync(const QList<XrayNode> &nodes)
{
    syncChildren(m_root.get(), nodes);
}

void XrayTree::removeStale(Item *parent, const QList<XrayNode> &nodes)
{
    QSet<QString> wanted;
    for (const XrayNode &node : nodes)
        wanted.insert(node.key);
    for (int row = int(parent->children.size()) - 1; row >= 0; --row) {
        if (wanted.contains(parent->children[std::size_t(row)]->node.key))
            continue;
        beginRemoveRows(indexOf(parent), row, row);
        parent->children.erase(parent->children.begin() + row);
        endRemoveRows();
    }
}

// Afterwards the children are those of `nodes`, in their order.
void XrayTree::syncChildren(Item *parent, const QList<XrayNode> &nodes)
{
    removeStale(parent, nodes);
    int row = 0;
    for (const XrayNode &node : nodes) {
        auto &children = parent->children;
        const auto from = std::find_if(children.begin() + row, children.end(),
                                       [&node](const auto &child) { return child->node.key == node.key; });
        if (from == children.end()) {
            auto made = std::make_unique<Item>();
            made->node = node;
            made->node.children.clear();
            made->parent = parent;
            beginInsertRows(indexOf(parent), row, row);
            children.insert(children.begin() + row, std::move(made));
            endInsertRows();
        } else if (const int old = int(from - children.begin()); old != row) {
            beginMoveRows(indexOf(parent), old, old, indexOf(parent), row);
            std::rotate(children.begin() + row, from, from + 1);
            endMoveRows();
        }
        Item *item = parent->children[std::size_t(row)].get();
        update(item, node);
        syncChildren(item, node.children);
        ++row;
    }
    // A key that came twice has left the second one over: no node stands for it any more.
    if (const int left = int(parent->children.size()); left > row) {
        beginRemoveRows(indexOf(parent), row, left - 1);
        parent->children.erase(parent->children.begin() + row, parent->children.end());
        endRemoveRows();
    }
}

void XrayTree::update(Item *item, const XrayNode &node)
{
    if (item->node.name == node.name && item->node.value == node.value && item->node.tip == node.tip &&
        item->node.topic == node.topic && item->node.host == node.host && item->node.against == node.against)
        return;
    item->node = node;
    item->node.children.clear();
    const QModelIndex at = indexOf(item);
    emit dataChanged(at, at.siblingAtColumn(HostColumn));
}

QModelIndex XrayTree::find(const QString &key) const
{
    std::vector<const Item *> ahead{m_root.get()};
    while (!ahead.empty()) {
        const Item *item = ahead.back();
        ahead.pop_back();
        if (item != m_root.get() && item->node.key == key)
            return indexOf(item);
        for (const auto &child : item->children)
            ahead.push_back(child.get());
    }
    return {};
}

QModelIndex XrayTree::index(int row, int column, const QModelIndex &parent) const
{
    const Item *item = itemOf(parent);
    if (row < 0 || column < 0 || column >= ColumnCount || row >= int(item->children.size()) ||
        (parent.isValid() && parent.column() != 0))
        return {};
    return createIndex(row, column, item->children[std::size_t(row)].get());
}

QModelIndex XrayTree::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(itemOf(child)->parent) : QModelIndex();
}

int XrayTree::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() && parent.column() != 0 ? 0 : int(itemOf(parent)->children.size());
}

int XrayTree::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

// A sign in front says whether it is the same thing: colour alone would not do.
QString XrayTree::hostText(const XrayNode &node)
{
    switch (node.against) {
    case XrayNode::Against::Same:
        return QStringLiteral("= %1").arg(node.host);
    case XrayNode::Against::Other:
        return QStringLiteral("≠ %1").arg(node.host);
    case XrayNode::Against::NotCompared:
        break;
    }
    return node.host;
}

// For who does not see the signs.
QString XrayTree::hostWords(const XrayNode &node)
{
    switch (node.against) {
    case XrayNode::Against::Same:
        return tr("on the host the same: %1").arg(node.host);
    case XrayNode::Against::Other:
        return tr("on the host another: %1").arg(node.host);
    case XrayNode::Against::NotCompared:
        break;
    }
    return node.host.isEmpty() ? QString() : tr("on the host: %1").arg(node.host);
}

QString XrayTree::wordsOf(const XrayNode &node, int column)
{
    if (column == ValueColumn)
        return node.value;
    const QString host = hostWords(node);
    if (column == HostColumn)
        return host;
    const QString said =
        node.value.isEmpty() ? node.name : QStringLiteral("%1: %2").arg(node.name, node.value);
    return host.isEmpty() ? said : QStringLiteral("%1, %2").arg(said, host);
}

QVariant XrayTree::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const XrayNode &node = itemOf(index)->node;
    const auto shown = [&] {
        return index.column() == NameColumn    ? node.name
               : index.column() == ValueColumn ? node.value
                                               : hostText(node);
    };
    switch (role) {
    case Qt::DisplayRole:
        return shown();
    case Qt::ToolTipRole:
        return node.tip.isEmpty() || index.column() == HostColumn ? shown() : node.tip;
    case Qt::AccessibleTextRole:
        return wordsOf(node, index.column());
    case KeyRole:
        return node.key;
    case TopicRole:
        return node.topic;
    case AgainstRole:
        return int(node.against);
    default:
        return {};
    }
}

void XrayTree::setHostBeside(bool beside)
{
    m_hostBeside = beside;
    emit headerDataChanged(Qt::Horizontal, ValueColumn, HostColumn);
}

QVariant XrayTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == NameColumn)
        return tr("What");
    if (section == HostColumn)
        return tr("On the host");
    return m_hostBeside ? tr("In the container") : tr("How it is now");
}

} // namespace quayside::models
