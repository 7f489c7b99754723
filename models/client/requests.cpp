#include "models/client/requests.h"

#include "models/client/jsonlines.h"

#include <algorithm>

namespace quayside::client
{

namespace
{
constexpr std::size_t maxAnswer = std::size_t{64} << 20;
}

Call collect(HttpClient &http, HttpRequest request, QObject *context,
             std::function<void(Result<std::string>)> done)
{
    auto body = std::make_shared<std::string>();
    auto onBody = [body](std::string_view bytes) {
        body->append(bytes.substr(0, maxAnswer + 1 - std::min(maxAnswer + 1, body->size())));
    };
    auto onEnd = [body, done = std::move(done)](const Result<> &result) {
        if (!result)
            done(std::unexpected(result.error()));
        else if (body->size() > maxAnswer)
            done(fail(ErrorKind::TooLarge, "the engine's answer is larger than {} bytes", maxAnswer));
        else
            done(std::move(*body));
    };
    return Call(http.start(std::move(request), context, {.onBody = onBody, .onEnd = onEnd}));
}

Call act(HttpClient &http, HttpRequest request, QObject *context, Done<void> done)
{
    return collect(http, std::move(request), context,
                   [done = std::move(done)](const Result<std::string> &body) {
                       if (!done)
                           return;
                       if (!body && body.error().kind != ErrorKind::NotModified)
                           done(std::unexpected(body.error()));
                       else
                           done({});
                   });
}

Call download(HttpClient &http, std::string target, QIODevice *device, QObject *context,
              std::function<void(std::int64_t)> onReceived, Done<void> done,
              std::function<void(const api::ResponseHead &)> onHead)
{
    struct State {
        Exchange *exchange = nullptr;
        QPointer<QIODevice> device;
        std::int64_t received = 0;
    };
    auto state = std::make_shared<State>();
    state->device = device;
    HttpHandlers handlers;
    handlers.onHead = std::move(onHead);
    handlers.onBody = [state, onReceived = std::move(onReceived), done](std::string_view bytes) {
        const auto size = static_cast<qint64>(bytes.size());
        if (state->device && state->device->write(bytes.data(), size) == size) {
            state->received += size;
            if (onReceived)
                onReceived(state->received);
            return;
        }
        state->exchange->abort();
        if (done)
            done(fail(ErrorKind::NoSpace, "writing the archive: {}",
                      state->device ? state->device->errorString().toStdString() : "it was closed"));
    };
    handlers.onEnd = [done](const Result<> &result) {
        if (done)
            done(result);
    };
    state->exchange = http.start(get(std::move(target)), context, std::move(handlers));
    return Call(state->exchange);
}

Call followLines(HttpClient &http, HttpRequest request, QObject *context,
                 std::function<Result<>(std::string_view)> onLine, Done<void> onEnd,
                 std::function<void()> onStart)
{
    struct State {
        LineSplitter lines;
        Result<> outcome;
    };
    auto state = std::make_shared<State>();
    auto takeLine = [state, onLine = std::move(onLine)](std::string_view line) {
        state->outcome = onLine(line);
        return state->outcome.has_value();
    };
    HttpHandlers handlers;
    handlers.onHead = [onStart = std::move(onStart)](const api::ResponseHead &) {
        if (onStart)
            onStart();
    };
    handlers.onBody = [state, takeLine](std::string_view bytes) {
        if (!state->outcome)
            return;
        if (auto fed = state->lines.feed(bytes, takeLine); !fed && state->outcome)
            state->outcome = fed;
    };
    handlers.onEnd = [state, onEnd = std::move(onEnd)](const Result<> &result) {
        if (onEnd)
            onEnd(result ? state->outcome : result);
    };
    return Call(http.start(std::move(request), context, std::move(handlers)));
}

} // namespace quayside::client
