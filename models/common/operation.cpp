#include "models/common/operation.h"

namespace quayside::models
{

Operation::Operation(QString title, QObject *parent) : QObject(parent), m_title(std::move(title)) {}

void Operation::cancel()
{
    if (!isRunning())
        return;
    stopWork();
    end(State::Cancelled, tr("Cancelled"));
}

void Operation::setDetail(const QString &detail)
{
    if (m_detail == detail || !isRunning())
        return;
    m_detail = detail;
    emit changed();
}

void Operation::setProgress(qint64 done, qint64 total)
{
    if ((m_done == done && m_total == total) || !isRunning())
        return;
    m_done = done;
    m_total = total;
    emit changed();
}

void Operation::addLogLine(const QString &line)
{
    if (m_log.size() >= maxLogLines)
        m_log.remove(0, maxLogLines / 10);
    m_log.append(line);
    emit lineLogged(line);
}

void Operation::succeed(const QString &detail)
{
    end(State::Succeeded, detail);
}

void Operation::failWith(const QString &sentence)
{
    end(State::Failed, sentence);
}

void Operation::end(State state, const QString &detail)
{
    if (!isRunning())
        return;
    m_state = state;
    m_detail = detail;
    emit changed();
    emit finished();
}

} // namespace quayside::models
