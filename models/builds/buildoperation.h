// An image out of a Dockerfile and its folder.
#pragma once

#include "engine/base/fd.h"
#include "models/builds/buildfollower.h"
#include "models/builds/buildwanted.h"
#include "models/client/engineclient.h"
#include "models/common/operation.h"
#include "models/registries/credentialstore.h"

#include <optional>
#include <vector>

namespace quayside::models
{

// The folder is opened here and handed to the engine open: nothing is copied, and only what a step uses is
// read. What comes of each step is the engine's record of the build, which is there from the first moment and
// stays.
class BuildOperation : public Operation
{
    Q_OBJECT

public:
    // Both must outlive it; credentials: nullptr for nobody's. All logins go along, as with docker: which
    // registries a Dockerfile leads to is known only once its variables are.
    BuildOperation(client::EngineClient *client, CredentialStore *credentials, BuildWanted wanted,
                   QObject *parent = nullptr);
    ~BuildOperation() override;

    [[nodiscard]] BuildFollower *follower() { return &m_follower; }
    [[nodiscard]] BuildSteps *steps() { return m_follower.steps(); }
    [[nodiscard]] const BuildWanted &wanted() const { return m_wanted; }
    [[nodiscard]] const QString &id() const
    {
        return m_follower.id();
    } // of the record; "" until there is one
    // What to run: the name, or where there is none the image's id. Empty until it is built.
    [[nodiscard]] QString image() const;
    // What the engine has found odd, in sentences.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

protected:
    void stopWork() override;

private:
    void begin();
    void findLogins(QStringList registries);
    void ask();
    // "" or why not, in a sentence.
    QString handOver(client::EngineClient::Build &build);
    void onRecord(const QString &id);
    void onProgress(const client::Progress &progress);
    void onSteps();
    void finishWhenAllIsKnown();

    client::EngineClient *m_client;
    CredentialStore *m_credentials;
    BuildWanted m_wanted;
    BuildFollower m_follower;
    QList<std::pair<QString, Credential>> m_logins;
    QStringList m_warnings;
    std::vector<Fd> m_handed;         // secrets and agents: open until the answer begins
    int m_folder = -1;                // descriptor
    int m_active = 0;                 // number of the step that is told of
    std::optional<Result<>> m_answer; // of POST /build
    client::Call m_call;
};

} // namespace quayside::models
