#include "models/registries/credential.h"

#include "models/registries/imagename.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace quayside::models
{

std::string authHeader(const Credential &credential, const QString &registry)
{
    if (credential.isEmpty())
        return {};
    QJsonObject object{{QStringLiteral("serveraddress"), dockerKeyOf(registry)}};
    if (!credential.identityToken.isEmpty()) {
        object.insert(QStringLiteral("identitytoken"), credential.identityToken);
    } else {
        object.insert(QStringLiteral("username"), credential.username);
        object.insert(QStringLiteral("password"), credential.password);
    }
    return QJsonDocument(object)
        .toJson(QJsonDocument::Compact)
        .toBase64(QByteArray::Base64UrlEncoding)
        .toStdString();
}

} // namespace quayside::models
