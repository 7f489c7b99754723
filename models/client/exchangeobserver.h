// Somebody who looks at what goes over the socket: models/learn/wire. With nobody there, an exchange costs
// one comparison more.
#pragma once

#include "engine/api/http/message.h"
#include "engine/base/result.h"

#include <QString>

#include <cstdint>
#include <string_view>

namespace quayside::client
{

struct HttpRequest;

// Called as it happens, each time with the exchange's own number. Must not begin or end exchanges.
class ExchangeObserver
{
public:
    virtual ~ExchangeObserver() = default;
    virtual void began(quint64 number, const QString &address, const HttpRequest &request) = 0;
    virtual void sent(quint64 number, std::int64_t bytes) = 0; // of the upload, in all
    virtual void answered(quint64 number, const api::ResponseHead &head) = 0;
    virtual void received(quint64 number, std::string_view bytes) = 0; // valid during the call
    // Once, and last. An answer of status 400 and more is one: its result is no error.
    virtual void ended(quint64 number, const Result<> &result) = 0;
};

} // namespace quayside::client
