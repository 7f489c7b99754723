// Looks at every line of a log on other threads, and at new ones as they come.
#pragma once

#include "models/logs/logmodel.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>

namespace quayside::models
{

// Bits of the lines of one chunk.
struct LineBits {
    std::vector<quint64> first, second;
    explicit LineBits(int lines = 0) : first(std::size_t(lines + 63) / 64), second(first.size()) {}
    static void set(std::vector<quint64> &bits, int line)
    {
        bits[std::size_t(line) / 64] |= quint64(1) << (line & 63);
    }
    static bool isSet(const std::vector<quint64> &bits, int line)
    {
        return (bits[std::size_t(line) / 64] >> (line & 63) & 1) != 0;
    }
};

class LogScanner : public QObject
{
    Q_OBJECT

public:
    using Test = std::function<LineBits(const LogChunk &)>; // runs on several threads at once

    explicit LogScanner(LogModel *model, QObject *parent = nullptr); // must outlive it
    ~LogScanner() override;

    // From the beginning, first what is near a line.
    void start(Test test, qint64 near);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_run != nullptr && (m_left > 0 || m_more.isActive()); }

signals:
    // Again for a line that has grown since.
    void scanned(qint64 first, int lines, const quayside::models::LineBits &bits);
    void finished(); // all lines that there are have been looked at

private:
    struct Run;
    class Worker;
    void addNew();
    void addPieces(std::vector<LogChunkList::Slot> pieces);
    void onInserted(int first, int last);
    void deliver(const std::shared_ptr<Run> &run);

    LogModel *m_model;
    QThreadPool m_threads;
    std::shared_ptr<Run> m_run;
    QTimer m_more;     // a batch of new lines is waited for
    qint64 m_next = 0; // the first line that nobody has been asked to look at
    qint64 m_left = 0; // pieces that are not done
};

} // namespace quayside::models
