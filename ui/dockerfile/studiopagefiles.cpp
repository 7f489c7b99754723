// Files of the studio: opening, saving, closing; what comes back at the next start.
#include "ui/dockerfile/studiopage.h"

#include "models/dockerfile/files/filekind.h"
#include "ui/common/notice.h"
#include "ui/dockerfile/assistant/assistant.h"
#include "ui/dockerfile/assistant/outlineview.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/editor/findbar.h"
#include "ui/dockerfile/editor/folds.h"
#include "ui/dockerfile/editor/textcommands.h"
#include "ui/dockerfile/filepane.h"
#include "ui/dockerfile/templatedialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>

#include <utility>

namespace quayside::ui
{

namespace
{

const QString filesKey = QStringLiteral("studio/files"), frontKey = QStringLiteral("studio/front"),
              recentKey = QStringLiteral("studio/recent");
constexpr qsizetype mostRecent = 12;

} // namespace

FilePane *StudioPage::addPane()
{
    auto *pane = new FilePane(this);
    m_actions->addTo(pane);
    connect(pane, &FilePane::stateChanged, this, [this] {
        refreshTitles();
        rememberFiles();
    });
    connect(pane->editor(), &QPlainTextEdit::cursorPositionChanged, this, [this, pane] {
        if (pane == current())
            m_outline->showLine(pane->editor()->textCursor().blockNumber() + 1);
    });
    connect(pane, &FilePane::emptied, this, [this, pane] {
        pane->discard();
        removePane(pane);
    });
    connect(pane, &FilePane::documentChanged, this, [this, pane] {
        for (PaneViews *views : {m_left, m_right, m_bottom})
            views->forget(pane);
        if (pane == current())
            onCurrentChanged();
    });
    for (const auto signal : {&QPlainTextEdit::undoAvailable, &QPlainTextEdit::redoAvailable})
        connect(pane->editor(), signal, this, [this, pane] {
            if (pane == current())
                refreshActions();
        });
    return pane;
}

FilePane *StudioPage::openFile(const QString &path)
{
    const QString wanted = QFileInfo(path).canonicalFilePath();
    for (FilePane *pane : panes()) {
        if (!wanted.isEmpty() && QFileInfo(pane->file()->path()).canonicalFilePath() == wanted) {
            showFile(pane);
            return pane;
        }
    }
    FilePane *pane = addPane();
    if (const Result<> opened = pane->open(path); !opened) {
        pane->discard();
        delete pane;
        m_notice->show(Notice::Kind::Error, QString::fromStdString(opened.error().message) + u'.');
        return nullptr;
    }
    m_notice->dismiss();
    m_tabs->addTab(pane, QString());
    addRecent(pane->file()->path());
    showFile(pane);
    return pane;
}

FilePane *StudioPage::newFile(const QString &name, const QString &text)
{
    FilePane *pane = addPane();
    pane->startNew(name, text);
    m_tabs->addTab(pane, QString());
    showFile(pane);
    return pane;
}

void StudioPage::showFile(FilePane *pane)
{
    if (m_tabs->currentWidget() == pane)
        onCurrentChanged();
    else
        m_tabs->setCurrentWidget(pane);
}

void StudioPage::openFolder(const QString &folder)
{
    QStringList found;
    for (const QString &name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
        if (models::fileKindOf(name) == models::FileKind::Dockerfile)
            found.append(name);
    }
    if (found.isEmpty())
        askTemplate(folder);
    else if (found.size() == 1 || found.contains(QStringLiteral("Dockerfile")))
        openFile(QDir(folder).filePath(found.size() == 1 ? found.first() : QStringLiteral("Dockerfile")));
    else
        for (const QString &name : std::as_const(found))
            openFile(QDir(folder).filePath(name));
}

bool StudioPage::closeFile(FilePane *pane)
{
    if (pane == nullptr)
        return true;
    const models::EditedFile *file = pane->file();
    if (!file->isModified() || (file->path().isEmpty() && file->text().isEmpty())) {
        pane->discard();
        removePane(pane);
        return true;
    }
    showFile(pane);
    auto *box = new QMessageBox(QMessageBox::Question, tr("Close %1?").arg(file->name()),
                                tr("%1 has changes that are not saved.").arg(file->name()),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *save = box->addButton(tr("&Save"), QMessageBox::AcceptRole);
    QPushButton *discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    box->setDefaultButton(save);
    connect(save, &QPushButton::clicked, pane, [this, pane] {
        if (pane->file()->path().isEmpty())
            askSaveAs(pane, [this, pane] { closeFile(pane); });
        else if (pane->save())
            closeFile(pane);
    });
    connect(discard, &QPushButton::clicked, pane, [this, pane] {
        pane->discard();
        removePane(pane);
    });
    box->open();
    return false;
}

void StudioPage::removePane(FilePane *pane)
{
    for (PaneViews *views : {m_left, m_right, m_bottom}) {
        views->showPane(nullptr);
        views->forget(pane);
    }
    m_outline->show(nullptr);
    m_tabs->removeTab(m_tabs->indexOf(pane)); // another one is in front
    pane->disconnect(this);
    pane->deleteLater();
    onCurrentChanged();
}

// ---- the next start

void StudioPage::rememberFiles() const
{
    if (m_restoring)
        return;
    QStringList paths;
    for (FilePane *pane : panes()) {
        if (!pane->file()->path().isEmpty())
            paths.append(pane->file()->path());
    }
    QSettings settings;
    settings.setValue(filesKey, paths);
    settings.setValue(frontKey, current() == nullptr ? QString() : current()->file()->path());
}

void StudioPage::addRecent(const QString &path)
{
    QSettings settings;
    QStringList recent = settings.value(recentKey).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    settings.setValue(recentKey, recent.first(std::min(recent.size(), mostRecent)));
}

void StudioPage::restoreFiles()
{
    m_restoring = true;
    const QSettings settings;
    const QString front = settings.value(frontKey).toString();
    for (const QString &path : settings.value(filesKey).toStringList()) {
        FilePane *pane = addPane();
        if (!pane->open(path)) { // it is gone: no reason for a complaint, a draft of it comes back below
            delete pane;
            continue;
        }
        m_tabs->addTab(pane, QString());
        if (path == front)
            m_tabs->setCurrentWidget(pane);
    }
    m_restoring = false;
}

void StudioPage::takeDrafts()
{
    std::vector<models::Draft::Found> found = models::Draft::takeAbandoned(models::Draft::ownFolder());
    for (models::Draft::Found &draft : found) {
        FilePane *pane = nullptr;
        for (FilePane *open : panes()) {
            if (!draft.text.path.isEmpty() && open->file()->path() == draft.text.path &&
                !open->file()->isModified())
                pane = open;
        }
        if (pane == nullptr) {
            pane = addPane();
            m_tabs->addTab(pane, QString());
        }
        pane->recover(std::move(draft));
    }
    if (!found.empty())
        m_notice->show(Notice::Kind::Info, tr("%n file(s) that were not saved are back, as you left them.",
                                              nullptr, int(found.size())));
}

// ---- actions

void StudioPage::run(int verb)
{
    using A = StudioActions;
    FilePane *pane = current();
    const int count = m_tabs->count();
    if (verb == A::New)
        newFile();
    else if (verb == A::NewFromTemplate)
        askTemplate();
    else if (verb == A::Open)
        askOpen();
    else if (pane == nullptr)
        return;
    else if (verb == A::Save)
        save(pane);
    else if (verb == A::SaveAs)
        askSaveAs(pane);
    else if (verb == A::Close)
        closeFile(pane);
    else if (verb == A::NextFile || verb == A::PreviousFile)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + (verb == A::NextFile ? 1 : count - 1)) % count);
    else
        runOnText(pane, A::Verb(verb));
}

