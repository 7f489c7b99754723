#include "models/system/enginechoices.h"

#include "models/client/endpoint.h"
#include "models/system/enginecontexts.h"
#include "models/system/enginestarter.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace quayside::models
{

namespace
{

EngineAddress::Kind kindOf(const QString &path)
{
    if (path.contains(u"podman"))
        return EngineAddress::Kind::Podman;
    if (path.contains(u"docker"))
        return EngineAddress::Kind::Docker;
    return path.contains(u"quayside") ? EngineAddress::Kind::Quayside : EngineAddress::Kind::Other;
}

// /var/run is /run on most machines: one engine, not two.
QString realPath(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? path : canonical;
}

} // namespace

EngineChoices::Places EngineChoices::defaultPlaces()
{
    Places places;
    places.runtimeFolder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    places.dockerHost = qEnvironmentVariable("DOCKER_HOST");
    const QString certificates = qEnvironmentVariable("DOCKER_CERT_PATH");
    if (places.dockerHost.startsWith(u"tcp://") && !certificates.isEmpty())
        places.dockerHost += QStringLiteral("?certificates=") +
                             QString::fromLatin1(QUrl::toPercentEncoding(certificates, "/"));
    places.candidates = {QStringLiteral("/run/docker.sock"), QStringLiteral("/var/run/docker.sock"),
                         QStringLiteral("/run/podman/podman.sock")};
    places.dockerFolder =
        qEnvironmentVariable("DOCKER_CONFIG", QDir::home().filePath(QStringLiteral(".docker")));
    const QString settings =
        qEnvironmentVariable("XDG_CONFIG_HOME", QDir::home().filePath(QStringLiteral(".config")));
    places.podmanFiles = {settings + QStringLiteral("/containers/podman-connections.json"),
                          settings + QStringLiteral("/containers/containers.conf")};
    if (!places.runtimeFolder.isEmpty())
        places.candidates << places.runtimeFolder + QStringLiteral("/docker.sock")
                          << places.runtimeFolder + QStringLiteral("/podman/podman.sock");
    return places;
}

QList<EngineAddress> EngineChoices::all(const Places &places, const QStringList &added)
{
    QList<EngineAddress> list{{EngineAddress::Kind::Quayside, QLatin1String(EngineStarter::defaultSocket)}};
    auto append = [&](EngineAddress address) {
        const bool known = std::ranges::any_of(list, [&](const EngineAddress &other) {
            return realPath(other.socketPath) == realPath(address.socketPath);
        });
        if (known)
            return;
        address.mine =
            !places.runtimeFolder.isEmpty() && address.socketPath.startsWith(places.runtimeFolder + u'/');
        if (address.kind == EngineAddress::Kind::Other)
            address.kind = kindOf(address.socketPath);
        list.append(address);
    };
    for (const QString &path : places.candidates) {
        if (QFileInfo::exists(path))
            append({.socketPath = path});
    }
    // On another computer nobody can know beforehand what is there.
    if (const auto host = parse(places.dockerHost);
        host && (!host->startsWith(u'/') || QFileInfo::exists(*host)))
        append({.kind = EngineAddress::Kind::Docker, .socketPath = *host});
    for (const EngineAddress &context :
         dockerContexts(places.dockerFolder) + podmanConnections(places.podmanFiles)) {
        if (!context.socketPath.startsWith(u'/') || QFileInfo::exists(context.socketPath))
            append(context);
    }
    for (const QString &path : added)
        append({.socketPath = path, .added = true});
    return list;
}

Result<QString> EngineChoices::parse(const QString &text)
{
    const auto endpoint = client::Endpoint::parse(text);
    if (!endpoint)
        return std::unexpected(endpoint.error());
    return endpoint->text();
}

QString EngineChoices::shown(const QString &address)
{
    return address.startsWith(u'/') ? QStringLiteral("unix://") + address : address;
}

QString EngineChoices::title(const EngineAddress &address)
{
    if (const auto endpoint = client::Endpoint::parse(address.socketPath); endpoint && endpoint->isRemote())
        return address.name.isEmpty()
                   ? tr("Engine on %1").arg(endpoint->computer())
                   : tr("%1 on %2", "name, computer").arg(address.name, endpoint->computer());
    if (!address.name.isEmpty())
        return address.name;
    switch (address.kind) {
    case EngineAddress::Kind::Quayside:
        return tr("Quayside");
    case EngineAddress::Kind::Docker:
        return address.mine ? tr("Docker of your own") : tr("Docker");
    case EngineAddress::Kind::Podman:
        return address.mine ? tr("Podman of your own") : tr("Podman");
    case EngineAddress::Kind::Other:
        return tr("Engine");
    }
    return {};
}

} // namespace quayside::models
