#include "models/registries/credentialstore.h"

#include "models/registries/credentialhelper.h"
#include "models/registries/imagename.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimer>

namespace quayside::models
{

namespace
{

constexpr qint64 mostOwnFile = qint64{1} << 20;
constexpr auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner;
const QString loginsKey = QStringLiteral("logins");

QString keyOf(const QString &registry)
{
    return QStringLiteral("registry/") + registry;
}

// Never from within the function that asks.
template <typename T>
void later(QObject *context, client::Done<T> done, Result<T> result)
{
    QTimer::singleShot(0, context, [done = std::move(done), result = std::move(result)] {
        if (done)
            done(result);
    });
}

} // namespace

CredentialStore::CredentialStore(std::unique_ptr<Keyring> keyring, QString fileName,
                                 QList<DockerConfigFile> others, QObject *parent)
    : QObject(parent), m_keyring(std::move(keyring)), m_fileName(std::move(fileName)),
      m_others(std::move(others))
{
}

std::unique_ptr<CredentialStore> CredentialStore::ofThisPerson()
{
    const bool test = QStandardPaths::isTestModeEnabled();
    const QString file =
        QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/logins.json");
    return std::make_unique<CredentialStore>(test ? nullptr : std::make_unique<DesktopKeyring>(), file,
                                             test ? QList<DockerConfigFile>() : dockerConfigFiles());
}

// ---- what is known without asking anybody

Login CredentialStore::loginOf(const QString &registry) const
{
    using Place = Login::Place;
    if (const auto own = readOwn(); own && own->contains(registry)) {
        const Own &login = (*own)[registry];
        return {login.inKeyring ? Place::Keyring : Place::OwnFile, login.user};
    }
    for (const DockerConfigFile &file : m_others) {
        const auto config = readDockerConfig(file.path);
        if (!config)
            continue;
        if (config->logins.contains(registry))
            return {file.podman ? Place::Podman : Place::Docker, config->logins[registry].username};
        if (config->named.contains(registry) && !config->helperFor(registry).isEmpty())
            return {Place::DockerHelper, {}};
    }
    return {};
}

QStringList CredentialStore::registries() const
{
    QStringList all;
    if (const auto own = readOwn())
        all = own->keys();
    for (const DockerConfigFile &file : m_others) {
        if (const auto config = readDockerConfig(file.path))
            all += config->named;
    }
    all.removeDuplicates();
    all.removeIf([this](const QString &registry) { return !loginOf(registry).exists(); });
    all.sort();
    return all;
}

QStringList CredentialStore::problems() const
{
    QStringList sentences;
    if (const auto own = readOwn(); !own)
        sentences.append(QString::fromStdString(own.error().message));
    for (const DockerConfigFile &file : m_others) {
        if (const auto config = readDockerConfig(file.path); !config)
            sentences.append(QString::fromStdString(config.error().message));
    }
    return sentences;
}

// ---- the login itself

void CredentialStore::find(const QString &registry, QObject *context, client::Done<Credential> done) const
{
    const auto own = readOwn();
    if (!own)
        return later<Credential>(context, std::move(done), std::unexpected(own.error()));
    if (own->contains(registry))
        return findOwn(registry, (*own)[registry], context, std::move(done));
    for (const DockerConfigFile &file : m_others) {
        const auto config = readDockerConfig(file.path);
        if (!config) // problems() says it; a registry that needs no login still works
            continue;
        const QString helper = config->named.contains(registry) ? config->helperFor(registry) : QString();
        if (!helper.isEmpty()) {
            askCredentialHelper(helper, dockerKeyOf(registry), context,
                                [done = std::move(done)](Result<Credential> found) {
                                    if (!found && found.error().kind == ErrorKind::NotFound)
                                        found = Credential();
                                    done(std::move(found));
                                });
            return;
        }
        if (config->logins.contains(registry))
            return later<Credential>(context, std::move(done), config->logins[registry]);
    }
    later<Credential>(context, std::move(done), Credential());
}

void CredentialStore::findOwn(const QString &registry, const Own &own, QObject *context,
                              client::Done<Credential> done) const
{
    Credential credential{.username = own.user, .password = own.password, .identityToken = own.identityToken};
    if (!own.inKeyring)
        return later<Credential>(context, std::move(done), std::move(credential));
    if (m_keyring == nullptr)
        return later<Credential>(context, std::move(done),
                                 fail(ErrorKind::Unavailable,
                                      "the login of {} is in a keyring that is not there now: log in again",
                                      registry.toStdString()));
    m_keyring->read(
        keyOf(registry), context,
        [registry, own, credential, done = std::move(done)](const Result<QString> &secret) mutable {
            if (!secret)
                return done(fail(secret.error().kind,
                                 "the login of {} cannot be read from the keyring ({}): unlock it, or log "
                                 "in again",
                                 registry.toStdString(), secret.error().message));
            (own.isToken ? credential.identityToken : credential.password) = *secret;
            done(std::move(credential));
        });
}

void CredentialStore::save(const QString &registry, const Credential &credential, QObject *context,
                           client::Done<Login::Place> done)
{
    const bool token = !credential.identityToken.isEmpty();
    // The keyring may ask the person, who may close the dialog meanwhile: the login is kept all the same.
    const auto tell = [done = std::move(done), guard = QPointer(context)](const Result<> &kept,
                                                                          Login::Place place) {
        if (guard && done)
            done(kept ? Result<Login::Place>(place) : std::unexpected(kept.error()));
    };
    const auto toFile = [this, registry, credential, tell] {
        const Own own{credential.username, credential.password, credential.identityToken, false, false};
        tell(setOwn(registry, own), Login::Place::OwnFile);
    };
    if (m_keyring == nullptr) {
        QTimer::singleShot(0, this, toFile);
        return;
    }
    const Own own{.user = credential.username, .inKeyring = true, .isToken = token};
    m_keyring->write(keyOf(registry), token ? credential.identityToken : credential.password, this,
                     [this, registry, own, toFile, tell](const Result<> &kept) {
                         if (kept)
                             tell(setOwn(registry, own), Login::Place::Keyring);
                         else
                             toFile();
                     });
}

void CredentialStore::forget(const QString &registry, QObject *context, client::Done<void> done)
{
    const auto own = readOwn();
    if (!own)
        return later<void>(context, std::move(done), std::unexpected(own.error()));
    if (!own->contains(registry)) {
        const Login login = loginOf(registry);
        const std::string name = registry.toStdString();
        const char *program = login.place == Login::Place::Podman ? "podman" : "docker";
        return later<void>(
            context, std::move(done),
            login.exists()
                ? Result<>(fail(ErrorKind::Conflict, "the login of {} is {}'s own: `{} logout {}` ends it",
                                name, program, program, name))
                : Result<>());
    }
    const bool inKeyring = (*own)[registry].inKeyring;
    const Result<> written = setOwn(registry, std::nullopt);
    if (!written || !inKeyring || m_keyring == nullptr)
        return later<void>(context, std::move(done), written);
    m_keyring->remove(keyOf(registry), context, [registry, done = std::move(done)](const Result<> &removed) {
        if (!done)
            return;
        if (removed || removed.error().kind == ErrorKind::NotFound)
            done({});
        else
            done(fail(ErrorKind::Unavailable, "the password of {} is still in the keyring, which says: {}",
                      registry.toStdString(), removed.error().message));
    });
}

// ---- our file

Result<QHash<QString, CredentialStore::Own>> CredentialStore::readOwn() const
{
    QHash<QString, Own> logins;
    const QFileInfo info(m_fileName);
    if (!info.exists())
        return logins;
    QFile file(m_fileName);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Forbidden, "the logins in {} cannot be read: {}", m_fileName.toStdString(),
                    file.errorString().toStdString());
    const QJsonDocument document = QJsonDocument::fromJson(file.read(mostOwnFile));
    if (!document.isObject())
        return fail(ErrorKind::InvalidArgument,
                    "the logins in {} cannot be read: remove the file, then log in again",
                    m_fileName.toStdString());
    const QJsonObject entries = document[loginsKey].toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const QJsonObject login = entry->toObject();
        const auto text = [&login](const char *key) { return login.value(QLatin1String(key)).toString(); };
        if (isRegistry(entry.key()))
            logins.insert(entry.key(),
                          {text("username"), text("password"), text("identitytoken"),
                           text("place") == u"keyring", login.value(QStringLiteral("token")).toBool()});
    }
    return logins;
}

