// Which of the things that happen are worth a message while nobody looks: pure rules over events.
#pragma once

#include "models/system/eventmodel.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <optional>

namespace quayside::models
{

struct SystemNotice {
    enum class Kind { Crashed, Unhealthy, BuildDone, BuildFailed, DiskLow };
    Kind kind = Kind::Crashed;
    QString subject; // the container's or the build's id
    QString title, text;
    int count = 1; // how often it has happened since the last message about it, this one included

    bool operator==(const SystemNotice &) const = default;
};

class Notices
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::Notices)

public:
    // What happened less than this after the last message about the same container is counted, not told.
    static constexpr qint64 quietMilliseconds = 60'000;

    // Events in their order. Nothing where nobody needs to know.
    std::optional<SystemNotice> onEvent(const EventRow &event);
    // Crashes that were counted and not told are told when their quiet time is over: ask now and then.
    QList<SystemNotice> due(qint64 now);
    // Once when it falls below the threshold, and again only after there was clearly more. -1: not known.
    std::optional<SystemNotice> onDisk(qint64 freeBytes, qint64 threshold);
    static SystemNotice ofBuild(const QString &id, const QString &title, const QString &detail,
                                bool succeeded);
    void forget(); // another engine

    // In the settings; each kind can be switched off.
    static bool isWanted(SystemNotice::Kind kind);
    static void setWanted(SystemNotice::Kind kind, bool wanted);
    static QString nameOf(SystemNotice::Kind kind); // "A container has crashed"

private:
    struct Crashes {
        QString name;
        int exitCode = 0;
        bool outOfMemory = false;
        int untold = 0;
        qint64 toldAt = 0; // milliseconds; 0: never
    };
    std::optional<SystemNotice> onDeath(const EventRow &event);
    std::optional<SystemNotice> onHealth(const EventRow &event);
    SystemNotice tell(const QString &id, Crashes &crashes, qint64 now);

    QSet<QString> m_asked;     // to end, by whoever: these die as they should
    QSet<QString> m_noMemory;  // since their last start
    QSet<QString> m_unhealthy; // told of
    QHash<QString, Crashes> m_crashes;
    bool m_diskTold = false;
};

} // namespace quayside::models
