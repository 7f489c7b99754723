// What the window has seen of every container's use of the machine, also in its last run (ADR 30).
#pragma once

#include "models/stats/statsseries.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace quayside::models
{

// The engine keeps nothing while nobody looks; this is what was looked at. Bounded: where more than 200
// containers are remembered, less is kept of each.
class RememberedStats : public QObject
{
    Q_OBJECT

public:
    // fileName: where the last hour is kept; "": nowhere. It is read when something is first asked for.
    explicit RememberedStats(const QString &fileName, QObject *parent = nullptr);
    ~RememberedStats() override; // keeps what is new

    static QString fileOfThisPerson();
    static constexpr int mostInFull = 200, mostContainers = 4000;

    void add(const QString &id, const StatsPoint &point);
    void forget(const QString &id);                                 // a container that was removed
    [[nodiscard]] const StatsSeries *find(const QString &id) const; // nullptr: nothing was seen
    [[nodiscard]] int count() const { return int(m_series.size()); }

    // Somebody follows this one second by second: rounds of all leave it out. "": none.
    void setFollowed(const QString &id) { m_followed = id; }
    [[nodiscard]] const QString &followed() const { return m_followed; }

    bool save(); // now; false: it could not be written

    // The file's contents. What is damaged, or of another version, is nothing at all.
    static QByteArray encode(const QHash<QString, StatsSeries> &series, qint64 now);
    static QHash<QString, StatsSeries> decode(const QByteArray &bytes, qint64 now);

signals:
    void pointAdded(const QString &id);

private:
    void load() const;
    void saveBehind(); // on another thread: disks may be slow
    void boundNewcomer(StatsSeries &series);
    void boundAll() const;

    QString m_fileName, m_followed;
    mutable QHash<QString, StatsSeries> m_series;
    mutable bool m_loaded = false;
    bool m_changed = false;
    QTimer m_save;
};

} // namespace quayside::models
