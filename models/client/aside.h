// Long answers, read on another thread: a folder of 10,000 files does not hold up the window. For the files
// of this folder only.
#pragma once

#include "models/client/requests.h"

#include <QFuture>

namespace quayside::client
{

// A request whose answer is decoded on another thread. Deletes itself at its end.
class Aside final : public Operation
{
public:
    Aside(QObject *context, QObject *parent) : Operation(parent)
    {
        if (context != nullptr)
            connect(context, &QObject::destroyed, this, &Aside::abort);
    }
    void abort() override
    {
        m_over = true;
        m_request.cancel();
        deleteLater();
    }
    // False: somebody cancelled meanwhile.
    bool end()
    {
        deleteLater();
        return !std::exchange(m_over, true);
    }
    void follow(const Call &request) { m_request = request; }

private:
    Call m_request;
    bool m_over = false;
};

template <typename T>
Call fetchAside(HttpClient &http, HttpRequest request, QObject *context, Done<T> done)
{
    auto *aside = new Aside(context, &http);
    auto onBody = [aside, done = std::move(done)](Result<std::string> body) {
        if (!body) {
            if (aside->end() && done)
                done(std::unexpected(body.error()));
            return;
        }
        QtFuture::makeReadyValueFuture(std::move(*body))
            .then(QtFuture::Launch::Async, [](const std::string &text) { return api::decode<T>(text); })
            .then(aside, [aside, done](const Result<T> &value) {
                if (!aside->end() || !done)
                    return;
                if (value)
                    done(value);
                else
                    done(wrap(value.error(), "the engine's answer"));
            });
    };
    aside->follow(collect(http, std::move(request), aside, std::move(onBody)));
    return Call(aside);
}

} // namespace quayside::client
