// The other views of a file, in their places on the page.
#include "ui/dockerfile/studiopage.h"

#include "models/dockerfile/sources/enginesources.h"
#include "ui/dockerfile/assistant/outlineview.h"
#include "ui/dockerfile/building/buildgutter.h"
#include "ui/dockerfile/building/buildpanel.h"
#include "ui/dockerfile/building/linefacts.h"
#include "ui/dockerfile/cardfacts.h"
#include "ui/dockerfile/cards/cardsview.h"
#include "ui/dockerfile/context/contextview.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/filepane.h"
#include "ui/dockerfile/graph/graphview.h"

#include <QApplication>
#include <QListWidget>
#include <QPointer>
#include <QStackedWidget>

namespace quayside::ui
{

namespace
{

// Where the focus goes in there: what it says itself, else what Tab would come to first; nullptr: nothing.
QWidget *firstIn(QWidget *area)
{
    if (QWidget *wanted = area->focusProxy(); wanted != nullptr && wanted->isVisible())
        return wanted;
    QWidget *widget = area;
    do {
        const bool within = widget == area || area->isAncestorOf(widget);
        if (within && (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() &&
            widget->isEnabled())
            return widget;
        widget = widget->nextInFocusChain();
    } while (widget != area);
    return nullptr;
}

} // namespace

bool StudioPage::moveFocus(bool forward)
{
    const QList<QWidget *> areas = {m_middle, m_right, m_bottom, m_files, m_left};
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = forward ? -1 : areas.size();
    for (qsizetype i = 0; i < areas.size(); ++i)
        if (areas[i] == focus || areas[i]->isAncestorOf(focus) ||
            (areas[i] == m_files && m_outline->hasFocus()))
            at = i;
    for (at += forward ? 1 : -1; at >= 0 && at < areas.size(); at += forward ? 1 : -1) {
        if (areas[at] == m_middle) {
            focusText();
            return true;
        }
        auto *views = qobject_cast<PaneViews *>(areas[at]);
        QWidget *area = views == nullptr ? areas[at] : views->shown();
        QWidget *inner = area == nullptr ? nullptr : firstIn(area);
        if (inner == nullptr)
            continue;
        inner->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return false;
}

void StudioPage::addViews()
{
    m_left->addView(Symbol::Folder, tr("Context"), [this](FilePane *pane) { return makeContext(pane); });
    m_right->addView(Symbol::Overview, tr("Cards"), [this](FilePane *pane) { return makeCards(pane); });
    m_right->addView(Symbol::Compare, tr("Graph"), [this](FilePane *pane) { return makeGraph(pane); });
    m_bottom->addView(Symbol::Build, tr("Build"), [this](FilePane *pane) { return makeBuild(pane); });
    for (PaneViews *views : {m_right, m_bottom})
        connect(views, &PaneViews::made, this,
                [this, views](QWidget *view) { shareFacts(views->pane(), view); });
}

// The disk is what is built: the text is saved before.
QWidget *StudioPage::makeBuild(FilePane *pane)
{
    auto *panel = new BuildPanel(m_session, pane->document());
    auto *tree = new models::ContextTree(panel);
    const auto refresh = [panel, tree, pane] {
        const models::EditedFile *file = pane->file();
        tree->setContext(file->folder(), file->path());
        panel->setFile(file->folder(), file->folder().isEmpty() ? QString() : file->name());
    };
    panel->setContextTree(tree);
    connect(pane->file(), &models::EditedFile::pathChanged, panel, refresh);
    refresh();
    connect(panel, &BuildPanel::aboutToBuild, pane, [pane] { pane->save(); });
    connect(panel, &BuildPanel::placeWanted, this, [this, panel, pane] {
        askSaveAs(pane, [panel = QPointer(panel)] {
            if (panel)
                panel->build();
        });
    });
    connect(panel, &BuildPanel::showLine, this, [this, pane](int line) { showLine(pane, line); });
    connect(panel, &BuildPanel::runWanted, this, &StudioPage::runWanted);
    connect(panel, &BuildPanel::layersWanted, this,
            [this](const QString &id, const QString &name) { emit imageWanted(id, name, false); });
    connect(panel, &BuildPanel::pushWanted, this,
            [this](const QString &id, const QString &name) { emit imageWanted(id, name, true); });
    connect(panel, &BuildPanel::shellOpened, this, &StudioPage::shellOpened);
    auto *gutter = new BuildGutter(pane->editor()->addGutterColumn(tr("Build")), panel->facts(),
                                   panel->changes(), panel);
    connect(gutter, &BuildGutter::lineActivated, panel, &BuildPanel::showStepOfLine);
    connect(gutter, &BuildGutter::fixWanted, panel, &BuildPanel::mend);
    return panel;
}

// What the build panel knows of lines is said on cards and in the graph too, whichever is made first.
void StudioPage::shareFacts(FilePane *pane, QWidget *made)
{
    BuildPanel *panel = nullptr;
    for (QWidget *view : m_bottom->viewsOf(pane)) {
        if (auto *one = qobject_cast<BuildPanel *>(view))
            panel = one;
    }
    if (panel == nullptr)
        return;
    for (QWidget *view : m_right->viewsOf(pane)) {
        if (made != panel && made != view)
            continue; // they know each other
        if (auto *cards = qobject_cast<CardsView *>(view))
            new CardFactsLink(panel, cards);
        auto *graph = qobject_cast<GraphView *>(view);
        if (graph == nullptr)
            continue;
        const auto fill = [panel, graph] { graph->setFacts(stageFacts(*panel->facts())); };
        connect(panel->facts(), &models::BuildFacts::changed, graph, fill);
        fill();
    }
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

QWidget *StudioPage::makeGraph(FilePane *pane)
{
    auto *view = new GraphView(pane->document());
    CodeEditor *editor = pane->editor();
    connect(view, &GraphView::stageActivated, this, [this, pane](int line) { showLine(pane, line); });
    connect(view, &GraphView::currentLineChanged, editor, [editor](int line) { editor->goTo(line - 1); });
    connect(editor, &QPlainTextEdit::cursorPositionChanged, view, [view, editor] {
        if (!view->isAncestorOf(QApplication::focusWidget())) // what is chosen there may be an image
            view->showLine(editor->textCursor().blockNumber() + 1);
    });
    view->showLine(editor->textCursor().blockNumber() + 1);
    return view;
}

// Text and cards follow each other; the focus stays where it is.
QWidget *StudioPage::makeCards(FilePane *pane)
{
    auto *view = new CardsView(pane->document());
    view->setSources(pane->sources());
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
