#include "models/logs/logmerger.h"

#include <format>

namespace quayside::models
{

namespace
{
constexpr qint64 mostWaiting = qint64(256) << 20; // bytes; more is handed on, in order as far as it is known
constexpr int mergeMilliseconds = 30;
} // namespace

LogMerge::LogMerge(LogSink *sink, int sides, QObject *parent)
    : QObject(parent), m_sink(sink), m_sides(std::size_t(sides))
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setInterval(mergeMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &LogMerge::release);
}

void LogMerge::add(int at, std::span<const LogLine> lines)
{
    Side &side = m_sides[std::size_t(at)];
    side.lastArrival = m_clock.elapsed();
    side.ended = false;
    for (const LogLine &line : lines) {
        side.lines.push_back(
            {line.time, side.lastArrival, line.text.toByteArray(), line.stream, quint16(line.source)});
        m_bytes += line.text.size();
    }
    if (!m_timer.isActive())
        m_timer.start();
}

void LogMerge::end(int at)
{
    m_sides[std::size_t(at)].ended = true;
    if (!m_timer.isActive())
        m_timer.start();
}

LogMerge::Side *LogMerge::oldest()
{
    Side *found = nullptr;
    for (Side &side : m_sides) {
        if (!side.lines.empty() && (found == nullptr || side.lines.front().time < found->lines.front().time))
            found = &side;
    }
    return found;
}

// Whether nobody is expected to have something that is older than all that waits.
bool LogMerge::allKnown(qint64 now) const
{
    return std::ranges::all_of(m_sides, [&](const Side &side) {
        return !side.lines.empty() || side.ended || now - std::max<qint64>(side.lastArrival, 0) > patience;
    });
}

void LogMerge::release()
{
    const qint64 now = m_clock.elapsed();
    std::vector<Waiting> ready;
    Side *side = oldest();
    for (; side != nullptr; side = oldest()) {
        if (!allKnown(now) && now - side->lines.front().arrived <= patience && m_bytes <= mostWaiting)
            break;
        m_bytes -= side->lines.front().text.size();
        ready.push_back(std::move(side->lines.front()));
        side->lines.pop_front();
    }
    hand(std::move(ready));
    if (side != nullptr)
        m_timer.start();
}

void LogMerge::flush()
{
    std::vector<Waiting> ready;
    for (Side *side = oldest(); side != nullptr; side = oldest()) {
        ready.push_back(std::move(side->lines.front()));
        side->lines.pop_front();
    }
    m_bytes = 0;
    hand(std::move(ready));
}

void LogMerge::hand(std::vector<Waiting> lines)
{
    std::vector<LogLine> batch;
    batch.reserve(lines.size());
    for (const Waiting &line : lines) {
        m_late += line.time < m_lastTime ? 1 : 0;
        m_lastTime = std::max(m_lastTime, line.time);
        batch.push_back({line.text, line.time, line.stream, line.source});
    }
    m_sink->append(batch);
}

// ---- several containers

class LogMerger::Side : public LogSink
{
public:
    Side(LogMerger *merger, int at) : m_merger(merger), m_at(at), assembler(this)
    {
        assembler.setWholeLinesOnly(true); // what is open cannot be put in order
    }

    void append(std::span<const LogLine> batch) override
    {
        std::vector<LogLine> mine(batch.begin(), batch.end());
        for (LogLine &line : mine)
            line.source = quint16(m_at);
        lines += qint64(mine.size());
        if (!mine.empty())
            lastTime = mine.back().time;
        m_merger->m_merge.add(m_at, mine);
        if (lines >= tailLines && !resumed)
            m_merger->m_whole = false;
    }
    void appendToLast(QByteArrayView) override {}

private:
    LogMerger *m_merger;
    int m_at;

public:
    LogAssembler assembler;
    client::Call call;
    std::int64_t lastTime = 0;
    qint64 lines = 0;
    bool following = false, resumed = false;
};

LogMerger::LogMerger(client::EngineClient *client, LogModel *model, const QList<Container> &containers,
                     QObject *parent)
    : QObject(parent), m_client(client), m_containers(containers), m_merge(model, int(containers.size()) + 1),
      m_events(client)
{
    QStringList names;
    for (int at = 0; at < containers.size(); ++at) {
        names.append(containers[at].name);
        m_sides.push_back(std::make_unique<Side>(this, at));
    }
    model->setSources(names);
    const int eventSide = int(containers.size());
    const auto addMarks = [this, eventSide](const QList<LogMark> &marks) {
        std::vector<LogLine> lines;
        for (const LogMark &mark : marks)
            lines.push_back({mark.text, mark.time, LogStream::Event, mark.source});
        m_merge.add(eventSide, lines);
        m_merge.end(eventSide);
    };
    connect(&m_events, &LogEvents::happened, this, [addMarks](const LogMark &mark) { addMarks({mark}); });
    connect(&m_events, &LogEvents::recalled, this, [this, addMarks](const QList<LogMark> &marks) {
        addMarks(marks);
        for (int at = 0; at < int(m_sides.size()); ++at)
            open(at, {});
    });
}

LogMerger::~LogMerger()
{
    for (const auto &side : m_sides)
        side->call.cancel();
}

void LogMerger::start()
{
    QStringList ids;
    for (const Container &container : m_containers)
        ids.append(container.id);
    m_events.listen(ids);
}

void LogMerger::open(int at, const std::string &since)
{
    Side &side = *m_sides[std::size_t(at)];
    side.following = true;
    const std::optional<std::int64_t> tail = since.empty() ? std::optional(tailLines) : std::nullopt;
    side.call = m_client->logs(
        m_containers[at].id.toStdString(), {.follow = true, .timestamps = true, .tail = tail, .since = since},
        this,
        [&side](api::Stream stream, QByteArrayView bytes) {
            side.assembler.add(stream == api::Stream::Stderr ? LogStream::Error : LogStream::Out, bytes);
        },
        [this, at](const Result<> &end) {
            Side &ended = *m_sides[std::size_t(at)];
            ended.assembler.finish();
            ended.following = false;
            m_merge.end(at);
            if (!end)
                m_problem = tr("The log of %1 cannot be read: %2")
                                .arg(m_containers[at].name, QString::fromStdString(end.error().message));
            emit stateChanged();
        });
    emit stateChanged();
}

void LogMerger::resume(const QString &id)
{
    for (int at = 0; at < m_containers.size(); ++at) {
        Side &side = *m_sides[std::size_t(at)];
        if (m_containers[at].id != id || side.following)
            continue;
        side.resumed = true;
        const std::int64_t since = side.lastTime + 1;
        open(at, side.lastTime == 0 ? std::string("1")
                                    : std::format("{}.{:09}", since / 1'000'000'000, since % 1'000'000'000));
    }
}

bool LogMerger::isFollowing() const
{
    return std::ranges::any_of(m_sides, [](const auto &side) { return side->following; });
}

} // namespace quayside::models
