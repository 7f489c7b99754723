#include "models/containers/containerrow.h"

#include "models/common/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace quayside::models
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(quayside::models::ContainerRow)
};

ContainerState stateOf(const std::string &word, int exitCode)
{
    if (word == "running")
        return ContainerState::Running;
    if (word == "paused")
        return ContainerState::Paused;
    if (word == "restarting")
        return ContainerState::Restarting;
    if (word == "removing")
        return ContainerState::Removing;
    if (word == "dead")
        return ContainerState::Dead;
    if (word == "exited" || word == "stopped") // podman says stopped for a moment
        return exitCode == 0 ? ContainerState::Exited : ContainerState::Failed;
    return ContainerState::Created;
}

int exitCodeIn(const QString &status)
{
    static const QRegularExpression pattern(QStringLiteral("\\((-?\\d+)\\)"));
    return pattern.match(status).captured(1).toInt();
}

Health healthIn(const QString &status)
{
    if (status.contains(u"(healthy)"))
        return Health::Healthy;
    if (status.contains(u"(unhealthy)"))
        return Health::Unhealthy;
    if (status.contains(u"health: starting"))
        return Health::Starting;
    return Health::None;
}

QList<PublishedPort> portsOf(const std::vector<api::Port> &ports)
{
    QList<PublishedPort> list;
    for (const api::Port &port : ports) {
        PublishedPort published{QString::fromStdString(port.ip), int(port.publicPort), int(port.privatePort),
                                QString::fromStdString(port.type)};
        // The IPv6 twin of a port that is listed for IPv4 tells nothing new.
        const bool twin = std::ranges::any_of(list, [&](const PublishedPort &other) {
            return other.hostPort == published.hostPort && other.containerPort == published.containerPort &&
                   other.protocol == published.protocol &&
                   (published.hostAddress == u"::" || other.hostAddress == published.hostAddress);
        });
        if (!twin)
            list.append(published);
    }
    std::ranges::sort(list, {}, [](const PublishedPort &p) {
        return std::tuple(p.hostPort == 0, p.containerPort, p.hostPort, p.protocol);
    });
    return list;
}

// The name is all that the list tells: engines give 64 digits of their own to what nobody has named.
QList<MountedVolume> volumesOf(const std::vector<api::MountPoint> &mounts)
{
    static const QRegularExpression madeUp(QStringLiteral("^[0-9a-f]{64}$"));
    QList<MountedVolume> volumes;
    for (const api::MountPoint &mount : mounts) {
        const QString name = QString::fromStdString(mount.name);
        if (mount.type == "volume" && !name.isEmpty())
            volumes.append({name, QString::fromStdString(mount.destination), madeUp.match(name).hasMatch()});
    }
    return volumes;
}

} // namespace

QList<MountedVolume> ContainerRow::anonymousVolumes() const
{
    QList<MountedVolume> found;
    std::ranges::copy_if(volumes, std::back_inserter(found), &MountedVolume::anonymous);
    return found;
}

qint64 durationIn(const QString &status)
{
    static const QRegularExpression pattern(
        QStringLiteral("(Less than|About)?\\s*\\b(an?|\\d+) (second|minute|hour|day|week|month|year)s?"));
    static const QMap<QString, qint64> seconds = {
        {QStringLiteral("second"), 1},          {QStringLiteral("minute"), 60},
        {QStringLiteral("hour"), 3600},         {QStringLiteral("day"), 86400},
        {QStringLiteral("week"), 7LL * 86400},  {QStringLiteral("month"), 30LL * 86400},
        {QStringLiteral("year"), 365LL * 86400}};
    const QRegularExpressionMatch match = pattern.match(status);
    if (!match.hasMatch())
        return -1;
    if (match.captured(1) == u"Less than")
        return 0;
    const QString count = match.captured(2);
    return (count.startsWith(u'a') ? 1 : count.toLongLong()) * seconds.value(match.captured(3));
}

ContainerRow toRow(const api::ContainerSummary &summary, qint64 now)
{
    ContainerRow row;
    row.id = QString::fromStdString(summary.id);
    if (!summary.names.empty())
        row.name = QString::fromStdString(summary.names.front());
    if (row.name.startsWith(u'/'))
        row.name.remove(0, 1);
    row.image = QString::fromStdString(summary.image);
    if (row.image.startsWith(u"sha256:"))
        row.image = Text::shortId(row.image);
    row.imageId = QString::fromStdString(summary.imageID);
    row.command = QString::fromStdString(summary.command);
    const QString status = QString::fromStdString(summary.status);
    row.exitCode = exitCodeIn(status);
    row.state = stateOf(summary.state, row.exitCode);
    row.health = healthIn(status);
    row.created = summary.created;
    const qint64 duration = durationIn(status);
    row.since = duration >= 0 ? now - duration : 0;
    row.ports = portsOf(summary.ports);
    for (const auto &[name, value] : summary.labels)
        row.labels.insert(QString::fromStdString(name), QString::fromStdString(value));
    row.volumes = volumesOf(summary.mounts);
    if (summary.quayside)
        row.owner = QString::fromStdString(summary.quayside->owner);
    for (const auto &[name, endpoint] : summary.networkSettings.networks) {
        row.networks.append(QString::fromStdString(endpoint.networkID.empty() ? name : endpoint.networkID));
        row.networkNames.append(QString::fromStdString(name));
    }
    return row;
}

