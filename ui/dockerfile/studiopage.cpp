#include "ui/dockerfile/studiopage.h"

#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/dockerfile/assistant/outlineview.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/filepane.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace quayside::ui
{

namespace
{

const QString columnsKey = QStringLiteral("studio/sides"), leftKey = QStringLiteral("studio/left"),
              rowsKey = QStringLiteral("studio/textAndBuild"),
              viewsKey = QStringLiteral("studio/textAndViews"),
              rightShownKey = QStringLiteral("studio/rightShown"),
              bottomShownKey = QStringLiteral("studio/bottomShown");

QSplitter *makeSplitter(Qt::Orientation orientation, QWidget *parent)
{
    auto *splitter = new QSplitter(orientation, parent);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    return splitter;
}

} // namespace

StudioPage::StudioPage(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_actions(new StudioActions(this)), m_notice(new Notice(this)),
      m_columns(makeSplitter(Qt::Horizontal, this)), m_leftRows(makeSplitter(Qt::Vertical, this)),
      m_middleRows(makeSplitter(Qt::Vertical, this)), m_views(makeSplitter(Qt::Horizontal, this)),
      m_middle(new QStackedWidget(this)), m_firstPage(new Placeholder(Symbol::File, this)),
      m_tabs(new QTabWidget(this)), m_files(new QListWidget(this)), m_outline(new OutlineView(this)),
      m_left(new PaneViews(QStringLiteral("studio/leftView"), this)),
      m_right(new PaneViews(QStringLiteral("studio/rightView"), this)),
      m_bottom(new PaneViews(QStringLiteral("studio/bottomView"), this))
{
    setAcceptDrops(true);
    makeLayout();
    addViews();
    restoreLayout();
    connect(m_actions, &StudioActions::triggered, this, &StudioPage::run);
    connect(m_tabs, &QTabWidget::currentChanged, this, &StudioPage::onCurrentChanged);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this,
            [this](int index) { closeFile(qobject_cast<FilePane *>(m_tabs->widget(index))); });
    connect(m_tabs->tabBar(), &QTabBar::tabMoved, this, [this] {
        refreshTitles();
        rememberFiles();
    });
    connect(m_files, &QListWidget::currentRowChanged, m_tabs, &QTabWidget::setCurrentIndex);
    connect(m_outline, &OutlineView::lineChosen, this, [this](int line) {
        if (FilePane *pane = current())
            showLine(pane, line);
    });
    restoreFiles();
    takeDrafts();
    onCurrentChanged();
}

StudioPage::~StudioPage()
{
    saveLayout();
    m_tabs->disconnect(this);
    for (FilePane *pane : panes()) { // views go before what they show
        for (PaneViews *views : {m_left, m_right, m_bottom}) {
            views->showPane(nullptr);
            views->forget(pane);
        }
    }
}

// ---- building it

void StudioPage::makeLayout()
{
    m_columns->setObjectName(QStringLiteral("columns"));
    m_views->setObjectName(QStringLiteral("views"));
    m_tabs->setObjectName(QStringLiteral("files"));
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setElideMode(Qt::ElideNone); // they scroll
    m_tabs->tabBar()->setAccessibleName(tr("Open files"));
    m_tabs->tabBar()->installEventFilter(this);
    m_middle->addWidget(m_firstPage);
    m_middle->addWidget(m_tabs);
    m_views->addWidget(m_middle);
    m_views->addWidget(m_right);
    m_views->setStretchFactor(0, 1);
    // Below all of it: a time line and the three panes of a failed step want the width.
    m_middleRows->addWidget(m_views);
    m_middleRows->addWidget(m_bottom);
    m_middleRows->setStretchFactor(0, 3);
    m_middleRows->setStretchFactor(1, 2);
    m_columns->addWidget(makeLeft());
    m_columns->addWidget(m_middleRows);
    m_columns->setStretchFactor(1, 1);
    m_views->setMinimumHeight(160); // what is said of an empty file would want more, and a larger window
    m_middle->setMinimumWidth(340);
    m_right->setMinimumWidth(230);
    m_bottom->setTabBarAutoHide(true); // what it has says what it is
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_notice);
    layout->addWidget(m_columns, 1);
    for (QWidget *view : std::initializer_list<QWidget *>{m_left, m_right, m_bottom})
        view->hide();
}

