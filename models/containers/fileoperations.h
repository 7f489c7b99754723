// Files to and from a container.
#pragma once

#include "models/client/files.h"
#include "models/common/savingoperation.h"
#include "models/common/tarfile.h"

#include <QFile>

namespace quayside::models
{

// A file comes as itself, a folder as a tar.
SavingOperation *downloadPath(client::EngineClient *client, const QString &containerId, const QString &path,
                              bool folder, const QString &fileName);

class UploadOperation : public Operation
{
    Q_OBJECT

public:
    UploadOperation(client::EngineClient *client, const QString &containerId, const QString &fileName,
                    const QString &folder, QObject *parent = nullptr);

protected:
    void stopWork() override { m_call.cancel(); }

private:
    void begin();

    client::EngineClient *m_client;
    QString m_id, m_folder;
    QFile m_file;
    std::unique_ptr<TarFileWriter> m_archive;
    client::Call m_call;
};

} // namespace quayside::models