QString ownersOnly(const ContainerRow &row)
{
    return Words::tr(
               "%1 has handed it over to you, to run it and look into it. Only %1 can change or remove it.")
        .arg(row.owner);
}

QString projectOf(const ContainerRow &row)
{
    return row.labels.value(QStringLiteral("com.docker.compose.project"));
}

// What belongs to none comes last.
GroupKey groupOf(const ContainerRow &row, ContainerGrouping grouping)
{
    const auto named = [](const QString &title, const QString &none) {
        return title.isEmpty() ? GroupKey{1, none} : GroupKey{0, title};
    };
    switch (grouping) {
    case ContainerGrouping::Project:
        return named(projectOf(row), Words::tr("no project"));
    case ContainerGrouping::Image:
        return named(row.image, Words::tr("no image"));
    case ContainerGrouping::Network:
        return named(row.networkNames.value(0), Words::tr("no network"));
    case ContainerGrouping::Status:
        break;
    }
    ContainerRow plain;
    plain.state = row.state;
    return {int(row.state), stateText(plain)};
}

QString portText(const PublishedPort &port)
{
    QString text = QString::number(port.containerPort);
    if (port.hostPort != 0)
        text = QString::number(port.hostPort) + QChar(0x2192) + text;
    if (port.protocol != u"tcp")
        text += u'/' + port.protocol;
    return text;
}

QString portUrl(const PublishedPort &port)
{
    if (port.hostPort == 0 || port.protocol != u"tcp")
        return {};
    QString host = port.hostAddress;
    if (host.isEmpty() || host == u"0.0.0.0" || host == u"::")
        host = QStringLiteral("127.0.0.1");
    QUrl url;
    url.setScheme(port.containerPort == 443 || port.containerPort == 8443 ? QStringLiteral("https")
                                                                          : QStringLiteral("http"));
    url.setHost(host);
    url.setPort(port.hostPort);
    return url.toString();
}

QString stateWord(ContainerState state)
{
    switch (state) {
    case ContainerState::Running:
        return QStringLiteral("running");
    case ContainerState::Paused:
        return QStringLiteral("paused");
    case ContainerState::Restarting:
        return QStringLiteral("restarting");
    case ContainerState::Created:
        return QStringLiteral("created");
    case ContainerState::Failed:
        return QStringLiteral("failed");
    case ContainerState::Exited:
        return QStringLiteral("exited");
    case ContainerState::Removing:
        return QStringLiteral("removing");
    case ContainerState::Dead:
        return QStringLiteral("dead");
    }
    return {};
}

QString stateText(const ContainerRow &row)
{
    switch (row.state) {
    case ContainerState::Running:
        return row.health == Health::None ? Words::tr("running")
                                          : Words::tr("running, %1", "health").arg(healthText(row.health));
    case ContainerState::Paused:
        return Words::tr("paused");
    case ContainerState::Restarting:
        return Words::tr("restarting");
    case ContainerState::Created:
        return Words::tr("created");
    case ContainerState::Failed:
        return Words::tr("failed");
    case ContainerState::Exited:
        return Words::tr("exited");
    case ContainerState::Removing:
        return Words::tr("being removed");
    case ContainerState::Dead:
        return Words::tr("dead");
    }
    return {};
}

QString healthText(Health health)
{
    switch (health) {
    case Health::None:
        return {};
    case Health::Starting:
        return Words::tr("still starting");
    case Health::Healthy:
        return Words::tr("healthy");
    case Health::Unhealthy:
        return Words::tr("unhealthy");
    }
    return {};
}

static QString endReason(const ContainerRow &row)
{
    switch (row.endCause) {
    case EndCause::Stopped:
        return Words::tr("exit %1: stopped").arg(row.exitCode);
    case EndCause::StoppedLate:
        return Words::tr("exit %1: did not stop in time, killed").arg(row.exitCode);
    case EndCause::Killed:
        return Words::tr("exit %1: killed by hand").arg(row.exitCode);
    case EndCause::Unknown:
        break;
    }
    return Text::exitReason(row.exitCode, row.outOfMemory);
}

QString statusText(const ContainerRow &row, qint64 now)
{
    const QString ago = Text::ago(row.since, now);
    switch (row.state) {
    case ContainerState::Failed:
    case ContainerState::Exited:
    case ContainerState::Dead: {
        const QString reason = endReason(row);
        return ago.isEmpty() ? reason : Words::tr("%1, %2", "reason, time").arg(reason, ago);
    }
    case ContainerState::Running:
        if (row.since > 0 && row.health != Health::None)
            return Words::tr("running for %1, %2", "duration, health")
                .arg(Text::duration(now - row.since), healthText(row.health));
        [[fallthrough]];
    default:
        return row.since <= 0 ? stateText(row)
                              : Words::tr("%1 for %2", "state, duration")
                                    .arg(stateText(row), Text::duration(now - row.since));
    }
}

} // namespace quayside::models