Result<> CredentialStore::writeOwn(const QHash<QString, Own> &logins)
{
    QJsonObject entries;
    for (auto login = logins.begin(); login != logins.end(); ++login) {
        QJsonObject entry{{QStringLiteral("username"), login->user}};
        if (login->inKeyring) {
            entry.insert(QStringLiteral("place"), QStringLiteral("keyring"));
            entry.insert(QStringLiteral("token"), login->isToken);
        } else {
            entry.insert(QStringLiteral("password"), login->password);
            entry.insert(QStringLiteral("identitytoken"), login->identityToken);
        }
        entries.insert(login.key(), entry);
    }
    QDir().mkpath(QFileInfo(m_fileName).path());
    QSaveFile file(m_fileName); // its own file beside it, which nobody else can open from the beginning
    const QByteArray json = QJsonDocument(QJsonObject{{loginsKey, entries}}).toJson();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(onlyOwner) ||
        file.write(json) != json.size() || !file.commit())
        return fail(ErrorKind::Internal, "the logins cannot be written to {}: {}", m_fileName.toStdString(),
                    file.errorString().toStdString());
    return {};
}

Result<> CredentialStore::setOwn(const QString &registry, const std::optional<Own> &login)
{
    TRY(auto logins, readOwn());
    if (login)
        logins.insert(registry, *login);
    else
        logins.remove(registry);
    CHECK(writeOwn(logins));
    emit changed();
    return {};
}

QString CredentialStore::shownPlace(Login::Place place)
{
    switch (place) {
    case Login::Place::Keyring:
        return tr("in the keyring of the desktop");
    case Login::Place::OwnFile:
        return tr("in a file that only you can read");
    case Login::Place::Docker:
        return tr("in docker's configuration");
    case Login::Place::DockerHelper:
        return tr("with a credential helper of docker's");
    case Login::Place::Podman:
        return tr("in podman's configuration");
    case Login::Place::None:
        break;
    }
    return {};
}

} // namespace quayside::models
