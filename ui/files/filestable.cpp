#include "ui/files/filestable.h"

#include <QKeyEvent>

namespace quayside::ui
{

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
