// One HTTP request and who hears its answer.
#pragma once

#include "engine/api/http/message.h"
#include "engine/base/result.h"

#include <QPointer>

#include <QIODevice>

#include <cstdint>
#include <string>
#include <string_view>

namespace quayside::client
{

struct HttpRequest {
    std::string method = "GET";
    std::string target; // path and query, coded
    std::string body;
    std::string contentType = "application/json";
    std::string registryAuth;   // X-Registry-Auth: credentials for the registry that the request is about
    std::string registryConfig; // X-Registry-Config: for several, of which a build may need any
    std::string ifMatch;        // of a PUT: the version that must still be there; "none": nothing is
    QPointer<QIODevice> upload; // instead of body: read as the engine takes it
    bool hijack = false;        // Upgrade: tcp
};

// Called in this order: head, body pieces, end. Any of them may abort the exchange.
class HttpReceiver
{
public:
    virtual ~HttpReceiver() = default;
    virtual void headReceived(const api::ResponseHead &head) = 0;
    virtual void bodyReceived(std::string_view bytes) = 0; // valid during the call
    virtual void sent(std::int64_t bytes) = 0;             // of the upload, in all
    virtual void finished(const Result<> &result) = 0;     // once, and last
};

} // namespace quayside::client