QWidget *StudioPage::makeLeft()
{
    m_leftRows->setMinimumWidth(130);
    m_files->setFrameShape(QFrame::NoFrame);
    m_files->setAccessibleName(tr("Open files"));
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_files->setIconSize({16, 16});
    m_files->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto titled = [this](const QString &title, QWidget *content) {
        auto *box = new QWidget(this);
        auto *layout = new QVBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        auto *label = new QLabel(title, box);
        label->setContentsMargins(8, 5, 8, 5);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setBuddy(content);
        layout->addWidget(label);
        layout->addWidget(content, 1);
        return box;
    };
    m_leftRows->addWidget(titled(tr("Open files"), m_files));
    m_leftRows->addWidget(titled(tr("Outline"), m_outline));
    m_leftRows->addWidget(m_left);
    m_leftRows->setSizes({120, 300, 300});
    return m_leftRows;
}

QToolBar *StudioPage::makeToolBar()
{
    auto *bar = new QToolBar(this);
    bar->setIconSize({16, 16});
    using A = StudioActions;
    for (const A::Verb verb : {A::New, A::NewFromTemplate, A::Open, A::Save})
        bar->addAction(m_actions->action(verb));
    bar->addSeparator();
    for (const A::Verb verb : {A::Undo, A::Redo, A::Find, A::Comment, A::Format})
        bar->addAction(m_actions->action(verb));
    auto *stretch = new QWidget(bar);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(stretch);
    const auto toggle = [this, bar](Symbol symbol, const QString &text, const QString &toolTip,
                                    const QString &key, const QKeySequence &keys) {
        QAction *action = bar->addAction(icon(symbol), text);
        action->setShortcut(keys);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(toolTip, keys.toString(QKeySequence::NativeText)));
        action->setCheckable(true);
        action->setChecked(QSettings().value(key, true).toBool());
        connect(action, &QAction::toggled, this, [this, key](bool on) {
            QSettings().setValue(key, on);
            refreshViews();
        });
        return action;
    };
    m_rightAction =
        toggle(Symbol::Details, tr("Cards and graph"), tr("Show the same file as cards or as a graph"),
               rightShownKey, Qt::CTRL | Qt::ALT | Qt::Key_V);
    m_bottomAction = toggle(Symbol::Build, tr("Build"), tr("Show the building of this file"), bottomShownKey,
                            Qt::CTRL | Qt::ALT | Qt::Key_B);
    return bar;
}

void StudioPage::fillFirstPage()
{
    m_firstPage->clearButtons();
    m_firstPage->setText(
        tr("No file is open"),
        tr("A Dockerfile says how an image is made: what it is based on, what is copied into it, and "
           "what runs. Start with one that is made for your language, or drop a file or folder here."));
    m_firstPage->addButton(tr("New from a template…"), Symbol::Template, [this] { askTemplate(); });
    m_firstPage->addButton(tr("New Dockerfile"), Symbol::Add, [this] { newFile(); });
    m_firstPage->addButton(tr("Open…"), Symbol::Open, [this] { askOpen(); });
    constexpr int most = 4;
    int count = 0;
    for (const QString &path : QSettings().value(QStringLiteral("studio/recent")).toStringList()) {
        if (!QFileInfo::exists(path) || count++ == most)
            continue;
        const QFileInfo file(path);
        auto *button = m_firstPage->addButton(QDir(file.path()).dirName() + u'/' + file.fileName(),
                                              Symbol::Clock, [this, path] { openFile(path); });
        button->setToolTip(path);
    }
}

void StudioPage::restoreLayout()
{
    const QSettings settings;
    if (!m_columns->restoreState(settings.value(columnsKey).toByteArray()))
        m_columns->setSizes({190, 780});
    if (!m_views->restoreState(settings.value(viewsKey).toByteArray()))
        m_views->setSizes({560, 280});
    m_leftRows->restoreState(settings.value(leftKey).toByteArray());
    if (!m_middleRows->restoreState(settings.value(rowsKey).toByteArray()))
        m_middleRows->setSizes({380, 300});
}

void StudioPage::saveLayout() const
{
    QSettings settings;
    settings.setValue(columnsKey, m_columns->saveState());
    settings.setValue(leftKey, m_leftRows->saveState());
    settings.setValue(rowsKey, m_middleRows->saveState());
    settings.setValue(viewsKey, m_views->saveState());
}

// ---- what is in front

FilePane *StudioPage::current() const
{
    return qobject_cast<FilePane *>(m_tabs->currentWidget());
}

QList<FilePane *> StudioPage::panes() const
{
    QList<FilePane *> all;
    // While a tab goes there may be one more of them than of their pages.
    for (int index = 0; index < m_tabs->count(); ++index) {
        if (auto *pane = qobject_cast<FilePane *>(m_tabs->widget(index)))
            all.append(pane);
    }
    return all;
}

