// What happened to containers, as lines between those of their logs.
#pragma once

#include "models/client/engineclient.h"
#include "models/logs/logchunk.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace quayside::models
{

struct LogMark {
    std::int64_t time = 0;  // nanoseconds since 1970
    QByteArray text;        // a sentence, UTF-8
    quint16 source = 0;     // which of the containers
    bool begins = false;    // a run
    std::int64_t place = 0; // stands before lines of this time or a later one
};

// Asks for what the engine remembers of some containers, then listens.
class LogEvents : public QObject
{
    Q_OBJECT

public:
    explicit LogEvents(client::EngineClient *client, QObject *parent = nullptr); // must outlive it

    void listen(const QStringList &ids);
    void stop();

signals:
    void
    recalled(const QList<quayside::models::LogMark> &marks); // once, in order of time; none where it failed
    void happened(const quayside::models::LogMark &mark);

private:
    void tellPast();
    [[nodiscard]] std::optional<LogMark> markOf(const api::Event &event) const;

    client::EngineClient *m_client;
    QStringList m_ids;
    QList<LogMark> m_past;
    client::Call m_pastCall, m_liveCall;
    QTimer m_patience; // a log is not to wait for an engine that does not end what it remembers
};

// Puts marks between the lines that pass, in order of time.
class LogMarkedSink : public LogSink
{
public:
    explicit LogMarkedSink(LogSink *sink) : m_sink(sink) {} // must outlive it

    void reset() { *this = LogMarkedSink(m_sink); }
    void add(const LogMark &mark);
    void add(const QList<LogMark> &marks);
    void append(std::span<const LogLine> batch) override;
    void appendToLast(QByteArrayView text) override { m_sink->appendToLast(text); }
    // Those up to a time, though no line has come since. Not before the first line.
    void pass(std::int64_t time);
    // Marks that are older than the first line: whoever has the lines before it places them.
    [[nodiscard]] const QList<LogMark> &early() const { return m_early; }
    void setKeepsEarly(bool keeps) { m_keepsEarly = keeps; }

private:
    LogSink *m_sink;
    QList<LogMark> m_marks, m_early;
    bool m_begun = false, m_keepsEarly = false;
};

} // namespace quayside::models
