// Something that takes time: running a container, loading an archive, making a base image.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QStringList>

namespace quayside::models
{

// One piece of work, from start to end, with progress and cancel. Whoever creates it gives it to an
// OperationModel, which owns it from then on.
class Operation : public QObject
{
    Q_OBJECT

public:
    enum class State { Running, Succeeded, Failed, Cancelled };

    explicit Operation(QString title, QObject *parent = nullptr);

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state == State::Running; }
    // What it does at the moment, in a few words; after a failure the sentence that says why.
    [[nodiscard]] const QString &detail() const { return m_detail; }
    // Bytes or steps; total 0: unknown.
    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] const QStringList &log() const { return m_log; } // its newest lines, at most maxLogLines
    [[nodiscard]] QDateTime startedAt() const { return m_startedAt; }
    [[nodiscard]] bool losesWorkWhenClosed() const { return m_losesWork; }

    static constexpr qsizetype maxLogLines = 10'000;

public slots:
    // Asks the engine to stop it. Ends as Cancelled; does nothing once it has ended.
    void cancel();

signals:
    void changed(); // detail or progress
    void lineLogged(const QString &line);
    void finished(); // the state is no longer Running; emitted once

protected:
    virtual void stopWork() = 0; // drop the calls under way

    void setDetail(const QString &detail);
    void setProgress(qint64 done, qint64 total);
    void addLogLine(const QString &line);
    void succeed(const QString &detail = {});
    void failWith(const QString &sentence);
    void setLosesWorkWhenClosed(bool loses) { m_losesWork = loses; }

private:
    void end(State state, const QString &detail);

    QString m_title, m_detail;
    State m_state = State::Running;
    qint64 m_done = 0, m_total = 0;
    QStringList m_log;
    QDateTime m_startedAt = QDateTime::currentDateTime();
    bool m_losesWork = false;
};

} // namespace quayside::models
