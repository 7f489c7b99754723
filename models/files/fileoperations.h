// Files to and from a container or a volume.
#pragma once

#include "models/client/files.h"
#include "models/common/savingoperation.h"
#include "models/common/tarfile.h"
#include "models/files/filelisting.h"

#include <QFile>

namespace quayside::models
{

// A file comes as itself, a folder (of a container) as a tar. path: to be shown, and of a folder to be asked
// for.
SavingOperation *downloadFile(client::EngineClient *client, const FileListing::Source &source,
                              const FileEntry &entry, const QString &path, const QString &fileName);

// One file of this computer into the folder; one of that name that is there keeps its owner and mode where
// our engine does it.
class UploadOperation : public Operation
{
    Q_OBJECT

public:
    UploadOperation(client::EngineClient *client, const FileListing::Source &source, const QString &fileName,
                    const std::string &codedFolder, QObject *parent = nullptr);

protected:
    void stopWork() override { m_call.cancel(); }

private:
    void begin();
    void putByEngine(const QString &name);
    void putAsArchive(const QString &name);
    void onEnd(const Result<> &done);

    client::EngineClient *m_client;
    FileListing::Source m_source;
    std::string m_codedFolder;
    QString m_folder; // to be shown
    QFile m_file;
    std::unique_ptr<TarFileWriter> m_archive;
    client::Call m_call;
};

} // namespace quayside::models
