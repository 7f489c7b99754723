// The files of a container: look around, take out, put in; what was changed since the image is marked.
#pragma once

#include "models/containers/folder.h"
#include "models/system/enginesession.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace quayside::ui
{

class Notice;

class FilesPane : public QWidget
{
    Q_OBJECT

public:
    explicit FilesPane(models::EngineSession *session, QWidget *parent = nullptr);

    void showContainer(const QString &id, bool running);
    void open(const QString &folder);
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QTreeWidget *list() const { return m_list; }
    [[nodiscard]] bool isBusy() const { return m_listing.isBusy(); }
    [[nodiscard]] Notice *notice() const { return m_notice; }
    // What the dialogs end in; tests call them too.
    void downloadTo(const QString &name, const QString &fileName);
    void upload(const QString &fileName);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void refresh();
    void fill();
    void activate(const QTreeWidgetItem *item);
    void chooseDownload();
    void chooseUpload();
    void watch(models::Operation *operation, bool listAgain);

    models::EngineSession *m_session;
    models::FolderListing m_listing;
    QString m_id;
    bool m_running = false;
    QLineEdit *m_path;
    QToolButton *m_up, *m_download, *m_upload;
    Notice *m_notice;
    QTreeWidget *m_list;
    QLabel *m_line;
};

} // namespace quayside::ui
