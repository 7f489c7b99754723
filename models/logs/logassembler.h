// Makes lines out of the pieces in which an engine sends a log.
#pragma once

#include "models/logs/logchunk.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <array>

namespace quayside::models
{

// Takes a container's output as it comes (asked for with timestamps=1), and hands on one batch of whole lines
// a frame (16 ms). A last line without an end, such as a prompt, is handed on as it stands and completed
// later, unless only whole lines are wanted.
class LogAssembler : public QObject
{
    Q_OBJECT

public:
    // `sink` must outlive it.
    explicit LogAssembler(LogSink *sink, QObject *parent = nullptr);
    void setWholeLinesOnly(bool only) { m_wholeLinesOnly = only; }

    void add(LogStream stream, QByteArrayView bytes);
    // Hands over what waits for the next frame.
    void flush();
    // The stream is over: a line without an end is a line.
    void finish();
    // Forgets what has not been handed over (another container).
    void reset();

    // "2025-01-02T03:04:05.678901234Z text" → nanoseconds since 1970, and where the text starts; 0 and 0 when
    // the line has no such stamp. RFC 3339; offsets other than Z are understood.
    struct Stamp {
        std::int64_t time = 0;
        qsizetype textStart = 0;
    };
    static Stamp parseStamp(QByteArrayView line);

private:
    struct Pending {     // a line whose end has not come yet
        QByteArray text; // what of it has not been handed on, with its stamp until that is cut off
        std::int64_t time = 0;
        bool stampCut = false;
        bool open = false; // its start has been handed on as the last line
    };
    struct Ready { // a whole line in m_text
        qsizetype offset = 0, length = 0;
        std::int64_t time = 0;
        LogStream stream = LogStream::Out;
    };

    void addPart(LogStream stream, QByteArrayView part, bool startsPiece);
    void endLine(LogStream stream);
    static void cutStamp(Pending &pending);
    void showOpenLine(LogStream stream);

    LogSink *m_sink;
    bool m_wholeLinesOnly = false;
    QTimer m_frame;
    std::array<Pending, 2> m_pending;
    QByteArray m_text; // of the lines in m_ready
    std::vector<Ready> m_ready;
};

} // namespace quayside::models
