// A desktop that ends its session, and Ctrl+C, end the window as its own menu does: what it remembers is written.
#pragma once

#include <QObject>

namespace quayside::app
{

// SIGTERM, SIGINT and SIGHUP leave the event loop, without asking: signal-safety(7) lets a handler only write.
void endOnSignals(QObject *parent);

} // namespace quayside::app
