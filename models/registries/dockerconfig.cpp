#include "models/registries/dockerconfig.h"

#include "models/registries/imagename.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace quayside::models
{

namespace
{

constexpr qint64 mostConfig = qint64{1} << 20;

// Of a key such as "https://index.docker.io/v1/"; "" for one that means a part of a registry (podman's
// "quay.io/team"): its login is not the whole registry's.
QString registryOfKey(const QString &key)
{
    QString path = key.trimmed();
    if (const qsizetype scheme = path.indexOf(u"://"); scheme >= 0)
        path.remove(0, scheme + 3);
    const QString rest = path.section(u'/', 1);
    if (!rest.isEmpty() && rest != u"v1/" && rest != u"v2/" && rest != u"v1" && rest != u"v2")
        return {};
    const QString registry = registryOf(key);
    return isRegistry(registry) ? registry : QString();
}

// "auth" is "user:password" in base64; some programs write the two beside it instead.
Credential credentialOf(const QJsonObject &entry)
{
    Credential credential;
    credential.identityToken = entry.value(QStringLiteral("identitytoken")).toString();
    credential.username = entry.value(QStringLiteral("username")).toString();
    credential.password = entry.value(QStringLiteral("password")).toString();
    const auto decoded = QByteArray::fromBase64Encoding(
        entry.value(QStringLiteral("auth")).toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return credential;
    const QString both = QString::fromUtf8(*decoded);
    if (const qsizetype colon = both.indexOf(u':'); colon > 0) {
        credential.username = both.left(colon);
        credential.password = both.mid(colon + 1);
        while (credential.password.endsWith(QChar(0))) // docker's own way to read it
            credential.password.chop(1);
    }
    return credential;
}

QString helperName(const QJsonValue &value)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$"));
    const QString name = value.toString(); // becomes part of a program's name
    return plain.match(name).hasMatch() ? name : QString();
}

} // namespace

QString DockerConfig::helperFor(const QString &registry) const
{
    return helpers.value(registry, store);
}

Result<DockerConfig> parseDockerConfig(const QByteArray &json)
{
    if (json.size() > mostConfig)
        return fail(ErrorKind::TooLarge, "it has more than {} bytes", mostConfig);
    if (json.trimmed().isEmpty())
        return DockerConfig();
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return fail(ErrorKind::InvalidArgument, "it is no JSON object");
    DockerConfig config;
    const QJsonObject top = document.object();
    const QJsonObject auths = top.value(QStringLiteral("auths")).toObject();
    for (auto entry = auths.begin(); entry != auths.end(); ++entry) {
        const QString registry = registryOfKey(entry.key());
        if (registry.isEmpty() || !entry->isObject())
            continue;
        config.named.append(registry);
        if (const Credential credential = credentialOf(entry->toObject()); !credential.isEmpty())
            config.logins.insert(registry, credential);
    }
    config.store = helperName(top.value(QStringLiteral("credsStore")));
    const QJsonObject helpers = top.value(QStringLiteral("credHelpers")).toObject();
    for (auto entry = helpers.begin(); entry != helpers.end(); ++entry) {
        const QString registry = registryOfKey(entry.key()), helper = helperName(*entry);
        if (registry.isEmpty() || helper.isEmpty())
            continue;
        config.helpers.insert(registry, helper);
        config.named.append(registry);
    }
    config.named.removeDuplicates();
    return config;
}

Result<DockerConfig> readDockerConfig(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return DockerConfig();
    if (!info.isFile()) // a pipe would make us wait
        return fail(ErrorKind::InvalidArgument, "{} is no file", path.toStdString());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Forbidden, "{} cannot be read: {}", path.toStdString(),
                    file.errorString().toStdString());
    auto config = parseDockerConfig(file.read(mostConfig + 1));
    if (!config)
        return wrap(config.error(), "{} cannot be used", path.toStdString());
    return config;
}

QList<DockerConfigFile> dockerConfigFiles()
{
    const auto from = [](const char *variable, const QString &otherwise) {
        const QString value = qEnvironmentVariable(variable);
        return value.isEmpty() ? otherwise : value;
    };
    const QString home = QDir::homePath();
    QList<DockerConfigFile> files;
    files.append(
        {from("DOCKER_CONFIG", home + QStringLiteral("/.docker")) + QStringLiteral("/config.json"), false});
    if (qEnvironmentVariableIsSet("REGISTRY_AUTH_FILE"))
        files.append({qEnvironmentVariable("REGISTRY_AUTH_FILE"), true});
    if (qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        files.append(
            {qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/containers/auth.json"), true});
    files.append(
        {from("XDG_CONFIG_HOME", home + QStringLiteral("/.config")) + QStringLiteral("/containers/auth.json"),
         true});
    return files;
}

} // namespace quayside::models
