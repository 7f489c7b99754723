// What can be done with the files of a folder.
#pragma once

#include "models/files/filelisting.h"
#include "models/files/filemodel.h"
#include "ui/common/rowactions.h"

namespace quayside::ui
{

class FileEditor;

class FileActions : public RowActions
{
    Q_OBJECT

public:
    enum Verb { Edit, Download, Upload, NewFolder, Rename, Remove, Properties, CopyPath };

    FileActions(models::EngineSession *session, models::FileListing *listing, models::FileModel *files,
                Notice *notice, UndoBar *undoBar, QWidget *window);

    void run(int verb, const QStringList &keys) override;
    // To be shown: the folder and the name.
    [[nodiscard]] QString pathOf(const models::FileEntry &entry) const;
    // What the dialogs end in; tests call them too.
    void downloadTo(const models::FileEntry &entry, const QString &fileName);
    // Asks before it replaces what is there. codedFolder: "" for the one that is shown.
    void upload(const QStringList &fileNames, const std::string &codedFolder = {});
    FileEditor *edit(const models::FileEntry &entry);
    void refresh() override;

signals:
    void filesChanged(); // list the folder again

private:
    [[nodiscard]] QList<models::FileEntry> chosen(const QStringList &keys) const;
    [[nodiscard]] client::Done<void> changing(const client::Done<void> &done);
    void chooseDownload(const QList<models::FileEntry> &entries);
    void chooseUpload();
    void makeFolder();
    void rename(const models::FileEntry &entry);
    void remove(const QList<models::FileEntry> &entries);
    void removeNow(const models::FileListing::Source &source, const QList<models::FileEntry> &entries);
    void showProperties(const models::FileEntry &entry);
    void uploadNow(const QStringList &fileNames, const std::string &codedFolder);

    models::FileListing *m_listing;
    models::FileModel *m_files;
};

} // namespace quayside::ui
