#include "models/images/contenttree.h"

#include "engine/api/http/uri.h"
#include "models/images/contentnode.h"

#include <algorithm>

namespace quayside::models
{

ContentTree::ContentTree(Of of, QObject *parent) : QAbstractItemModel(parent), m_of(of)
{
    start();
}

ContentTree::~ContentTree()
{
    stopAll(m_root.get());
}

// An empty tree.
void ContentTree::start()
{
    if (m_root)
        stopAll(m_root.get());
    m_root = std::make_unique<Node>();
    m_root->entry.type = ContentEntry::Type::Folder;
    m_root->folder = std::make_unique<Folder>();
    m_loading = 0;
    m_way.clear();
    m_wayAt = nullptr;
}

void ContentTree::setSource(Fetch fetch)
{
    beginResetModel();
    start();
    m_fetch = std::move(fetch);
    endResetModel();
    ask(m_root.get());
}

void ContentTree::clear()
{
    beginResetModel();
    start();
    m_fetch = nullptr;
    endResetModel();
}

void ContentTree::showFound(const api::FoundEntries &found)
{
    beginResetModel();
    start();
    m_fetch = nullptr;
    endResetModel();
    fill(m_root.get(), found.found,
         found.truncated ? tr("There are more: type more of the name.") : QString());
}

void ContentTree::stopAll(Node *node)
{
    if (!node->isFolder())
        return;
    node->folder->call.cancel();
    for (const auto &child : node->folder->children)
        stopAll(child.get());
}

bool ContentTree::isEmpty() const
{
    return m_root->folder->state == Folder::State::Came && m_root->folder->children.empty();
}

// ---- folders that come

void ContentTree::ask(Node *node)
{
    if (!m_fetch || node->folder->state == Folder::State::Asked)
        return;
    node->folder->state = Folder::State::Asked;
    ++m_loading;
    const std::string path = node == m_root.get() ? "/" : codedPathOf(node);
    node->folder->call =
        m_fetch(path, this, [this, node](const Result<api::ImageFolder> &answer) { onAnswer(node, answer); });
}

// Only while the node is there: what removes nodes cancels their calls.
void ContentTree::onAnswer(Node *node, const Result<api::ImageFolder> &answer)
{
    --m_loading;
    if (answer) {
        fill(node, answer->entries,
             answer->truncated ? tr("There are more: search for the others.") : QString());
        emit folderCame(path(indexOf(node)));
    } else {
        node->folder->state = Folder::State::Failed;
        const QString sentence = QString::fromStdString(answer.error().message);
        if (node != m_root.get()) {
            fill(node, {}, tr("It cannot be read: %1").arg(sentence));
            node->folder->state = Folder::State::Failed;
        }
        emit failed(sentence);
    }
    goOn();
}

void ContentTree::fill(Node *node, const std::vector<api::ImageEntry> &entries, const QString &note)
{
    Folder &folder = *node->folder;
    std::vector<std::unique_ptr<Node>> children;
    children.reserve(entries.size() + 1);
    folder.largest = 0;
    for (const api::ImageEntry &entry : entries) {
        auto child = std::make_unique<Node>();
        child->entry = toEntry(entry);
        child->parent = node;
        if (child->entry.type == ContentEntry::Type::Folder && m_fetch)
            child->folder = std::make_unique<Folder>();
        folder.largest = std::max(folder.largest, child->entry.size);
        children.push_back(std::move(child));
    }
    if (!note.isEmpty()) {
        auto last = std::make_unique<Node>();
        last->note = note;
        last->parent = node;
        children.push_back(std::move(last));
    }
    folder.state = Folder::State::Came;
    const QModelIndex parent = indexOf(node);
    if (children.empty()) {
        // The mark that it can be opened goes away: views keep it until they lay their rows out again.
        emit layoutAboutToBeChanged({parent});
        emit layoutChanged({parent});
        return;
    }
    beginInsertRows(parent, 0, int(children.size()) - 1);
    folder.children = std::move(children);
    sortChildren(node);
    endInsertRows();
}

void ContentTree::retry()
{
    std::vector<Node *> failed, open{m_root.get()};
    while (!open.empty()) {
        Node *node = open.back();
        open.pop_back();
        if (node->folder->state == Folder::State::Failed)
            failed.push_back(node);
        for (const auto &child : node->folder->children) {
            if (child->isFolder())
                open.push_back(child.get());
        }
    }
    for (Node *node : failed) {
        if (!node->folder->children.empty()) {
            beginRemoveRows(indexOf(node), 0, int(node->folder->children.size()) - 1);
            node->folder->children.clear();
            endRemoveRows();
        }
        node->folder->state = Folder::State::NotAsked;
        ask(node);
    }
}

// ---- order

// Folders first; what only says something stands last.
bool ContentTree::precedes(const Node &left, const Node &right) const
{
    if (left.note.isEmpty() != right.note.isEmpty())
        return left.note.isEmpty();
    const ContentEntry &a = left.entry, &b = right.entry;
    const bool up = m_sortOrder == Qt::AscendingOrder;
    const auto by = [up](auto x, auto y) { return up ? x < y : y < x; };
    const bool folderA = a.type == ContentEntry::Type::Folder, folderB = b.type == ContentEntry::Type::Folder;
    switch (m_sortColumn) {
    case SizeColumn:
        if (a.size != b.size)
            return by(a.size, b.size);
        break;
    case OtherSizeColumn:
        if (a.otherSize != b.otherSize)
            return by(a.otherSize, b.otherSize);
        break;
    case ChangeColumn:
        if (a.change != b.change)
            return by(int(a.change), int(b.change));
        break;
    case FilesColumn:
        if (a.files != b.files)
            return by(a.files, b.files);
        break;
    case ModifiedColumn:
        if (a.modified != b.modified)
            return by(a.modified, b.modified);
        break;
    case LayerColumn:
        if (a.layer != b.layer)
            return by(a.layer, b.layer);
        break;
    case NameColumn:
        if (folderA == folderB)
            return by(a.name.compare(b.name, Qt::CaseInsensitive), 0);
        return folderA;
    default:
        break;
    }
    return folderA != folderB ? folderA : a.name.compare(b.name, Qt::CaseInsensitive) < 0;
}

void ContentTree::sortChildren(Node *node)
{
    auto &children = node->folder->children;
    std::vector<Node *> order;
    order.reserve(children.size());
    for (auto &child : children)
        order.push_back(child.release());
    std::ranges::stable_sort(order,
                             [this](const Node *left, const Node *right) { return precedes(*left, *right); });
    for (std::size_t row = 0; row < order.size(); ++row) {
        order[row]->row = int(row);
        children[row].reset(order[row]);
    }
}

void ContentTree::sortAll(Node *node)
{
    sortChildren(node);
    for (const auto &child : node->folder->children) {
        if (child->isFolder())
            sortAll(child.get());
    }
}

void ContentTree::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() || (m_sortColumn == column && m_sortOrder == order))
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_sortColumn = column;
    m_sortOrder = order;
    sortAll(m_root.get());
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after.append(indexOf(nodeOf(index), index.column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

// ---- paths

QString ContentTree::path(const QModelIndex &index) const
{
    QString path;
    for (const Node *node = nodeOf(index); node->parent != nullptr; node = node->parent)
        path.prepend(node->entry.name.startsWith(u'/') ? node->entry.name : u'/' + node->entry.name);
    return path.isEmpty() ? QStringLiteral("/") : path;
}

std::string ContentTree::codedPathOf(const Node *node) const
{
    if (!node->entry.coded.empty())
        return node->entry.coded;
    return api::percentEncode(path(indexOf(node)).toStdString(), true);
}

std::string ContentTree::codedPath(const QModelIndex &index) const
{
    return codedPathOf(nodeOf(index));
}

void ContentTree::reveal(const QString &path)
{
    m_way = path.split(u'/', Qt::SkipEmptyParts);
    m_wayAt = m_root.get();
    goOn();
}

void ContentTree::goOn()
{
    while (m_wayAt != nullptr) {
        Folder *folder = m_wayAt->folder.get();
        if (folder != nullptr && !m_way.isEmpty()) {
            if (folder->state == Folder::State::NotAsked)
                ask(m_wayAt);
            if (folder->state == Folder::State::Asked)
                return; // goes on with the answer
            const auto next = std::ranges::find_if(folder->children, [this](const auto &child) {
                return child->note.isEmpty() && child->entry.name == m_way.first();
            });
            if (next != folder->children.end()) {
                m_way.removeFirst();
                m_wayAt = next->get();
                continue;
            }
        }
        Node *end = std::exchange(m_wayAt, nullptr);
        m_way.clear();
        emit revealed(indexOf(end));
    }
}

} // namespace quayside::models
