#include "models/registries/credential.h"

#include "models/registries/imagename.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace quayside::models
{

namespace
{

QJsonObject jsonOf(const Credential &credential, const QString &registry)
{
    QJsonObject object{{QStringLiteral("serveraddress"), dockerKeyOf(registry)}};
    if (!credential.identityToken.isEmpty()) {
        object.insert(QStringLiteral("identitytoken"), credential.identityToken);
    } else {
        object.insert(QStringLiteral("username"), credential.username);
        object.insert(QStringLiteral("password"), credential.password);
    }
    return object;
}

std::string coded(const QJsonObject &object)
{
    return QJsonDocument(object)
        .toJson(QJsonDocument::Compact)
        .toBase64(QByteArray::Base64UrlEncoding)
        .toStdString();
}

} // namespace

std::string authHeader(const Credential &credential, const QString &registry)
{
    return credential.isEmpty() ? std::string() : coded(jsonOf(credential, registry));
}

std::string configHeader(const QList<std::pair<QString, Credential>> &credentials)
{
    QJsonObject all;
    for (const auto &[registry, credential] : credentials) {
        if (!credential.isEmpty())
            all.insert(dockerKeyOf(registry), jsonOf(credential, registry));
    }
    return all.isEmpty() ? std::string() : coded(all);
}

} // namespace quayside::models
