// Pull and push: long operations with progress for each layer.
#pragma once

#include "models/client/engineclient.h"
#include "models/common/operation.h"
#include "models/registries/credentialstore.h"
#include "models/registries/layerprogress.h"

#include <QElapsedTimer>

namespace quayside::models
{

// What both have in common: the login is looked up first, then the registry is asked. Where one ends early,
// another one of the same name goes on: layers that have arrived are not moved again.
class TransferOperation : public Operation
{
    Q_OBJECT

public:
    [[nodiscard]] LayerProgress *layers() { return &m_layers; }
    [[nodiscard]] const QString &reference() const { return m_reference; }
    [[nodiscard]] QString registry() const;
    [[nodiscard]] const QString &digest() const { return m_digest; } // "sha256:…" once it is known
    // After a failure: the registry wants to know who asks, or does not believe it.
    [[nodiscard]] bool wantsLogin() const { return m_wantsLogin; }
    // One that goes on where this one ended.
    [[nodiscard]] virtual TransferOperation *again() const = 0;

protected:
    // Both must outlive it; credentials: nullptr for nobody's.
    TransferOperation(const QString &title, client::EngineClient *client, CredentialStore *credentials,
                      QString reference, QObject *parent);

    // The engine is asked, with X-Registry-Auth.
    virtual client::Call ask(const std::string &auth, const client::EngineClient::OnProgress &onProgress,
                             const client::Done<void> &done) = 0;
    [[nodiscard]] virtual QString successText() const = 0;
    void stopWork() override { m_call.cancel(); }

    [[nodiscard]] client::EngineClient *client() const { return m_client; }
    [[nodiscard]] CredentialStore *credentials() const { return m_credentials; }

private:
    void begin();
    void askWith(const Credential &credential);
    void onProgress(const client::Progress &progress);
    void onDone(const Result<> &done);
    [[nodiscard]] QString summary() const;

    client::EngineClient *m_client;
    CredentialStore *m_credentials;
    QString m_reference, m_digest, m_loginProblem;
    LayerProgress m_layers;
    QElapsedTimer m_clock;
    client::Call m_call;
    bool m_wantsLogin = false;
};

class PullOperation : public TransferOperation
{
    Q_OBJECT

public:
    struct Options {
        QString platform;          // "linux/arm64"; "": the engine's own
        bool allTags = false;      // of a reference without a tag
        bool allPlatforms = false; // keep the others of an index too; the feature "all-platforms"
    };

    PullOperation(client::EngineClient *client, CredentialStore *credentials, const QString &reference,
                  const Options &options, QObject *parent = nullptr);
    [[nodiscard]] TransferOperation *again() const override;

protected:
    client::Call ask(const std::string &auth, const client::EngineClient::OnProgress &onProgress,
                     const client::Done<void> &done) override;
    [[nodiscard]] QString successText() const override;

private:
    Options m_options;
};

class PushOperation : public TransferOperation
{
    Q_OBJECT

public:
    // reference: with its tag.
    PushOperation(client::EngineClient *client, CredentialStore *credentials, const QString &reference,
                  QObject *parent = nullptr);
    [[nodiscard]] TransferOperation *again() const override;

protected:
    client::Call ask(const std::string &auth, const client::EngineClient::OnProgress &onProgress,
                     const client::Done<void> &done) override;
    [[nodiscard]] QString successText() const override;
};

// Whether an engine's sentence means that the registry wants a login, or another one.
[[nodiscard]] bool speaksOfLogin(const QString &sentence);

} // namespace quayside::models
