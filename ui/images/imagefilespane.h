// The files of an image or of one of its layers: a tree to open, a search, single files to read and to save.
#pragma once

#include "models/images/contenttree.h"
#include "models/images/imagefileoperation.h"
#include "models/system/enginesession.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace quayside::ui
{

class ContentView;
class FileViewer;
class Notice;
class Placeholder;

class ImageFilesPane : public QWidget
{
    Q_OBJECT

public:
    explicit ImageFilesPane(models::EngineSession *session, QWidget *parent = nullptr);

    // layer: only what it changed; absent: the whole image.
    // caption: what that is, in words.
    void showTree(const QString &image, client::LayerChoice layer, const QString &caption);
    void clear();
    // Ends a search, and opens the folders on the way.
    void reveal(const QString &path);

    [[nodiscard]] ContentView *view() const { return m_view; }
    [[nodiscard]] models::ContentTree *tree() { return &m_tree; }
    [[nodiscard]] QLineEdit *searchEdit() const { return m_search; }
    [[nodiscard]] QToolButton *onlyChangesButton() const { return m_onlyChanges; }
    [[nodiscard]] Placeholder *placeholder() const { return m_placeholder; }
    [[nodiscard]] Notice *notice() const { return m_notice; }
    [[nodiscard]] QString line() const;
    [[nodiscard]] bool isLoading() const;

    FileViewer *openChosen(); // nullptr: nothing is chosen that can be read
    // What the dialog ends in; tests call it too.
    void saveTo(const models::ImageFile &file, const QString &fileName);
    // Of the row that is chosen; its path is empty where that is no file.
    [[nodiscard]] models::ImageFile chosenFile() const;

private:
    void makeBar(QBoxLayout *layout);
    void search();
    void onFound(const QString &text, const Result<api::FoundEntries> &found);
    void showRoot();
    void onFolderCame(const QString &path);
    void onChosen();
    void onOpened(const QModelIndex &index);
    void chooseSave();
    void askWhereToSave(const models::ImageFile &file);
    void showMenu(const QPoint &point);
    void showNothing(const QString &headline, const QString &sentence);

    models::EngineSession *m_session;
    models::ContentTree m_tree;
    QString m_image, m_caption;
    client::LayerChoice m_layer;
    client::Call m_find;
    QTimer m_typed;
    QLineEdit *m_search;
    QToolButton *m_onlyChanges, *m_open, *m_save;
    Notice *m_notice;
    QStackedWidget *m_stack;
    ContentView *m_view;
    Placeholder *m_placeholder;
    QLabel *m_line;
};

} // namespace quayside::ui
