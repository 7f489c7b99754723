// The entries of a folder as a table: folders first, whatever it is sorted by.
#pragma once

#include "models/common/tablemodel.h"
#include "models/files/fileentry.h"

namespace quayside::models
{

class FileModel : public TableModel<FileEntry>
{
    Q_OBJECT

public:
    enum Column { NameColumn, SizeColumn, OwnerColumn, ModeColumn, ModifiedColumn, ChangeColumn };

    enum Role { KindRole = FirstOwnTableRole, ChangeRole };

    explicit FileModel(QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
};

// Parts of names, and only what was changed since the image.
class FileFilterModel : public TableFilterModel
{
    Q_OBJECT

public:
    explicit FileFilterModel(FileModel *files, QObject *parent = nullptr);

    void setOnlyChanges(bool only);
    [[nodiscard]] bool showsOnlyChanges() const { return m_onlyChanges; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    FileModel *m_files;
    bool m_onlyChanges = false;
};

} // namespace quayside::models
