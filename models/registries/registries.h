// What the window knows of registries and does with them: the list, logins, tests, and the engine's settings.
#pragma once

#include "models/client/registries.h"
#include "models/images/imagemodel.h"
#include "models/registries/credentialstore.h"
#include "models/registries/registrymodel.h"

#include <QObject>

#include <optional>

namespace quayside::models
{

class Registries : public QObject
{
    Q_OBJECT

public:
    // All must outlive it.
    Registries(client::EngineClient *client, CredentialStore *credentials, ImageModel *images,
               QObject *parent = nullptr);

    [[nodiscard]] RegistryModel *model() { return &m_model; }
    // Whether the engine tests and lists registries; Docker's and Podman's do not.
    [[nodiscard]] bool isSupported() const { return m_supported.value_or(false); }
    // Whether the engine has said by now what it supports.
    [[nodiscard]] bool isEngineKnown() const { return m_supported.has_value(); }
    // Of another engine from now on (nullopt: not known yet): what was known of reachability is forgotten.
    void setEngine(std::optional<bool> supported);

    // Docker Hub, those of logins, of images that are here, and those that were added. Call once somebody
    // looks.
    void refresh();
    // InvalidArgument: it is no host. An address is as good: "https://registry.example.org/".
    Result<QString> add(const QString &address);
    void remove(const QString &registry); // from those that were added

    // The row says how it goes. withLogin: also whether the login is taken; may ask the keyring.
    void test(const QString &registry, bool withLogin);
    void testUnknown(); // all that were not asked yet, without logins

    // Asks the registry through the engine, then keeps the login: where.
    void logIn(const QString &registry, const QString &user, const QString &password, QObject *context,
               client::Done<Login::Place> done);
    void logOut(const QString &registry, QObject *context, client::Done<void> done);

    // Of the engine; nullopt while they are not known.
    [[nodiscard]] const std::optional<api::Registries> &settings() const { return m_settings; }
    void fetchSettings();
    void change(const api::RegistriesUpdate &update, QObject *context, client::Done<void> done);

signals:
    void settingsChanged();
    void listed(); // after the first refresh()

private:
    void onAnswer(const QString &registry, const Result<api::RegistryTest> &answer);
    void ask(const QString &registry, const std::string &auth, const QString &loginProblem);
    [[nodiscard]] static QStringList addedOnes();
    static void setAddedOnes(const QStringList &registries);

    client::EngineClient *m_client;
    CredentialStore *m_credentials;
    ImageModel *m_images;
    RegistryModel m_model;
    std::optional<api::Registries> m_settings;
    client::Call m_settingsCall;
    int m_engine = 0; // counts engines: an answer that was asked of another one is not taken
    std::optional<bool> m_supported;
    bool m_wanted = false;
};

} // namespace quayside::models
