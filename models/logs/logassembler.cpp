#include "models/logs/logassembler.h"

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr qsizetype maxStampBytes = 36;   // 2025-01-02T03:04:05.678901234+02:00 and a blank
constexpr qsizetype batchBytes = 8 << 20; // flushed at once past this, so that a flood never waits in memory

// Decimal digits at a place; -1 where there is anything else.
int digits(QByteArrayView text, qsizetype at, qsizetype count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

// Days since 1970-01-01 of a civil date (proleptic Gregorian), by counting 400-year eras from March.
std::int64_t daysSinceEpoch(int year, int month, int day)
{
    year -= month <= 2;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int yearOfEra = year - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return std::int64_t(era) * 146097 + dayOfEra - 719468;
}

// ".678901234" → nanoseconds; moves `at` past it.
std::int64_t fraction(QByteArrayView text, qsizetype &at)
{
    if (at >= text.size() || text[at] != '.')
        return 0;
    std::int64_t nanos = 0;
    int places = 0;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
        if (places < 9) {
            nanos = nanos * 10 + (text[at] - '0');
            ++places;
        }
    }
    for (; places < 9; ++places)
        nanos *= 10;
    return nanos;
}

// "Z" or "+02:00" → seconds east of UTC; moves `at` past it. false: neither.
bool zone(QByteArrayView text, qsizetype &at, int &seconds)
{
    if (at >= text.size())
        return false;
    if (text[at] == 'Z') {
        ++at;
        return true;
    }
    const int hours = digits(text, at + 1, 2), minutes = digits(text, at + 4, 2);
    if ((text[at] != '+' && text[at] != '-') || hours < 0 || minutes < 0 || text[at + 3] != ':')
        return false;
    seconds = (hours * 60 + minutes) * 60 * (text[at] == '-' ? -1 : 1);
    at += 6;
    return true;
}

} // namespace

LogAssembler::Stamp LogAssembler::parseStamp(QByteArrayView line)
{
    const int year = digits(line, 0, 4), month = digits(line, 5, 2), day = digits(line, 8, 2);
    const int hour = digits(line, 11, 2), minute = digits(line, 14, 2), second = digits(line, 17, 2);
    if (year < 1970 || month < 1 || month > 12 || day < 1 || hour < 0 || minute < 0 || second < 0 ||
        line[10] != 'T' || line[4] != '-')
        return {};
    qsizetype at = 19;
    const std::int64_t nanos = fraction(line, at);
    int offset = 0;
    if (!zone(line, at, offset) || (at < line.size() && line[at] != ' '))
        return {};
    const std::int64_t seconds =
        ((daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute) * 60 + second - offset;
    return {seconds * 1'000'000'000 + nanos, std::min(at + 1, line.size())};
}

LogAssembler::LogAssembler(LogSink *sink, QObject *parent) : QObject(parent), m_sink(sink)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(16);
    connect(&m_frame, &QTimer::timeout, this, [this] {
        flush();
        for (const LogStream stream : {LogStream::Out, LogStream::Error})
            showOpenLine(stream);
    });
}

void LogAssembler::add(LogStream stream, QByteArrayView bytes)
{
    bool startsPiece = true;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        addPart(stream, end < 0 ? bytes : bytes.first(end), startsPiece);
        if (end < 0)
            break;
        endLine(stream);
        bytes = bytes.sliced(end + 1);
        startsPiece = false;
    }
    if (m_text.size() > batchBytes)
        flush();
    else if (!m_frame.isActive())
        m_frame.start();
}

void LogAssembler::addPart(LogStream stream, QByteArrayView part, bool startsPiece)
{
    Pending &pending = m_pending[std::size_t(stream)];
    // A long line comes in several frames, each with a stamp of its own (Docker splits lines at 16 KiB).
    const bool goesOn = pending.stampCut || pending.text.size() > maxStampBytes;
    if (startsPiece && goesOn)
        part = part.sliced(parseStamp(part).textStart);
    pending.text.append(part);
}

// Only once all of the stamp is there: a piece may end within it.
void LogAssembler::cutStamp(Pending &pending)
{
    if (pending.stampCut)
        return;
    const Stamp stamp = parseStamp(pending.text);
    pending.time = stamp.time;
    pending.text.remove(0, stamp.textStart);
    pending.stampCut = true;
}

void LogAssembler::endLine(LogStream stream)
{
    Pending &pending = m_pending[std::size_t(stream)];
    cutStamp(pending);
    if (pending.open && m_ready.empty()) {
        m_sink->appendToLast(pending.text);
    } else { // also where whole lines of the other stream have come after its start
        m_ready.push_back({m_text.size(), pending.text.size(), pending.time, stream});
        m_text.append(pending.text);
    }
    pending = {};
}

// Only the last line can grow: an open line of the other stream has to be closed first.
void LogAssembler::showOpenLine(LogStream stream)
{
    Pending &pending = m_pending[std::size_t(stream)];
    Pending &other = m_pending[std::size_t(stream == LogStream::Out ? LogStream::Error : LogStream::Out)];
    const bool stampComes =
        !pending.stampCut && pending.text.size() < maxStampBytes && parseStamp(pending.text).textStart == 0;
    if (pending.text.isEmpty() || stampComes || m_wholeLinesOnly)
        return;
    cutStamp(pending);
    if (pending.open) {
        m_sink->appendToLast(pending.text);
    } else {
        other.open = false;
        const LogLine line{pending.text, pending.time, stream};
        m_sink->append({&line, 1});
        pending.open = true;
    }
    pending.text.clear();
}

void LogAssembler::flush()
{
    if (m_ready.empty())
        return;
    // Whole lines come after an open one: what follows on its stream starts a new row.
    std::vector<LogLine> batch;
    batch.reserve(m_ready.size());
    for (const Ready &ready : m_ready)
        batch.push_back(
            {QByteArrayView(m_text).sliced(ready.offset, ready.length), ready.time, ready.stream});
    m_sink->append(batch);
    for (Pending &pending : m_pending)
        pending.open = false;
    m_ready.clear();
    m_text.clear();
}

void LogAssembler::finish()
{
    for (const LogStream stream : {LogStream::Out, LogStream::Error}) {
        if (!m_pending[std::size_t(stream)].text.isEmpty())
            endLine(stream);
    }
    flush();
    m_pending = {};
}

void LogAssembler::reset()
{
    m_frame.stop();
    m_pending = {};
    m_ready.clear();
    m_text.clear();
}

} // namespace quayside::models
