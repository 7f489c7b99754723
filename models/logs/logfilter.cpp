#include "models/logs/logfilter.h"

#include <QRegularExpression>

namespace quayside::models
{

namespace
{

// A line that says nothing of its own and is indented belongs to the one before: a stack trace.
bool goesOn(QByteArrayView line)
{
    return !line.isEmpty() && (line[0] == ' ' || line[0] == '\t' || line[0] == '}');
}

class LineTest
{
public:
    LineTest(LogCriteria criteria, std::shared_ptr<const LogPattern> pattern)
        : m_criteria(std::move(criteria)), m_pattern(std::move(pattern))
    {
    }

    LineBits operator()(const LogChunk &chunk) const
    {
        LineBits bits(chunk.count());
        LogLevel last = LogLevel::None;
        for (int at = 0; at < chunk.count(); ++at) {
            const LogLine line = chunk.line(at);
            if (isAllowed(line) && (m_criteria.hiddenLevels == 0 || hasLevel(line, last)))
                LineBits::set(bits.first, at);
        }
        if (m_pattern)
            m_pattern->find(chunk, [&](int line) { LineBits::set(bits.second, line); });
        return bits;
    }

private:
    [[nodiscard]] bool isAllowed(const LogLine &line) const
    {
        const bool stream = line.stream == LogStream::Out     ? m_criteria.standardOutput
                            : line.stream == LogStream::Error ? m_criteria.standardError
                                                              : m_criteria.events;
        return stream && (m_criteria.since == 0 || line.time >= m_criteria.since) &&
               (m_criteria.until == 0 || line.time <= m_criteria.until) &&
               (m_criteria.hiddenSources.isEmpty() || !m_criteria.hiddenSources.contains(line.source));
    }
    [[nodiscard]] bool hasLevel(const LogLine &line, LogLevel &last) const
    {
        if (line.stream == LogStream::Event)
            return true;
        LogLevel level = levelOf(line.text);
        if (level == LogLevel::None && goesOn(line.text))
            level = last;
        last = level;
        return (m_criteria.hiddenLevels >> int(level) & 1) == 0;
    }

    LogCriteria m_criteria;
    std::shared_ptr<const LogPattern> m_pattern;
};

} // namespace

LogFilter::LogFilter(LogModel *model, QObject *parent) : QObject(parent), m_model(model), m_scanner(model)
{
    connect(&m_scanner, &LogScanner::scanned, this, &LogFilter::take);
    connect(&m_scanner, &LogScanner::finished, this, &LogFilter::finished);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &LogFilter::onRemoved);
    connect(model, &QAbstractItemModel::modelReset, this, &LogFilter::onRemoved);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_active) // else when they have been looked at
            emit rowsChanged();
    });
}

QString LogFilter::setCriteria(const LogCriteria &criteria, qint64 near)
{
    if (criteria.text.regularExpression) {
        const QRegularExpression expression(criteria.text.text);
        if (!expression.isValid())
            return expression.errorString();
    }
    m_criteria = criteria;
    m_active = !criteria.hidesNothing();
    m_scanner.stop();
    m_allowed.clear();
    m_near.clear();
    m_shown.clear();
    if (m_active)
        m_scanner.start(LineTest(criteria, LogPattern::compile(criteria.text)), near);
    emit rowsChanged();
    if (!m_active)
        emit finished();
    return {};
}

void LogFilter::take(qint64 first, int lines, const LineBits &bits)
{
    const bool byText = !m_criteria.text.text.isEmpty();
    const int context = m_criteria.context;
    for (int at = 0; at < lines; ++at) {
        const qint64 number = first + at;
        if (LineBits::isSet(bits.first, at))
            m_allowed.insert(number);
        else
            m_allowed.erase(number);
        if (byText && LineBits::isSet(bits.second, at))
            m_near.insertRange(number - context, number + context);
    }
    const qint64 last = LineSet::wordOf(first + lines + context);
    for (qint64 index = LineSet::wordOf(first - context); index <= last; ++index)
        m_shown.setWord(index, byText ? m_allowed.word(index) & m_near.word(index) : m_allowed.word(index));
    for (LineSet *set : {&m_allowed, &m_near, &m_shown})
        set->dropBelow(m_model->firstNumber());
    emit rowsChanged();
}

void LogFilter::onRemoved()
{
    for (LineSet *set : {&m_allowed, &m_near, &m_shown}) {
        set->dropBelow(m_model->firstNumber());
        if (m_model->count() == 0)
            set->clear();
    }
    emit rowsChanged();
}

qint64 LogFilter::numberAt(int place) const
{
    return m_active ? m_shown.at(place) : m_model->firstNumber() + place;
}

int LogFilter::placeOf(qint64 number) const
{
    if (m_active)
        return int(m_shown.rank(number));
    return int(std::clamp<qint64>(number - m_model->firstNumber(), 0, m_model->count()));
}

bool LogFilter::contains(qint64 number) const
{
    return m_active ? m_shown.contains(number) : m_model->holds(number);
}

} // namespace quayside::models
