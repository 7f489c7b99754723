#include "ui/images/imagefilespane.h"

#include "models/common/text.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/images/contentview.h"
#include "ui/images/fileviewer.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::ContentEntry;
using models::ContentTree;
using models::ImageFile;

namespace
{

QToolButton *makeButton(Symbol symbol, const QString &toolTip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(icon(symbol));
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

} // namespace

ImageFilesPane::ImageFilesPane(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_tree(ContentTree::Of::Image), m_search(new QLineEdit(this)),
      m_onlyChanges(new QToolButton(this)),
      m_open(makeButton(Symbol::Open, tr("Read the chosen file"), this)),
      m_save(makeButton(Symbol::Save, tr("Save the chosen file"), this)), m_notice(new Notice(this)),
      m_stack(new QStackedWidget(this)),
      m_view(new ContentView(&m_tree, QStringLiteral("image-files"), this)),
      m_placeholder(new Placeholder(Symbol::Folder, this)), m_line(new ElidedLabel(this))
{
    m_view->setAccessibleName(tr("Files of the image"));
    m_view->setUpColumns({{ContentTree::SizeColumn, 76},
                          {ContentTree::ChangeColumn, 122},
                          {ContentTree::FilesColumn, 70},
                          {ContentTree::ModeColumn, 90},
                          {ContentTree::OwnerColumn, 70}},
                         ContentTree::NameColumn);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_placeholder);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeBar(layout);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    auto *foot = new QHBoxLayout; // the label knows no margins
    foot->setContentsMargins(10, 3, 10, 4);
    foot->addWidget(m_line);
    layout->addLayout(foot);
    connect(&m_tree, &ContentTree::folderCame, this, &ImageFilesPane::onFolderCame);
    connect(&m_tree, &ContentTree::failed, this, [this](const QString &sentence) {
        m_notice->show(Notice::Kind::Error, tr("A folder cannot be read: %1").arg(sentence), tr("Try again"),
                       [this] { m_tree.retry(); });
    });
    connect(m_view, &Table::chosenRowChanged, this, &ImageFilesPane::onChosen);
    connect(m_view, &Table::rowOpened, this, &ImageFilesPane::onOpened);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ImageFilesPane::showMenu);
    onChosen();
}

