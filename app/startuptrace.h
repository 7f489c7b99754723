// How long the start took, for the benchmark: QUAYSIDE_TRACE_STARTUP=1 prints a line at the first full paint.
#pragma once

#include <QString>

namespace quayside::app
{

// Milliseconds since this process was made by fork. /proc/self/stat counts in clock ticks, so this is up to
// 10 ms too much. -1 where /proc is not there. proc(5), field 22.
double millisecondsSinceStart();

bool isTracingStartup();
// "quayside: <what>: N ms" on standard error; nothing where it was not asked for.
void traceStartup(const QString &what);

} // namespace quayside::app
