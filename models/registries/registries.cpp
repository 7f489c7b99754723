#include "models/registries/registries.h"

#include "models/registries/imagename.h"

#include <QPointer>
#include <QSettings>

namespace quayside::models
{

using State = RegistryRow::State;

namespace
{
const QString addedKey = QStringLiteral("registries/added");
}

Registries::Registries(client::EngineClient *client, CredentialStore *credentials, ImageModel *images,
                       QObject *parent)
    : QObject(parent), m_client(client), m_credentials(credentials), m_images(images)
{
    const auto again = [this] {
        if (m_wanted)
            refresh();
    };
    connect(credentials, &CredentialStore::changed, this, again);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(images, signal, this, again, Qt::QueuedConnection);
}

void Registries::setEngine(std::optional<bool> supported)
{
    ++m_engine;
    m_supported = supported;
    m_settings.reset();
    m_settingsCall.cancel();
    QList<RegistryRow> rows = m_model.rows();
    for (RegistryRow &row : rows) {
        RegistryRow fresh{
            .registry = row.registry, .added = row.added, .images = row.images, .login = row.login};
        row = fresh;
    }
    m_model.sync(rows);
    emit settingsChanged();
}

// ---- the list

QStringList Registries::addedOnes()
{
    return QSettings().value(addedKey).toStringList();
}

void Registries::setAddedOnes(const QStringList &registries)
{
    QSettings().setValue(addedKey, registries);
}

void Registries::refresh()
{
    const bool first = !std::exchange(m_wanted, true);
    QHash<QString, int> images;
    for (const ImageRow &image : m_images->rows()) {
        if (image.hasName())
            ++images[parseImageName(image.reference()).registry];
    }
    const QStringList added = addedOnes();
    QStringList all = QStringList{dockerHub} + m_credentials->registries() + images.keys() + added;
    all.removeDuplicates();
    QList<RegistryRow> rows;
    for (const QString &registry : std::as_const(all)) {
        if (!isRegistry(registry))
            continue;
        const RegistryRow *before = m_model.find(registry);
        RegistryRow row = before != nullptr ? *before : RegistryRow{.registry = registry};
        row.added = added.contains(registry);
        row.images = images.value(registry);
        row.login = m_credentials->loginOf(registry);
        rows.append(row);
    }
    m_model.sync(rows);
    if (first)
        emit listed();
}

Result<QString> Registries::add(const QString &address)
{
    const QString registry = registryOf(address);
    if (!isRegistry(registry))
        return fail(
            ErrorKind::InvalidArgument,
            "“{}” is not the name of a registry: write its host, with a port where it is not the usual one, "
            "for example registry.example.org:5000",
            address.trimmed().toStdString());
    QStringList added = addedOnes();
    if (!added.contains(registry))
        setAddedOnes(added << registry);
    refresh();
    return registry;
}

void Registries::remove(const QString &registry)
{
    QStringList added = addedOnes();
    added.removeAll(registry);
    setAddedOnes(added);
    refresh();
}

// ---- tests

void Registries::testUnknown()
{
    const QList<RegistryRow> rows = m_model.rows();
    for (const RegistryRow &row : rows) {
        if (row.state == State::Unknown)
            test(row.registry, false);
    }
}

void Registries::test(const QString &registry, bool withLogin)
{
    if (!isSupported())
        return;
    m_model.change(registry, [](RegistryRow &row) { row.state = State::Asking; });
    if (!withLogin || !m_credentials->loginOf(registry).exists()) {
        ask(registry, {}, {});
        return;
    }
    m_credentials->find(registry, this, [this, registry](const Result<Credential> &found) {
        ask(registry, authHeader(found.value_or(Credential()), registry),
            found ? QString() : QString::fromStdString(found.error().message));
    });
}

void Registries::ask(const QString &registry, const std::string &auth, const QString &loginProblem)
{
    client::testRegistry(
        *m_client, registry.toStdString(), auth, this,
        [this, registry, loginProblem, engine = m_engine](const Result<api::RegistryTest> &answer) {
            if (engine != m_engine)
                return;
            onAnswer(registry, answer);
            if (!loginProblem.isEmpty())
                m_model.change(registry, [&](RegistryRow &row) {
                    if (row.message.isEmpty())
                        row.message = loginProblem;
                });
        });
}

void Registries::onAnswer(const QString &registry, const Result<api::RegistryTest> &answer)
{
    m_model.change(registry, [&answer](RegistryRow &row) {
        row.state = answer && answer->reachable ? State::Reachable : State::Unreachable;
        row.message = QString::fromStdString(answer ? answer->message : answer.error().message);
        if (!answer)
            return;
        row.encrypted = answer->encrypted;
        row.verified = answer->verified;
        row.loggedIn = answer->loggedIn;
        row.address = QString::fromStdString(answer->address);
        row.authentication = QString::fromStdString(answer->authentication);
    });
}

// ---- logins

void Registries::logIn(const QString &registry, const QString &user, const QString &password,
                       QObject *context, client::Done<Login::Place> done)
{
    const QPointer guard(context);
    const client::LoginRequest request{dockerKeyOf(registry).toStdString(), user.toStdString(),
                                       password.toStdString()};
    client::checkLogin(
        *m_client, request, context,
        [this, registry, user, password, guard, done = std::move(done)](const Result<std::string> &token) {
            if (!token)
                return done(std::unexpected(token.error()));
            Credential credential{.username = user, .password = password, .identityToken = {}};
            if (!token->empty()) { // it stands in place of the password, which need not be kept then
                credential.identityToken = QString::fromStdString(*token);
                credential.password.clear();
            }
            m_credentials->save(registry, credential, guard, done);
        });
}

void Registries::logOut(const QString &registry, QObject *context, client::Done<void> done)
{
    m_credentials->forget(registry, context, std::move(done));
}

// ---- the engine's settings

void Registries::fetchSettings()
{
    if (!isSupported())
        return;
    m_settingsCall.cancel();
    m_settingsCall =
        client::registrySettings(*m_client, this, [this](const Result<api::Registries> &settings) {
            if (settings)
                m_settings = *settings;
            else
                m_settings.reset();
            emit settingsChanged();
        });
}

void Registries::change(const api::RegistriesUpdate &update, QObject *context, client::Done<void> done)
{
    m_settingsCall.cancel(); // what was asked before might be answered after, with what was
    client::setRegistrySettings(*m_client, update, context,
                                [this, done = std::move(done)](const Result<api::Registries> &settings) {
                                    m_settingsCall.cancel();
                                    if (settings) {
                                        m_settings = *settings;
                                        emit settingsChanged();
                                    }
                                    if (done)
                                        done(settings ? Result<>() : std::unexpected(settings.error()));
                                });
}

} // namespace quayside::models
