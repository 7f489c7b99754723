#include "ui/files/filestable.h"

#include "models/files/filemodel.h"
#include "ui/common/appearance.h"

#include <QKeyEvent>

namespace quayside::ui
{

using models::FileEntry;

namespace
{

bool isFileKey(const QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Backspace:
    case Qt::Key_F2:
    case Qt::Key_F5:
    case Qt::Key_Delete:
        return event->modifiers() == Qt::NoModifier;
    case Qt::Key_Up:
        return event->modifiers() == Qt::AltModifier;
    default:
        return false;
    }
}

} // namespace

FileDelegate::FileDelegate(QObject *parent)
    : RowDelegate(Symbol::File, parent), m_folder(icon(Symbol::Folder)), m_file(icon(Symbol::File)),
      m_link(icon(Symbol::Link))
{
}

QSize FileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, std::min(option.fontMetrics.height() + 8, rowHeight(option.fontMetrics))};
}

void FileDelegate::paintSymbol(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto kind = FileEntry::Kind(index.data(models::FileModel::KindRole).toInt());
    const QIcon &symbol = kind == FileEntry::Kind::Folder ? m_folder
                          : kind == FileEntry::Kind::Link ? m_link
                                                          : m_file;
    symbol.paint(painter, box, Qt::AlignCenter,
                 option.state.testFlag(QStyle::State_Selected) ? QIcon::Selected : QIcon::Normal);
}

QColor FileDelegate::textColor(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto change = FileEntry::Change(index.data(models::FileModel::ChangeRole).toInt());
    if (index.column() == models::FileModel::ChangeColumn && change != FileEntry::Change::None)
        return toneColor(change == FileEntry::Change::Added     ? Tone::Good
                         : change == FileEntry::Change::Removed ? Tone::Bad
                                                                : Tone::Busy);
    return change == FileEntry::Change::Removed ? quietTextColor(option.palette)
                                                : RowDelegate::textColor(option, index);
}

// The page has these keys for its own rows: the nearer one wins.
bool FilesTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isFileKey(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return Table::event(event);
}

void FilesTable::keyPressEvent(QKeyEvent *event)
{
    if (!isFileKey(event)) {
        Table::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Delete)
        emit removeWanted();
    else if (event->key() == Qt::Key_F2)
        emit renameWanted();
    else if (event->key() == Qt::Key_F5)
        emit reloadWanted();
    else
        emit upWanted();
}

void FilesTable::startDrag(Qt::DropActions)
{
    emit dragBegun();
}

} // namespace quayside::ui
