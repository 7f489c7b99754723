// A container's files leave it: as an archive on this computer, as an image.
#pragma once

#include "models/client/files.h"
#include "models/common/savingoperation.h"

namespace quayside::models
{

// All its files, as a tar. name: of the container.
SavingOperation *exportContainer(client::EngineClient *client, const QString &id, const QString &name,
                                 const QString &fileName);

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
