#include "models/logs/logsearch.h"

#include "models/logs/ansitext.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstring>

namespace quayside::models
{

namespace
{

constexpr qint64 sliceMilliseconds = 6; // leaves the rest of a frame to painting

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

char toLowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

// The first character is looked for with memchr in both cases: lines are long, matches are rare.
bool containsIgnoringCase(QByteArrayView line, const QByteArray &lower)
{
    const char first = lower[0];
    const char *end = line.data() + line.size();
    for (const char *at = line.data(); end - at >= lower.size(); ++at) {
        if (toLowerAscii(*at) != first)
            continue;
        qsizetype i = 1;
        while (i < lower.size() && toLowerAscii(at[i]) == lower[i])
            ++i;
        if (i == lower.size())
            return true;
    }
    return false;
}

} // namespace

LogSearch::LogSearch(LogModel *model, QObject *parent) : QObject(parent), m_model(model)
{
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &LogSearch::lookAtSlice);
    connect(model, &LogModel::rowsInserted, this, [this] {
        if (isActive())
            m_slice.start();
    });
    connect(model, &LogModel::rowsRemoved, this, &LogSearch::dropGone);
    connect(model, &LogModel::modelReset, this, &LogSearch::dropGone);
}

QString LogSearch::setQuery(const Query &query)
{
    m_query = query;
    m_valid = true;
    m_matches.clear();
    m_lower.clear();
    m_nextNumber = m_model->firstNumber();
    m_slice.stop();
    if (!query.text.isEmpty()) {
        m_expression =
            QRegularExpression(query.regularExpression ? query.text : QRegularExpression::escape(query.text),
                               query.caseSensitive ? QRegularExpression::NoPatternOption
                                                   : QRegularExpression::CaseInsensitiveOption);
        m_valid = m_expression.isValid();
        if (!query.regularExpression && query.caseSensitive)
            m_matcher.setPattern(query.text.toUtf8());
        else if (!query.regularExpression && isAscii(query.text))
            m_lower = query.text.toLower().toLatin1();
        if (m_valid)
            m_slice.start();
    }
    emit matchesFound();
    return m_valid ? QString() : m_expression.errorString();
}

bool LogSearch::lineMatches(QByteArrayView line) const
{
    const bool escaped = line.contains('\x1b') || line.contains('\r');
    if (!escaped && !m_query.regularExpression) {
        if (m_query.caseSensitive)
            return m_matcher.indexIn(line) >= 0;
        if (!m_lower.isEmpty())
            return containsIgnoringCase(line, m_lower);
    }
    return m_expression.match(plainText(line)).hasMatch();
}

void LogSearch::lookAtSlice()
{
    QElapsedTimer clock;
    clock.start();
    m_nextNumber = std::max(m_nextNumber, m_model->firstNumber());
    const qint64 end = m_model->firstNumber() + m_model->count();
    const std::size_t before = m_matches.size();
    while (m_nextNumber < end) {
        if (lineMatches(m_model->line(int(m_nextNumber - m_model->firstNumber())).text))
            m_matches.push_back(m_nextNumber);
        ++m_nextNumber;
        if ((m_nextNumber & 0xff) == 0 && clock.elapsed() >= sliceMilliseconds)
            break;
    }
    if (m_matches.size() != before)
        emit matchesFound();
    if (m_nextNumber >= end) {
        m_slice.stop();
        emit finished();
    }
}

void LogSearch::dropGone()
{
    const std::size_t before = m_matches.size();
    while (!m_matches.empty() && m_matches.front() < m_model->firstNumber())
        m_matches.pop_front();
    if (m_matches.size() != before)
        emit matchesFound();
}

qint64 LogSearch::next(qint64 number) const
{
    if (m_matches.empty())
        return -1;
    const auto found = std::ranges::upper_bound(m_matches, number);
    return found == m_matches.end() ? m_matches.front() : *found;
}

qint64 LogSearch::previous(qint64 number) const
{
    if (m_matches.empty())
        return -1;
    const auto found = std::ranges::lower_bound(m_matches, number);
    return found == m_matches.begin() ? m_matches.back() : *std::prev(found);
}

qsizetype LogSearch::ordinal(qint64 number) const
{
    const auto found = std::ranges::lower_bound(m_matches, number);
    return found != m_matches.end() && *found == number ? qsizetype(found - m_matches.begin()) + 1 : 0;
}

QList<LogSearch::Range> LogSearch::ranges(const QString &text) const
{
    QList<Range> found;
    if (!isActive())
        return found;
    auto matches = m_expression.globalMatch(text);
    while (matches.hasNext() && found.size() < 1000) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() > 0)
            found.append({match.capturedStart(), match.capturedLength()});
    }
    return found;
}

} // namespace quayside::models
