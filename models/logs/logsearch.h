// Finding text in a log without stopping the window: a slice of lines at a time.
#pragma once

#include "models/logs/logmodel.h"

#include <QByteArrayMatcher>
#include <QObject>
#include <QRegularExpression>
#include <QTimer>

#include <deque>

namespace quayside::models
{

class LogSearch : public QObject
{
    Q_OBJECT

public:
    struct Query {
        QString text;
        bool regularExpression = false;
        bool caseSensitive = false;
        bool operator==(const Query &) const = default;
    };
    struct Range {
        qsizetype start = 0, length = 0; // in characters of plainText(line)
    };

    // Goes on as lines come. `model` must outlive it.
    explicit LogSearch(LogModel *model, QObject *parent = nullptr);

    // An empty text ends the search. Returns what is wrong with a regular expression, else "".
    QString setQuery(const Query &query);
    [[nodiscard]] const Query &query() const { return m_query; }
    [[nodiscard]] bool isActive() const { return !m_query.text.isEmpty() && m_valid; }
    [[nodiscard]] bool isRunning() const { return m_slice.isActive(); }

    [[nodiscard]] qsizetype matchCount() const
    {
        return qsizetype(m_matches.size());
    } // lines that match, so far
    // The number (see LogModel) of the nearest matching line after or before `number`; around the end when
    // there is none. -1: nothing matches.
    [[nodiscard]] qint64 next(qint64 number) const;
    [[nodiscard]] qint64 previous(qint64 number) const;
    // Which match a line is, counted from 1; 0 when it is none.
    [[nodiscard]] qsizetype ordinal(qint64 number) const;
    // Where it matches within a line's text.
    [[nodiscard]] QList<Range> ranges(const QString &text) const;

signals:
    void matchesFound(); // matchCount() grew or lines went
    void finished();     // all lines there are have been looked at

private:
    void lookAtSlice();
    [[nodiscard]] bool lineMatches(QByteArrayView line) const;
    void dropGone();

    LogModel *m_model;
    Query m_query;
    bool m_valid = true;
    QRegularExpression m_expression;
    QByteArray m_lower;           // ASCII query in small letters: bytes are compared without making a QString
    QByteArrayMatcher m_matcher;  // case-sensitive bytes
    std::deque<qint64> m_matches; // numbers, rising
    qint64 m_nextNumber = 0;      // to look at
    QTimer m_slice;
};

} // namespace quayside::models
