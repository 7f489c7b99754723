// How the tree shows what was found: rows, texts, sorting.
#include "models/common/text.h"
#include "models/dockerfile/context/contexttree.h"

#include <QFile>

#include <algorithm>
#include <numeric>
#include <system_error>

namespace quayside::models
{

namespace
{

using Kind = ContextEntry::Kind;
using State = ContextEntry::State;

} // namespace

void ContextTree::sortAll()
{
    const auto &entries = m_contents->entries;
    m_order.resize(entries.size());
    m_rows.assign(entries.size(), 0);
    m_largest.assign(entries.size(), 0);
    std::iota(m_order.begin(), m_order.end(), 0U);
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    const auto before = [&](std::uint32_t one, std::uint32_t other) {
        const ContextEntry &first = entries[one], &second = entries[other];
        if (m_sortColumn == NameColumn && (first.kind == Kind::Folder) != (second.kind == Kind::Folder))
            return first.kind == Kind::Folder;
        if (m_sortColumn == SizeColumn && first.size != second.size)
            return ascending == (first.size < second.size);
        if (m_sortColumn == RuleColumn && first.rule != second.rule)
            return ascending == (first.rule < second.rule);
        return m_sortColumn == NameColumn && !ascending ? second.name < first.name : first.name < second.name;
    };
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        const auto first = m_order.begin() + entries[i].firstChild;
        std::sort(first, first + entries[i].childCount, before);
        for (std::uint32_t row = 0; row < entries[i].childCount; ++row) {
            const std::uint32_t child = m_order[entries[i].firstChild + row];
            m_rows[child] = row;
            m_largest[i] = std::max(m_largest[i], entries[child].size);
        }
    }
}

void ContextTree::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    QList<std::uint32_t> kept;
    const QModelIndexList before = persistentIndexList();
    for (const QModelIndex &index : before)
        kept.append(entryOf(index));
    m_sortColumn = column;
    m_sortOrder = order;
    sortAll();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(indexOf(kept[i], before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

std::uint32_t ContextTree::entryOf(const QModelIndex &index) const
{
    return index.isValid() ? std::uint32_t(index.internalId()) : 0;
}

QModelIndex ContextTree::indexOf(std::uint32_t entry, int column) const
{
    return entry == 0 || entry >= m_rows.size() ? QModelIndex()
                                                : createIndex(int(m_rows[entry]), column, quintptr(entry));
}

QModelIndex ContextTree::find(const std::string &path) const
{
    const auto &entries = m_contents->entries;
    std::uint32_t at = 0;
    for (std::size_t begin = 0; begin < path.size() && !entries.empty();) {
        const auto end = std::min(path.find('/', begin), path.size());
        const std::string_view name(path.data() + begin, end - begin);
        const auto first = entries.begin() + entries[at].firstChild, last = first + entries[at].childCount;
        const auto found =
            std::lower_bound(first, last, name,
                             [](const ContextEntry &one, std::string_view what) { return one.name < what; });
        if (found == last || found->name != name)
            return {};
        at = std::uint32_t(found - entries.begin());
        begin = end + 1;
    }
    return indexOf(at);
}

QModelIndex ContextTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(m_order[entryAt(parent).firstChild + std::uint32_t(row)]));
}

QModelIndex ContextTree::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(entryAt(index).parent) : QModelIndex();
}

int ContextTree::rowCount(const QModelIndex &parent) const
{
    return m_contents->entries.empty() || parent.column() > 0 ? 0 : int(entryAt(parent).childCount);
}

int ContextTree::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

// Whether there is something in a folder that was not looked into is not known before somebody opens it.
bool ContextTree::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 || canFetchMore(parent);
}

bool ContextTree::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid() || parent.column() > 0 || m_contents->truncated)
        return false;
    const ContextEntry &entry = entryAt(parent);
    return entry.kind == Kind::Folder && !entry.listed && entry.problem == 0;
}

void ContextTree::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent) && m_opened.insert(path(parent)).second)
        start();
}

