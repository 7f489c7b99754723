#include "models/logs/logfollower.h"

#include <format>

namespace quayside::models
{

namespace
{
constexpr int olderMilliseconds = 50, mostTries = 20, markMilliseconds = 250;
} // namespace

LogFollower::LogFollower(client::EngineClient *client, LogModel *model, QObject *parent)
    : QObject(parent), m_client(client), m_model(model), m_marked(model), m_assembler(&m_marked),
      m_events(client)
{
    m_older.setSingleShot(true);
    m_older.setInterval(olderMilliseconds);
    m_markDue.setSingleShot(true);
    m_markDue.setInterval(markMilliseconds);
    connect(&m_older, &QTimer::timeout, this, &LogFollower::askForOlder);
    connect(&m_markDue, &QTimer::timeout, this,
            [this] { m_marked.pass(std::numeric_limits<std::int64_t>::max()); });
    connect(&m_events, &LogEvents::happened, this, &LogFollower::onMark);
    connect(&m_events, &LogEvents::recalled, this, [this](const QList<LogMark> &marks) {
        m_recalled = marks;
        m_marked.add(marks);
        open({}, tailLines);
    });
    connect(&m_history, &LogHistory::progressed, this, &LogFollower::stateChanged);
    connect(&m_history, &LogHistory::ended, this, [this](const QString &problem) {
        if (!problem.isEmpty()) // a part of them would leave a gap
            (void)m_history.take();
        takeOlder();
    });
}

void LogFollower::follow(const QString &containerId)
{
    stop();
    m_id = containerId;
    m_model->clear();
    m_firstNumber = m_model->firstNumber();
    m_marked.reset();
    m_marked.setKeepsEarly(true);
    m_tries = 0;
    setState(State::Loading);
    m_events.listen({containerId}); // then the log: marks come before the lines that they stand before
}

void LogFollower::resume()
{
    if (m_id.isEmpty() || m_state == State::Loading || m_state == State::Following)
        return;
    if (m_model->count() == 0) // its first run
        return open({}, tailLines);
    std::string since;
    for (int row = m_model->count() - 1; row >= 0; --row) {
        const LogLine line = m_model->line(row);
        if (line.stream == LogStream::Event)
            continue;
        // The API's `since` is inclusive; one nanosecond later leaves out the line that is here already.
        if (const std::int64_t last = line.time + 1; last > 1)
            since = std::format("{}.{:09}", last / 1'000'000'000, last % 1'000'000'000);
        break;
    }
    open(since, std::nullopt);
}

void LogFollower::stop()
{
    m_call.cancel();
    m_events.stop();
    m_history.stop();
    m_older.stop();
    m_markDue.stop();
    m_assembler.reset();
    m_id.clear();
    setState(State::Idle);
}

void LogFollower::open(const std::string &since, std::optional<std::int64_t> tail)
{
    setState(State::Loading);
    m_call.cancel();
    m_call = m_client->logs(
        m_id.toStdString(), {.follow = true, .timestamps = true, .tail = tail, .since = since}, this,
        [this, tail](api::Stream stream, QByteArrayView bytes) {
            if (tail && m_state == State::Loading)
                m_older.start();
            setState(State::Following);
            m_assembler.add(stream == api::Stream::Stderr ? LogStream::Error : LogStream::Out, bytes);
        },
        [this](const Result<> &end) { onStreamEnd(end); });
}

void LogFollower::onStreamEnd(const Result<> &end)
{
    m_assembler.finish();
    m_markDue.start(); // the run's end comes after its last line
    if (end)
        setState(State::Ended);
    else
        setState(State::Failed, QString::fromStdString(end.error().message));
}

void LogFollower::onMark(const LogMark &mark)
{
    m_marked.add(mark);
    m_markDue.start();
}

// ---- the older lines

LogFollower::FirstLines LogFollower::firstLines() const
{
    FirstLines first;
    for (int row = 0; row < m_model->count(); ++row) {
        const LogLine line = m_model->line(row);
        if (line.stream == LogStream::Event)
            continue;
        if (first.count > 0 && line.time != first.time) {
            first.next = line.time;
            break;
        }
        first.time = line.time;
        ++first.count;
    }
    return first;
}

// All lines of one moment have one time: the bound is between two moments, and those of the first one are
// read twice. Only where all that is here is of one moment it has to be that one.
void LogFollower::askForOlder()
{
    const FirstLines first = firstLines();
    const bool over = m_state == State::Ended || m_state == State::Failed;
    if (over && m_model->count() < tailLines) // this is all of it
        return takeOlder();
    if (first.next == 0 && !over && ++m_tries < mostTries) {
        m_older.start();
        return;
    }
    if (first.time == 0) // an engine that tells no times: what came is all that can be told apart
        return takeOlder();
    QList<LogMark> marks;
    for (const LogMark &mark : m_recalled) {
        if (mark.place <= first.time)
            marks.append(mark);
    }
    m_history.read({.socketPath = m_client->socketPath(),
                    .containerId = m_id,
                    .until = first.next > 0 ? first.next - 1 : first.time,
                    .marks = marks,
                    .lines = LogModel::Limits{}.lines});
    emit stateChanged();
}

void LogFollower::takeOlder()
{
    LogChunkList older = m_history.take();
    older.removeLast(firstLines().count);
    if (older.count() == 0) {
        for (const LogMark &mark : m_marked.early())
            older.append({mark.text, mark.time, LogStream::Event, mark.source});
    }
    if (m_model->firstNumber() == m_firstNumber) // else so many came that even of the newest some are gone
        m_model->prepend(std::move(older));
    emit stateChanged();
}

void LogFollower::setState(State state, const QString &problem)
{
    if (m_state == state && m_problem == problem)
        return;
    m_state = state;
    m_problem = problem;
    emit stateChanged();
}

} // namespace quayside::models
