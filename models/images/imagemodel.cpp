#include "models/images/imagemodel.h"

#include "models/common/text.h"

namespace quayside::models
{

namespace
{

bool termHolds(const ImageRow &row, const FilterTerm &term)
{
    const QString digest = row.id.section(u':', -1);
    if (term.key == u"name")
        return row.repository.contains(term.value, Qt::CaseInsensitive);
    if (term.key == u"tag")
        return row.tag.contains(term.value, Qt::CaseInsensitive);
    if (term.key == u"id")
        return digest.startsWith(term.value, Qt::CaseInsensitive);
    if (term.key == u"label")
        return labelHolds(row.labels, term.value);
    if (term.key == u"used")
        return (term.value.startsWith(u'y', Qt::CaseInsensitive)) == (row.usedBy > 0);
    return row.reference().contains(term.value, Qt::CaseInsensitive) ||
           digest.startsWith(term.value, Qt::CaseInsensitive);
}

} // namespace

std::pair<QString, QString> splitReference(const QString &reference)
{
    const qsizetype colon = reference.lastIndexOf(u':');
    if (colon < 0 || reference.indexOf(u'/', colon) >= 0) // a port belongs to the registry's name
        return {reference, QStringLiteral("latest")};
    return {reference.left(colon), reference.mid(colon + 1)};
}

QList<ImageRow> toRows(const api::ImageSummary &summary)
{
    ImageRow row;
    row.id = QString::fromStdString(summary.id);
    row.size = summary.size;
    row.created = summary.created;
    for (const auto &[name, value] : summary.labels)
        row.labels.insert(QString::fromStdString(name), QString::fromStdString(value));
    QList<ImageRow> rows;
    for (const std::string &name : summary.repoTags) {
        if (name == "<none>:<none>") // docker's old way to say: no name
            continue;
        std::tie(row.repository, row.tag) = splitReference(QString::fromStdString(name));
        rows.append(row);
    }
    if (rows.isEmpty())
        rows.append(row);
    return rows;
}

void ImageModel::setUsage(const QHash<QString, int> &containersByImage)
{
    changeWhere([&](ImageRow &row) { row.usedBy = containersByImage.value(row.id); });
}

void ImageModel::refreshTimes()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, CreatedColumn), index(rowCount() - 1, CreatedColumn), {Qt::DisplayRole});
}

void ImageModel::replaceImage(const api::ImageSummary &summary)
{
    const QList<ImageRow> fresh = toRows(summary);
    const QString id = QString::fromStdString(summary.id);
    QSet<QString> keys;
    for (const ImageRow &row : fresh)
        keys.insert(row.key());
    const QList<ImageRow> before = rows();
    int usedBy = 0;
    for (const ImageRow &row : before) {
        if (row.id == id)
            usedBy = row.usedBy;
        if (row.id == id && !keys.contains(row.key()))
            remove(row.key());
    }
    for (ImageRow row : fresh) {
        row.usedBy = usedBy;
        upsert(row);
    }
}

void ImageModel::removeImage(const QString &id)
{
    const QList<ImageRow> before = rows();
    for (const ImageRow &row : before) {
        if (row.id == id)
            remove(row.key());
    }
}

int ImageModel::distinctImages() const
{
    QSet<QString> ids;
    for (const ImageRow &row : rows())
        ids.insert(row.id);
    return int(ids.size());
}

QString ImageModel::countText() const
{
    const QString images = tr("%n image(s)", nullptr, distinctImages());
    if (distinctImages() == rowCount())
        return images;
    return tr("%1, %2", "images, names").arg(images, tr("%n name(s)", nullptr, rowCount()));
}

int ImageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImageRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayData(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == CreatedColumn)
            return Text::exactTime(row.created);
        return index.column() == IdColumn ? row.id : row.reference();
    case Qt::TextAlignmentRole:
        return int((index.column() == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case KeyRole:
        return row.key();
    case IdRole:
        return row.id;
    case SortRole:
        return sortData(row, index.column());
    default:
        return {};
    }
}

QVariant ImageModel::displayData(const ImageRow &row, int column) const
{
    switch (column) {
    case RepositoryColumn:
        return row.hasName() ? row.repository : tr("(no name)");
    case TagColumn:
        return row.tag;
    case SizeColumn:
        return Text::size(row.size);
    case CreatedColumn:
        return Text::ago(row.created);
    case UsedByColumn:
        return row.usedBy == 0 ? tr("not used") : tr("%n container(s)", nullptr, row.usedBy);
    case IdColumn:
        return Text::shortId(row.id);
    default:
        return {};
    }
}

QVariant ImageModel::sortData(const ImageRow &row, int column) const
{
    switch (column) {
    case SizeColumn:
        return row.size;
    case CreatedColumn:
        return -row.created;
    case UsedByColumn:
        return -row.usedBy;
    default:
        return displayData(row, column);
    }
}

QVariant ImageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RepositoryColumn:
        return tr("Name");
    case TagColumn:
        return tr("Tag");
    case SizeColumn:
        return tr("Size");
    case CreatedColumn:
        return tr("Created");
    case UsedByColumn:
        return tr("Used by");
    case IdColumn:
        return tr("Id");
    default:
        return {};
    }
}

ImageFilterModel::ImageFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ImageModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

QStringList ImageFilterModel::filterKeys()
{
    return {QStringLiteral("name"), QStringLiteral("tag"), QStringLiteral("id"), QStringLiteral("label"),
            QStringLiteral("used")};
}

void ImageFilterModel::setFilterText(const QString &text)
{
    m_filter = Filter::parse(text, filterKeys());
    invalidateRowsFilter();
}

void ImageFilterModel::setHiddenKeys(const QSet<QString> &keys)
{
    if (m_hidden == keys)
        return;
    m_hidden = keys;
    invalidateRowsFilter();
}

bool ImageFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const ImageRow &image = static_cast<const ImageModel *>(sourceModel())->at(row);
    return !m_hidden.contains(image.key()) &&
           m_filter.matches([&](const FilterTerm &term) { return termHolds(image, term); });
}

bool ImageFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(ImageModel::SortRole), b = right.data(ImageModel::SortRole);
    if (a != b)
        return QSortFilterProxyModel::lessThan(left, right);
    const auto *model = static_cast<const ImageModel *>(sourceModel());
    return model->at(left.row()).reference() < model->at(right.row()).reference();
}

} // namespace quayside::models
