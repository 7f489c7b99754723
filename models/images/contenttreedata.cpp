// The tree as the view asks for it.
#include "models/common/text.h"
#include "models/images/contentnode.h"

#include <QLocale>

#include <algorithm>

namespace quayside::models
{

ContentTree::Node *ContentTree::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ContentTree::indexOf(const Node *node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, column, node);
}

const ContentEntry *ContentTree::entry(const QModelIndex &index) const
{
    const Node *node = nodeOf(index);
    return index.isValid() && node->note.isEmpty() ? &node->entry : nullptr;
}

QModelIndex ContentTree::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (!node->isFolder() || parent.column() > 0 || row < 0 || column < 0 || column >= columnCount() ||
        row >= int(node->folder->children.size()))
        return {};
    return createIndex(row, column, node->folder->children[std::size_t(row)].get());
}

QModelIndex ContentTree::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int ContentTree::rowCount(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return node->isFolder() && parent.column() <= 0 ? int(node->folder->children.size()) : 0;
}

int ContentTree::columnCount(const QModelIndex &) const
{
    return m_of == Of::Comparison ? ColumnCount : OtherSizeColumn;
}

bool ContentTree::hasChildren(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    if (!node->isFolder() || parent.column() > 0)
        return false;
    return node->folder->state != Folder::State::Came || !node->folder->children.empty();
}

bool ContentTree::canFetchMore(const QModelIndex &parent) const
{
    const Node *node = nodeOf(parent);
    return node->isFolder() && node->folder->state == Folder::State::NotAsked && m_fetch;
}

void ContentTree::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(nodeOf(parent));
}

Qt::ItemFlags ContentTree::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled;
    if (nodeOf(index)->note.isEmpty())
        flags |= Qt::ItemIsSelectable;
    if (!nodeOf(index)->isFolder())
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

// Of the largest beside it: how long the bar behind its size is.
double ContentTree::share(const Node &node) const
{
    const qint64 largest = node.parent == nullptr ? 0 : node.parent->folder->largest;
    return largest > 0 && m_of == Of::Image ? double(node.entry.size) / double(largest) : 0.0;
}

QString ContentTree::text(const Node &node, int column) const
{
    const ContentEntry &entry = node.entry;
    const bool folder = entry.type == ContentEntry::Type::Folder,
               sized = folder || entry.type == ContentEntry::Type::File, comparing = m_of == Of::Comparison;
    using Change = ContentEntry::Change;
    switch (column) {
    case NameColumn:
        return entry.target.isEmpty() ? entry.name : tr("%1 → %2", "link").arg(entry.name, entry.target);
    case SizeColumn: // of a comparison: what is not there has no size
        return sized && !(comparing && entry.change == Change::Added) ? Text::size(entry.size) : QString();
    case OtherSizeColumn:
        return sized && entry.change != Change::Removed ? Text::size(entry.otherSize) : QString();
    case ChangeColumn:
        return changeWord(entry.change);
    case FilesColumn:
        return folder ? QLocale().toString(entry.files) : QString();
    case ModeColumn:
        return permissionText(entry.mode);
    case OwnerColumn:
        return QStringLiteral("%1:%2").arg(entry.uid).arg(entry.gid);
    case ModifiedColumn:
        return Text::exactTime(entry.modified);
    case LayerColumn:
        return QString::number(entry.layer + 1);
    default:
        return {};
    }
}

QVariant ContentTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = *nodeOf(index);
    if (role == NoteRole)
        return node.note;
    if (!node.note.isEmpty())
        return role == Qt::DisplayRole && index.column() == NameColumn ? node.note : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return text(node, index.column());
    case Qt::ToolTipRole:
        return tr("%1\n%2 %3, layer %4", "path, permissions, owner, number")
            .arg(path(index), text(node, ModeColumn), text(node, OwnerColumn), text(node, LayerColumn));
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn || index.column() == OtherSizeColumn ||
                       index.column() == FilesColumn || index.column() == LayerColumn
                   ? int(Qt::AlignRight | Qt::AlignVCenter)
                   : int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: {
        QStringList words{text(node, index.column())};
        if (index.column() == NameColumn)
            words = {node.entry.name, typeWord(node.entry.type), text(node, SizeColumn),
                     text(node, ChangeColumn)};
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    case TypeRole:
        return int(node.entry.type);
    case ChangeRole:
        return int(node.entry.change);
    case ShareRole:
        return share(node);
    default:
        return {};
    }
}

QVariant ContentTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const bool comparing = m_of == Of::Comparison;
    const QStringList titles = {tr("Name"),         comparing ? tr("In the first") : tr("Size"),
                                tr("Change"),       tr("Files"),
                                tr("Rights"),       tr("Owner"),
                                tr("Modified"),     tr("Layer"),
                                tr("In the second")};
    if (role == Qt::DisplayRole)
        return titles[section];
    if (role == Qt::TextAlignmentRole && (section == SizeColumn || section == OtherSizeColumn ||
                                          section == FilesColumn || section == LayerColumn))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

} // namespace quayside::models
