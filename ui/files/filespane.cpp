#include "ui/files/filespane.h"

#include "models/client/imagecontents.h"
#include "models/common/text.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/files/fileactions.h"
#include "ui/files/filepreview.h"
#include "ui/files/filestable.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::FileEntry;
using models::FileListing;
using models::FileModel;

FilesPane::FilesPane(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_listing(session->client()), m_shown(&m_files),
      m_notice(new Notice(this)), m_undoBar(new UndoBar(this)),
      m_actions(new FileActions(session, &m_listing, &m_files, m_notice, m_undoBar, this)),
      m_up(new QAction(icon(Symbol::Up), tr("To the folder above (Backspace)"), this)),
      m_reload(new QAction(icon(Symbol::Refresh), tr("List the folder again (F5)"), this)),
      m_path(new QLineEdit(this)), m_filter(new QLineEdit(this)),
      m_table(new FilesTable(QStringLiteral("files"), this)),
      m_preview(new FilePreview(session->client(), this)), m_line(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeBar(layout);
    makeTable();
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(m_preview);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    layout->addWidget(m_notice);
    layout->addWidget(splitter, 1);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setPlaceholderText(tr("Part of a name…"));
    m_filter->setAccessibleName(tr("Only names with this in them"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(170);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_line->setWordWrap(true);
    m_line->setTextFormat(Qt::PlainText);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(8, 4, 10, 6);
    bottom->setSpacing(10);
    bottom->addWidget(m_filter);
    bottom->addWidget(m_line, 1);
    layout->addLayout(bottom);
    layout->addWidget(m_undoBar);
    setAcceptDrops(true);
    m_typed.setSingleShot(true);
    m_typed.setInterval(200);
    connect(&m_typed, &QTimer::timeout, this, &FilesPane::filter);
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_typed.start(); });
    connect(&m_listing, &FileListing::changed, this, &FilesPane::fill);
    connect(m_actions, &FileActions::filesChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(m_actions, &RowActions::pendingRemovalChanged, this, [this] {
        m_shown.setHiddenKeys(m_actions->pendingRemoval());
        m_line->setText(lineText());
    });
    m_preview->setVisible(m_withPreview->isChecked());
    m_preview->showNothing();
}

FilesPane::~FilesPane() = default;

QToolButton *FilesPane::addButton(QBoxLayout *bar, QAction *action)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setDefaultAction(action);
    button->setAccessibleName(action->text().remove(u'&'));
    bar->addWidget(button);
    // What another engine cannot do has no button.
    connect(action, &QAction::visibleChanged, button,
            [button, action] { button->setVisible(action->isVisible()); });
    return button;
}

QAction *FilesPane::addToggle(QBoxLayout *bar, int symbol, const QString &text, const QString &name)
{
    auto *action = new QAction(icon(Symbol(symbol)), text, this);
    action->setCheckable(true);
    action->setObjectName(name);
    action->setChecked(QSettings().value(QStringLiteral("files/") + name, false).toBool());
    connect(action, &QAction::toggled, this,
            [name](bool on) { QSettings().setValue(QStringLiteral("files/") + name, on); });
    addButton(bar, action);
    return action;
}

void FilesPane::makeBar(QBoxLayout *layout)
{
    m_path->setText(QStringLiteral("/"));
    m_path->setAccessibleName(tr("Folder"));
    m_path->setObjectName(QStringLiteral("path"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 6);
    bar->setSpacing(2);
    addButton(bar, m_up);
    bar->addWidget(m_path, 1);
    addButton(bar, m_reload);
    m_onlyChanges = addToggle(bar, int(Symbol::Compare), tr("Only what was changed since the image"),
                              QStringLiteral("onlyChanges"));
    m_withPreview = addToggle(bar, int(Symbol::Details), tr("Show what is in the selected file"),
                              QStringLiteral("preview"));
    addButton(bar, m_actions->action(FileActions::Download));
    addButton(bar, m_actions->action(FileActions::Upload));
    addButton(bar, m_actions->action(FileActions::NewFolder));
    layout->addLayout(bar);
    connect(m_up, &QAction::triggered, this, &FilesPane::goUp);
    connect(m_reload, &QAction::triggered, this, &FilesPane::refresh);
    connect(m_path, &QLineEdit::returnPressed, this, [this] { open(m_path->text()); });
    connect(m_onlyChanges, &QAction::toggled, this, [this](bool only) {
        m_shown.setOnlyChanges(only);
        m_line->setText(lineText());
    });
    m_shown.setOnlyChanges(m_onlyChanges->isChecked());
    connect(m_withPreview, &QAction::toggled, this, [this](bool on) {
        m_preview->setVisible(on);
        showChosen();
    });
}

void FilesPane::makeTable()
{
    m_table->setAccessibleName(tr("Files"));
    m_table->setModel(&m_shown);
    m_table->setUpColumns({{FileModel::NameColumn, 160},
                           {FileModel::SizeColumn, 76},
                           {FileModel::ChangeColumn, 76},
                           {FileModel::ModeColumn, 96},
                           {FileModel::OwnerColumn, 96},
                           {FileModel::ModifiedColumn, 100}},
                          FileModel::NameColumn);
    m_table->favourFirstColumn();
    m_table->setItemDelegate(new FileDelegate(m_table));
    m_table->setDragEnabled(true);
    m_table->setDragDropMode(QAbstractItemView::DragOnly); // drops are the pane's
    connect(m_table, &Table::rowOpened, this, &FilesPane::activate);
    connect(m_table, &QWidget::customContextMenuRequested, this, &FilesPane::makeMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FilesPane::onSelection);
    connect(m_table, &FilesTable::upWanted, this, &FilesPane::goUp);
    connect(m_table, &FilesTable::reloadWanted, this, &FilesPane::refresh);
    connect(m_table, &FilesTable::renameWanted, m_actions->action(FileActions::Rename), &QAction::trigger);
    connect(m_table, &FilesTable::removeWanted, m_actions->action(FileActions::Remove), &QAction::trigger);
    connect(m_table, &FilesTable::dragBegun, this, &FilesPane::beginDrag);
}

void FilesPane::makeMenu(const QPoint &point)
{
    using A = FileActions;
    QMenu menu(this);
    if (m_table->indexAt(point).isValid()) {
        for (const A::Verb verb : {A::Edit, A::Download, A::Rename, A::Remove, A::Properties, A::CopyPath})
            menu.addAction(m_actions->action(verb));
        menu.addSeparator();
    }
    menu.addAction(m_actions->action(A::Upload));
    menu.addAction(m_actions->action(A::NewFolder));
    menu.exec(m_table->viewport()->mapToGlobal(point));
}

// ---- where one is

void FilesPane::showContainer(const QString &id, bool running)
{
    showSource({.of = {.id = id.toStdString()},
                .running = running,
                .byEngine = m_session->hasFeature(QStringLiteral("container-files"))});
}

void FilesPane::showVolume(const QString &name)
{
    showSource({.of = {.id = name.toStdString(), .volume = true}, .byEngine = true});
    m_onlyChanges->setVisible(false); // a volume has no image
    m_shown.setOnlyChanges(false);
}

void FilesPane::showSource(FileListing::Source source)
{
    if (m_listing.source() == source)
        return;
    const bool other = m_listing.source().of != source.of;
    if (other) {
        m_undoBar->commitNow(); // of what was shown before
        m_notice->dismiss();
        m_filter->clear();
        m_typed.stop();
    }
    const std::string folder = other ? "/" : m_listing.codedFolder();
    if (isVisible())
        m_listing.list(source, folder, m_filter->text());
    else
        m_listing.setSource(source, folder);
}

void FilesPane::open(const QString &folder)
{
    QString clean = QStringLiteral("/");
    for (const QString &part : folder.split(u'/', Qt::SkipEmptyParts)) {
        if (part != u".")
            clean = models::joinPath(clean, part);
    }
    openCoded(client::codePath(clean.toStdString()));
}

void FilesPane::openCoded(const std::string &coded)
{
    m_filter->clear();
    m_typed.stop();
    m_shown.setFilterText({});
    m_listing.list(m_listing.source(), coded);
}

void FilesPane::goUp()
{
    if (m_listing.folder() == u"/")
        return;
    m_wantedRow = m_listing.folder().section(u'/', -1); // so that one sees where one was
    openCoded(m_listing.above());
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
    m_undoBar->commitNow(); // nobody sees it any more
}

void FilesPane::refresh()
{
    if (!m_listing.source().of.id.empty())
        m_listing.list(m_listing.source(), m_listing.codedFolder(), m_listing.text());
}

// The engine looks through folders that are too long to be here whole.
void FilesPane::filter()
{
    const QString text = m_filter->text().trimmed();
    if (m_listing.isTruncated() || !m_listing.text().isEmpty())
        m_listing.list(m_listing.source(), m_listing.codedFolder(), text);
    m_shown.setFilterText(text);
    m_line->setText(lineText());
}

// ---- what is there

void FilesPane::fill()
{
    m_path->setText(folder());
    m_up->setEnabled(folder() != u"/");
    m_line->setText(lineText());
    if (m_listing.isBusy())
        return;
    const bool same = m_filledSource.of == m_listing.source().of && m_filledFolder == m_listing.codedFolder();
    if (same)
        m_files.sync(m_listing.entries());
    else
        m_files.reset(m_listing.entries());
    m_filledSource = m_listing.source();
    m_filledFolder = m_listing.codedFolder();
    m_actions->refresh();
    if (!m_listing.problem().isEmpty())
        m_notice->show(Notice::Kind::Error, m_listing.problem());
    if (!m_wantedRow.isEmpty())
        select(std::exchange(m_wantedRow, {}));
    onSelection();
    m_line->setText(lineText());
}

QString FilesPane::line() const
{
    return m_line->text();
}

QString FilesPane::lineText() const
{
    if (m_listing.isBusy())
        return tr("Looking…");
    if (!m_listing.remark().isEmpty())
        return m_listing.remark();
    const int shown = m_shown.rowCount(), all = m_files.rowCount();
    if (all == 0)
        return m_listing.problem().isEmpty() ? tr("The folder is empty. Drop files here to put them in.")
                                             : QString();
    const QString count =
        shown == all ? tr("%n file(s) and folders", nullptr, all) : tr("%1 of %2").arg(shown).arg(all);
    return m_listing.isReadOnly() ? tr("%1, read only").arg(count) : count;
}

const FileEntry *FilesPane::entry(const QString &name) const
{
    const auto found = std::ranges::find(m_files.rows(), name, &FileEntry::name);
    return found == m_files.rows().end() ? nullptr : &*found;
}

bool FilesPane::shows(const QString &name) const
{
    for (int row = 0; row < m_shown.rowCount(); ++row) {
        if (m_shown.index(row, 0).data().toString() == name)
            return true;
    }
    return false;
}

void FilesPane::select(const QString &name)
{
    for (int row = 0; row < m_shown.rowCount(); ++row) {
        if (m_shown.index(row, 0).data().toString() == name) {
            m_table->chooseRow(m_shown.index(row, 0));
            return;
        }
    }
}

QStringList FilesPane::selectedKeys() const
{
    QStringList keys;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        keys.append(index.data(models::TableKeyRole).toString());
    return keys;
}

void FilesPane::onSelection()
{
    m_actions->setSelection(selectedKeys());
    showChosen();
}

void FilesPane::showChosen()
{
    const QStringList keys = selectedKeys();
    const FileEntry *entry = keys.size() == 1 ? m_files.find(keys.first()) : nullptr;
    if (!m_preview->isVisibleTo(this))
        return;
    if (entry == nullptr || !entry->isReadable())
        m_preview->showNothing(entry == nullptr ? QString() : entry->kindText());
    else if (!m_listing.source().byEngine)
        m_preview->showNothing(tr("Only Quayside's own engine shows what is in a file without a download."));
    else
        m_preview->showFile(m_listing.source().of, *entry);
}

void FilesPane::activate(const QModelIndex &index)
{
    const FileEntry *entry = m_files.find(index.data(models::TableKeyRole).toString());
    if (entry == nullptr || entry->isGone())
        return;
    if (entry->opensAsFolder())
        openCoded(entry->coded);
    else if (entry->isReadable() && m_listing.source().byEngine)
        m_actions->edit(*entry);
}

} // namespace quayside::ui
