// A container's files leave it: as an archive on this computer, as an image.
#pragma once

#include "models/client/files.h"
#include "models/common/operation.h"

#include <QSaveFile>

namespace quayside::models
{

// Writes beside the file and renames at the end: a file that is there is whole.
class ExportOperation : public Operation
{
    Q_OBJECT

public:
    ExportOperation(client::EngineClient *client, const QString &id, const QString &name,
                    const QString &fileName, QObject *parent = nullptr);

protected:
    void stopWork() override;

private:
    void begin();

    client::EngineClient *m_client;
    QString m_id;
    QSaveFile m_file;
    client::Call m_call;
};

class CommitOperation : public Operation
{
    Q_OBJECT

public:
    // name: of the container.
    CommitOperation(client::EngineClient *client, const client::Commit &commit, const QString &name,
                    QObject *parent = nullptr);

protected:
    void stopWork() override { m_call.cancel(); }

private:
    void begin();

    client::EngineClient *m_client;
    client::Commit m_commit;
    client::Call m_call;
};

} // namespace quayside::models