void ImageFilesPane::makeBar(QBoxLayout *layout)
{
    m_search->setPlaceholderText(tr("Search for names…"));
    m_search->setAccessibleName(tr("Search for names of files"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Symbol::Search), QLineEdit::LeadingPosition);
    m_onlyChanges->setText(tr("Only changes"));
    m_onlyChanges->setCheckable(true);
    m_onlyChanges->setChecked(true);
    m_onlyChanges->setAutoRaise(true);
    m_onlyChanges->setToolTip(tr("Only what the chosen layer changed; else the whole image"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(4);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_onlyChanges);
    bar->addWidget(m_open);
    bar->addWidget(m_save);
    layout->addLayout(bar);
    m_typed.setSingleShot(true);
    m_typed.setInterval(200);
    connect(&m_typed, &QTimer::timeout, this, &ImageFilesPane::search);
    connect(m_search, &QLineEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_open, &QToolButton::clicked, this, &ImageFilesPane::openChosen);
    connect(m_save, &QToolButton::clicked, this, &ImageFilesPane::chooseSave);
}

QString ImageFilesPane::line() const
{
    return m_line->text();
}

bool ImageFilesPane::isLoading() const
{
    return m_tree.isLoading() || m_find.active() || m_typed.isActive();
}

// ---- tree and search

void ImageFilesPane::clear()
{
    m_image.clear();
    m_typed.stop();
    m_find.cancel();
    m_notice->dismiss();
    m_tree.clear();
    m_stack->setCurrentWidget(m_view);
    m_line->clear();
}

void ImageFilesPane::showTree(const QString &image, client::LayerChoice layer, const QString &caption)
{
    m_image = image;
    m_layer = layer;
    m_caption = caption;
    m_notice->dismiss();
    search();
}

void ImageFilesPane::showRoot()
{
    m_stack->setCurrentWidget(m_view);
    m_line->setText(m_caption);
    m_tree.setSource([client = m_session->client(), image = m_image.toStdString(), layer = m_layer](
                         const std::string &path, QObject *context, client::Done<api::ImageFolder> done) {
        return client::imageFolder(*client, image, layer, path, context, std::move(done));
    });
}

// Without a text: the tree.
void ImageFilesPane::search()
{
    m_typed.stop();
    m_find.cancel();
    const QString text = m_search->text().trimmed();
    if (m_image.isEmpty())
        return;
    if (text.isEmpty()) {
        showRoot();
        return;
    }
    m_line->setText(tr("Searching…"));
    m_find = client::findInImage(
        *m_session->client(), m_image.toStdString(), {.text = text.toStdString(), .layer = m_layer}, this,
        [this, text](const Result<api::FoundEntries> &found) { onFound(text, found); });
}

void ImageFilesPane::onFound(const QString &text, const Result<api::FoundEntries> &found)
{
    m_line->clear();
    if (!found) {
        m_notice->show(Notice::Kind::Error,
                       tr("The search failed: %1").arg(QString::fromStdString(found.error().message)));
        return;
    }
    m_tree.showFound(*found);
    if (found->found.empty()) {
        showNothing(tr("Nothing found"), tr("No path here contains “%1”.").arg(text));
        return;
    }
    m_stack->setCurrentWidget(m_view);
    m_line->setText(found->truncated ? tr("The first %n found", nullptr, int(found->found.size()))
                                     : tr("%n found", nullptr, int(found->found.size())));
}

void ImageFilesPane::showNothing(const QString &headline, const QString &sentence)
{
    m_placeholder->setText(headline, sentence);
    m_stack->setCurrentWidget(m_placeholder);
}

void ImageFilesPane::onFolderCame(const QString &path)
{
    m_notice->dismiss();
    if (path != u"/" || !m_tree.isEmpty())
        return;
    if (m_layer)
        showNothing(tr("No files"), tr("This layer changed no files."));
    else
        showNothing(tr("No files"), tr("There are no files in this image."));
}

void ImageFilesPane::reveal(const QString &path)
{
    if (!m_search->text().isEmpty()) {
        m_search->clear(); // starts the timer, too late for us
        search();
    }
    m_tree.reveal(path);
}

// ---- single files

// What the chosen layer removes can still be read as it was below.
ImageFile ImageFilesPane::chosenFile() const
{
    const ContentEntry *entry = m_view->chosenEntry();
    const bool readable = entry != nullptr && (entry->type == ContentEntry::Type::File ||
                                               entry->type == ContentEntry::Type::Link);
    if (!readable)
        return {};
    client::LayerChoice layer = m_layer;
    if (layer && entry->change == ContentEntry::Change::Removed)
        layer = *layer - 1;
    const QModelIndex index = m_view->chosenRow();
    return {.image = m_image, .path = m_tree.path(index), .coded = m_tree.codedPath(index), .layer = layer};
}

void ImageFilesPane::onChosen()
{
    const bool file = !chosenFile().path.isEmpty();
    m_open->setEnabled(file);
    m_save->setEnabled(file);
    if (m_view->chosenEntry() != nullptr)
        m_line->setText(m_tree.path(m_view->chosenRow()));
}

void ImageFilesPane::onOpened(const QModelIndex &index)
{
    const ContentEntry *entry = m_tree.entry(index);
    if (entry == nullptr)
        return;
    if (m_tree.hasChildren(index.siblingAtColumn(0)))
        m_view->setExpanded(index.siblingAtColumn(0), !m_view->isExpanded(index.siblingAtColumn(0)));
    else if (entry->type == ContentEntry::Type::Folder)
        reveal(m_tree.path(index)); // found: leads to its place
    else
        openChosen();
}

FileViewer *ImageFilesPane::openChosen()
{
    const ImageFile file = chosenFile();
    if (file.path.isEmpty())
        return nullptr;
    auto *viewer = new FileViewer(m_session, file, this);
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    connect(viewer, &FileViewer::saveWanted, this, [this, file] { askWhereToSave(file); });
    viewer->show();
    return viewer;
}

void ImageFilesPane::chooseSave()
{
    if (const ImageFile file = chosenFile(); !file.path.isEmpty())
        askWhereToSave(file);
}

void ImageFilesPane::askWhereToSave(const ImageFile &file)
{
    auto *dialog = new QFileDialog(this, tr("Save %1").arg(file.name()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(file.name());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, file](const QString &fileName) { saveTo(file, fileName); });
    dialog->open();
}

void ImageFilesPane::saveTo(const ImageFile &file, const QString &fileName)
{
    auto *operation = models::saveImageFile(m_session->client(), file, fileName, 0);
    connect(operation, &models::Operation::finished, this, [this, operation] {
        if (operation->state() == models::Operation::State::Failed)
            m_notice->show(Notice::Kind::Error,
                           tr("%1 failed: %2").arg(operation->title(), operation->detail()));
        else if (operation->state() == models::Operation::State::Succeeded)
            m_notice->show(Notice::Kind::Info, operation->detail());
    });
    m_session->operations()->add(operation);
}

void ImageFilesPane::showMenu(const QPoint &point)
{
    const QModelIndex index = m_view->indexAt(point);
    if (m_tree.entry(index) == nullptr)
        return;
    const QString path = m_tree.path(index);
    QMenu menu(this);
    if (!chosenFile().path.isEmpty()) {
        menu.addAction(icon(Symbol::Open), tr("&Read"), this, &ImageFilesPane::openChosen);
        menu.addAction(icon(Symbol::Save), tr("&Save…"), this, &ImageFilesPane::chooseSave);
    }
    menu.addAction(icon(Symbol::Copy), tr("&Copy path"), this,
                   [path] { QApplication::clipboard()->setText(path); });
    if (!m_search->text().isEmpty())
        menu.addAction(icon(Symbol::Folder), tr("Show in the &tree"), this, [this, path] { reveal(path); });
    menu.exec(m_view->viewport()->mapToGlobal(point));
}

} // namespace quayside::ui
