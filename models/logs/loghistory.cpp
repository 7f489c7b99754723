#include "models/logs/loghistory.h"

#include "models/logs/logassembler.h"

#include <QElapsedTimer>

#include <format>

namespace quayside::models
{

namespace
{
constexpr qint64 tellMilliseconds = 200;
} // namespace

// Lives on the thread.
class LogHistory::Reader : public QObject
{
    class BoundedLines : public LogSink
    {
    public:
        explicit BoundedLines(qint64 most) : m_most(most) {}
        void append(std::span<const LogLine> batch) override
        {
            for (const LogLine &line : batch)
                lines.append(line);
            while (lines.count() > m_most && lines.pieces().size() > 1)
                lines.dropFirst();
        }
        void appendToLast(QByteArrayView text) override { lines.appendToLast(text); }

        LogChunkList lines;

    private:
        qint64 m_most;
    };

public:
    Reader(LogHistory *history, Wanted wanted)
        : m_history(history), m_wanted(std::move(wanted)), m_lines(m_wanted.lines), m_marked(&m_lines)
    {
        m_marked.add(m_wanted.marks);
    }

    void begin()
    {
        m_client = new client::EngineClient(m_wanted.socketPath, this);
        m_assembler = new LogAssembler(&m_marked, this);
        m_assembler->setWholeLinesOnly(true);
        m_clock.start();
        const std::int64_t until = m_wanted.until;
        m_client->logs(
            m_wanted.containerId.toStdString(),
            {.timestamps = true,
             .until = std::format("{}.{:09}", until / 1'000'000'000, until % 1'000'000'000)},
            this,
            [this](api::Stream stream, QByteArrayView bytes) {
                m_assembler->add(stream == api::Stream::Stderr ? LogStream::Error : LogStream::Out, bytes);
                tell();
            },
            [this](const Result<> &end) { finish(end); });
    }

private:
    void tell()
    {
        if (m_clock.elapsed() < tellMilliseconds)
            return;
        m_clock.restart();
        QMetaObject::invokeMethod(m_history, [this, history = m_history, lines = m_lines.lines.count()] {
            if (history->m_reader != this)
                return;
            history->m_linesRead = lines;
            emit history->progressed();
        });
    }
    void finish(const Result<> &end)
    {
        m_assembler->finish();
        const QString problem = end ? QString() : QString::fromStdString(end.error().message);
        QMetaObject::invokeMethod(m_history, [this, history = m_history, problem] {
            if (history->m_reader != this)
                return;
            history->m_lines = std::move(m_lines.lines); // this thread does nothing more with them
            history->stop();
            emit history->ended(problem);
        });
    }

    LogHistory *m_history; // waits for the thread before it goes
    Wanted m_wanted;
    BoundedLines m_lines;
    LogMarkedSink m_marked;
    client::EngineClient *m_client = nullptr;
    LogAssembler *m_assembler = nullptr;
    QElapsedTimer m_clock;
};

LogHistory::LogHistory(QObject *parent) : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("log history"));
}

LogHistory::~LogHistory()
{
    stop();
    m_thread.quit();
    m_thread.wait();
}

void LogHistory::read(const Wanted &wanted)
{
    stop();
    if (!m_thread.isRunning())
        m_thread.start(QThread::LowPriority);
    m_linesRead = 0;
    m_reader = new Reader(this, wanted);
    m_reader->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
    QMetaObject::invokeMethod(m_reader, [reader = m_reader] { reader->begin(); });
}

void LogHistory::stop()
{
    if (m_reader != nullptr)
        m_reader->deleteLater();
    m_reader = nullptr;
}

} // namespace quayside::models
