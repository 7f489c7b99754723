#include "ui/containers/filespane.h"

#include "models/common/text.h"
#include "models/containers/fileoperations.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::FolderEntry;

namespace
{

constexpr int nameRole = Qt::UserRole, folderRole = Qt::UserRole + 1, linkRole = Qt::UserRole + 2;

QToolButton *makeButton(Symbol symbol, const QString &toolTip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(icon(symbol));
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

QString changeText(FolderEntry::Change change)
{
    switch (change) {
    case FolderEntry::Change::None:
        return {};
    case FolderEntry::Change::Modified:
        return FilesPane::tr("changed");
    case FolderEntry::Change::Added:
        return FilesPane::tr("new");
    case FolderEntry::Change::Deleted:
        return FilesPane::tr("removed");
    }
    return {};
}

} // namespace

FilesPane::FilesPane(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_listing(session->client()), m_path(new QLineEdit(this)),
      m_up(makeButton(Symbol::Up, tr("To the folder above (Backspace)"), this)),
      m_download(makeButton(Symbol::Save, tr("Download what is selected"), this)),
      m_upload(makeButton(Symbol::Load, tr("Upload a file to this folder; or drop files here"), this)),
      m_notice(new Notice(this)), m_list(new QTreeWidget(this)), m_line(new QLabel(this))
{
    m_path->setText(QStringLiteral("/"));
    m_path->setAccessibleName(tr("Folder in the container"));
    m_up->setShortcut(QKeySequence(Qt::Key_Backspace));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 6);
    bar->addWidget(m_up);
    bar->addWidget(m_path, 1);
    bar->addWidget(m_download);
    bar->addWidget(m_upload);
    m_list->setAccessibleName(tr("Files"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHeaderLabels({tr("Name"), tr("Size"), tr("Modified"), tr("Change")});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->setColumnWidth(1, 80);
    m_list->setColumnWidth(2, 100);
    m_list->setColumnWidth(3, 80);
    m_list->headerItem()->setToolTip(3, tr("Since the container was made of its image"));
    m_line->setContentsMargins(14, 4, 14, 8);
    m_line->setWordWrap(true);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_line);
    setAcceptDrops(true);
    connect(&m_listing, &models::FolderListing::changed, this, &FilesPane::fill);
    connect(m_up, &QToolButton::clicked, this,
            [this] { open(models::joinPath(folder(), QStringLiteral(".."))); });
    connect(m_path, &QLineEdit::returnPressed, this, [this] { open(m_path->text()); });
    connect(m_list, &QTreeWidget::itemActivated, this, &FilesPane::activate);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this,
            [this] { m_download->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(m_download, &QToolButton::clicked, this, &FilesPane::chooseDownload);
    connect(m_upload, &QToolButton::clicked, this, &FilesPane::chooseUpload);
    m_download->setEnabled(false);
}

QString FilesPane::folder() const
{
    return m_listing.folder().isEmpty() ? QStringLiteral("/") : m_listing.folder();
}

void FilesPane::showContainer(const QString &id, bool running)
{
    if (m_id == id && m_running == running)
        return;
    const bool other = m_id != id;
    m_id = id;
    m_running = running;
    if (other)
        m_notice->dismiss();
    if (isVisible())
        open(other ? QStringLiteral("/") : folder());
}

void FilesPane::open(const QString &folder)
{
    QString clean = QStringLiteral("/");
    for (const QString &part : folder.split(u'/', Qt::SkipEmptyParts)) {
        if (part != u".")
            clean = models::joinPath(clean, part);
    }
    m_listing.list(m_id, m_running, clean);
}

void FilesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void FilesPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_listing.stop();
}

void FilesPane::refresh()
{
    if (!m_id.isEmpty())
        open(folder());
}

void FilesPane::fill()
{
    m_path->setText(folder());
    m_up->setEnabled(folder() != u"/");
    if (m_listing.isBusy()) {
        m_line->setText(tr("Looking…"));
        return;
    }
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const FolderEntry &entry : m_listing.entries()) {
        const bool isFolder = entry.kind == FolderEntry::Kind::Folder,
                   gone = entry.change == FolderEntry::Change::Deleted;
        auto *item = new QTreeWidgetItem({entry.name, isFolder ? QString() : models::Text::size(entry.size),
                                          models::Text::ago(entry.modified), changeText(entry.change)});
        item->setIcon(0, icon(isFolder                                ? Symbol::Folder
                              : entry.kind == FolderEntry::Kind::Link ? Symbol::Open
                                                                      : Symbol::Logs));
        item->setData(0, nameRole, entry.name);
        item->setData(0, folderRole, isFolder);
        item->setData(0, linkRole, entry.kind == FolderEntry::Kind::Link);
        item->setToolTip(0, entry.name);
        item->setToolTip(2, models::Text::exactTime(entry.modified));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        if (gone) {
            QFont struck = font();
            struck.setStrikeOut(true);
            item->setFont(0, struck);
            item->setFlags(Qt::ItemIsEnabled);
        }
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    m_line->setText(m_listing.remark().isEmpty() ? tr("%n file(s) and folders", nullptr, int(items.size()))
                                                 : m_listing.remark());
}

void FilesPane::activate(const QTreeWidgetItem *item)
{
    // A link may lead to a folder: the shell in the container knows.
    if (item->data(0, folderRole).toBool() || item->data(0, linkRole).toBool())
        open(models::joinPath(folder(), item->data(0, nameRole).toString()));
}

void FilesPane::chooseDownload()
{
    const QList<QTreeWidgetItem *> selected = m_list->selectedItems();
    if (selected.isEmpty())
        return;
    const QString name = selected.first()->data(0, nameRole).toString();
    const bool isFolder = selected.first()->data(0, folderRole).toBool();
    auto *dialog = new QFileDialog(this, tr("Download %1").arg(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(isFolder ? name + QStringLiteral(".tar") : name);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, name](const QString &file) { downloadTo(name, file); });
    dialog->open();
}

void FilesPane::downloadTo(const QString &name, const QString &fileName)
{
    const auto entry = std::ranges::find(m_listing.entries(), name, &FolderEntry::name);
    if (entry == m_listing.entries().end())
        return;
    watch(models::downloadPath(m_session->client(), m_id, models::joinPath(folder(), name),
                               entry->kind == FolderEntry::Kind::Folder, fileName),
          false);
}

void FilesPane::chooseUpload()
{
    auto *dialog = new QFileDialog(this, tr("Upload to %1").arg(folder()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        for (const QString &file : files)
            upload(file);
    });
    dialog->open();
}

void FilesPane::upload(const QString &fileName)
{
    watch(new models::UploadOperation(m_session->client(), m_id, fileName, folder()), true);
}

void FilesPane::watch(models::Operation *operation, bool listAgain)
{
    connect(operation, &models::Operation::finished, this, [this, operation, listAgain] {
        if (operation->state() == models::Operation::State::Failed)
            m_notice->show(Notice::Kind::Error,
                           tr("%1 failed: %2").arg(operation->title(), operation->detail()));
        else if (operation->state() == models::Operation::State::Succeeded && !listAgain)
            m_notice->show(Notice::Kind::Info, operation->detail());
        if (listAgain && isVisible())
            refresh();
    });
    m_session->operations()->add(operation);
}

void FilesPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void FilesPane::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            upload(url.toLocalFile());
    }
    event->acceptProposedAction();
}

} // namespace quayside::ui
