// ErrorResponse: the body of every answer whose status is 400 or more.
#pragma once

#include "engine/api/types/decode.h"

#include <string>

namespace quayside::api
{

struct ErrorResponse {
    std::string message;
};
std::string encode(const ErrorResponse &error);
template <>
Result<ErrorResponse> decode(std::string_view json);

} // namespace quayside::api
