// The images of the engine, one row for each name.
#pragma once

#include "engine/api/types/image.h"
#include "models/common/tablemodel.h"

#include <QMap>
#include <QSet>

namespace quayside::models
{

struct ImageRow {
    QString id;              // sha256:…
    QString repository, tag; // both empty: the image has no name
    qint64 size = 0;         // bytes
    qint64 created = 0;      // seconds since 1970
    int usedBy = 0;          // containers, running or not
    QMap<QString, QString> labels;

    [[nodiscard]] bool hasName() const { return !repository.isEmpty(); }
    [[nodiscard]] QString reference() const { return hasName() ? repository + u':' + tag : id; }
    [[nodiscard]] QString shownName() const; // its reference, or the beginning of its id
    [[nodiscard]] QString key() const { return id + u' ' + repository + u':' + tag; }
    bool operator==(const ImageRow &) const = default;
};

// An image with three names is three rows; one without a name is one row.
QList<ImageRow> toRows(const api::ImageSummary &summary);
// "registry:5000/a/b:1" → {"registry:5000/a/b", "1"}; without a tag it is "latest".
std::pair<QString, QString> splitReference(const QString &reference);

class ImageModel : public TableModel<ImageRow>
{
    Q_OBJECT

public:
    enum Column { RepositoryColumn, TagColumn, SizeColumn, CreatedColumn, UsedByColumn, IdColumn };

    explicit ImageModel(QObject *parent = nullptr);

    // How many containers stand on each image id.
    void setUsage(const QHash<QString, int> &containersByImage);
    // All rows with this id become those of the summary.
    void replaceImage(const api::ImageSummary &summary);
    void removeImage(const QString &id);
    [[nodiscard]] int distinctImages() const { return distinctWithout({}); }
    // "3 images", or "3 images, 6 names" where some have several: the page and the status bar say the same.
    // hidden: keys of rows that are not counted.
    [[nodiscard]] QString countText(const QSet<QString> &hidden = {}) const;

    static QStringList filterKeys(); // name, tag, id, label, used
    [[nodiscard]] QStringList filterValues(const QString &key) const;
    [[nodiscard]] bool holds(int row, const FilterTerm &term) const;
    [[nodiscard]] bool precedes(int left, int right) const;

private:
    static QList<TableColumn<ImageRow>> describe();
    [[nodiscard]] int distinctWithout(const QSet<QString> &hidden) const;
};

} // namespace quayside::models
