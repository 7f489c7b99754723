// Threads for calls that may block; the event loop never does.
#pragma once

#include "engine/server/routes/route.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace quayside::server
{

// For call handlers and callThen(): at most 512 threads, which go after 30 s without work.
QThreadPool &workers();
// For transfers, which block for as long as their client does: at most 64; tryStart() refuses more.
QThreadPool &transferThreads();

// Runs `work` on a worker thread, then `then` with its value on the event loop. An error is sent with
// channel->fail(). Where the channel is gone by then, the value is destroyed on the event loop and nothing is
// called. Call it on the event loop: callThen<Streams>(channel, [=] { return containers.attach(…); },
// [=](Streams streams) { … });
namespace detail
{
template <typename T>
struct Continuation {
    using type = std::function<void(T)>;
};
template <>
struct Continuation<void> {
    using type = std::function<void()>;
};
} // namespace detail

template <typename T>
void callThen(Channel *channel, std::function<Result<T>()> work, typename detail::Continuation<T>::type then)
{
    // `then` may own what only the event loop may destroy, so it never stays behind on the worker.
    auto next = std::make_shared<typename detail::Continuation<T>::type>(std::move(then));
    workers().start(
        [channel = QPointer<Channel>(channel), work = std::move(work), next = std::move(next)]() mutable {
            auto result = std::make_shared<Result<T>>(work());
            auto resume = [channel, result = std::move(result), next = std::move(next)] {
                if (!channel)
                    return;
                if (!*result)
                    channel->fail(result->error());
                else if constexpr (std::is_void_v<T>)
                    (*next)();
                else
                    (*next)(std::move(**result));
            };
            QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(resume), Qt::QueuedConnection);
        });
}

} // namespace quayside::server