void StudioPage::onCurrentChanged()
{
    if (m_restoring)
        return;
    FilePane *pane = current();
    m_middle->setCurrentIndex(pane == nullptr ? 0 : 1);
    if (pane == nullptr)
        fillFirstPage();
    m_outline->show(pane == nullptr ? nullptr : pane->document());
    refreshTitles();
    refreshActions();
    refreshViews();
    rememberFiles();
    if (pane != nullptr && isVisible() && !m_files->hasFocus())
        pane->editor()->setFocus(Qt::OtherFocusReason);
    emit currentChanged();
}

// Files of one name are told apart by their folders.
void StudioPage::refreshTitles()
{
    QHash<QString, int> names;
    for (FilePane *pane : panes())
        ++names[pane->file()->name()];
    const QSignalBlocker quiet(m_files);
    m_files->clear();
    for (FilePane *pane : panes()) {
        const models::EditedFile *file = pane->file();
        const int index = m_tabs->indexOf(pane);
        QString title = file->name();
        if (names[title] > 1)
            title +=
                QStringLiteral(" — ") + (file->path().isEmpty() ? tr("new") : QDir(file->folder()).dirName());
        const QString marked = file->isModified() ? title + QStringLiteral(" •") : title;
        m_tabs->setTabText(index, QString(marked).replace(u'&', QStringLiteral("&&")));
        m_tabs->setTabToolTip(index, file->path().isEmpty() ? tr("Not on the disk yet")
                                                            : QDir::toNativeSeparators(file->path()));
        auto *item = new QListWidgetItem(icon(Symbol::File), marked, m_files);
        item->setToolTip(m_tabs->tabToolTip(index));
        item->setData(Qt::AccessibleTextRole, file->isModified() ? tr("%1, not saved").arg(title) : title);
    }
    m_files->setCurrentRow(m_tabs->currentIndex());
}

void StudioPage::refreshActions()
{
    const FilePane *pane = current();
    using A = StudioActions;
    for (int verb = A::Save; verb < A::VerbCount; ++verb)
        m_actions->action(A::Verb(verb))->setEnabled(pane != nullptr);
    for (const A::Verb verb : {A::Complete, A::Help, A::Fix, A::Definition, A::Rename, A::Format})
        m_actions->action(verb)->setEnabled(pane != nullptr && pane->document() != nullptr);
    m_actions->action(A::NextFile)->setEnabled(m_tabs->count() > 1);
    m_actions->action(A::PreviousFile)->setEnabled(m_tabs->count() > 1);
    const QTextDocument *text = pane == nullptr ? nullptr : pane->editor()->document();
    m_actions->action(A::Undo)->setEnabled(text != nullptr && text->isUndoAvailable());
    m_actions->action(A::Redo)->setEnabled(text != nullptr && text->isRedoAvailable());
}

void StudioPage::refreshViews()
{
    FilePane *pane = current();
    const bool any = pane != nullptr && pane->document() != nullptr;
    m_left->setVisible(any && !m_left->isEmpty());
    m_right->setVisible(any && !m_right->isEmpty() && m_rightAction->isChecked());
    m_bottom->setVisible(any && !m_bottom->isEmpty() && m_bottomAction->isChecked());
    m_rightAction->setVisible(!m_right->isEmpty());
    m_bottomAction->setVisible(!m_bottom->isEmpty());
    for (PaneViews *views : {m_left, m_right, m_bottom})
        views->showPane(pane);
}

void StudioPage::showLine(FilePane *pane, int line)
{
    showFile(pane);
    pane->editor()->goTo(line - 1);
    pane->editor()->setFocus(Qt::OtherFocusReason);
}

void StudioPage::focusText()
{
    if (FilePane *pane = current())
        pane->editor()->setFocus(Qt::ShortcutFocusReason);
    else if (auto *first = m_firstPage->findChild<QPushButton *>())
        first->setFocus(Qt::ShortcutFocusReason);
}

// ---- events

void StudioPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshViews(); // others may have added theirs since
}

bool StudioPage::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_tabs->tabBar() && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const int index = m_tabs->tabBar()->tabAt(mouse->position().toPoint());
        if (mouse->button() == Qt::MiddleButton && index >= 0) {
            closeFile(qobject_cast<FilePane *>(m_tabs->widget(index)));
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void StudioPage::dragEnterEvent(QDragEnterEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            event->acceptProposedAction();
            return;
        }
    }
}

void StudioPage::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls()) {
        const QString path = url.toLocalFile();
        if (QFileInfo(path).isDir())
            openFolder(path);
        else if (!path.isEmpty())
            openFile(path);
    }
    event->acceptProposedAction();
}

} // namespace quayside::ui
