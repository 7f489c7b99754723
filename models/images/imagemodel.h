// The images of the engine, one row for each name.
#pragma once

#include "engine/api/types/image.h"
#include "models/common/filter.h"
#include "models/common/rowmodel.h"

#include <QMap>
#include <QSet>
#include <QSortFilterProxyModel>

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
    [[nodiscard]] QString key() const { return id + u' ' + repository + u':' + tag; }
    bool operator==(const ImageRow &) const = default;
};

// An image with three names is three rows; one without a name is one row.
QList<ImageRow> toRows(const api::ImageSummary &summary);
// "registry:5000/a/b:1" → {"registry:5000/a/b", "1"}; without a tag it is "latest".
std::pair<QString, QString> splitReference(const QString &reference);

class ImageModel : public RowModel<ImageRow>
{
    Q_OBJECT

public:
    enum Column {
        RepositoryColumn,
        TagColumn,
        SizeColumn,
        CreatedColumn,
        UsedByColumn,
        IdColumn,
        ColumnCount
    };
    enum Roles { KeyRole = Qt::UserRole + 1, IdRole, SortRole };

    using RowModel::RowModel;

    // How many containers stand on each image id.
    void setUsage(const QHash<QString, int> &containersByImage);
    void refreshTimes();
    // All rows with this id become those of the summary.
    void replaceImage(const api::ImageSummary &summary);
    void removeImage(const QString &id);
    [[nodiscard]] int distinctImages() const;
    // "3 images", or "3 images, 6 names" where some have several: the page and the status bar say the same.
    [[nodiscard]] QString countText() const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant displayData(const ImageRow &row, int column) const;
    [[nodiscard]] QVariant sortData(const ImageRow &row, int column) const;
};

class ImageFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ImageFilterModel(QObject *parent = nullptr);

    static QStringList filterKeys(); // name, tag, id, label, used
    void setFilterText(const QString &text);
    void setHiddenKeys(const QSet<QString> &keys);
    [[nodiscard]] bool isFiltering() const { return !m_filter.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    Filter m_filter;
    QSet<QString> m_hidden;
};

} // namespace quayside::models
