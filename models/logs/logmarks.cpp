#include "models/logs/logmarks.h"

#include "models/system/eventmodel.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <format>

namespace quayside::models
{

namespace
{

constexpr int patienceMilliseconds = 2000;

// Those that explain why a log begins, stops or pauses.
bool isTold(const std::string &action)
{
    static constexpr std::array actions = {"start", "die", "oom", "pause", "unpause", "destroy"};
    return std::ranges::find(actions, action) != actions.end() || action.starts_with("health_status");
}

// An engine tells of a start a little after it, when the first lines may have been written. They stand behind
// it.
void placeStarts(QList<LogMark> &marks)
{
    constexpr std::int64_t longest = 1'000'000'000;
    QHash<quint16, std::int64_t> last;
    for (LogMark &mark : marks) {
        if (mark.begins)
            mark.place = std::max(last.value(mark.source, 0) + 1, mark.time - longest);
        last[mark.source] = mark.time;
    }
}

} // namespace

LogEvents::LogEvents(client::EngineClient *client, QObject *parent) : QObject(parent), m_client(client)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, &LogEvents::tellPast);
}

void LogEvents::stop()
{
    m_pastCall.cancel();
    m_liveCall.cancel();
    m_patience.stop();
    m_past.clear();
}

void LogEvents::tellPast()
{
    m_pastCall.cancel();
    m_patience.stop();
    std::ranges::stable_sort(m_past, {}, &LogMark::time);
    placeStarts(m_past);
    emit recalled(std::exchange(m_past, {}));
}

void LogEvents::listen(const QStringList &ids)
{
    stop();
    m_ids = ids;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const std::string bound = std::format("{}.{:03}000000", now / 1000, now % 1000);
    api::Filters filters;
    filters.values["type"] = {"container"};
    for (const QString &id : ids)
        filters.values["container"].push_back(id.toStdString());
    m_liveCall = m_client->events(
        {.since = bound, .until = {}, .filters = filters}, this, nullptr,
        [this](const api::Event &event) {
            if (const auto mark = markOf(event))
                emit happened(*mark);
        },
        nullptr);
    m_pastCall = m_client->events(
        {.since = "1", .until = bound, .filters = filters}, this, nullptr,
        [this](const api::Event &event) {
            if (const auto mark = markOf(event))
                m_past.append(*mark);
        },
        [this](const Result<> &) { tellPast(); });
    m_patience.start();
}

std::optional<LogMark> LogEvents::markOf(const api::Event &event) const
{
    const EventRow row = toRow(event, 0);
    const qsizetype source = m_ids.indexOf(row.id);
    if (source < 0 || !isTold(event.action))
        return std::nullopt;
    const std::int64_t time = event.timeNano != 0 ? event.timeNano : event.time * 1'000'000'000;
    return LogMark{time, row.sentence().toUtf8(), quint16(source), event.action == "start", time};
}

void LogMarkedSink::add(const LogMark &mark)
{
    const auto after = std::ranges::upper_bound(m_marks, mark.place, {}, &LogMark::place);
    m_marks.insert(after, mark);
}

void LogMarkedSink::add(const QList<LogMark> &marks)
{
    for (const LogMark &mark : marks)
        add(mark);
}

void LogMarkedSink::append(std::span<const LogLine> batch)
{
    if (batch.empty())
        return;
    if (!m_begun && m_keepsEarly) {
        while (!m_marks.isEmpty() && m_marks.first().place <= batch.front().time)
            m_early.append(m_marks.takeFirst());
    }
    m_begun = true;
    while (!m_marks.isEmpty() && m_marks.first().place <= batch.back().time) {
        const auto after = std::ranges::find_if(
            batch, [&](const LogLine &line) { return line.time >= m_marks.first().place; });
        const auto count = std::size_t(after - batch.begin());
        m_sink->append(batch.first(count));
        batch = batch.subspan(count);
        pass(m_marks.first().place);
    }
    m_sink->append(batch);
}

void LogMarkedSink::pass(std::int64_t time)
{
    while (m_begun && !m_marks.isEmpty() && m_marks.first().place <= time) {
        const LogMark mark = m_marks.takeFirst();
        const LogLine line{mark.text, mark.time, LogStream::Event, mark.source};
        m_sink->append({&line, 1});
    }
}

} // namespace quayside::models
