// The files of a container or a volume: look around, read and edit, take out, put in; what was changed since
// the image is marked.
#pragma once

#include "models/files/filelisting.h"
#include "models/files/filemodel.h"
#include "models/system/enginesession.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QBoxLayout;
class QLabel;
class QLineEdit;
class QSplitter;
class QToolButton;

namespace quayside::ui
{

class FileActions;
class FilePreview;
class FilesTable;
class Notice;
class Placeholder;
class UndoBar;

class FilesPane : public QWidget
{
    Q_OBJECT

public:
    explicit FilesPane(models::EngineSession *session, QWidget *parent = nullptr);
    ~FilesPane() override;

    void showContainer(const QString &id, bool running);
    void showVolume(const QString &name);
    void open(const QString &folder);
    [[nodiscard]] QString folder() const { return m_listing.folder(); }
    [[nodiscard]] bool isBusy() const { return m_listing.isBusy(); }
    [[nodiscard]] FilesTable *table() const { return m_table; }
    [[nodiscard]] const models::FileModel *files() const { return &m_files; }
    [[nodiscard]] const models::FileEntry *entry(const QString &name) const; // nullptr: not listed
    [[nodiscard]] bool shows(const QString &name) const;                     // listed, and not filtered out
    [[nodiscard]] FileActions *actions() const { return m_actions; }
    [[nodiscard]] FilePreview *preview() const { return m_preview; }
    [[nodiscard]] Notice *notice() const { return m_notice; }
    [[nodiscard]] UndoBar *undoBar() const { return m_undoBar; }
    [[nodiscard]] QString line() const; // below the list
    void select(const QString &name);
    // Where a drag of these would find them: files on this computer, once they have come.
    [[nodiscard]] QStringList draggedFiles() const { return m_dragged; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeBar(QBoxLayout *layout);
    void makeTable();
    void makeMenu(const QPoint &point);
    QToolButton *addButton(QBoxLayout *bar, QAction *action);
    QAction *addToggle(QBoxLayout *bar, int symbol, const QString &text, const QString &name);
    void showSource(models::FileListing::Source source);
    void openCoded(const std::string &coded);
    void goUp();
    void refresh();
    void fill();
    void filter();
    void activate(const QModelIndex &index);
    void onSelection();
    void showChosen();
    [[nodiscard]] QStringList selectedKeys() const;
    [[nodiscard]] QString lineText() const;
    // filespanedrag.cpp
    void beginDrag();
    void fetchForDrag(const QList<models::FileEntry> &entries, const QString &mark);
    void dragNow();
    [[nodiscard]] std::string folderAt(const QPoint &point) const;

    models::EngineSession *m_session;
    models::FileListing m_listing;
    models::FileModel m_files;
    models::FileFilterModel m_shown;
    QTimer m_typed;
    Notice *m_notice;
    UndoBar *m_undoBar;
    FileActions *m_actions;
    QAction *m_up, *m_reload, *m_onlyChanges, *m_withPreview;
    QLineEdit *m_path, *m_filter;
    FilesTable *m_table;
    FilePreview *m_preview;
    QLabel *m_line;
    models::FileListing::Source m_filledSource; // of what stands in the table
    std::string m_filledFolder;
    QString m_wantedRow; // chosen once the folder is there
    std::unique_ptr<QTemporaryDir> m_dragFolder;
    QString m_dragMark; // what m_dragged was made of
    QStringList m_dragged;
    int m_coming = 0; // files of the drag that are not here yet
};

} // namespace quayside::ui
