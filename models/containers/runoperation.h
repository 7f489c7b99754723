// Create a container, with an image from its registry where there is none here, then start it.
#pragma once

#include "models/client/engineclient.h"
#include "models/common/operation.h"
#include "models/containers/runoptions.h"

#include <map>

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
    void onCreateFailed(const Error &error);
    void pull();
    void onPulled(const client::Progress &progress);
    void startContainer();
    void removeCreated();

    client::EngineClient *m_client;
    RunOptions m_options;
    bool m_start;
    QString m_id;
    QStringList m_warnings;
    client::Call m_call;
    bool m_pulled = false;
    struct Blob {
        qint64 done = 0, total = 0;
    };
    std::map<std::string, Blob> m_blobs; // of the pull, by their short ids
};

} // namespace quayside::models
