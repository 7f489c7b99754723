#include "models/registries/imagename.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace quayside::models
{

namespace
{

const QString hubKey = QStringLiteral("https://index.docker.io/v1/");

// The first part of a name is a registry where it looks like a host; otherwise it is a user of Docker Hub.
bool looksLikeHost(const QString &part)
{
    return part.contains(u'.') || part.contains(u':') || part == u"localhost";
}

} // namespace

QString ImageName::shownRepository() const
{
    if (registry != dockerHub)
        return registry + u'/' + repository;
    return repository.startsWith(u"library/") ? repository.mid(8) : repository;
}

ImageName parseImageName(const QString &text)
{
    ImageName name;
    QString rest = text.trimmed();
    if (const qsizetype at = rest.indexOf(u'@'); at >= 0) {
        name.digest = rest.mid(at + 1);
        rest.truncate(at);
    }
    if (const qsizetype colon = rest.lastIndexOf(u':');
        colon > rest.lastIndexOf(u'/')) { // not that of a port
        name.tag = rest.mid(colon + 1);
        rest.truncate(colon);
    }
    const qsizetype slash = rest.indexOf(u'/');
    if (slash > 0 && looksLikeHost(rest.left(slash))) {
        name.registry = registryOf(rest.left(slash));
        name.repository = rest.mid(slash + 1);
    } else {
        name.registry = dockerHub;
        name.repository = rest;
    }
    if (name.registry == dockerHub && !name.repository.isEmpty() && !name.repository.contains(u'/'))
        name.repository.prepend(u"library/");
    return name;
}

bool isImageName(const QString &text)
{
    static const QRegularExpression part(QStringLiteral(
        "^[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*$"));
    static const QRegularExpression tag(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$"));
    static const QRegularExpression digest(QStringLiteral("^sha256:[0-9a-f]{64}$"));
    const QString trimmed = text.trimmed();
    const ImageName name = parseImageName(trimmed);
    const bool emptyTag = name.tag.isEmpty() && trimmed.section(u'@', 0, 0).endsWith(u':');
    return trimmed.size() <= 1024 && !emptyTag && isRegistry(name.registry) &&
           part.match(name.repository).hasMatch() && (name.tag.isEmpty() || tag.match(name.tag).hasMatch()) &&
           (trimmed.contains(u'@') ? digest.match(name.digest).hasMatch() : true);
}

QString registryOf(const QString &address)
{
    QString host = address.trimmed();
    if (const qsizetype scheme = host.indexOf(u"://"); scheme >= 0)
        host.remove(0, scheme + 3);
    host = host.section(u'/', 0, 0).toLower();
    static const QStringList hub = {dockerHub, QStringLiteral("index.docker.io"),
                                    QStringLiteral("registry-1.docker.io"), QStringLiteral("hub.docker.com"),
                                    QStringLiteral("registry.hub.docker.com")};
    return hub.contains(host) ? dockerHub : host;
}

bool isRegistry(const QString &registry)
{
    static const QRegularExpression host(QStringLiteral(
        "^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\\[[0-9a-f:.]+\\])"
        "(?::[0-9]{1,5})?$"));
    return registry.size() <= 255 && host.match(registry).hasMatch();
}

bool isNetwork(const QString &text)
{
    static const QRegularExpression network(
        QStringLiteral("^(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*)/[0-9]{1,3}$"),
        QRegularExpression::CaseInsensitiveOption);
    return network.match(text).hasMatch() && QHostAddress::parseSubnet(text).second >= 0;
}

QString dockerKeyOf(const QString &registry)
{
    return registry == dockerHub ? hubKey : registry;
}

QString shownRegistry(const QString &registry)
{
    return registry == dockerHub ? QStringLiteral("Docker Hub") : registry;
}

} // namespace quayside::models
