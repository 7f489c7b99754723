#include "models/images/imagemodel.h"

#include "models/common/text.h"

namespace quayside::models
{

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

QString ImageRow::shownName() const
{
    return hasName() ? reference() : Text::shortId(id);
}

ImageModel::ImageModel(QObject *parent) : TableModel(describe(), parent) {}

QList<TableColumn<ImageRow>> ImageModel::describe()
{
    using Row = const ImageRow &;
    const auto reference = [](Row row) { return row.reference(); };
    return {
        {tr("Name"), [](Row row) { return row.hasName() ? row.repository : tr("(no name)"); }, {}, reference},
        {tr("Tag"), [](Row row) { return row.tag; }, {}, reference},
        {tr("Size"), [](Row row) { return Text::size(row.size); }, [](Row row) { return row.size; },
         reference, true},
        {tr("Created"), [](Row row) { return Text::ago(row.created); },
         [](Row row) { return -row.created; }, // the first click shows the newest
         [](Row row) { return Text::exactTime(row.created); }},
        {tr("Used by"),
         [](Row row) {
             return row.usedBy == 0 ? tr("not used") : tr("%n container(s)", nullptr, row.usedBy);
         },
         [](Row row) { return -row.usedBy; }, reference},
        {tr("Id"), [](Row row) { return Text::shortId(row.id); }, {}, [](Row row) { return row.id; }}};
}

void ImageModel::setUsage(const QHash<QString, int> &containersByImage)
{
    changeWhere([&](ImageRow &row) { row.usedBy = containersByImage.value(row.id); });
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

int ImageModel::distinctWithout(const QSet<QString> &hidden) const
{
    QSet<QString> ids;
    for (const ImageRow &row : rows()) {
        if (!hidden.contains(row.key()))
            ids.insert(row.id);
    }
    return int(ids.size());
}

QString ImageModel::countText(const QSet<QString> &hidden) const
{
    const int distinct = distinctWithout(hidden), names = rowCount() - int(hidden.size());
    const QString images = tr("%n image(s)", nullptr, distinct);
    if (distinct == names)
        return images;
    return tr("%1, %2", "images, names").arg(images, tr("%n name(s)", nullptr, names));
}

QStringList ImageModel::filterKeys()
{
    return {QStringLiteral("name"), QStringLiteral("tag"), QStringLiteral("id"), QStringLiteral("label"),
            QStringLiteral("used")};
}

QStringList ImageModel::filterValues(const QString &key) const
{
    using Row = const ImageRow &;
    if (key == u"name")
        return said([](Row row) { return row.repository; });
    if (key == u"tag")
        return said([](Row row) { return row.tag; });
    if (key == u"id")
        return said([](Row row) { return Text::shortId(row.id); });
    if (key == u"label")
        return said([](Row row) { return labelTerms(row.labels); });
    return key == u"used" ? yesAndNo() : QStringList();
}

bool ImageModel::holds(int row, const FilterTerm &term) const
{
    const ImageRow &image = at(row);
    const QString digest = image.id.section(u':', -1);
    if (term.key == u"name")
        return image.repository.contains(term.value, Qt::CaseInsensitive);
    if (term.key == u"tag")
        return image.tag.contains(term.value, Qt::CaseInsensitive);
    if (term.key == u"id")
        return digest.startsWith(term.value, Qt::CaseInsensitive);
    if (term.key == u"label")
        return labelHolds(image.labels, term.value);
    if (term.key == u"used")
        return (term.value.startsWith(u'y', Qt::CaseInsensitive)) == (image.usedBy > 0);
    return image.reference().contains(term.value, Qt::CaseInsensitive) ||
           digest.startsWith(term.value, Qt::CaseInsensitive);
}

bool ImageModel::precedes(int left, int right) const
{
    return at(left).reference() < at(right).reference();
}

} // namespace quayside::models
