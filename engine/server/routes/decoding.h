// What the handlers of several resources read from a request.
#pragma once

#include "engine/api/types/decode.h"
#include "engine/api/types/filters.h"
#include "engine/server/routes/route.h"

#include <cstdint>
#include <optional>
#include <string>

namespace quayside::server
{

// A body must say that it is JSON, as dockerd demands: a web page can't send that type across origins.
Result<> requireJson(const Request &request);

// The JSON body. None at all asks for nothing in particular, as dockerd has it.
template <typename T>
Result<T> decodeBody(const Request &request)
{
    CHECK(requireJson(request));
    return request.body.empty() ? Result<T>(T()) : api::decode<T>(request.body);
}

// A transfer's body, where it is a small document. TooLarge: over `limit` bytes.
Result<std::string> readBody(api::ByteSource &body, std::size_t limit);

// ?filters=, where every name must be one of `known`.
Result<api::Filters> decodeFilters(const Request &request, std::initializer_list<std::string_view> known);

// The values of the filter `until` (a time in any form that Docker takes, or a duration before now) as
// seconds since 1970.
Result<> untilAsSeconds(api::Filters &filters);

// A `since` or `until` of the query: UTC nanoseconds; nothing where it is absent, empty or "0".
Result<std::optional<std::int64_t>> timeOf(const Request &request, const std::string &name);

// A number of the query that must be there and lie between the two.
Result<int> requiredNumber(const Request &request, const std::string &name, long least, long most);

// The keys that a client leaves a terminal with: "ctrl-p,ctrl-q". InvalidArgument in Docker's words where
// they are none. It is the client that looks for them in what is typed.
Result<> checkDetachKeys(const std::string &keys);

std::int64_t nowNanoseconds(); // UTC

} // namespace quayside::server
