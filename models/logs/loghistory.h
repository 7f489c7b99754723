// The older lines of a log, read on a thread of their own: the window paints the newest ones meanwhile.
#pragma once

#include "models/logs/logmarks.h"

#include <QThread>

#include <utility>

namespace quayside::models
{

class LogHistory : public QObject
{
    Q_OBJECT

public:
    explicit LogHistory(QObject *parent = nullptr);
    ~LogHistory() override;

    struct Wanted {
        QString socketPath, containerId;
        std::int64_t until = 0; // nanoseconds since 1970, included
        QList<LogMark> marks;   // to be put between
        qint64 lines = 0;       // at most: the newest of them
    };
    void read(const Wanted &wanted);
    void stop();
    [[nodiscard]] bool isReading() const { return m_reader != nullptr; }
    [[nodiscard]] qint64 linesRead() const { return m_linesRead; }
    [[nodiscard]] LogChunkList take() { return std::exchange(m_lines, {}); }

signals:
    void progressed();
    void ended(const QString &problem); // "": take() has all of them

private:
    class Reader;

    QThread m_thread;
    Reader *m_reader = nullptr;
    LogChunkList m_lines;
    qint64 m_linesRead = 0;
};

} // namespace quayside::models
