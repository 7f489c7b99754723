// Create a container, with an image from its registry where there is none here, then start it.
#pragma once

#include "models/client/engineclient.h"
#include "models/common/operation.h"
#include "models/containers/runoptions.h"
#include "models/registries/transferoperation.h"

namespace quayside::models
{

// Where the start fails, the container that was just created is removed again, so that the next try is not in
// its own way. Cancel does the same.
class RunOperation : public Operation
{
    Q_OBJECT

public:
    // `client` and `credentials` must outlive it. `start`: false only creates. credentials: for an image that
    // must be pulled; nullptr for nobody's.
    RunOperation(client::EngineClient *client, CredentialStore *credentials, const RunOptions &options,
                 bool start, QObject *parent = nullptr);
    // Only creates what is asked for under this name; options: of what it is made.
    RunOperation(client::EngineClient *client, CredentialStore *credentials, const RunOptions &options,
                 api::ContainerCreateRequest request, QObject *parent = nullptr);

    [[nodiscard]] const QString &containerId() const { return m_id; }        // after success
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; } // the engine's own
    // While the image is pulled, and after that; nullptr where it was here.
    [[nodiscard]] PullOperation *pull() const { return m_pull; }

protected:
    void stopWork() override;

private:
    void create();
    void onCreateFailed(const Error &error);
    void pullImage();
    void onPulled();
    void startContainer();
    void removeCreated();

    client::EngineClient *m_client;
    CredentialStore *m_credentials;
    RunOptions m_options;
    std::optional<api::ContainerCreateRequest> m_request; // absent: what m_options say
    bool m_start;
    QString m_id;
    QStringList m_warnings;
    client::Call m_call;
    PullOperation *m_pull = nullptr; // a child
};

} // namespace quayside::models
