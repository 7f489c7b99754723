// What the typed calls are made of: targets, and answers that are one document. For the files of this folder
// only.
#pragma once

#include "engine/api/http/uri.h"
#include "engine/api/types/decode.h"
#include "models/client/call.h"
#include "models/client/httpclient.h"

#include <QIODevice>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quayside::client
{

using Query = std::vector<std::pair<std::string, std::string>>;

inline std::string target(const std::string &path, const Query &query = {})
{
    return query.empty() ? path : path + '?' + api::encodeQuery(query);
}

inline std::string containerPath(const std::string &id, const std::string &rest)
{
    return "/containers/" + api::percentEncode(id) + rest;
}

inline HttpRequest get(std::string target)
{
    return {.target = std::move(target)};
}

inline HttpRequest post(std::string target, std::string body = {})
{
    return {.method = "POST", .target = std::move(target), .body = std::move(body)};
}

inline HttpRequest remove(std::string target)
{
    return {.method = "DELETE", .target = std::move(target)};
}

// Collects the answer's body, at most 64 MiB, then hands it over.
Call collect(HttpClient &http, HttpRequest request, QObject *context,
             std::function<void(Result<std::string>)> done);

// For calls without an answer. What is in the state asked for already is fine.
Call act(HttpClient &http, HttpRequest request, QObject *context, Done<void> done);

// The answer's body goes to `device`, open for writing, as it comes; the device must outlive the call.
// onHead: the answer has begun; may be null.
Call download(HttpClient &http, std::string target, QIODevice *device, QObject *context,
              std::function<void(std::int64_t received)> onReceived, Done<void> done,
              std::function<void(const api::ResponseHead &)> onHead = {});

// An answer that is a stream of documents, one a line, which come as they are told. A line that `onLine`
// refuses is the call's error, and the last one that is read. onStart: the answer has begun; may be null.
Call followLines(HttpClient &http, HttpRequest request, QObject *context,
                 std::function<Result<>(std::string_view line)> onLine, Done<void> onEnd,
                 std::function<void()> onStart = {});

// `read`: Result<T>(std::string_view) makes the value of the body.
template <typename T, typename Read>
Call fetchWith(HttpClient &http, HttpRequest request, QObject *context, Done<T> done, Read read)
{
    return collect(http, std::move(request), context,
                   [done = std::move(done), read](Result<std::string> body) {
                       if (!done)
                           return;
                       if (!body)
                           return done(std::unexpected(body.error()));
                       Result<T> value = read(*body);
                       if (value)
                           done(std::move(value));
                       else
                           done(wrap(value.error(), "the engine's answer"));
                   });
}

template <typename T>
Call fetch(HttpClient &http, HttpRequest request, QObject *context, Done<T> done)
{
    return fetchWith<T>(http, std::move(request), context, std::move(done),
                        [](std::string_view body) { return api::decode<T>(body); });
}

} // namespace quayside::client
