#include "models/system/enginecontexts.h"

#include "models/client/endpoint.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

namespace quayside::models
{

namespace
{

constexpr qint64 mostBytes = 1 << 20;
const QString dockerSocket = QStringLiteral("/var/run/docker.sock");

QByteArray readSettingsFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(mostBytes) : QByteArray();
}

// Docker's ssh addresses name no socket.
QString withSocket(const QString &host)
{
    const QUrl url(host);
    const bool bare = url.scheme() == u"ssh" && url.path().size() <= 1;
    return bare ? host.section(u'/', 0, 2) + dockerSocket : host;
}

void appendContext(QList<EngineAddress> &list, const QJsonObject &meta, const QString &tlsFolder)
{
    const QString name = meta[u"Name"].toString();
    auto endpoint = client::Endpoint::parse(
        withSocket(meta[u"Endpoints"].toObject()[u"docker"].toObject()[u"Host"].toString()));
    const QString host = meta[u"Endpoints"].toObject()[u"docker"].toObject()[u"Host"].toString();
    if (host.startsWith(u"tcp://") && QFile::exists(tlsFolder + QStringLiteral("/ca.pem")))
        endpoint = client::Endpoint::parse(
            QStringLiteral("%1?certificates=%2")
                .arg(host, QString::fromLatin1(QUrl::toPercentEncoding(tlsFolder, "/"))));
    if (endpoint && !name.isEmpty())
        list.append({.kind = EngineAddress::Kind::Docker, .socketPath = endpoint->text(), .name = name});
}

void appendConnection(QList<EngineAddress> &list, const QString &name, const QString &uri,
                      const QString &identity)
{
    auto endpoint = client::Endpoint::parse(uri);
    if (!endpoint || uri.isEmpty())
        return;
    endpoint->identity = endpoint->kind == client::Endpoint::Kind::Ssh ? identity : QString();
    list.append({.kind = EngineAddress::Kind::Podman, .socketPath = endpoint->text(), .name = name});
}

void readJson(QList<EngineAddress> &list, const QByteArray &bytes)
{
    const QJsonObject connections =
        QJsonDocument::fromJson(bytes).object()[u"Connection"].toObject()[u"Connections"].toObject();
    for (auto it = connections.begin(); it != connections.end(); ++it) {
        const QJsonObject one = it->toObject();
        appendConnection(list, it.key(), one[u"URI"].toString(), one[u"Identity"].toString());
    }
}

// Of TOML what podman itself writes: sections, and lines of key = "value".
void readToml(QList<EngineAddress> &list, const QByteArray &bytes)
{
    static const QRegularExpression section(
        QStringLiteral(R"(^\s*\[\s*engine\.service_destinations\.("?)([^"\]]+)\1\s*\])"));
    static const QRegularExpression pair(QStringLiteral(R"(^\s*(uri|identity)\s*=\s*"([^"]*)\")"));
    QString name, uri, identity;
    const auto finish = [&] {
        if (!name.isEmpty())
            appendConnection(list, name, uri, identity);
        name.clear();
        uri.clear();
        identity.clear();
    };
    for (const QByteArray &line : bytes.split('\n')) {
        const QString text = QString::fromUtf8(line);
        if (text.trimmed().startsWith(u'[')) {
            finish();
            if (const auto found = section.match(text); found.hasMatch())
                name = found.captured(2).trimmed();
        } else if (const auto found = pair.match(text); found.hasMatch()) {
            (found.captured(1) == u"uri" ? uri : identity) = found.captured(2);
        }
    }
    finish();
}

} // namespace

QList<EngineAddress> dockerContexts(const QString &folder)
{
    QList<EngineAddress> list;
    if (folder.isEmpty())
        return list;
    const QDir metas(folder + QStringLiteral("/contexts/meta"));
    for (const QString &digest : metas.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QByteArray bytes = readSettingsFile(metas.filePath(digest + QStringLiteral("/meta.json")));
        appendContext(list, QJsonDocument::fromJson(bytes).object(),
                      QStringLiteral("%1/contexts/tls/%2/docker").arg(folder, digest));
    }
    std::ranges::sort(list, {}, &EngineAddress::name);
    return list;
}

QList<EngineAddress> podmanConnections(const QStringList &files)
{
    QList<EngineAddress> list;
    for (const QString &file : files) {
        const QByteArray bytes = readSettingsFile(file);
        if (file.endsWith(u".json"))
            readJson(list, bytes);
        else
            readToml(list, bytes);
    }
    return list;
}

} // namespace quayside::models