double ContextTree::share(const ContextEntry &entry) const
{
    const std::uint64_t most = m_largest[entry.parent];
    return most == 0 ? 0 : double(entry.size) / double(most);
}

QString ContextTree::ruleText(const ContextEntry &entry) const
{
    if (entry.problem != 0)
        return tr("cannot be read");
    if (entry.kind == Kind::Socket)
        return tr("a socket");
    if (entry.rule < 0 || (entry.state == State::Included && entry.kind == Kind::Folder))
        return {};
    const auto &rule = m_contents->patterns.patterns()[std::size_t(entry.rule)];
    const QString text =
        (rule.exception ? QStringLiteral("!") : QString()) + QString::fromStdString(rule.text);
    return tr("%1 (line %2)", "pattern").arg(text).arg(rule.range.start.line);
}

QString ContextTree::toolTip(const ContextEntry &entry) const
{
    const QString name = QFile::decodeName(QByteArray::fromStdString(entry.name));
    if (entry.problem != 0)
        return tr("%1 cannot be read: %2. A build that needs it will fail.")
            .arg(name, QString::fromStdString(std::generic_category().message(entry.problem)));
    if (entry.kind == Kind::Socket)
        return tr("%1 is a socket: builds pass over it.").arg(name);
    if (entry.kind == Kind::Other && entry.state == State::Included)
        return tr("%1 is neither file nor folder nor link: images hold no devices.").arg(name);
    const QString file = QString::fromStdString(m_contents->ignoreName), rule = ruleText(entry);
    if (entry.state == State::Excluded)
        return tr("%1 is left out by %2 of %3.").arg(name, rule, file) +
               (entry.kind == Kind::Folder && !entry.listed ? u' ' + tr("What is in it is not counted.")
                                                            : QString());
    if (entry.state == State::Partly)
        return tr("A part of %1 is left out: %n file(s) go to the build.", nullptr, int(entry.files))
            .arg(name);
    if (entry.kind == Kind::Folder)
        return tr("%1: %n file(s).", nullptr, int(entry.files)).arg(name);
    return entry.rule < 0 ? name : tr("%1 is included by %2 of %3.").arg(name, rule, file);
}

QVariant ContextTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ContextEntry &entry = entryAt(index);
    switch (role) {
    case StateRole:
        return int(entry.state);
    case KindRole:
        return int(entry.kind);
    case ShareRole:
        return share(entry);
    case Qt::ToolTipRole:
        return toolTip(entry);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::CheckStateRole:
        if (!flags(index).testFlag(Qt::ItemIsUserCheckable))
            return {};
        return entry.state == State::Included ? Qt::Checked
               : entry.state == State::Partly ? Qt::PartiallyChecked
                                              : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        if (index.column() == NameColumn)
            return toolTip(entry);
        [[fallthrough]];
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    if (index.column() == NameColumn)
        return QFile::decodeName(QByteArray::fromStdString(entry.name));
    if (index.column() == RuleColumn)
        return ruleText(entry);
    if (entry.state == State::Excluded && entry.kind != Kind::File)
        return QString();
    return Text::size(qint64(entry.state == State::Excluded ? entry.ownSize : entry.size));
}

bool ContextTree::setData(const QModelIndex &index, const QVariant &, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    const std::string which = path(index);
    const QString problem = entryAt(index).state == State::Excluded ? include(which) : exclude(which);
    if (!problem.isEmpty())
        emit refused(problem);
    return problem.isEmpty();
}

// What no rule leaves out (a socket) no rule brings back.
Qt::ItemFlags ContextTree::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags all = QAbstractItemModel::flags(index);
    const bool can = index.isValid() && index.column() == NameColumn &&
                     (entryAt(index).state != State::Excluded || ruleLine(index) > 0);
    return can ? all | Qt::ItemIsUserCheckable : all;
}

QVariant ContextTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : section == SizeColumn ? tr("Size") : tr("Rule");
}

} // namespace quayside::models
