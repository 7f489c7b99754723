// The only place that turns a kind of error into an HTTP status.
#pragma once

#include "engine/base/result.h"
#include "engine/server/routes/route.h"

#include <string_view>

namespace quayside::server
{

int httpStatus(ErrorKind kind);
// "Not Found" for 404; RFC 9110 section 15.
std::string_view reasonPhrase(int status);
// {"message": …} with the status of its kind; 304 has no body.
Response errorResponse(const Error &error);

} // namespace quayside::server
