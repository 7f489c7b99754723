// Finding text in a log: on other threads, first near what is looked at.
#pragma once

#include "models/logs/lineset.h"
#include "models/logs/logpattern.h"
#include "models/logs/logscanner.h"

#include <QRegularExpression>

namespace quayside::models
{

class LogFilter;

class LogSearch : public QObject
{
    Q_OBJECT

public:
    using Query = LogQuery;
    struct Range {
        qsizetype start = 0, length = 0; // in characters of the text
    };

    // Goes on as lines come. Matches in lines that `filter` hides are none; nullptr: all are shown. Both must
    // outlive it.
    explicit LogSearch(LogModel *model, LogFilter *filter = nullptr, QObject *parent = nullptr);

    // An empty text ends the search. Returns what is wrong with a regular expression, else "". Lines near
    // `near` are looked at first.
    QString setQuery(const Query &query, qint64 near = std::numeric_limits<qint64>::max() / 2);
    [[nodiscard]] const Query &query() const { return m_query; }
    [[nodiscard]] bool isActive() const { return m_pattern != nullptr; }
    [[nodiscard]] bool isRunning() const { return m_scanner.isRunning(); }

    [[nodiscard]] qint64 matchCount() const; // lines that match, so far
    // The number (see LogModel) of the nearest matching line after or before `number`; around the end when
    // there is none. LogModel::noLine: nothing matches.
    [[nodiscard]] qint64 next(qint64 number) const;
    [[nodiscard]] qint64 previous(qint64 number) const;
    // Which match a line is, counted from 1; 0 when it is none.
    [[nodiscard]] qint64 ordinal(qint64 number) const;
    // Where it matches within a line's text.
    [[nodiscard]] QList<Range> ranges(const QString &text) const;

signals:
    void matchesFound(); // matchCount() grew or lines went
    void finished();     // all lines there are have been looked at

private:
    void take(qint64 first, int lines, const LineBits &bits);
    void dropGone();
    [[nodiscard]] bool isShown(qint64 number) const;
    [[nodiscard]] qint64 shownBelow(qint64 number) const; // matches that are shown, below a line

    LogModel *m_model;
    LogFilter *m_filter;
    LogScanner m_scanner;
    Query m_query;
    std::shared_ptr<const LogPattern> m_pattern;
    QRegularExpression m_expression; // for marking, in what is shown
    LineSet m_matches;
};

} // namespace quayside::models
