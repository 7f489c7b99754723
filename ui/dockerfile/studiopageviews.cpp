// The other views of a file, in their places on the page.
#include "ui/dockerfile/studiopage.h"

#include "models/dockerfile/sources/enginesources.h"
#include "ui/dockerfile/cards/cardsview.h"
#include "ui/dockerfile/context/contextview.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/filepane.h"
#include "ui/dockerfile/graph/graphview.h"

#include <QApplication>

namespace quayside::ui
{

void StudioPage::addViews()
{
    m_left->addView(Symbol::Folder, tr("Context"), [this](FilePane *pane) { return makeContext(pane); });
    m_right->addView(Symbol::Overview, tr("Cards"), [this](FilePane *pane) { return makeCards(pane); });
    m_right->addView(Symbol::Compare, tr("Graph"), [this](FilePane *pane) {
        auto *view = new GraphView(pane->document());
        connect(view, &GraphView::stageActivated, this, [this, pane](int line) { showLine(pane, line); });
        connect(pane->editor(), &QPlainTextEdit::cursorPositionChanged, view,
                [view, pane] { view->showLine(pane->editor()->textCursor().blockNumber() + 1); });
        return view;
    });
}

// What completion knows of files it knows from the same tree.
QWidget *StudioPage::makeContext(FilePane *pane)
{
    auto *view = new ContextView;
    const auto refresh = [view, pane] { view->setContext(pane->file()->folder(), pane->file()->path()); };
    connect(pane->file(), &models::EditedFile::pathChanged, view, refresh);
    connect(view, &ContextView::fileWanted, this, [this](const QString &path) { openFile(path); });
    connect(view, &ContextView::ruleWanted, this, [this](const QString &file, int line) {
        if (FilePane *rules = openFile(file))
            showLine(rules, line);
    });
    refresh();
    pane->setSources(new models::EngineSources(m_session, view->tree(), view));
    return view;
}

// Text and cards follow each other; the focus stays where it is.
QWidget *StudioPage::makeCards(FilePane *pane)
{
    auto *view = new CardsView(pane->document());
    CodeEditor *editor = pane->editor();
    connect(view, &CardsView::currentLineChanged, editor, [view, editor](int line) {
        if (view->isAncestorOf(QApplication::focusWidget()))
            editor->goTo(line - 1);
    });
    connect(editor, &QPlainTextEdit::cursorPositionChanged, view, [view, editor] {
        if (!view->isAncestorOf(QApplication::focusWidget()))
            view->showLine(editor->textCursor().blockNumber() + 1);
    });
    connect(view, &CardsView::undoRequested, editor, &QPlainTextEdit::undo);
    connect(view, &CardsView::redoRequested, editor, &QPlainTextEdit::redo);
    view->showLine(editor->textCursor().blockNumber() + 1);
    return view;
}

} // namespace quayside::ui
