#include "app/startuptrace.h"

#include <QFile>

#include <cstdio>
#include <ctime>

#include <unistd.h>

namespace quayside::app
{

double millisecondsSinceStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray line = stat.readAll();
    // The second field is the name in parentheses, which may itself hold blanks and parentheses.
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20)
        return -1;
    const double started = fields[19].toDouble() * 1000.0 / double(::sysconf(_SC_CLK_TCK));
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1000.0 + double(now.tv_nsec) / 1e6 - started;
}

bool isTracingStartup()
{
    static const bool tracing = qEnvironmentVariableIntValue("QUAYSIDE_TRACE_STARTUP") == 1;
    return tracing;
}

void traceStartup(const QString &what)
{
    if (isTracingStartup())
        std::fprintf(stderr, "quayside: %s: %.0f ms\n", qPrintable(what), millisecondsSinceStart());
}

} // namespace quayside::app
