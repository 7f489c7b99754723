#include "models/logs/logscanner.h"

#include <QRunnable>

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>

namespace quayside::models
{

namespace
{
constexpr int mostThreads = 4;
} // namespace

// What the threads of one run share. Whoever stops it just lets go.
struct LogScanner::Run {
    struct Done {
        qint64 first = 0;
        int lines = 0;
        LineBits bits;
    };
    Test test;
    std::atomic<bool> stopped = false;
    std::mutex mutex; // of what follows
    std::deque<LogChunkList::Slot> pieces;
    std::vector<Done> done;
    int workers = 0;
    bool told = false; // deliver() is on its way
};

class LogScanner::Worker : public QRunnable
{
public:
    Worker(LogScanner *scanner, std::shared_ptr<Run> run) : m_scanner(scanner), m_run(std::move(run)) {}

    void run() override
    {
        while (const std::optional<LogChunkList::Slot> piece = take()) {
            Run::Done done{piece->first, piece->chunk->count(), m_run->test(*piece->chunk)};
            piece->chunk->letGo();
            const std::scoped_lock lock(m_run->mutex);
            m_run->done.push_back(std::move(done));
            if (!m_run->told) {
                m_run->told = true;
                QMetaObject::invokeMethod(
                    m_scanner, [scanner = m_scanner, run = m_run] { scanner->deliver(run); },
                    Qt::QueuedConnection);
            }
        }
    }

private:
    std::optional<LogChunkList::Slot> take()
    {
        const std::scoped_lock lock(m_run->mutex);
        if (m_run->stopped || m_run->pieces.empty()) {
            --m_run->workers;
            return std::nullopt;
        }
        LogChunkList::Slot piece = std::move(m_run->pieces.front());
        m_run->pieces.pop_front();
        return piece;
    }

    LogScanner *m_scanner; // waits for its threads before it goes
    std::shared_ptr<Run> m_run;
};

LogScanner::LogScanner(LogModel *model, QObject *parent) : QObject(parent), m_model(model)
{
    m_threads.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, mostThreads));
    m_more.setSingleShot(true);
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, &LogScanner::addNew);
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_run) // what is under way is of other lines, whose numbers may come again
            start(m_run->test, m_model->endNumber());
    });
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        m_next = std::min(m_next, m_model->endNumber() - 1);
        onInserted(m_model->count() - 1, m_model->count() - 1);
    });
}

LogScanner::~LogScanner()
{
    stop();
    m_threads.waitForDone();
}

void LogScanner::stop()
{
    if (m_run)
        m_run->stopped = true;
    m_run.reset();
    m_left = 0;
    m_more.stop();
}

void LogScanner::start(Test test, qint64 near)
{
    stop();
    m_run = std::make_shared<Run>();
    m_run->test = std::move(test);
    m_next = m_model->endNumber();
    std::vector<LogChunkList::Slot> pieces = m_model->pieces(m_model->firstNumber(), m_next);
    std::ranges::sort(pieces, {}, [&](const LogChunkList::Slot &piece) {
        return std::abs(piece.first + piece.chunk->count() / 2 - near);
    });
    addPieces(std::move(pieces));
    if (m_left == 0)
        m_more.start(); // an empty log is done, but not before start() has returned
}

void LogScanner::onInserted(int first, int last)
{
    if (!m_run)
        return;
    if (first == 0 && last + 1 < m_model->count()) // older ones than there were
        addPieces(m_model->pieces(m_model->firstNumber(), m_model->firstNumber() + last + 1));
    else if (!m_more.isActive())
        m_more.start();
}

void LogScanner::addNew()
{
    const qint64 from = std::max(m_next, m_model->firstNumber());
    m_next = m_model->endNumber();
    addPieces(m_model->pieces(from, m_next));
    if (m_left == 0)
        emit finished();
}

void LogScanner::addPieces(std::vector<LogChunkList::Slot> pieces)
{
    if (!m_run || pieces.empty())
        return;
    m_left += qint64(pieces.size());
    int wanted = 0;
    {
        const std::scoped_lock lock(m_run->mutex);
        m_run->pieces.insert(m_run->pieces.end(), pieces.begin(), pieces.end());
        wanted = std::min(m_threads.maxThreadCount(), int(m_run->pieces.size())) - m_run->workers;
        m_run->workers += std::max(0, wanted);
    }
    for (; wanted > 0; --wanted)
        m_threads.start(new Worker(this, m_run));
}

void LogScanner::deliver(const std::shared_ptr<Run> &run)
{
    std::vector<Run::Done> done;
    {
        const std::scoped_lock lock(run->mutex);
        done.swap(run->done);
        run->told = false;
    }
    if (run != m_run)
        return;
    m_left -= qint64(done.size());
    for (const Run::Done &one : done) {
        emit scanned(one.first, one.lines, one.bits);
        if (run != m_run) // somebody has begun anew
            return;
    }
    if (m_left == 0 && !m_more.isActive())
        emit finished();
}

} // namespace quayside::models