void StudioPage::runOnText(FilePane *pane, StudioActions::Verb verb)
{
    using A = StudioActions;
    CodeEditor *editor = pane->editor();
    const bool changes = verb >= A::Undo && verb <= A::Format;
    if (changes && editor->isReadOnly())
        return;
    const int block = editor->textCursor().blockNumber();
    switch (verb) {
    case A::Undo:
        return editor->undo();
    case A::Redo:
        return editor->redo();
    case A::Comment:
        return toggleComment(editor);
    case A::MoveUp:
    case A::MoveDown:
        return moveLines(editor, verb == A::MoveUp);
    case A::Duplicate:
        return duplicate(editor);
    case A::Format:
        return pane->format();
    case A::Find:
    case A::Replace:
        return pane->findBar()->open(verb == A::Replace);
    case A::FindNext:
    case A::FindPrevious:
        return pane->findBar()->findAgain(verb == A::FindNext);
    case A::GoToLine:
        return askLine(pane);
    case A::FoldHere:
        return editor->folds()->fold(block);
    case A::UnfoldHere:
        return editor->folds()->unfold(block);
    case A::FoldAll:
        return editor->folds()->foldAll();
    case A::UnfoldAll:
        return editor->folds()->unfoldAll();
    case A::Larger:
    case A::Smaller:
        return editor->zoom(verb == A::Larger ? 1 : -1);
    case A::NormalSize:
        return editor->zoom(0);
    default:
        return runLanguage(pane->assistant(), verb);
    }
}

