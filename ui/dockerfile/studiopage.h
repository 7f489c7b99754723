// The Dockerfile studio: open files and their outline at the left, text in the middle, other views of the
// same file at its right, its building below both. Needs no engine.
#pragma once

#include "ui/dockerfile/paneviews.h"
#include "ui/dockerfile/studioactions.h"

#include <QWidget>

#include <functional>

class QListWidget;
class QMenu;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QToolBar;

namespace quayside::models
{
class EngineSession;
}

namespace quayside::ui
{

class Assistant;
class FilePane;
class Notice;
class OutlineView;
class Placeholder;

class StudioPage : public QWidget
{
    Q_OBJECT

public:
    // Opens what was open when the window was closed, and what was not saved then. session must outlive it.
    explicit StudioPage(models::EngineSession *session, QWidget *parent = nullptr);
    ~StudioPage() override; // remembers the layout; what is not saved is kept

    // In front then. nullptr where it cannot be opened: the notice says why.
    FilePane *openFile(const QString &path);
    FilePane *newFile(const QString &name = QStringLiteral("Dockerfile"), const QString &text = {});
    // The Dockerfile of a folder, or one to choose where it has several; asks for a template where it has
    // none.
    void openFolder(const QString &folder);
    bool closeFile(FilePane *pane); // asks where something would be lost
    void showFile(FilePane *pane);

    [[nodiscard]] FilePane *current() const; // nullptr: none is open
    [[nodiscard]] QList<FilePane *> panes() const;
    [[nodiscard]] StudioActions *actions() const { return m_actions; }
    [[nodiscard]] Notice *notice() const { return m_notice; }
    [[nodiscard]] models::EngineSession *session() const { return m_session; }
    // Where other views go: at the right (cards, graph), below (building), and at the left for the file in
    // front.
    [[nodiscard]] PaneViews *rightViews() const { return m_right; }
    [[nodiscard]] PaneViews *bottomViews() const { return m_bottom; }
    [[nodiscard]] PaneViews *leftViews() const { return m_left; }
    void focusText(); // or what to do first
    // To the next of its areas: text, what is beside it, what is below, the open files, their context. From
    // outside to the first of them, or the last. false: there is none any more in this direction.
    bool moveFocus(bool forward);
    // Line (from 1) of a file's text, in front.
    void showLine(FilePane *pane, int line);

signals:
    void currentChanged(); // another file is in front, or its document is another one
    // Of an image that was built here, by its name, else its id; the name may be empty. Of a shell in a step,
    // its container.
    void runWanted(const QString &image);
    void imageWanted(const QString &id, const QString &name, bool toPush);
    void shellOpened(const QString &containerId);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeLayout();
    void addViews();
    QWidget *makeContext(FilePane *pane);
    QWidget *makeCards(FilePane *pane);
    QWidget *makeGraph(FilePane *pane);
    QWidget *makeBuild(FilePane *pane);
    void shareFacts(FilePane *pane, QWidget *made);
    QWidget *makeLeft();
    QToolBar *makeToolBar();
    void fillFirstPage();
    FilePane *addPane();
    void removePane(FilePane *pane);
    void restoreFiles();
    void takeDrafts();
    void rememberFiles() const;
    void addRecent(const QString &path);
    void restoreLayout();
    void saveLayout() const;

    void run(int verb);
    void runOnText(FilePane *pane, StudioActions::Verb verb);
    void runLanguage(Assistant *assistant, StudioActions::Verb verb);
    void askOpen();
    // `then`: once it is there.
    void askSaveAs(FilePane *pane, std::function<void()> then = {});
    void askTemplate(const QString &folder = {});
    void askLine(FilePane *pane);
    bool save(FilePane *pane);

    void onCurrentChanged();
    void refreshTitles();
    void refreshActions();
    void refreshViews();

    models::EngineSession *m_session;
    StudioActions *m_actions;
    Notice *m_notice;
    QSplitter *m_columns, *m_leftRows, *m_middleRows, *m_views;
    QStackedWidget *m_middle; // the first page, or the tabs
    Placeholder *m_firstPage;
    QTabWidget *m_tabs;
    QListWidget *m_files;
    OutlineView *m_outline;
    PaneViews *m_left, *m_right, *m_bottom;
    QAction *m_rightAction, *m_bottomAction;
    bool m_restoring = false;
};

} // namespace quayside::ui
