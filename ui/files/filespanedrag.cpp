// Files that are dragged out of the pane and dropped into it.
#include "models/common/text.h"
#include "models/files/fileoperations.h"
#include "ui/common/notice.h"
#include "ui/files/fileactions.h"
#include "ui/files/filespane.h"
#include "ui/files/filestable.h"

#include <QApplication>
#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

namespace quayside::ui
{

using models::FileEntry;

namespace
{

constexpr qint64 mostDragged = qint64{512} << 20; // bytes that are copied for a drag

QStringList droppedFiles(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

// Whoever takes a drop wants files that are there. They are fetched when the drag begins; one that lasts
// longer than that goes on by itself, for the others it is begun once more.
void FilesPane::beginDrag()
{
    QList<FileEntry> entries;
    QString mark = QString::fromStdString(m_listing.source().of.id);
    qint64 bytes = 0;
    for (const QString &key : m_actions->selection()) {
        const FileEntry *entry = m_files.find(key);
        if (entry == nullptr || !entry->isReadable())
            continue;
        entries.append(*entry);
        bytes += std::max<qint64>(0, entry->size);
        mark += QStringLiteral("\n%1 %2 %3").arg(key).arg(entry->modified).arg(entry->size);
    }
    if (entries.isEmpty()) {
        m_notice->show(Notice::Kind::Info, tr("Folders cannot be dragged out. Download them instead."));
        return;
    }
    if (bytes > mostDragged) {
        m_notice->show(Notice::Kind::Info,
                       tr("That is more than %1. Download it instead.").arg(models::Text::size(mostDragged)));
        return;
    }
    if (m_dragMark == mark && m_coming == 0 && !m_dragged.isEmpty())
        dragNow();
    else
        fetchForDrag(entries, mark);
}

void FilesPane::fetchForDrag(const QList<FileEntry> &entries, const QString &mark)
{
    m_dragFolder = std::make_unique<QTemporaryDir>();
    m_dragMark = mark;
    m_dragged.clear();
    m_coming = int(entries.size());
    for (const FileEntry &entry : entries) {
        const QString file = m_dragFolder->filePath(entry.name);
        auto *operation = models::downloadFile(m_session->client(), m_listing.source(), entry,
                                               m_actions->pathOf(entry), file);
        connect(operation, &models::Operation::finished, this, [this, operation, file, mark] {
            if (m_dragMark != mark)
                return;
            --m_coming;
            if (operation->state() == models::Operation::State::Succeeded)
                m_dragged.append(file);
            else if (operation->state() == models::Operation::State::Failed)
                m_notice->show(Notice::Kind::Error, operation->detail());
            if (m_coming == 0 && !m_dragged.isEmpty())
                dragNow();
        });
        m_session->operations()->add(operation);
    }
}

void FilesPane::dragNow()
{
    if (!QApplication::mouseButtons().testFlag(Qt::LeftButton)) {
        m_notice->show(Notice::Kind::Info, tr("Ready: drag it once more."));
        return;
    }
    QList<QUrl> urls;
    for (const QString &file : std::as_const(m_dragged))
        urls.append(QUrl::fromLocalFile(file));
    auto *data = new QMimeData;
    data->setUrls(urls);
    auto *drag = new QDrag(m_table);
    drag->setMimeData(data);
    drag->exec(Qt::CopyAction);
}

// The folder under the mouse, else the one that is shown.
std::string FilesPane::folderAt(const QPoint &point) const
{
    const QPoint inside = m_table->viewport()->mapFrom(this, point);
    // Rows go on below what is seen of them.
    const QModelIndex index =
        m_table->viewport()->rect().contains(inside) ? m_table->indexAt(inside) : QModelIndex();
    const FileEntry *entry = m_files.find(index.data(models::TableKeyRole).toString());
    return entry != nullptr && entry->opensAsFolder() && !entry->isGone() ? entry->coded
                                                                          : m_listing.codedFolder();
}

void FilesPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->source() != m_table && !droppedFiles(event->mimeData()).isEmpty() &&
        m_actions->action(FileActions::Upload)->isEnabled())
        event->acceptProposedAction();
}

void FilesPane::dragMoveEvent(QDragMoveEvent *event)
{
    event->acceptProposedAction();
}

void FilesPane::dropEvent(QDropEvent *event)
{
    const QStringList files = droppedFiles(event->mimeData());
    if (event->source() == m_table || files.isEmpty())
        return;
    event->acceptProposedAction();
    m_actions->upload(files, folderAt(event->position().toPoint()));
}

} // namespace quayside::ui
