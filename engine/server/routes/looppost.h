// From an engine thread back to the event loop.
#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace quayside::server
{

// Make it on the event-loop thread; what it returns may be called from any thread, and runs `then` on the
// event loop, unless `context` is gone by then.
template <typename... Args>
std::function<void(Args...)> postTo(QObject *context, std::function<void(Args...)> then)
{
    return [context = QPointer<QObject>(context), then = std::move(then)](Args... args) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [context, then, ... args = std::move(args)]() mutable {
                if (context)
                    then(std::move(args)...);
            },
            Qt::QueuedConnection);
    };
}

} // namespace quayside::server
