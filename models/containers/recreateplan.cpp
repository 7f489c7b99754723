#include "models/containers/recreateplan.h"

#include "models/containers/runline.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace quayside::models
{

namespace
{

// What POST /containers/{id}/update takes.
RunOptions withLimitsOf(RunOptions options, const RunOptions &other)
{
    options.memory = other.memory;
    options.memorySwap = other.memorySwap;
    options.cpus = other.cpus;
    options.pidsLimit = other.pidsLimit;
    options.restart = other.restart;
    options.restartRetries = other.restartRetries;
    return options;
}

bool takesLimitAway(const RunOptions &before, const RunOptions &after)
{
    return (before.memory > 0 && after.memory == 0) || (before.cpus > 0 && after.cpus == 0);
}

// The image and the words of the command as well.
QStringList allPieces(const RunOptions &options)
{
    QStringList pieces = runLinePieces(options);
    pieces.append(options.image);
    pieces += options.command;
    return pieces;
}

QStringList without(QStringList pieces, const QStringList &others)
{
    for (const QString &piece : others)
        pieces.removeOne(piece);
    return pieces;
}

class PlanText
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::RecreatePlan)

public:
    explicit PlanText(const Recreation &recreation) : m_recreation(recreation) {}

    QStringList kept()
    {
        QStringList lines;
        const RunOptions &after = m_recreation.after, &before = m_recreation.before;
        if (after.name == before.name)
            lines.append(tr("the name %1").arg(after.name));
        if (after.image == before.image)
            lines.append(tr("the image %1").arg(after.image));
        for (const MountOption &mount : after.mounts)
            addKept(mount, lines);
        for (const auto &[name, endpoint] : m_recreation.container.networkSettings.networks) {
            const QString network = QString::fromStdString(name);
            const QString first = before.network.isEmpty() ? QStringLiteral("bridge") : before.network;
            if (network != first || after.network == before.network)
                lines.append(tr("the network %1").arg(network));
        }
        return lines;
    }

    QStringList lost(bool *anonymous)
    {
        QStringList lines;
        const std::optional<qint64> files = m_recreation.changedFiles;
        if (!files)
            lines.append(tr("files that it changed outside of volumes and mounted folders"));
        else if (*files > 0)
            lines.append(tr("%n file(s) or folder(s) that it changed outside of volumes and mounted folders",
                            nullptr, int(*files)));
        for (const api::MountPoint &mount : m_recreation.container.mounts)
            addLost(mount, lines, anonymous);
        lines.append(tr("its log and its id"));
        if (m_recreation.container.hostConfig.autoRemove)
            lines.append(tr("the way back: it was made to be removed as soon as it ends (--rm)"));
        return lines;
    }

private:
    void addKept(const MountOption &mount, QStringList &lines) const
    {
        if (!m_recreation.before.mounts.contains(mount) || mount.kind == MountOption::Kind::Tmpfs)
            return;
        if (mount.kind == MountOption::Kind::Bind)
            lines.append(tr("the folder %1").arg(mount.source));
        else if (!mount.source.isEmpty())
            lines.append(tr("the volume %1").arg(mount.source));
        else if (m_recreation.takeVolumes)
            lines.append(tr("the volume without a name in %1").arg(mount.target));
    }

    // Volumes with a name stay where they are, whether the new one uses them or not.
    void addLost(const api::MountPoint &mount, QStringList &lines, bool *anonymous) const
    {
        if (mount.type != "volume" || mount.name.size() != 64)
            return;
        *anonymous = true;
        if (!m_recreation.takeVolumes)
            lines.append(
                tr("the volume without a name in %1").arg(QString::fromStdString(mount.destination)));
    }

    const Recreation &m_recreation;
};

} // namespace

RecreatePlan planOf(const Recreation &recreation)
{
    RecreatePlan plan;
    const QStringList before = allPieces(recreation.before), after = allPieces(recreation.after);
    plan.added = without(after, before);
    plan.removed = without(before, after);
    if (recreation.before == recreation.after)
        return plan;
    const bool live = withLimitsOf(recreation.after, recreation.before) == recreation.before &&
                      (recreation.limitsAway || !takesLimitAway(recreation.before, recreation.after));
    plan.kind = live ? RecreatePlan::Kind::Live : RecreatePlan::Kind::Recreate;
    if (live)
        return plan;
    PlanText text(recreation);
    plan.kept = text.kept();
    plan.lost = text.lost(&plan.anonymousVolumes);
    return plan;
}

qint64 countLost(const api::ContainerInspect &container, const std::vector<client::PathChange> &changes)
{
    QSet<QString> notCounted;
    const auto addAbove = [&notCounted](QString path) {
        while (path.lastIndexOf(u'/') > 0) {
            path.truncate(path.lastIndexOf(u'/'));
            notCounted.insert(path);
        }
    };
    for (const api::MountPoint &mount : container.mounts) {
        const QString path = QString::fromStdString(mount.destination);
        notCounted.insert(path);
        addAbove(path);
    }
    for (const client::PathChange &change : changes)
        addAbove(QString::fromStdString(change.path));
    return std::ranges::count_if(changes, [&](const client::PathChange &change) {
        return !notCounted.contains(QString::fromStdString(change.path));
    });
}

client::LimitsUpdate liveUpdate(const RunOptions &before, const RunOptions &after)
{
    client::LimitsUpdate update;
    if (before.memory != after.memory || before.memorySwap != after.memorySwap) {
        update.memory = before.memory > 0 && after.memory == 0 ? -1 : after.memory;
        if (after.memorySwap != 0) // 0: the default, which follows the memory
            update.memorySwap = after.memorySwap;
        else
            update.memorySwap = after.memory == 0 ? -1 : 2 * after.memory;
    }
    if (before.cpus != after.cpus)
        update.nanoCpus = after.cpus == 0 ? -1 : std::llround(after.cpus * 1e9);
    if (before.pidsLimit != after.pidsLimit)
        update.pids = std::max<qint64>(after.pidsLimit, 0);
    if (before.restart != after.restart || before.restartRetries != after.restartRetries) {
        update.restartPolicy = after.restart.toStdString();
        update.restartRetries = after.restartRetries;
    }
    return update;
}

} // namespace quayside::models
