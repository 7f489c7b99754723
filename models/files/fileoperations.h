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

// One file of this computer into the folder, or a folder with all that is in it (our engine only), but for
// links. What is there of that name keeps its owner and mode where our engine does it.
class UploadOperation : public Operation
{
    Q_OBJECT

public:
    static constexpr qsizetype mostFiles = 20'000; // of a folder: more are better packed

    UploadOperation(client::EngineClient *client, const FileListing::Source &source, const QString &fileName,
                    const std::string &codedFolder, QObject *parent = nullptr);

protected:
    void stopWork() override { m_call.cancel(); }

private:
    struct Step {
        QString file; // "": a folder is made
        std::string coded;
    };
    void begin();
    bool collect(); // false: it has failed
    void next();
    void makeFolder(const Step &step);
    void putByEngine(const Step &step);
    void putAsArchive();
    void onSent(std::int64_t bytes);
    void onEnd(const Result<> &done);

    client::EngineClient *m_client;
    FileListing::Source m_source;
    std::string m_codedFolder;
    QString m_folder; // to be shown
    QString m_name;   // of what is uploaded
    QFile m_file;
    QList<Step> m_steps;            // that are left, the first one last
    qint64 m_before = 0, m_all = 0; // bytes
    std::unique_ptr<TarFileWriter> m_archive;
    client::Call m_call;
};

} // namespace quayside::models
