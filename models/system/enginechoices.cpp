#include "models/system/enginechoices.h"

#include "models/system/enginestarter.h"

#include <QFileInfo>

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
    places.candidates = {QStringLiteral("/run/docker.sock"), QStringLiteral("/var/run/docker.sock"),
                         QStringLiteral("/run/podman/podman.sock")};
    if (!places.runtimeFolder.isEmpty())
        places.candidates << places.runtimeFolder + QStringLiteral("/docker.sock")
                          << places.runtimeFolder + QStringLiteral("/podman/podman.sock");
    return places;
}

QList<EngineAddress> EngineChoices::all(const Places &places, const QStringList &added)
{
    QList<EngineAddress> list{{EngineAddress::Kind::Quayside, QLatin1String(EngineStarter::defaultSocket)}};
    auto append = [&](const QString &path, bool byPerson) {
        const bool known = std::ranges::any_of(
            list, [&](const EngineAddress &other) { return realPath(other.socketPath) == realPath(path); });
        if (known)
            return;
        const bool mine = !places.runtimeFolder.isEmpty() && path.startsWith(places.runtimeFolder + u'/');
        list.append({kindOf(path), path, mine, byPerson});
    };
    QStringList found = places.candidates;
    if (const auto host = parse(places.dockerHost))
        found.append(*host);
    for (const QString &path : std::as_const(found)) {
        if (QFileInfo::exists(path))
            append(path, false);
    }
    for (const QString &path : added)
        append(path, true);
    return list;
}

Result<QString> EngineChoices::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QString path = trimmed.startsWith(u"unix://") ? trimmed.mid(7) : trimmed;
    // sockaddr_un has room for 107 bytes, unix(7).
    constexpr qsizetype longest = 107;
    if (path.startsWith(u'/') && path.toLocal8Bit().size() <= longest)
        return path;
    const QString sentence =
        path.startsWith(u'/')
            ? tr("The address is longer than %1 bytes, the most that a socket may have").arg(longest)
            : tr("“%1” is not an address that the window can open; write unix:///path/to/socket")
                  .arg(trimmed);
    return std::unexpected(Error{ErrorKind::InvalidArgument, 0, sentence.toStdString()});
}

QString EngineChoices::title(const EngineAddress &address)
{
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
