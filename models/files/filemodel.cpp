#include "models/files/filemodel.h"

#include "models/common/text.h"

namespace quayside::models
{

namespace
{

QString nameToolTip(const FileEntry &entry)
{
    return entry.kind == FileEntry::Kind::Link && !entry.target.isEmpty()
               ? QStringLiteral("%1 → %2").arg(entry.name, entry.target)
               : entry.name;
}

QList<TableColumn<FileEntry>> columnsOfFiles()
{
    return {
        {.title = FileModel::tr("Name"),
         .text = [](const FileEntry &entry) { return entry.name; },
         .toolTip = nameToolTip},
        {.title = FileModel::tr("Size"),
         .text = [](const FileEntry &entry) { return entry.isFolder() ? QString() : Text::size(entry.size); },
         .sortBy = [](const FileEntry &entry) { return QVariant(entry.isFolder() ? -1 : entry.size); },
         .number = true},
        {.title = FileModel::tr("Owner"),
         .text = [](const FileEntry &entry) { return entry.ownerText(); },
         .toolTip =
             [](const FileEntry &entry) {
                 return entry.uid < 0 ? QString()
                                      : FileModel::tr("User %1, group %2").arg(entry.uid).arg(entry.gid);
             }},
        {.title = FileModel::tr("Mode"),
         .text = [](const FileEntry &entry) { return entry.modeText(); },
         .toolTip =
             [](const FileEntry &entry) { return entry.mode < 0 ? QString() : octalMode(entry.mode); }},
        {.title = FileModel::tr("Modified"),
         .text = [](const FileEntry &entry) { return Text::ago(entry.modified); },
         .sortBy = [](const FileEntry &entry) { return QVariant(entry.modified); },
         .toolTip = [](const FileEntry &entry) { return Text::exactTime(entry.modified); }},
        {.title = FileModel::tr("Change"),
         .text = [](const FileEntry &entry) { return entry.changeText(); },
         .toolTip =
             [](const FileEntry &entry) {
                 return entry.mounted ? FileModel::tr("A volume or a folder of the computer is mounted here")
                                      : FileModel::tr("Since the container was made of its image");
             }},
    };
}

} // namespace

FileModel::FileModel(QObject *parent) : TableModel<FileEntry>(columnsOfFiles(), parent) {}

QVariant FileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != KindRole && role != ChangeRole))
        return TableModel<FileEntry>::data(index, role);
    const FileEntry &entry = at(index.row());
    return role == KindRole ? int(entry.kind) : int(entry.change);
}

Qt::ItemFlags FileModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = TableModel<FileEntry>::flags(index);
    return index.isValid() && !at(index.row()).isGone() ? usual | Qt::ItemIsDragEnabled : usual;
}

FileFilterModel::FileFilterModel(FileModel *files, QObject *parent)
    : TableFilterModel(
          {},
          [files](int row, const FilterTerm &term) {
              return files->at(row).name.contains(term.value, Qt::CaseInsensitive);
          },
          [files](int left, int right) {
              return files->at(left).name.compare(files->at(right).name, Qt::CaseInsensitive) < 0;
          },
          parent),
      m_files(files)
{
    setSourceModel(files);
}

void FileFilterModel::setOnlyChanges(bool only)
{
    if (m_onlyChanges == only)
        return;
    m_onlyChanges = only;
    invalidateRowsFilter();
}

bool FileFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return (!m_onlyChanges || m_files->at(row).change != FileEntry::Change::None) &&
           TableFilterModel::filterAcceptsRow(row, parent);
}

bool FileFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool first = m_files->at(left.row()).isFolder(), second = m_files->at(right.row()).isFolder();
    if (first != second)
        return (sortOrder() == Qt::AscendingOrder) == first;
    return TableFilterModel::lessThan(left, right);
}

} // namespace quayside::models
