#include "models/logs/logsearch.h"

#include "models/logs/logfilter.h"

#include <bit>

namespace quayside::models
{

LogSearch::LogSearch(LogModel *model, LogFilter *filter, QObject *parent)
    : QObject(parent), m_model(model), m_filter(filter), m_scanner(model)
{
    connect(&m_scanner, &LogScanner::scanned, this, &LogSearch::take);
    connect(&m_scanner, &LogScanner::finished, this, &LogSearch::finished);
    connect(model, &LogModel::rowsRemoved, this, &LogSearch::dropGone);
    connect(model, &LogModel::modelReset, this, &LogSearch::dropGone);
    if (filter != nullptr)
        connect(filter, &LogFilter::rowsChanged, this, [this] {
            if (isActive())
                emit matchesFound();
        });
}

QString LogSearch::setQuery(const Query &query, qint64 near)
{
    m_query = query;
    m_matches.clear();
    m_scanner.stop();
    m_expression =
        QRegularExpression(query.regularExpression ? query.text : QRegularExpression::escape(query.text),
                           query.caseSensitive ? QRegularExpression::NoPatternOption
                                               : QRegularExpression::CaseInsensitiveOption);
    m_pattern = m_expression.isValid() ? LogPattern::compile(query) : nullptr;
    if (m_pattern) {
        m_scanner.start(
            [pattern = m_pattern](const LogChunk &chunk) {
                LineBits bits(chunk.count());
                pattern->find(chunk, [&](int line) {
                    if (chunk.line(line).stream != LogStream::Event)
                        LineBits::set(bits.first, line);
                });
                return bits;
            },
            near);
    }
    emit matchesFound();
    return m_expression.isValid() ? QString() : m_expression.errorString();
}

void LogSearch::take(qint64 first, int lines, const LineBits &bits)
{
    const qint64 before = m_matches.count();
    bool erased = false;
    for (int line = 0; line < lines; ++line) {
        const quint64 word = bits.first[std::size_t(line) / 64];
        const qint64 number = first + line;
        if ((word >> (line & 63) & 1) != 0) {
            m_matches.insert(number);
        } else if (m_matches.contains(number)) { // it has grown since
            m_matches.erase(number);
            erased = true;
        } else if (word >> (line & 63) == 0 && m_matches.count() == before) { // nothing more in this word
            line |= 63;
        }
    }
    m_matches.dropBelow(m_model->firstNumber());
    if (erased || m_matches.count() != before)
        emit matchesFound();
}

void LogSearch::dropGone()
{
    const qint64 before = m_matches.count();
    m_matches.dropBelow(m_model->firstNumber());
    if (m_model->count() == 0)
        m_matches.clear();
    if (m_matches.count() != before)
        emit matchesFound();
}

bool LogSearch::isShown(qint64 number) const
{
    return m_filter == nullptr || m_filter->contains(number);
}

qint64 LogSearch::shownBelow(qint64 number) const
{
    if (m_filter == nullptr || !m_filter->isActive())
        return m_matches.rank(number);
    qint64 count = 0;
    for (qint64 index = LineSet::wordOf(m_model->firstNumber()); index <= LineSet::wordOf(number); ++index) {
        quint64 both = m_matches.word(index) & m_filter->shown().word(index);
        if (index == LineSet::wordOf(number))
            both &= ~(~quint64(0) << (number & 63));
        count += std::popcount(both);
    }
    return count;
}

qint64 LogSearch::matchCount() const
{
    return m_matches.count() == 0 ? 0 : shownBelow(m_model->endNumber());
}

qint64 LogSearch::next(qint64 number) const
{
    for (const qint64 from : {number, m_model->firstNumber() - 1}) { // then around the end
        qint64 found = m_matches.next(from, LogModel::noLine);
        while (found != LogModel::noLine && !isShown(found))
            found = m_matches.next(found, LogModel::noLine);
        if (found != LogModel::noLine)
            return found;
    }
    return LogModel::noLine;
}

qint64 LogSearch::previous(qint64 number) const
{
    for (const qint64 from : {number, m_model->endNumber()}) {
        qint64 found = m_matches.previous(from, LogModel::noLine);
        while (found != LogModel::noLine && !isShown(found))
            found = m_matches.previous(found, LogModel::noLine);
        if (found != LogModel::noLine)
            return found;
    }
    return LogModel::noLine;
}

qint64 LogSearch::ordinal(qint64 number) const
{
    return number != LogModel::noLine && m_matches.contains(number) && isShown(number)
               ? shownBelow(number) + 1
               : 0;
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
