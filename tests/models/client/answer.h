#pragma once

#include "models/client/call.h"

#include <QEventLoop>
#include <QTimer>

#include <optional>

namespace quayside::test
{

using client::Done;

// Waits for a callback's argument.
template <typename T>
struct Answer {
    std::optional<Result<T>> result;
    QEventLoop loop;
    Done<T> done()
    {
        return [this](Result<T> r) {
            result = std::move(r);
            loop.quit();
        };
    }
    // (QTest::qWaitFor() sleeps between its turns, which would measure nothing but that.)
    Result<T> &wait()
    {
        QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
        if (!result)
            loop.exec();
        if (!result)
            result = fail(ErrorKind::Internal, "no callback came");
        return *result;
    }
};

} // namespace quayside::test
