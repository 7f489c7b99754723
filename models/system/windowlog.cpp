#include "models/system/windowlog.h"

#include <QDateTime>
#include <QMutex>
#include <QtLogging>

namespace quayside::models
{

namespace
{

QMutex logMutex;
QStringList keptLines;
QtMessageHandler handlerBefore = nullptr;

void keepLine(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    {
        const QMutexLocker lock(&logMutex);
        if (keptLines.size() >= WindowLog::mostLines)
            keptLines.removeFirst();
        keptLines.append(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' ' + text);
    }
    if (handlerBefore != nullptr)
        handlerBefore(type, context, text);
}

} // namespace

void WindowLog::keep()
{
    if (handlerBefore == nullptr)
        handlerBefore = qInstallMessageHandler(keepLine);
}

QStringList WindowLog::lines()
{
    const QMutexLocker lock(&logMutex);
    return keptLines;
}

} // namespace quayside::models
