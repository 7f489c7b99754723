// Which lines of a log are shown.
#pragma once

#include "models/logs/lineset.h"
#include "models/logs/loglevel.h"
#include "models/logs/logpattern.h"
#include "models/logs/logscanner.h"

#include <QSet>

namespace quayside::models
{

struct LogCriteria {
    bool standardOutput = true, standardError = true, events = true;
    quint8 hiddenLevels = 0;           // bit 1 << LogLevel
    std::int64_t since = 0, until = 0; // nanoseconds since 1970, both included; 0: no bound
    LogQuery text;                     // only lines that hold it
    int context = 0;                   // and that many before and after each
    QSet<quint16> hiddenSources;
    bool operator==(const LogCriteria &) const = default;

    [[nodiscard]] bool hidesNothing() const { return *this == LogCriteria{.context = context}; }
};

// The rows that a view shows: places count from 0, lines keep their numbers (LogModel). Lines are looked at
// on other threads; until one has been, it is hidden.
class LogFilter : public QObject
{
    Q_OBJECT

public:
    explicit LogFilter(LogModel *model, QObject *parent = nullptr); // must outlive it

    // Returns what is wrong with a regular expression, else "". Lines near `near` come first.
    QString setCriteria(const LogCriteria &criteria, qint64 near);
    [[nodiscard]] const LogCriteria &criteria() const { return m_criteria; }
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] bool isRunning() const { return m_scanner.isRunning(); }

    [[nodiscard]] int count() const { return m_active ? int(m_shown.count()) : m_model->count(); }
    [[nodiscard]] qint64 numberAt(int place) const;
    [[nodiscard]] int placeOf(qint64 number) const; // how many are above it, whether it is shown or not
    [[nodiscard]] bool contains(qint64 number) const;
    [[nodiscard]] const LineSet &shown() const { return m_shown; } // only while it is active

signals:
    void rowsChanged(); // some came or went, anywhere
    void finished();

private:
    void take(qint64 first, int lines, const LineBits &bits);
    void onRemoved();

    LogModel *m_model;
    LogScanner m_scanner;
    LogCriteria m_criteria;
    bool m_active = false;
    LineSet m_allowed; // by all but the text
    LineSet m_near;    // of a match
    LineSet m_shown;   // both
};

} // namespace quayside::models
