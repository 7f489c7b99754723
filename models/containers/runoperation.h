// Create a container, then start it.
#pragma once

#include "models/client/engineclient.h"
#include "models/common/operation.h"
#include "models/containers/runoptions.h"

namespace quayside::models
{

// Where the start fails, the container that was just created is removed again, so that the next try is not in
// its own way. Cancel does the same.
class RunOperation : public Operation
{
    Q_OBJECT

public:
    // `client` must outlive it. `start`: false only creates.
    RunOperation(client::EngineClient *client, const RunOptions &options, bool start,
                 QObject *parent = nullptr);

    [[nodiscard]] const QString &containerId() const { return m_id; }        // after success
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; } // the engine's own

protected:
    void stopWork() override;

private:
    void create();
    void startContainer();
    void removeCreated();

    client::EngineClient *m_client;
    RunOptions m_options;
    bool m_start;
    QString m_id;
    QStringList m_warnings;
    client::Call m_call;
};

} // namespace quayside::models
