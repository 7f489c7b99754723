// What containers come from, in the order in which it came: eight ancestors, and the steps that the kernel
// took.
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace quayside::models
{

struct TimelineEntry {
    QString key;    // "chroot", "kernel/pid"; lasting
    int year = 0;   // in which people could first use it
    QString name;   // "FreeBSD jails", "PID namespaces"
    QString from;   // "FreeBSD 4.0, Poul-Henning Kamp", "Linux 2.6.24"
    QString lesson; // the room of an ancestor, a lesson about the step; "" where there is none
    QString what;   // one to three sentences
    QString idea, livesOn,
        learned; // of ancestors only: the idea, what of it is in this engine, what was learned

    [[nodiscard]] bool isAncestor() const { return !idea.isEmpty(); }
};

class Timeline
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::Timeline)

public:
    static QList<TimelineEntry> entries(); // the oldest first; translated
    // The text of an entry as HTML; the lesson of a step is a link where it is among `lessons`.
    static QString html(const TimelineEntry &entry, const QStringList &lessons);
};

} // namespace quayside::models
