// SIGTERM and SIGINT on the event loop.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace quayside::helper
{

// Blocks the two for this thread and all that it starts later; call it before the first of them. A child must
// unblock them before it executes anything.
Result<Fd> blockStopSignals();

class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(Fd signalFd); // of blockStopSignals()

signals:
    void stopRequested(int signal);

private:
    Fd m_signals;
    QSocketNotifier m_notifier;
};

} // namespace quayside::helper