void StudioPage::runLanguage(Assistant *assistant, StudioActions::Verb verb)
{
    using A = StudioActions;
    if (assistant == nullptr)
        return;
    switch (verb) {
    case A::Complete:
        return assistant->complete();
    case A::Help:
        return assistant->explain();
    case A::Fix:
        return assistant->offerFixes();
    case A::Definition:
        return assistant->goToDefinition();
    case A::Rename:
        return assistant->askName();
    default:
        return;
    }
}

bool StudioPage::save(FilePane *pane)
{
    if (!pane->file()->path().isEmpty())
        return pane->save();
    askSaveAs(pane);
    return false;
}

void StudioPage::askOpen()
{
    auto *dialog = new QFileDialog(this, tr("Open a file"),
                                   current() == nullptr ? QString() : current()->file()->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Dockerfiles (*ockerfile* *ontainerfile*)"),
                            tr("Compose and .dockerignore (*.yaml *.yml .dockerignore *.dockerignore)"),
                            tr("All files (*)")});
    dialog->setFilter(dialog->filter() | QDir::Hidden);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            openFile(path);
    });
    dialog->open();
}

void StudioPage::askSaveAs(FilePane *pane, std::function<void()> then)
{
    auto *dialog = new QFileDialog(this, tr("Save %1").arg(pane->file()->name()), pane->file()->folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(pane->file()->name());
    connect(dialog, &QFileDialog::fileSelected, pane,
            [this, pane, then = std::move(then)](const QString &path) {
                if (!pane->saveAs(path))
                    return;
                addRecent(pane->file()->path());
                if (then)
                    then();
            });
    dialog->open();
}

void StudioPage::askTemplate(const QString &folder)
{
    auto *dialog = new TemplateDialog(folder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TemplateDialog::made, this, [this](const QString &path) { openFile(path); });
    dialog->open();
}

void StudioPage::askLine(FilePane *pane)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Go to line"));
    dialog->setLabelText(tr("Line, from 1 to %1:").arg(pane->editor()->blockCount()));
    dialog->setIntRange(1, pane->editor()->blockCount());
    dialog->setIntValue(pane->editor()->textCursor().blockNumber() + 1);
    connect(dialog, &QInputDialog::intValueSelected, pane, [this, pane](int line) { showLine(pane, line); });
    dialog->open();
}

} // namespace quayside::ui
