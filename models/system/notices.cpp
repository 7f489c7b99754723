#include "models/system/notices.h"

#include "models/common/text.h"

#include <QSettings>

#include <array>
#include <utility>

namespace quayside::models
{

namespace
{

QString wantedKey(SystemNotice::Kind kind)
{
    static constexpr std::array words = {"crashed", "unhealthy", "buildDone", "buildFailed", "diskLow"};
    return QStringLiteral("notices/") + QLatin1String(words[std::size_t(kind)]);
}

// By themselves: others ask a program to read its settings again, or to show something.
bool endsPrograms(const QString &signal)
{
    static const QStringList others = {QStringLiteral("1"), QStringLiteral("10"), QStringLiteral("12"),
                                       QStringLiteral("28")}; // HUP, USR1, USR2, WINCH
    return !others.contains(signal);
}

} // namespace

std::optional<SystemNotice> Notices::onEvent(const EventRow &event)
{
    if (event.kind != u"container")
        return std::nullopt;
    if (event.action == u"kill" || event.action == u"stop" || event.action == u"restart") {
        if (event.action != u"kill" || endsPrograms(event.attributes.value(QStringLiteral("signal"))))
            m_asked.insert(event.id);
    } else if (event.action == u"start") {
        m_asked.remove(event.id);
        m_noMemory.remove(event.id);
    } else if (event.action == u"oom") {
        m_noMemory.insert(event.id);
    } else if (event.action == u"destroy") {
        m_asked.remove(event.id);
        m_noMemory.remove(event.id);
        m_unhealthy.remove(event.id);
        m_crashes.remove(event.id);
    } else if (event.action == u"die") {
        return onDeath(event);
    } else if (event.action.startsWith(u"health_status")) {
        return onHealth(event);
    }
    return std::nullopt;
}

std::optional<SystemNotice> Notices::onDeath(const EventRow &event)
{
    const int exitCode = event.attributes.value(QStringLiteral("exitCode")).toInt();
    m_unhealthy.remove(event.id);
    if (m_asked.remove(event.id) || exitCode == 0)
        return std::nullopt;
    Crashes &crashes = m_crashes[event.id];
    crashes.name = event.shownName();
    crashes.exitCode = exitCode;
    crashes.outOfMemory = m_noMemory.contains(event.id);
    ++crashes.untold;
    if (crashes.toldAt != 0 && event.milliseconds - crashes.toldAt < quietMilliseconds)
        return std::nullopt;
    return tell(event.id, crashes, event.milliseconds);
}

SystemNotice Notices::tell(const QString &id, Crashes &crashes, qint64 now)
{
    const QString reason = Text::exitReason(crashes.exitCode, crashes.outOfMemory);
    const int count = std::exchange(crashes.untold, 0);
    crashes.toldAt = now;
    return {SystemNotice::Kind::Crashed, id, tr("%1 has crashed").arg(crashes.name),
            count == 1 ? reason
                       : tr("%n times within a minute, the last time: %1", nullptr, count).arg(reason),
            count};
}

QList<SystemNotice> Notices::due(qint64 now)
{
    QList<SystemNotice> list;
    for (auto it = m_crashes.begin(); it != m_crashes.end(); ++it) {
        if (it->untold > 0 && now - it->toldAt >= quietMilliseconds)
            list.append(tell(it.key(), *it, now));
    }
    return list;
}

std::optional<SystemNotice> Notices::onHealth(const EventRow &event)
{
    if (!event.action.endsWith(u"unhealthy")) {
        m_unhealthy.remove(event.id);
        return std::nullopt;
    }
    if (m_unhealthy.contains(event.id))
        return std::nullopt;
    m_unhealthy.insert(event.id);
    return SystemNotice{SystemNotice::Kind::Unhealthy, event.id, tr("%1 is unhealthy").arg(event.shownName()),
                        tr("It runs, but its health check fails.")};
}

std::optional<SystemNotice> Notices::onDisk(qint64 freeBytes, qint64 threshold)
{
    if (freeBytes < 0 || threshold <= 0)
        return std::nullopt;
    if (freeBytes > threshold + threshold / 5)
        m_diskTold = false;
    if (freeBytes >= threshold || std::exchange(m_diskTold, true))
        return std::nullopt;
    return SystemNotice{SystemNotice::Kind::DiskLow,
                        {},
                        tr("The disk is getting full"),
                        tr("%1 are free where the engine keeps images and volumes. Tidying up may free some.")
                            .arg(Text::size(freeBytes))};
}

SystemNotice Notices::ofBuild(const QString &id, const QString &title, const QString &detail, bool succeeded)
{
    return {succeeded ? SystemNotice::Kind::BuildDone : SystemNotice::Kind::BuildFailed, id,
            succeeded ? tr("Built: %1").arg(title) : tr("Not built: %1").arg(title), detail};
}

void Notices::forget()
{
    *this = Notices();
}

bool Notices::isWanted(SystemNotice::Kind kind)
{
    return QSettings().value(wantedKey(kind), true).toBool();
}

void Notices::setWanted(SystemNotice::Kind kind, bool wanted)
{
    QSettings().setValue(wantedKey(kind), wanted);
}

QString Notices::nameOf(SystemNotice::Kind kind)
{
    switch (kind) {
    case SystemNotice::Kind::Crashed:
        return tr("a container has cra&shed");
    case SystemNotice::Kind::Unhealthy:
        return tr("a container is &unhealthy");
    case SystemNotice::Kind::BuildDone:
        return tr("a build has &finished");
    case SystemNotice::Kind::BuildFailed:
        return tr("a build has fai&led");
    case SystemNotice::Kind::DiskLow:
        return tr("the &disk is getting full");
    }
    return {};
}

} // namespace quayside::models
